package plain_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/sheets"
	"github.com/coalcheck/coalcheck/cmd/plain"
)

// sheetsIn keys sheets into a folder.
func sheetsIn(folder string) sheets.Options {
	return sheets.Options{
		Catalogue: catalogue, Folder: folder, Draft: filepath.Join(folder, "state", "draft.yaml"),
		There: func() []collect.Arrival {
			names, _ := filepath.Glob(filepath.Join(folder, "*.yaml"))
			var all []collect.Arrival
			for _, name := range names {
				text, _ := os.ReadFile(name)
				a, err := answersfile.Read(name, text, catalogue)
				all = append(all, collect.Arrival{Source: filepath.Base(name), Answers: a, Err: err})
			}
			return all
		},
		Write: func(a *collect.Arrival) error {
			path := disk.Free(filepath.Join(folder, a.FileName()))
			a.Written = filepath.Base(path)
			return disk.Write(path, a.Text, disk.Options{Private: true})
		},
	}
}

// keyIn keys lines, and returns the transcript and how many lines were refused.
func keyIn(t *testing.T, o sheets.Options, lines ...string) (transcript string, refused int) {
	t.Helper()
	r, err := sheets.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	p := &person{lines: lines}
	talk := plain.Sheets{Run: r, In: p, Out: &p.transcript}
	if !talk.Ask(context.Background()) {
		t.Error("it was not left by choice")
	}
	_ = r.Close() // a test lets it fail
	return strings.ReplaceAll(p.transcript.String(), o.Folder, "spring"), talk.Refused
}

// checkAgain keys lines again, and returns the same.
func checkAgain(t *testing.T, o sheets.Options, lines ...string) (transcript string, refused int) {
	t.Helper()
	c, err := sheets.OpenCheck(sheets.CheckOptions{
		Catalogue: catalogue, Folder: o.Folder, There: o.There(), Spare: func(string) string { return "" },
	})
	if err != nil {
		t.Fatal(err)
	}
	p := &person{lines: lines}
	talk := plain.SheetCheck{Check: c, In: p, Out: &p.transcript}
	if !talk.Ask(context.Background()) {
		t.Error("it was not left by choice")
	}
	return p.transcript.String(), talk.Refused
}

const (
	sheetLine = "12345 dn-34 12345 dn-34"
	otherLine = "22222 22222 22222 22222"
)

func TestSheetTranscript(t *testing.T) {
	for _, tt := range []struct {
		name    string
		lines   []string
		refused int
	}{
		{"asks", []string{"Elm Street", "20", sheetLine + " m", otherLine, ""}, 0},
		{"asks again", []string{sheetLine, strings.Repeat("漢", 81), "sixty", "full", "q"}, 2},
		{"slips", []string{
			"", "quick", sheetLine[1:], sheetLine + "5", "x" + sheetLine, sheetLine + " chair", "note", "note 21 Hm.", "note x Hm.", "note 3",
			"note 3 " + strings.Repeat("a", 2001), "?", "１２３４５" + sheetLine[5:] + "staff", "quit",
		}, 8},
		{"left half way", []string{"", "20", "note 2 Really?"}, 0},
		{"nobody there", nil, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := sheetsIn(t.TempDir())
			transcript, refused := keyIn(t, o, tt.lines...)
			if refused != tt.refused {
				t.Errorf("%d lines are refused", refused)
			}
			golden.RequireEqual(t, transcript)
		})
	}
}

func TestSheetLinesAreWritten(t *testing.T) {
	o := sheetsIn(t.TempDir())
	keyIn(t, o, "Elm Street", "20", "note 2 Really?", sheetLine+" p", otherLine)
	there := o.There()
	if len(there) != 2 {
		t.Fatalf("%d files", len(there))
	}
	a := there[0].Answers
	if a.Role != assess.Partner || a.Topics[1].Note != "Really?" || a.Topics[5].Overall != assess.TallyOf(assess.DontKnow) || a.Respondent != "Sheet 1" {
		t.Errorf("%+v", a)
	}
	if b := there[1].Answers; b.Role != "" || b.Topics[1].Note != "" {
		t.Errorf("%+v", b)
	}
}

