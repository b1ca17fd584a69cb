package planfile

import (
	"errors"
	"slices"
)

// Conflict is a field that two people have changed to different values. The plan has Theirs until somebody chooses. With
// FieldLeft, an action that was left out here is in the plan, because somebody else has changed it; both values mean nothing.
type Conflict struct {
	Key          Key
	Field        Field
	Mine, Theirs string
}

// Conflicts returns what two people have changed, in the order of the table.
func (t *Table) Conflicts() []Conflict {
	var all []Conflict
	for _, r := range t.rows {
		for _, c := range t.conflicts {
			if c.Key == r.key {
				c.Theirs = r.Value(c.Field) // they may have changed it again
				all = append(all, c)
			}
		}
	}
	return all
}

// Choose ends a conflict: with mine, the field gets the value that was changed here, or the action is left out again. The error
// is ErrLeftOut, and then the conflict stays.
func (t *Table) Choose(c Conflict, mine bool) error {
	switch {
	case mine && c.Field == FieldLeft:
		return t.Leave(c.Key)
	case mine:
		if err := t.change(c.Key, c.Field, c.Mine); errors.Is(err, ErrLeftOut) {
			return err
		}
	}
	t.settle(c.Key, c.Field)
	return nil
}

// settle ends the conflict about a field.
func (t *Table) settle(key Key, f Field) {
	t.conflicts = slices.DeleteFunc(t.conflicts, func(c Conflict) bool { return c.Key == key && c.Field == f })
}

// Merge takes over what somebody else changed in the plan since base, which both have begun with, and reports in how many
// actions. Nothing that was changed here is lost: where both changed a field, theirs is in the plan, and mine in a conflict;
// where both changed the note on a topic, it holds what both wrote, and dots are as they were counted here.
// Actions of theirs get the ids that they have here, where they have none in the file.
func (t *Table) Merge(base, theirs *Plan) (changed int) {
	m := merger{Table: t, base: byID(base), mine: map[string]row{}, theirs: align(base, theirs)}
	for _, r := range t.rows {
		m.mine[r.ID] = r
	}
	m.renameMine()
	former := t.rows
	steps, notes, focus := slices.Clone(t.steps), t.head.Notes, t.head.Focus
	t.take(theirs)
	t.head.Notes = mergeNotes(base.Notes, notes, theirs.Notes)
	t.head.Focus = mergeDots(base.Focus, focus, theirs.Focus)
	t.rows = nil
	for i, s := range theirs.Steps {
		for j := range s.Actions {
			m.addTheirs(i, &s.Actions[j])
		}
	}
	for _, r := range former {
		if _, there := m.theirs[r.ID]; !there {
			m.addMine(r, steps[r.step])
		}
	}
	t.conflicts = slices.DeleteFunc(t.conflicts, func(c Conflict) bool {
		r := t.row(c.Key)
		if c.Field == FieldLeft {
			return r == nil || r.left
		}
		return r == nil || r.Value(c.Field) == c.Mine
	})
	return m.changed
}

// Repropose takes over another proposal in the place of base, as Merge does. What was proposed before and nobody has touched goes
// out of the table, too: there is nothing to take in again. Where more than ManyOpen would be open together with what people have
// decided, the last ones of the proposal are left out.
func (t *Table) Repropose(base, proposed *Plan) {
	t.Merge(base, proposed)
	was, now := byID(base), byID(proposed)
	t.rows = slices.DeleteFunc(t.rows, func(r row) bool {
		return now[r.ID] == nil && was[r.ID] != nil && *was[r.ID] == r.Action
	})
	for i := len(t.rows) - 1; i >= 0 && t.Open() > ManyOpen; i-- {
		t.rows[i].left = t.rows[i].left || t.rows[i].untouched()
	}
	steps := t.steps
	t.steps = nil
	for i, s := range steps {
		kept := len(t.steps)
		used := slices.ContainsFunc(proposed.Steps, func(p Step) bool { return p.Pitfall == s.Pitfall })
		for j := range t.rows {
			if t.rows[j].step == i {
				t.rows[j].step, used = kept, true
			}
		}
		if used {
			t.steps = append(t.steps, s)
		}
	}
}

