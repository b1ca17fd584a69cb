package sheets

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/disk"
)

// checking keys these lines into a folder, with a comment and a note in the first one, and opens the check.
func checking(t *testing.T, from int, lines ...string) (Options, *Check) {
	t.Helper()
	o := options(t.TempDir())
	r := opened(t, o)
	for _, line := range lines {
		fill(t, r, line)
		if _, err := r.Finish(); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(o.Folder, "riverside-sheet-1.yaml")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text = []byte(strings.Replace(string(text), "role:", "# found on the floor\nrole:", 1))
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := OpenCheck(o.Folder, o.There(), from, catalogue, func(string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	return o, c
}

func again(t *testing.T, c *Check, line string) []Difference {
	t.Helper()
	l, err := collect.ReadLine(line, 20)
	if err != nil {
		t.Fatal(err)
	}
	c.Sheet.Fill(l)
	return c.Differences()
}

func TestCheckCorrects(t *testing.T) {
	o, c := checking(t, 1, one, two)
	// The second answer was keyed wrong first, and so was the role; the third answer is keyed wrong now.
	differences := again(t, c, "1544"+one[4:20]+" l")
	want := []Difference{{At: 1, First: 2, Now: 5}, {At: 2, First: 3, Now: 4}, {At: 20, FirstRole: assess.Member, NowRole: assess.Leader}}
	if len(differences) != len(want) || differences[0] != want[0] || differences[1] != want[1] || differences[2] != want[2] {
		t.Fatalf("%+v", differences)
	}
	c.Decide(1, 5)
	c.Decide(2, 3)
	c.DecideRole(assess.Leader)
	if done, err := c.Finish(); err != nil || done.Corrected != 2 || done.File != "riverside-sheet-1.yaml" {
		t.Fatalf("%+v, %v", done, err)
	}
	holds(t, o, "riverside-sheet-1.yaml", "15"+one[2:20]+"l")
	if text, _ := os.ReadFile(filepath.Join(o.Folder, "riverside-sheet-1.yaml")); !strings.Contains(string(text), "# found on the floor") {
		t.Errorf("the comment is gone:\n%s", text)
	}
	if c.Sheet.Number != 2 || !c.Sheet.Untouched() || c.Left() != 1 {
		t.Errorf("then comes %+v", c.Sheet)
	}
	if again(t, c, two) != nil {
		t.Error("the same differs")
	}
	if done, err := c.Finish(); err != nil || done.Corrected != 0 || c.Sheet != nil {
		t.Errorf("%+v, %v, and then %+v", done, err, c.Sheet)
	}
}

// Where nothing is corrected, and where the file was changed meanwhile, it stays as it is.
func TestCheckLeavesFiles(t *testing.T) {
	o, c := checking(t, 1, one, two)
	path := filepath.Join(o.Folder, "riverside-sheet-1.yaml")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	again(t, c, one)
	if _, err := c.Finish(); err != nil {
		t.Fatal(err)
	}
	if now, _ := os.ReadFile(path); string(now) != string(before) {
		t.Errorf("changed to\n%s", now)
	}
	path = filepath.Join(o.Folder, "riverside-sheet-2.yaml")
	if err := os.WriteFile(path, []byte("format: coalcheck/1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	again(t, c, one)
	if done, err := c.Finish(); !errors.Is(err, disk.ErrChanged) || !errors.Is(done.Err, disk.ErrChanged) {
		t.Errorf("%+v, %v", done, err)
	}
	if now, _ := os.ReadFile(path); string(now) != "format: coalcheck/1\n" {
		t.Errorf("changed to\n%s", now)
	}
}

func TestCheckFromANumberOn(t *testing.T) {
	o, c := checking(t, 2, one, two, one)
	if c.Sheet.Number != 2 || c.Left() != 2 {
		t.Errorf("it begins with %d of %d", c.Sheet.Number, c.Left())
	}
	if c.Skip(); c.Sheet.Number != 3 || len(c.Done) != 0 {
		t.Errorf("then comes %+v", c.Sheet)
	}
	if _, err := OpenCheck(o.Folder, o.There(), 4, catalogue, nil); !errors.Is(err, ErrNoSheets) {
		t.Error(err)
	}
}

func TestMostDiffer(t *testing.T) {
	_, c := checking(t, 1, one, two)
	if all := again(t, c, "555555"+one[6:]); MostDiffer(c.Sheet, all) {
		t.Errorf("most of %d differ", len(all))
	}
	if all := again(t, c, two); !MostDiffer(c.Sheet, all) {
		t.Errorf("not most of %d differ", len(all))
	}
}