// What the screen has left half keyed is typed whole, and where another sheet has the number, that is said.
func TestSheetGoesOn(t *testing.T) {
	o := sheetsIn(t.TempDir())
	o.Coalition, o.Depth = "Elm Street", new(assess.Quick)
	r, err := sheets.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	r.Begin("", assess.Quick)
	r.Sheet.Key(4)
	r.Keep()
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	other := sheetsIn(t.TempDir())
	other.Coalition, other.Depth, other.Folder, other.Write = o.Coalition, o.Depth, o.Folder, o.Write
	keyIn(t, other, otherLine)
	transcript, _ := keyIn(t, o, sheetLine)
	if !strings.Contains(transcript, "There is another sheet 1 by now.\nSheet 2 was left after 1 of 20 statements. Type all of it.\n") {
		t.Errorf("it says\n%s", transcript)
	}
	if a := o.There()[1].Answers; a.Topics[0].Overall != assess.TallyOf(1) {
		t.Errorf("%+v", a.Topics[0])
	}
}

func TestSheetIsNotWritten(t *testing.T) {
	o := sheetsIn(t.TempDir())
	o.Coalition, o.Depth, o.Draft = "Elm Street", new(assess.Quick), ""
	write, failed := o.Write, false
	o.Write = func(a *collect.Arrival) error {
		if !failed {
			failed = true
			return errors.New("the disk is full")
		}
		return write(a)
	}
	transcript, refused := keyIn(t, o, sheetLine, sheetLine)
	for _, want := range []string{
		"Sheet 1 could not be written: the disk is full. Type it again.", "Sheet 1 is in elm-street-sheet-1.yaml.",
		"What is half keyed is not on disk for now: there is no folder for drafts",
	} {
		if !strings.Contains(transcript, want) {
			t.Errorf("it does not say %q:\n%s", want, transcript)
		}
	}
	if refused != 1 {
		t.Errorf("%d lines are refused", refused)
	}
}

// A sheet that cannot be written is kept as one that is half keyed.
func TestSheetThatIsNotWrittenIsKept(t *testing.T) {
	o := sheetsIn(t.TempDir())
	o.Coalition, o.Depth = "Elm Street", new(assess.Quick)
	o.Write = func(*collect.Arrival) error { return errors.New("the disk is full") }
	keyIn(t, o, sheetLine+" m")
	r, err := sheets.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	r.Begin("", assess.Quick)
	if s := r.Sheet; !s.Whole() || s.Rating(5) != assess.DontKnow || s.Answers.Role != assess.Member {
		t.Errorf("it goes on with %+v", s)
	}
}

func TestSheetNumberIsTaken(t *testing.T) {
	o := sheetsIn(t.TempDir())
	o.Coalition, o.Depth = "Elm Street", new(assess.Quick)
	r, err := sheets.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	p := &person{lines: []string{sheetLine}}
	talk := plain.Sheets{Run: r, In: p, Out: &p.transcript}
	there := o.There
	r.There = func() []collect.Arrival { // somebody else comes first
		if len(there()) == 0 {
			defer keyIn(t, sheetsElsewhere(t, o), otherLine)
		}
		return there()
	}
	if !talk.Ask(context.Background()) || len(there()) != 2 {
		t.Errorf("%d files", len(there()))
	}
	want := "There is another sheet 1 by now. Write 2 on this one.\nSheet 2 is in elm-street-sheet-2.yaml."
	if transcript := p.transcript.String(); !strings.Contains(transcript, want) {
		t.Errorf("it says\n%s", transcript)
	}
}

// sheetsElsewhere keys into the same folder with drafts of its own, as another computer does.
func sheetsElsewhere(t *testing.T, o sheets.Options) sheets.Options {
	t.Helper()
	other := sheetsIn(o.Folder)
	other.Draft = filepath.Join(t.TempDir(), "draft.yaml")
	other.Coalition, other.Depth = o.Coalition, o.Depth
	return other
}

func TestCheckTranscript(t *testing.T) {
	for _, tt := range []struct {
		name    string
		lines   []string
		refused int
		// want are parts of the first file.
		want []string
	}{
		{"right", []string{sheetLine + " m", otherLine}, 0, []string{"overcommitted: 2 ", "role: member"}},
		{"differs", []string{"15345 dn-34 12345 dn-34 l", "6", "55", "5", "chair", "?", "partner", "", "1"}, 3, []string{"overcommitted: 5 ", "role: partner"}},
		{"no role", []string{sheetLine, "-", "skip"}, 0, []string{"overcommitted: 2 "}},
		{"another sheet", []string{otherLine, "skip", "1", otherLine}, 1, []string{"overcommitted: 2 ", "role: member"}},
		{"another line", []string{otherLine, "2", "?", "no", sheetLine + " m"}, 1, []string{"overcommitted: 2 ", "role: member"}},
		{"most corrected", append([]string{otherLine + " m", "yes"}, slices.Repeat([]string{"2"}, 18)...), 0, []string{"unclear-purpose: 2 "}},
		{"left", []string{otherLine, "yes", "3"}, 0, []string{"overcommitted: 2 ", "role: member"}},
		{"left at a question", []string{"15345 dn-34 12345 dn-34 m", ""}, 0, []string{"overcommitted: 2 ", "role: member"}},
		{"left at a doubt", []string{otherLine, "q"}, 0, []string{"overcommitted: 2 ", "role: member"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := sheetsIn(t.TempDir())
			o.Coalition, o.Depth = "Elm Street", new(assess.Quick)
			keyIn(t, o, sheetLine+" m", otherLine)
			transcript, refused := checkAgain(t, o, tt.lines...)
			if refused != tt.refused {
				t.Errorf("%d lines are refused", refused)
			}
			text, _ := os.ReadFile(filepath.Join(o.Folder, "elm-street-sheet-1.yaml"))
			for _, want := range tt.want {
				if !strings.Contains(string(text), want) {
					t.Errorf("the file does not hold %q:\n%s", want, text)
				}
			}
			golden.RequireEqual(t, transcript)
		})
	}
}

