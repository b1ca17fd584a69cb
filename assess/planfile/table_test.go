package planfile_test

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess/planfile"
)

const today = "2026-12-16"

// newTable returns a table of so many open actions of the coalition's own, own-1 and so on.
func newTable(actions int) *planfile.Table {
	p := &planfile.Plan{Steps: []planfile.Step{{Pitfall: "overcommitted"}, {Pitfall: "unclear-purpose"}}}
	for i := range actions {
		s := &p.Steps[i%2]
		s.Actions = append(s.Actions, planfile.Action{ID: fmt.Sprint("own-", i+1), Do: fmt.Sprint("Do ", i+1)})
	}
	return planfile.NewTable(p, today)
}

// get returns the row of an action.
func get(t *testing.T, table *planfile.Table, id string) planfile.Row {
	t.Helper()
	for _, r := range table.Rows() {
		if r.ID == id {
			return r
		}
	}
	t.Fatalf("there is no %s", id)
	return planfile.Row{}
}

func TestTableChanges(t *testing.T) {
	table := newTable(3)
	for _, err := range []error{
		table.Set("own-1", planfile.FieldOwner, " Ana\n"), table.Set("own-1", planfile.FieldDue, "2026-12-24"),
		table.Set("own-1", planfile.FieldNote, "two\nlines\n"), table.Tick("own-1"), table.Drop("own-2"),
	} {
		if err != nil {
			t.Error(err)
		}
	}
	want := planfile.Action{ID: "own-1", Do: "Do 1", Owner: "Ana", Due: "2026-12-24", Note: "two\nlines", Done: today}
	if got := get(t, table, "own-1"); got.Action != want || got.Step.Pitfall != "overcommitted" {
		t.Errorf("got %+v", got)
	}
	if got := get(t, table, "own-2").Action; got.Dropped != today || table.Open() != 1 {
		t.Errorf("got %+v, and %d open", got, table.Open())
	}
	if err := table.Drop("own-1"); err != nil || get(t, table, "own-1").Done != "" || get(t, table, "own-1").Dropped != today {
		t.Errorf("dropped after it was done: %v, %+v", err, get(t, table, "own-1"))
	}
	if err := table.Drop("own-1"); err != nil || get(t, table, "own-1").Done+get(t, table, "own-1").Dropped != "" {
		t.Errorf("open again: %v, %+v", err, get(t, table, "own-1"))
	}
}

func TestTableRefuses(t *testing.T) {
	table := newTable(9)
	if err := table.Tick("own-9"); err != nil {
		t.Fatal(err)
	}
	if _, err := table.Add("own-2", "Sing."); err != nil {
		t.Fatal(err)
	}
	_, tenth := table.Add("own-2", "Dance.")
	_, nothing := table.Add("own-2", " ")
	_, long := table.Add("own-2", strings.Repeat("x", 301))
	if err := table.Leave("own-1"); err != nil {
		t.Fatal(err)
	}
	_ = table.Tick("own-9") // which fills the place
	for name, tt := range map[string]struct{ got, want error }{
		"a tenth":            {tenth, planfile.ErrManyOpen},
		"nothing to do":      {nothing, planfile.ErrNothing},
		"a long text":        {long, planfile.ErrTooLong},
		"a tenth by leaving": {table.Adopt("own-1"), planfile.ErrManyOpen},
		"what is left out":   {table.Set("own-1", planfile.FieldOwner, "Ana"), planfile.ErrLeftOut},
		"done, left out":     {table.Tick("own-1"), planfile.ErrLeftOut},
		"left out again":     {table.Leave("own-1"), planfile.ErrNothing},
		"no such action":     {table.Tick("own-99"), planfile.ErrNothing},
		"the same":           {table.Set("own-2", planfile.FieldOwner, ""), planfile.ErrNothing},
		"a long owner":       {table.Set("own-2", planfile.FieldOwner, strings.Repeat("漢", 81)), planfile.ErrTooLong},
		"80 wide characters": {table.Set("own-2", planfile.FieldOwner, strings.Repeat("漢", 80)), nil},
		"a long note":        {table.Set("own-2", planfile.FieldNote, strings.Repeat("x", 2001)), planfile.ErrTooLong},
		"no day":             {table.Set("own-2", planfile.FieldDue, "soon"), planfile.ErrNoDay},
		"a state as a text":  {table.Set("own-2", planfile.FieldState, "done"), planfile.ErrNothing},
	} {
		if !errors.Is(tt.got, tt.want) {
			t.Errorf("%s: got %v, want %v", name, tt.got, tt.want)
		}
	}
	if table.Open() != 9 {
		t.Errorf("%d are open", table.Open())
	}
	full := &planfile.Plan{Steps: []planfile.Step{{}}}
	for i := range planfile.MaxActions {
		full.Steps[0].Actions = append(full.Steps[0].Actions, planfile.Action{ID: fmt.Sprint("own-", i+1), Do: "x", Done: today})
	}
	if _, err := planfile.NewTable(full, today).Add("", "One more."); !errors.Is(err, planfile.ErrManyActions) {
		t.Errorf("action 101: %v", err)
	}
}

