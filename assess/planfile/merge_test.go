package planfile_test

import (
	"bytes"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess/planfile"
)

// two returns two tables of the same plan of three actions, and the plan.
func two() (mine, theirs *planfile.Table, base *planfile.Plan) {
	mine, theirs = newTable(3), newTable(3)
	return mine, theirs, mine.Plan()
}

func TestMergeTakesBothChanges(t *testing.T) {
	mine, theirs, base := two()
	_ = mine.Set("own-1", planfile.FieldOwner, "Ana")
	_ = theirs.Set("own-1", planfile.FieldDue, "2026-12-24")
	_ = theirs.Tick("own-2")
	if changed := mine.Merge(base, theirs.Plan()); changed != 2 {
		t.Errorf("%d actions changed", changed)
	}
	if got := get(t, mine, "own-1"); got.Owner != "Ana" || got.Due != "2026-12-24" {
		t.Errorf("got %+v", got)
	}
	if get(t, mine, "own-2").Done != today || len(mine.Conflicts()) != 0 {
		t.Errorf("got %+v, %v", get(t, mine, "own-2"), mine.Conflicts())
	}
	if c, err := mine.Undo(); err != nil || c.Now != "Ana" || get(t, mine, "own-1").Owner != "" || get(t, mine, "own-1").Due == "" {
		t.Errorf("undo: %+v, %v, %+v", c, err, get(t, mine, "own-1"))
	}
}

func TestMergeKeepsTheirsAndShowsMine(t *testing.T) {
	mine, theirs, base := two()
	_ = mine.Set("own-1", planfile.FieldOwner, "Ana")
	_ = theirs.Set("own-1", planfile.FieldOwner, "Ben")
	mine.Merge(base, theirs.Plan())
	want := planfile.Conflict{Key: "own-1", Field: planfile.FieldOwner, Mine: "Ana", Theirs: "Ben"}
	if got := mine.Conflicts(); get(t, mine, "own-1").Owner != "Ben" || len(got) != 1 || got[0] != want {
		t.Fatalf("got %+v, %+v", get(t, mine, "own-1"), got)
	}
	if _, err := mine.Undo(); err == nil || get(t, mine, "own-1").Owner != "Ben" {
		t.Errorf("undo: %v, %+v", err, get(t, mine, "own-1"))
	}
	if err := mine.Choose(want, true); err != nil || get(t, mine, "own-1").Owner != "Ana" || len(mine.Conflicts()) != 0 {
		t.Errorf("mine: %v, %+v, %v", err, get(t, mine, "own-1"), mine.Conflicts())
	}
	mine.Merge(theirs.Plan(), newTable(3).Plan()) // which takes Ben away
	if err := mine.Choose(mine.Conflicts()[0], false); err != nil || get(t, mine, "own-1").Owner != "" || len(mine.Conflicts()) != 0 {
		t.Errorf("theirs: %v, %+v, %v", err, get(t, mine, "own-1"), mine.Conflicts())
	}
}

func TestMergeOfWhatIsAddedAndTakenAway(t *testing.T) {
	mine, theirs, base := two()
	_, _ = mine.Add("own-1", "Sing.")
	_, _ = theirs.Add("own-2", "Dance.")
	_ = mine.Leave("own-3")
	_ = theirs.Set("own-3", planfile.FieldOwner, "Ben") // so it is not left out
	_ = theirs.Leave("own-1")
	_ = theirs.Leave("own-2")
	_ = mine.Set("own-2", planfile.FieldOwner, "Ana") // so it stays
	mine.Merge(base, theirs.Plan())
	if !get(t, mine, "own-1").Left || get(t, mine, "own-2").Left || get(t, mine, "own-3").Left {
		t.Errorf("got %+v", mine.Rows())
	}
	if got := get(t, mine, "own-4"); got.Do != "Dance." || got.Step.Pitfall != "unclear-purpose" {
		t.Errorf("theirs: %+v", got)
	}
	if got := get(t, mine, "own-5"); got.Do != "Sing." || got.Step.Pitfall != "overcommitted" {
		t.Errorf("mine: %+v", got)
	}
	// What was added here is known by its new id, also for taking it back.
	for range 3 {
		_, _ = mine.Undo()
	}
	for _, r := range mine.Rows() {
		if r.Do == "Sing." {
			t.Errorf("not taken back: %+v", r)
		}
	}
}