type merger struct {
	*Table
	base, theirs map[string]*Action
	mine         map[string]row
	changed      int
}

func byID(p *Plan) map[string]*Action {
	all := map[string]*Action{}
	for _, a := range p.Actions() {
		all[a.ID] = a
	}
	return all
}

// align gives actions of the coalition's own that have no id in their file the id that they have in base, by what is to be
// done. A number that was counted on reading says nothing once somebody has put an action before another.
func align(base, theirs *Plan) map[string]*Action {
	known, used := byID(base), map[string]bool{}
	var moved []*Action
	for _, a := range theirs.Actions() {
		if b := known[a.ID]; !isOwn(a.ID) || b != nil && b.Do == a.Do {
			used[a.ID] = true
		} else {
			moved = append(moved, a)
		}
	}
	var other []*Action
	for _, a := range moved {
		i := slices.IndexFunc(base.Actions(), func(b *Action) bool { return isOwn(b.ID) && b.Do == a.Do && !used[b.ID] })
		if i < 0 {
			other = append(other, a)
			continue
		}
		a.ID = base.Actions()[i].ID
		used[a.ID] = true
	}
	for _, a := range other {
		if used[a.ID] {
			a.ID = free(func(id string) bool { return used[id] || known[id] != nil })
		}
		used[a.ID] = true
	}
	return byID(theirs)
}

// renameMine gives other ids to actions that were added here, where somebody else has added one with the same id.
func (m *merger) renameMine() {
	for i := range m.rows {
		r := &m.rows[i]
		if same := m.theirs[r.ID]; same == nil || same.Do == r.Do || m.base[r.ID] != nil {
			continue
		}
		id := m.freeID(func(id string) bool { return m.theirs[id] != nil })
		delete(m.mine, r.ID)
		r.ID = id
		m.mine[id] = *r
	}
}

// addTheirs adds an action that is in their plan.
func (m *merger) addTheirs(step int, theirs *Action) {
	base, mine := m.base[theirs.ID], m.mine[theirs.ID]
	same := base != nil && *base == *theirs
	_, here := m.mine[theirs.ID]
	r := row{Action: *theirs, key: mine.key, step: step}
	if !same {
		m.changed++
	}
	switch {
	case !here && same: // it was taken back here
		return
	case !here:
		r.key = m.newKey(r.ID)
	case mine.left && same:
		r.left = true
	default:
		if mine.left && m.takeBackLeave(r.key) {
			m.conflicts = append(m.conflicts, Conflict{Key: r.key, Field: FieldLeft})
		}
		for f := range Field(fields) {
			was := "" // of an action that both have added
			if base != nil {
				was = base.Value(f)
			}
			m.field(&r, f, was, mine.Value(f))
		}
	}
	m.rows = append(m.rows, r)
}

// takeBackLeave removes from the changes that an action was left out here. It reports whether it was.
func (m *merger) takeBackLeave(key Key) bool {
	for i, c := range slices.Backward(m.changes) {
		if c.Key == key && (c.Left || c.Adopted) {
			if c.Left {
				m.changes = slices.Delete(m.changes, i, i+1)
			}
			return c.Left
		}
	}
	return false
}

// field decides on a field of an action that both have.
func (m *merger) field(r *row, f Field, base, mine string) {
	theirs := r.Value(f)
	switch {
	case mine == base || mine == theirs:
	case theirs == base:
		r.set(f, mine)
	default:
		m.settle(r.key, f)
		m.conflicts = append(m.conflicts, Conflict{r.key, f, mine, theirs})
	}
}

// addMine adds an action that is not in their plan: what was added or changed here stays, and the rest is left out.
func (m *merger) addMine(r row, s Step) {
	base := m.base[r.ID]
	if base != nil && !r.left {
		m.changed++
		r.left = *base == r.Action
	}
	at := slices.IndexFunc(m.steps, func(other Step) bool { return other.Pitfall == s.Pitfall })
	if at < 0 {
		at = len(m.steps)
		m.steps = append(m.steps, s)
	}
	r.step = at
	m.insert(r)
}
