package sheets

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
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
	c, err := OpenCheck(checkOf(o, from))
	if err != nil {
		t.Fatal(err)
	}
	return o, c
}

// checkOf checks the sheets of a folder from a number on.
func checkOf(o Options, from int) CheckOptions {
	return CheckOptions{Catalogue: catalogue, Folder: o.Folder, There: o.There(), From: from, Spare: func(string) string { return "" }}
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
	if done := c.Finish(); done.Err != nil || done.Corrected != 2 || done.File != "riverside-sheet-1.yaml" {
		t.Fatalf("%+v", done)
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
	if done := c.Finish(); done.Err != nil || done.Corrected != 0 || c.Sheet != nil {
		t.Errorf("%+v, and then %+v", done, c.Sheet)
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
	if done := c.Finish(); done.Err != nil {
		t.Fatal(done.Err)
	}
	if now, _ := os.ReadFile(path); string(now) != string(before) {
		t.Errorf("changed to\n%s", now)
	}
	path = filepath.Join(o.Folder, "riverside-sheet-2.yaml")
	if err := os.WriteFile(path, []byte("format: coalcheck/1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	again(t, c, one)
	if done := c.Finish(); !errors.Is(done.Err, disk.ErrChanged) {
		t.Errorf("%+v", done)
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
	if _, err := OpenCheck(checkOf(o, 4)); !errors.Is(err, ErrNoSheets) {
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

// put puts a file into the folder.
func put(t *testing.T, o Options, name, text string) {
	t.Helper()
	if err := os.MkdirAll(o.Folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(o.Folder, name), []byte("format: coalcheck/1\n"+text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A sheet without an answer has as many statements as the others, or as is asked for.
func TestCheckOfASheetWithoutAnswers(t *testing.T) {
	o := options(t.TempDir())
	put(t, o, "a-sheet-1.yaml", "respondent: Sheet 1\n")
	if _, err := OpenCheck(checkOf(o, 1)); !errors.Is(err, ErrDepthUnknown) {
		t.Errorf("without a depth: %v", err)
	}
	asked := checkOf(o, 1)
	asked.Depth = new(assess.Quick)
	if c, err := OpenCheck(asked); err != nil || c.Sheet.Depth != assess.Quick {
		t.Errorf("asked for: %+v, %v", c, err)
	}
	put(t, o, "a-sheet-2.yaml", "respondent: Sheet 2\npitfalls: {overcommitted: 3}\n")
	if c, err := OpenCheck(checkOf(o, 1)); err != nil || c.Sheet.Statements() != 20 {
		t.Errorf("beside another: %+v, %v", c, err)
	}
}

// What cannot be checked is named, and files of the same number are told apart.
func TestCheckNamesFiles(t *testing.T) {
	o := options(t.TempDir())
	const answers = "pitfalls: {overcommitted: 3}\n"
	put(t, o, "a-sheet-1.yaml", "respondent: Sheet 1\n"+answers)
	put(t, o, "a-sheet-2.yaml", "respondent: Sheet 2\n"+answers)
	put(t, o, "b-sheet-2.yaml", "respondent: Sheet 2\n"+answers)
	put(t, o, "a-sheet-3.yaml", "respondent: Sheet 3\npitfalls: {overcommitted: 9}\n")
	put(t, o, "a-sheet-4.yaml", "respondent: Sheet 4\npitfalls: {overcommitted: {overall: 3, took-on-more: 2}}\n")
	put(t, o, "ana.yaml", "respondent: Ana\nrole: nobody\n")
	c, err := OpenCheck(checkOf(o, 1))
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"a-sheet-3.yaml", "a-sheet-4.yaml"}; !slices.Equal(c.LeftOut, want) {
		t.Errorf("left out are %q", c.LeftOut)
	}
	for _, want := range []struct {
		name  string
		twice bool
	}{{"a-sheet-1.yaml", false}, {"a-sheet-2.yaml", true}, {"b-sheet-2.yaml", true}} {
		if name, twice := c.File(); name != want.name || twice != want.twice {
			t.Errorf("%s, %t; want %+v", name, twice, want)
		}
		c.Skip()
	}
}