func TestTenthByOpeningAgain(t *testing.T) {
	table := newTable(10)
	if err := table.Tick("own-1"); err != nil {
		t.Fatal(err)
	}
	if err := table.Tick("own-1"); !errors.Is(err, planfile.ErrManyOpen) {
		t.Errorf("open again: %v", err)
	}
	if _, err := table.Undo(); err != nil || table.Open() != 10 {
		t.Errorf("undo: %v, %d open", err, table.Open())
	}
}

func TestLeftOutIsNotInThePlanButComesBack(t *testing.T) {
	table := newTable(3)
	before := table.Plan()
	if err := table.Leave("own-1"); err != nil {
		t.Fatal(err)
	}
	if got := len(table.Plan().Actions()); got != 2 || !get(t, table, "own-1").Left {
		t.Errorf("%d actions, %+v", got, get(t, table, "own-1"))
	}
	if err := table.Adopt("own-1"); err != nil || !reflect.DeepEqual(table.Plan(), before) {
		t.Errorf("%v, %+v", err, table.Plan())
	}
}

func TestAddToAStep(t *testing.T) {
	table := newTable(4)
	key, err := table.Add("own-1", "Sing.")
	if err != nil || key != "own-5" || get(t, table, "own-5").Step.Pitfall != "overcommitted" {
		t.Errorf("%v: %q", err, "own-5")
	}
	empty := planfile.NewTable(&planfile.Plan{}, today)
	if _, err := empty.Add("", "Sing."); err != nil || len(empty.Plan().Actions()) != 1 || empty.Plan().Actions()[0].ID != "own-1" {
		t.Errorf("an empty plan: %v, %+v", err, empty.Plan())
	}
}

// act does something to a table.
func act(t *rapid.T, table *planfile.Table) {
	key := planfile.Key("")
	if rows := table.Rows(); len(rows) > 0 {
		key = rapid.SampledFrom(rows).Draw(t, "row").Key
	}
	switch rapid.IntRange(0, 8).Draw(t, "act") {
	case 0:
		_ = table.Set(key, planfile.FieldOwner, rapid.SampledFrom([]string{"", "Ana", "Ben", " # x ", strings.Repeat("漢", 80)}).Draw(t, "owner"))
	case 1:
		_ = table.Set(key, planfile.FieldDue, rapid.SampledFrom([]string{"", "2026-12-24", "2027-01-31", "soon"}).Draw(t, "due"))
	case 2:
		_ = table.Set(key, planfile.FieldNote, rapid.SampledFrom([]string{"", "a", "two\nlines", "\x1b[31m"}).Draw(t, "note"))
	case 3:
		_ = table.Tick(key)
	case 4:
		_ = table.Drop(key)
	case 5:
		_, _ = table.Add(key, rapid.SampledFrom([]string{"", "Sing.", "Dance.", ": x"}).Draw(t, "do"))
	case 6:
		_ = table.Leave(key)
	case 7:
		_ = table.Adopt(key)
	case 8:
		_, _ = table.Undo()
	}
}

// readable checks that the plan of a table can be written and read.
func readable(t *rapid.T, table *planfile.Table) {
	p := table.Plan()
	text := planfile.Format(p)
	again, err := planfile.Read("plan.yaml", text, english)
	if err != nil || !bytes.Equal(planfile.Format(again), text) {
		t.Fatalf("%v\n%s", err, text)
	}
}

func TestAnyChangesCanBeWrittenAndTakenBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t)
		before := planfile.Format(plan)
		table := planfile.NewTable(plan, today)
		most := max(planfile.ManyOpen, table.Open())
		for range rapid.IntRange(0, 40).Draw(t, "acts") {
			act(t, table)
			readable(t, table)
			if table.Open() > most {
				t.Fatalf("%d are open", table.Open())
			}
		}
		for {
			if _, err := table.Undo(); errors.Is(err, planfile.ErrNothing) {
				break
			}
		}
		// A plan without a step keeps the one that an action was added to.
		if after := planfile.Format(table.Plan()); !bytes.Equal(before, after) && len(plan.Steps) > 0 {
			t.Fatalf("before\n%s\nafter\n%s", before, after)
		}
		if !bytes.Equal(before, planfile.Format(plan)) {
			t.Fatal("the plan itself was changed")
		}
	})
}
