package planfile

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Why a change is refused.
var (
	// ErrManyOpen means that ManyOpen actions are open, so that no other one can be.
	ErrManyOpen = errors.New("too many actions are open")
	// ErrManyActions means that the plan has MaxActions, or more after a merge.
	ErrManyActions = fmt.Errorf("a plan has %d actions at most", MaxActions)
	// ErrManyNotes means that a note on a topic has more than MaxSaid characters after a merge.
	ErrManyNotes = fmt.Errorf("a note on a topic has %d characters at most", MaxSaid)
	// ErrTooLong means that a text has more characters than a plan file may hold.
	ErrTooLong = errors.New("the text is too long")
	// ErrLeftOut means that the action is left out of the plan.
	ErrLeftOut = errors.New("the action is left out")
	// ErrNothing means that there is nothing to change, to add or to take back.
	ErrNothing = errors.New("there is nothing")
	// ErrOverwritten means that a change cannot be taken back, because somebody else changed the same.
	ErrOverwritten = errors.New("somebody else has changed it since")
)

// Key names an action for as long as there is its table: an id may change in a merge, and another action may get it. It is
// the first id that the action has in the table, unless another action had that before.
type Key string

// Table is a plan that is being changed: a row for each action. It keeps what was changed, to take it back. What is left out
// stays in the table, so that it can come back, but not in the plan.
type Table struct {
	// head is the plan without its steps, steps are those without their actions.
	head  Plan
	steps []Step
	rows  []row
	// keys are all that were given.
	keys  map[Key]bool
	today string
	// changes are those that Undo takes back, the last one first.
	changes   []Change
	conflicts []Conflict
}

// row is an action in the table.
type row struct {
	Action
	key Key
	// step is the index of its step.
	step int
	left bool
}

// Row is an action as a table shows it.
type Row struct {
	Action
	// Key names it on changing it.
	Key Key
	// Step is what the action is a part of, without the actions.
	Step Step
	// Left reports whether it is left out of the plan.
	Left bool
}

// Change is one change of one action.
type Change struct {
	Key   Key
	Field Field
	// Was is the value before, Now the one after.
	Was, Now string
	// Added, Left and Adopted report whether the action came into the table, was left out, or was taken in again. Then the
	// field means nothing.
	Added, Left, Adopted bool
	// Do says what the action is about.
	Do string
	// then is the action as it came into the plan, where it was added or taken in again.
	then Action
}

// NewTable returns a table of a plan. What is done or dropped gets the day today, written as YYYY-MM-DD.
func NewTable(p *Plan, today string) *Table {
	t := &Table{today: today, keys: map[Key]bool{}}
	t.take(p)
	for i, s := range p.Steps {
		for _, a := range s.Actions {
			t.rows = append(t.rows, row{Action: a, key: t.newKey(a.ID), step: i})
		}
	}
	return t
}

// take makes the plan that of the table, without its actions.
func (t *Table) take(p *Plan) {
	t.head, t.steps, t.rows = *p, nil, nil
	t.head.Steps = nil
	for _, s := range p.Steps {
		s.Actions = nil
		t.steps = append(t.steps, s)
	}
}

// newKey returns a key for an action that comes into the table with this id.
func (t *Table) newKey(id string) Key {
	key := Key(id)
	for n := 2; t.keys[key]; n++ {
		key = Key(id + "/" + strconv.Itoa(n))
	}
	t.keys[key] = true
	return key
}

// Rows returns all rows, in the order of the plan.
func (t *Table) Rows() []Row {
	rows := make([]Row, len(t.rows))
	for i, r := range t.rows {
		rows[i] = Row{r.Action, r.key, t.steps[r.step], r.left}
	}
	return rows
}

// Plan returns the plan without what is left out.
func (t *Table) Plan() *Plan {
	p := t.head
	p.Steps = slices.Clone(t.steps)
	for _, r := range t.rows {
		if !r.left {
			p.Steps[r.step].Actions = append(p.Steps[r.step].Actions, r.Action)
		}
	}
	return &p
}

// Today returns the day that is today.
func (t *Table) Today() string { return t.today }

// Open returns how many actions are open.
func (t *Table) Open() int {
	open := 0
	for i := range t.rows {
		if t.rows[i].Open() && !t.rows[i].left {
			open++
		}
	}
	return open
}

// Set gives an action another owner, day or note. What a plan file could not hold of a text is left away. The error is
// ErrNoDay, ErrTooLong, ErrLeftOut, or ErrNothing where that is its value already.
func (t *Table) Set(key Key, f Field, value string) error {
	switch f {
	case FieldOwner:
		value = strings.TrimSpace(safetext.TypedLine(value))
		if utf8.RuneCountInString(value) > MaxOwner {
			return ErrTooLong
		}
	case FieldNote:
		value = strings.TrimSpace(safetext.TypedNote(value))
		if utf8.RuneCountInString(value) > MaxNote {
			return ErrTooLong
		}
	case FieldDue:
		if _, err := time.Parse(time.DateOnly, value); err != nil && value != "" {
			return ErrNoDay
		}
	case FieldState, FieldLeft:
		return ErrNothing
	}
	return t.change(key, f, value)
}

// Tick says that an action is done, or open again where it is. Drop says that it is given up, or open again. The error is
// ErrManyOpen or ErrLeftOut.
func (t *Table) Tick(key Key) error { return t.toggle(key, StateDone) }