// scriptIn keys the lines of a script for a folder whose coalition and depth are known, and returns the transcript.
func scriptIn(t *testing.T, o sheets.Options, lines ...string) (transcript string, refused int) {
	t.Helper()
	o.Coalition, o.Depth = "Elm Street", new(assess.Quick)
	r, err := sheets.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	p := &person{lines: lines}
	talk := plain.Sheets{Run: r, In: p, Out: &p.transcript, Scripted: true}
	talk.Ask(context.Background())
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(p.transcript.String(), o.Folder, "spring"), talk.Refused
}

// Blank lines of a script mean nothing, the number of a line that is refused stays free, and it can be given with the line later.
func TestSheetsOfAScript(t *testing.T) {
	o := sheetsIn(t.TempDir())
	transcript, refused := scriptIn(t, o, sheetLine+" m", "", " ", "note 3 Hm.", sheetLine[1:], sheetLine[2:], otherLine, "1: "+otherLine, "x: 1", "8: "+otherLine)
	if refused != 4 {
		t.Errorf("%d lines are refused", refused)
	}
	corrected, refused := scriptIn(t, o, "2: "+sheetLine+" l", "", "３：１"+sheetLine[1:])
	if refused != 0 {
		t.Errorf("%d lines are refused", refused)
	}
	for i, want := range []string{"member", "leader", "", "", "", "", "", ""} {
		switch file := collect.FileOf(o.There(), i+1); {
		case file == nil && i+1 != 5 && i+1 != 6 && i+1 != 7:
			t.Errorf("there is no sheet %d", i+1)
		case file != nil && (string(file.Answers.Role) != want || file.Answers.Topics[2].Note != ""):
			t.Errorf("sheet %d is %+v", i+1, file.Answers)
		}
	}
	golden.RequireEqual(t, transcript+"\n"+corrected)
}

// A script ends where the disk takes no sheet: the next line is another one.
func TestScriptEndsWhereNothingIsWritten(t *testing.T) {
	o := sheetsIn(t.TempDir())
	o.Write = func(*collect.Arrival) error { return errors.New("the disk is full") }
	transcript, refused := scriptIn(t, o, sheetLine, otherLine)
	if want := "Sheet 1 could not be written: the disk is full. Lines behind it were not read.\n"; !strings.HasSuffix(transcript, want) || refused != 1 {
		t.Errorf("%d are refused, and it says\n%s", refused, transcript)
	}
}

// The check names the file where several have a number, and passes blank lines of a script over.
func TestCheckOfFilesWithOneNumber(t *testing.T) {
	o := sheetsIn(t.TempDir())
	o.Coalition, o.Depth = "Elm Street", new(assess.Quick)
	keyIn(t, o, sheetLine+" m")
	text, err := os.ReadFile(filepath.Join(o.Folder, "elm-street-sheet-1.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(o.Folder, "maple-street-sheet-1.yaml"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := sheets.OpenCheck(sheets.CheckOptions{Catalogue: catalogue, Folder: o.Folder, There: o.There()})
	if err != nil {
		t.Fatal(err)
	}
	p := &person{lines: []string{"", sheetLine + " m", "", "?", sheetLine + " m"}}
	talk := plain.SheetCheck{Check: c, In: p, Out: &p.transcript, Scripted: true}
	if !talk.Ask(context.Background()) || len(c.Done) != 2 || talk.Refused != 0 {
		t.Errorf("%d are refused, and %d done", talk.Refused, len(c.Done))
	}
	golden.RequireEqual(t, p.transcript.String())
}