// TestMergeKeepsTheKeyOfWhatWasAdded has both add an action, which get the same id.
func TestMergeKeepsTheKeyOfWhatWasAdded(t *testing.T) {
	mine, theirs, base := two()
	sing, _ := mine.Add("own-1", "Sing.")
	_, _ = theirs.Add("own-1", "Dance.")
	mine.Merge(base, theirs.Plan())
	keys := map[planfile.Key]bool{}
	for _, r := range mine.Rows() {
		keys[r.Key] = true
	}
	if len(keys) != 5 {
		t.Errorf("%d keys for 5 actions: %v", len(keys), keys)
	}
	if err := mine.Set(sing, planfile.FieldOwner, "Ana"); err != nil {
		t.Fatal(err)
	}
	for _, r := range mine.Rows() {
		if (r.Do == "Sing.") != (r.Owner == "Ana") || (r.Do == "Sing.") != (r.Key == sing) {
			t.Errorf("got %+v", r)
		}
	}
	// A key never means another action later.
	for range 2 {
		_, _ = mine.Undo()
	}
	if clap, err := mine.Add("own-1", "Clap."); err != nil || clap == sing {
		t.Errorf("%v: %s is given again", err, clap)
	}
}

// TestConflictShowsTheirLastChange has somebody else change a field again that is in a conflict.
func TestConflictShowsTheirLastChange(t *testing.T) {
	mine, theirs, base := two()
	_ = mine.Set("own-1", planfile.FieldOwner, "Ana")
	for _, owner := range []string{"Ben", "Kim", ""} {
		_ = theirs.Set("own-1", planfile.FieldOwner, owner)
		mine.Merge(base, theirs.Plan())
		base = theirs.Plan()
		want := planfile.Conflict{Key: "own-1", Field: planfile.FieldOwner, Mine: "Ana", Theirs: owner}
		if got := mine.Conflicts(); len(got) != 1 || got[0] != want {
			t.Errorf("%s: got %+v", owner, got)
		}
	}
}

// TestMergeSaysThatALeftOutActionIsBack leaves an action out that somebody else changes.
func TestMergeSaysThatALeftOutActionIsBack(t *testing.T) {
	want := planfile.Conflict{Key: "own-1", Field: planfile.FieldLeft}
	merged := func() *planfile.Table {
		mine, theirs, base := two()
		_ = mine.Set("own-2", planfile.FieldOwner, "Ana")
		_ = mine.Leave("own-1")
		_ = theirs.Set("own-1", planfile.FieldOwner, "Ben")
		mine.Merge(base, theirs.Plan())
		if got := mine.Conflicts(); get(t, mine, "own-1").Left || get(t, mine, "own-1").Owner != "Ben" || len(got) != 1 || got[0] != want {
			t.Fatalf("got %+v, %v", mine.Rows(), got)
		}
		if mine.Merge(mine.Plan(), mine.Plan()); len(mine.Conflicts()) != 1 {
			t.Errorf("merged again: %v", mine.Conflicts())
		}
		return mine
	}
	mine := merged()
	if c, err := mine.Undo(); err != nil || c.Now != "Ana" { // the change before
		t.Errorf("undo: %+v, %v", c, err)
	}
	if err := mine.Choose(want, false); err != nil || get(t, mine, "own-1").Left || len(mine.Conflicts()) != 0 {
		t.Errorf("theirs: %v, %+v, %v", err, mine.Rows(), mine.Conflicts())
	}
	mine = merged()
	if err := mine.Choose(want, true); err != nil || !get(t, mine, "own-1").Left || len(mine.Conflicts()) != 0 {
		t.Errorf("mine: %v, %+v, %v", err, mine.Rows(), mine.Conflicts())
	}
	if c, err := mine.Undo(); err != nil || !c.Left || get(t, mine, "own-1").Left {
		t.Errorf("undo: %+v, %v", c, err)
	}
}

// TestUndoKeepsWhatSomebodyElseFilledIn takes back that an action came into the plan, which somebody else has filled in since.
func TestUndoKeepsWhatSomebodyElseFilledIn(t *testing.T) {
	for name, come := range map[string]func(table *planfile.Table) planfile.Key{
		"added": func(table *planfile.Table) planfile.Key {
			key, _ := table.Add("own-1", "Sing.")
			return key
		},
		"taken in again": func(table *planfile.Table) planfile.Key {
			_ = table.Leave("own-2")
			_ = table.Adopt("own-2")
			return "own-2"
		},
	} {
		mine := newTable(3)
		key := come(mine)
		base := mine.Plan()
		_ = mine.Set(key, planfile.FieldDue, "2026-12-24") // which is taken back first
		theirs := planfile.NewTable(base, today)
		_ = theirs.Set(key, planfile.FieldOwner, "Ben")
		mine.Merge(base, theirs.Plan())
		if c, err := mine.Undo(); err != nil || c.Field != planfile.FieldDue {
			t.Errorf("%s: the day: %v", name, err)
		}
		if _, err := mine.Undo(); !errors.Is(err, planfile.ErrOverwritten) || get(t, mine, string(key)).Owner != "Ben" || get(t, mine, string(key)).Left {
			t.Errorf("%s: %v, %+v", name, err, mine.Rows())
		}
	}
}

