package planfile

import "strings"

// Field is a part of an action that people change.
type Field int

// The fields. A day is written as YYYY-MM-DD, and a state as StateDone or StateDropped with the day behind it, or as nothing
// for an action that is open.
const (
	FieldOwner Field = iota
	FieldDue
	FieldState
	FieldNote

	fields = 4

	// FieldLeft is in a Conflict alone: whether the action is left out of the plan.
	FieldLeft Field = fields
)

// The states of an action that is not open. The day of it follows.
const (
	StateDone    = "done "
	StateDropped = "dropped "
)

// Value returns the value of a field, and nothing of FieldLeft, which is no part of an action.
func (a *Action) Value(f Field) string {
	switch {
	case f == FieldOwner:
		return a.Owner
	case f == FieldDue:
		return a.Due
	case f == FieldNote:
		return a.Note
	case f == FieldLeft:
		return ""
	case a.Done != "":
		return StateDone + a.Done
	case a.Dropped != "":
		return StateDropped + a.Dropped
	default:
		return ""
	}
}

func (a *Action) set(f Field, value string) {
	switch f {
	case FieldLeft:
	case FieldOwner:
		a.Owner = value
	case FieldDue:
		a.Due = value
	case FieldNote:
		a.Note = value
	case FieldState:
		a.Done, a.Dropped = "", ""
		if day, done := strings.CutPrefix(value, StateDone); done {
			a.Done = day
		} else if day, dropped := strings.CutPrefix(value, StateDropped); dropped {
			a.Dropped = day
		}
	}
}
