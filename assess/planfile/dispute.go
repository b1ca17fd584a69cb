package planfile

import (
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Disputed returns the conflict about a field, and whether there is one.
func (t *Table) Disputed(key Key, f Field) (c Conflict, open bool) {
	if i := t.conflict(key, f); i >= 0 {
		return t.conflicts[i], true
	}
	return Conflict{}, false
}

// DisputeNote puts a note that is written here into a conflict with the one in the plan, which somebody else wrote and which
// stays. Where the two are the same, the conflict ends.
func (t *Table) DisputeNote(key Key, mine string) {
	r := t.row(key)
	if r == nil {
		return
	}
	mine = strings.TrimSpace(safetext.TypedNote(mine))
	switch i := t.conflict(key, FieldNote); {
	case mine == r.Note:
		t.settle(key, FieldNote)
	case i >= 0:
		t.conflicts[i].Mine = mine
	default:
		t.conflicts = append(t.conflicts, Conflict{key, FieldNote, mine, r.Note})
	}
}

// conflict returns the index of the conflict about a field, or -1.
func (t *Table) conflict(key Key, f Field) int {
	return slices.IndexFunc(t.conflicts, func(c Conflict) bool { return c.Key == key && c.Field == f })
}