// TestMergeTellsActionsWithoutIDsApart puts an action before others in the file: their numbers move, and they do not.
func TestMergeTellsActionsWithoutIDsApart(t *testing.T) {
	read := func(actions string) *planfile.Plan {
		return readPlan(t, "format: coalcheck-plan/1\nsteps:\n  - actions: ["+actions+"]\n")
	}
	base, theirs := read("{do: A}, {do: B}"), read("{do: New}, {do: A}, {do: B, owner: Ben}")
	mine := planfile.NewTable(base, today)
	_ = mine.Set("own-1", planfile.FieldOwner, "Ana")
	mine.Merge(base, theirs)
	got := map[string]string{}
	for _, r := range mine.Rows() {
		got[r.Do] = r.ID + " " + r.Owner
	}
	if got["A"] != "own-1 Ana" || got["B"] != "own-2 Ben" || got["New"] != "own-3 " || len(mine.Conflicts()) != 0 {
		t.Errorf("got %v, %v", got, mine.Conflicts())
	}
}

// TestMergeLosesNothing has two people change the same plan.
func TestMergeLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := drawPlan(t)
		mine, theirs := planfile.NewTable(base, today), planfile.NewTable(base, today)
		for range rapid.IntRange(0, 12).Draw(t, "mine") {
			act(t, mine)
		}
		for range rapid.IntRange(0, 12).Draw(t, "theirs") {
			act(t, theirs)
		}
		was, here, there := rows(base), rows(mine.Plan()), rows(theirs.Plan())
		both := planfile.NewTable(mine.Plan(), today)
		if rapid.Bool().Draw(t, "with what is left out") {
			both = mine
		}
		both.Merge(base, theirs.Plan())
		readable(t, both)
		now := rows(both.Plan())
		conflicts := map[planfile.Conflict]bool{}
		for _, c := range both.Conflicts() {
			conflicts[c] = true
		}
		for id, theirs := range there {
			mine, had := here[id]
			b := was[id]
			if b == nil {
				b = &planfile.Action{}
			}
			if !had || mine.Do != theirs.Do {
				continue
			}
			for f := range planfile.Field(4) {
				m, th := mine, theirs
				if now[id] == nil {
					t.Fatalf("%s is lost: %+v", id, th)
				}
				switch {
				case m.Value(f) == b.Value(f) && now[id].Value(f) != th.Value(f),
					m.Value(f) != b.Value(f) && th.Value(f) == b.Value(f) && now[id].Value(f) != m.Value(f),
					m.Value(f) != b.Value(f) && th.Value(f) != b.Value(f) && m.Value(f) != th.Value(f) &&
						(now[id].Value(f) != th.Value(f) || !conflicts[planfile.Conflict{Key: planfile.Key(id), Field: f, Mine: m.Value(f), Theirs: th.Value(f)}]):
					t.Fatalf("%s, field %d: %+v and %+v of %+v became %+v, %v", id, f, m, th, b, now[id], both.Conflicts())
				}
			}
		}
		// Whatever either has added or changed is there.
		for _, side := range []map[string]*planfile.Action{here, there} {
			for id, a := range side {
				if was[id] != nil && *was[id] == *a {
					continue
				}
				found := false
				for _, r := range now {
					found = found || r.Do == a.Do
				}
				if !found {
					t.Fatalf("%+v is lost in\n%s", a, planfile.Format(both.Plan()))
				}
			}
		}
		// Once more changes nothing.
		text := planfile.Format(both.Plan())
		if both.Merge(both.Plan(), both.Plan()); !bytes.Equal(planfile.Format(both.Plan()), text) {
			t.Fatalf("merged with itself:\n%s\nbefore\n%s", planfile.Format(both.Plan()), text)
		}
	})
}

func rows(p *planfile.Plan) map[string]*planfile.Action {
	all := map[string]*planfile.Action{}
	for _, a := range p.Actions() {
		all[a.ID] = a
	}
	return all
}