// Drop is described at Tick.
func (t *Table) Drop(key Key) error { return t.toggle(key, StateDropped) }

func (t *Table) toggle(key Key, state string) error {
	r := t.row(key)
	value := state + t.today
	if r != nil && strings.HasPrefix(r.Value(FieldState), state) {
		value = ""
		if !r.left && t.Open() >= ManyOpen {
			return ErrManyOpen
		}
	}
	return t.change(key, FieldState, value)
}

func (t *Table) change(key Key, f Field, value string) error {
	r := t.row(key)
	switch {
	case r == nil || r.Value(f) == value:
		return ErrNothing
	case r.left:
		return ErrLeftOut
	}
	t.changes = append(t.changes, Change{Key: key, Field: f, Was: r.Value(f), Now: value, Do: r.Do})
	r.set(f, value)
	t.settle(key, f)
	return nil
}

// Add adds an action of the coalition's own to the step of another one, or to the last step, and returns its key. The error is
// ErrManyOpen, ErrManyActions, ErrTooLong or, for no text, ErrNothing.
func (t *Table) Add(after Key, do string) (key Key, err error) {
	a, err := t.addable(Action{Do: do})
	if err != nil {
		return "", err
	}
	if len(t.steps) == 0 {
		t.steps = []Step{{}}
	}
	step := len(t.steps) - 1
	if other := t.row(after); other != nil {
		step = other.step
	}
	return t.add(step, a), nil
}

// addable returns an action as it may be added, or why it may not.
func (t *Table) addable(a Action) (Action, error) {
	a.Do = strings.TrimSpace(safetext.TypedLine(a.Do))
	switch {
	case a.Do == "":
		return a, ErrNothing
	case utf8.RuneCountInString(a.Do) > MaxDo:
		return a, ErrTooLong
	}
	return a, t.MayAdd()
}

// add adds an action to a step, by the step's index, with an id that is free.
func (t *Table) add(step int, a Action) Key {
	a.ID = t.freeID(func(string) bool { return false })
	key := t.newKey(a.ID)
	t.insert(row{Action: a, key: key, step: step})
	t.changes = append(t.changes, Change{Key: key, Added: true, Do: a.Do, then: a})
	return key
}

// MayAdd returns why no action can be added now, or nil. The errors are ErrManyOpen and ErrManyActions.
func (t *Table) MayAdd() error {
	switch {
	case t.Open() >= ManyOpen:
		return ErrManyOpen
	case len(t.rows) >= MaxActions:
		return ErrManyActions
	default:
		return nil
	}
}

// insert puts a row behind the others of its step.
func (t *Table) insert(r row) {
	at := len(t.rows)
	for at > 0 && t.rows[at-1].step > r.step {
		at--
	}
	t.rows = slices.Insert(t.rows, at, r)
}

// Leave leaves an action out of the plan, and Adopt takes it in again. The error of Adopt may be ErrManyOpen.
func (t *Table) Leave(key Key) error {
	r := t.row(key)
	if r == nil || r.left {
		return ErrNothing
	}
	r.left = true
	t.settle(key, FieldLeft)
	t.changes = append(t.changes, Change{Key: key, Left: true, Do: r.Do})
	return nil
}

// Adopt is described at Leave.
func (t *Table) Adopt(key Key) error {
	r := t.row(key)
	switch {
	case r == nil || !r.left:
		return ErrNothing
	case r.Open() && t.Open() >= ManyOpen:
		return ErrManyOpen
	}
	r.left = false
	t.changes = append(t.changes, Change{Key: key, Adopted: true, Do: r.Do, then: r.Action})
	return nil
}

// Undo takes the last change back and returns it. The error is ErrNothing, or ErrOverwritten where somebody else has
// changed the same since, or anything of an action that would go out of the plan: then that stays, and the next Undo takes
// back the change before.
func (t *Table) Undo() (Change, error) {
	if len(t.changes) == 0 {
		return Change{}, ErrNothing
	}
	last := t.changes[len(t.changes)-1]
	t.changes = t.changes[:len(t.changes)-1]
	r := t.row(last.Key)
	switch {
	case r == nil, (last.Added || last.Adopted) && !r.is(&last.then):
		return last, ErrOverwritten
	case last.Added:
		t.rows = slices.DeleteFunc(t.rows, func(r row) bool { return r.key == last.Key })
	case last.Left || last.Adopted:
		r.left = last.Adopted
	case r.Value(last.Field) != last.Now:
		return last, ErrOverwritten
	default:
		r.set(last.Field, last.Was)
	}
	return last, nil
}

// is reports whether an action is the same, whatever ids they have.
func (r *row) is(a *Action) bool {
	same := *a
	same.ID = r.ID
	return r.Action == same
}

func (t *Table) row(key Key) *row {
	for i := range t.rows {
		if t.rows[i].key == key {
			return &t.rows[i]
		}
	}
	return nil
}

// freeID returns an id for one of the coalition's own that is neither in the table nor taken otherwise.
func (t *Table) freeID(taken func(string) bool) string {
	return free(func(id string) bool {
		return taken(id) || slices.ContainsFunc(t.rows, func(r row) bool { return r.ID == id })
	})
}
