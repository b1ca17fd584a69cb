package report

import (
	"strings"

	"github.com/coalcheck/coalcheck/assess/planfile"
)

// Differs says what two people have written for one field of an action, in one sentence. Days are spelled in a layout of
// package time.
func Differs(c planfile.Conflict, layout string) string {
	var say sentences = english{}
	theirs, mine := c.Theirs, c.Mine
	switch c.Field {
	case planfile.FieldOwner:
		return say.ownersDiffer(theirs, mine)
	case planfile.FieldDue:
		return say.daysDiffer(planfile.SpellDay(theirs, layout), planfile.SpellDay(mine, layout))
	case planfile.FieldNote:
		return say.notesDiffer(strings.Join(strings.Fields(theirs), " "), strings.Join(strings.Fields(mine), " "))
	case planfile.FieldLeft:
		return say.leftOutAndChanged()
	default:
		return say.statesDiffer(became(theirs, layout), became(mine, layout))
	}
}

// outcome is what became of an action, and on which day that was said, spelled. The zero value is an open one.
type outcome struct {
	dropped bool
	day     string
}

func became(state, layout string) outcome {
	if day, done := strings.CutPrefix(state, planfile.StateDone); done {
		return outcome{day: planfile.SpellDay(day, layout)}
	}
	day, dropped := strings.CutPrefix(state, planfile.StateDropped)
	return outcome{dropped: dropped, day: planfile.SpellDay(day, layout)}
}
