package planfile_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess/planfile"
)

// plan file of two actions, as people write one.
const van = "format: coalcheck-plan/1\nsteps:\n  - actions:\n      - do: Ask about the van.   # soon\n      - do: Sing.\n        owner: Ana\n"

// open opens a plan file and a table of it.
func open(t *testing.T, path string) (*planfile.File, *planfile.Table) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	plan := readPlan(t, string(text))
	file := planfile.Open(path, text, plan, english, "")
	t.Cleanup(file.Close)
	return file, planfile.NewTable(plan, today)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// holds checks that a file has these parts.
func holds(t *testing.T, path string, parts ...string) {
	t.Helper()
	text, err := os.ReadFile(path)
	for _, part := range parts {
		if !strings.Contains(string(text), part) {
			t.Errorf("%v: %q is not in\n%s", err, part, text)
		}
	}
}

func TestSave(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	write(t, path, van)
	file, table := open(t, path)
	if !file.Saved(table) || file.Held {
		t.Error("it is not saved, or held")
	}
	_ = table.Set("own-1", planfile.FieldOwner, "Sam")
	if merged, err := file.Save(table); err != nil || merged != 0 || !file.Saved(table) {
		t.Errorf("%d, %v", merged, err)
	}
	holds(t, path, strings.Replace(van, "# soon\n", "# soon\n        owner: Sam\n", 1))
}

func TestTwoPeopleAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	write(t, path, van)
	first, mine := open(t, path)
	second, theirs := open(t, path)
	if first.Held || !second.Held {
		t.Errorf("held: %t, %t", first.Held, second.Held)
	}
	_ = mine.Set("own-1", planfile.FieldOwner, "Sam")
	_ = theirs.Set("own-1", planfile.FieldOwner, "Kim")
	_ = theirs.Tick("own-2")
	if _, err := first.Save(mine); err != nil {
		t.Fatal(err)
	}
	if merged, err := second.Save(theirs); err != nil || merged != 1 || len(theirs.Conflicts()) != 1 {
		t.Errorf("%d, %v, %v", merged, err, theirs.Conflicts())
	}
	holds(t, path, "owner: Sam", "done: "+today)
	_ = mine.Set("own-1", planfile.FieldNote, "Big enough for nine.")
	if merged, err := first.Save(mine); err != nil || merged != 1 || get(t, mine, "own-2").Done != today {
		t.Errorf("%d, %v, %+v", merged, err, mine.Rows())
	}
	_ = theirs.Choose(theirs.Conflicts()[0], true)
	if _, err := second.Save(theirs); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "owner: Kim", "done: "+today, "Big enough for nine.")
}

func TestChangedSoThatItCannotBeRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	write(t, path, van)
	file, table := open(t, path)
	_ = table.Set("own-1", planfile.FieldOwner, "Sam")
	write(t, path, van+"      - do:\n")
	_, err := file.Save(table)
	if unreadable, ok := errors.AsType[*planfile.UnreadableError](err); !ok || !strings.Contains(unreadable.Error(), "plan.yaml:7:9") {
		t.Errorf("got %v", err)
	}
	holds(t, path, van+"      - do:\n")
	beside, err := file.WriteBeside(table)
	if err != nil || filepath.Base(beside) != "plan-2.yaml" {
		t.Errorf("%v: %s", err, beside)
	}
	holds(t, beside, "owner: Sam")
	write(t, path, van+"      - do: Dance.\n") // in order again
	if merged, err := file.Save(table); err != nil || merged != 1 {
		t.Errorf("%d, %v", merged, err)
	}
	holds(t, path, "owner: Sam", "do: Dance.")
}

// TestTooLongANoteOfTwoPeople has two people write more on a topic than a file may hold.
func TestTooLongANoteOfTwoPeople(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	write(t, path, van)
	file, table := open(t, path)
	_ = table.SetNote("risk", strings.Repeat("m", planfile.MaxSaid))
	theirs := van + "notes:\n  risk: Theirs\n"
	write(t, path, theirs)
	if _, err := file.Save(table); !errors.Is(err, planfile.ErrManyNotes) || file.Saved(table) {
		t.Errorf("%v, saved %t", err, file.Saved(table))
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != theirs {
		t.Errorf("%v: it was written:\n%s", err, text)
	}
	if got := table.Note("risk"); got != "Theirs\n"+strings.Repeat("m", planfile.MaxSaid) {
		t.Errorf("the table has %d characters", len(got))
	}
	_ = table.SetNote("risk", "Theirs\nMine, shorter")
	if _, err := file.Save(table); err != nil || !file.Saved(table) {
		t.Error(err)
	}
}

// TestTooManyOfTwoPeople has two people fill a plan up at once, to more than a file may hold.
func TestTooManyOfTwoPeople(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	full := "format: coalcheck-plan/1\nsteps:\n  - actions:\n" + strings.Repeat("      - do: Sing.\n        done: 2026-12-10\n", planfile.MaxActions-1)
	write(t, path, full)
	file, table := open(t, path)
	mine, err := table.Add("", "Dance.")
	if err != nil {
		t.Fatal(err)
	}
	theirs := full + "      - do: Clap.\n"
	write(t, path, theirs)
	if merged, err := file.Save(table); !errors.Is(err, planfile.ErrManyActions) || merged != 1 || file.Saved(table) {
		t.Errorf("%d, %v", merged, err)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != theirs {
		t.Errorf("%v: it was written:\n%s", err, text)
	}
	if err := table.Set(mine, planfile.FieldOwner, "Ana"); err != nil { // so it is in the table
		t.Error(err)
	}
	if err := table.Leave("own-1"); err != nil {
		t.Fatal(err)
	}
	if _, err := file.Save(table); err != nil || !file.Saved(table) {
		t.Error(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := readPlan(t, string(text)).Actions(); len(got) != planfile.MaxActions {
		t.Errorf("%d actions", len(got))
	}
	holds(t, path, "do: Dance.\n        owner: Ana", "do: Clap.")
}

func TestRemovedMeanwhile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	write(t, path, van)
	file, table := open(t, path)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	_ = table.Set("own-1", planfile.FieldOwner, "Sam")
	if _, err := file.Save(table); err != nil {
		t.Error(err)
	}
	holds(t, path, "owner: Sam", "owner: Ana")
}

func TestNewFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.yaml")
	file, table := planfile.New(path, english), newTable(2)
	defer file.Close()
	if file.Saved(table) {
		t.Error("it is saved already")
	}
	if _, err := file.Save(table); err != nil || !file.Saved(table) {
		t.Error(err)
	}
	holds(t, path, "do: Do 1", "do: Do 2")
	other := planfile.New(path, english)
	defer other.Close()
	if _, err := other.Save(newTable(1)); err != nil || filepath.Base(other.Path) != "plan-2.yaml" {
		t.Errorf("%v: %s", err, other.Path)
	}
	holds(t, path, "do: Do 1", "do: Do 2")
}

func TestSaveFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gone", "plan.yaml")
	file, table := planfile.New(path, english), newTable(1)
	if _, err := file.Save(table); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := file.Save(table); err != nil {
		t.Error(err)
	}
	holds(t, path, "do: Do 1")
}
