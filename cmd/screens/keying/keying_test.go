package keying

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/render/style"
)

// sheetOf is a sheet of paper: its answers, a character each, and the role.
type sheetOf struct {
	answers string
	role    assess.Role
}

func (s sheetOf) keys() []string {
	keys := []string{s.answers}
	if s.role != "" {
		keys = append(keys, string(s.role)[:1])
	}
	return append(keys, "enter")
}

// same reports whether answers are those of the sheet.
func (s sheetOf) same(a *assess.Answers, depth assess.Depth) bool {
	for i, p := range (assess.Questionnaire{Catalogue: catalogue, Depth: depth}).Places() {
		if r, _ := collect.RatingOf(rune(s.answers[i])); a.At(p) != assess.TallyOf(r) {
			return false
		}
	}
	return a.Role == s.role
}

// drawSheets returns sheets as nobody fills them in.
func drawSheets(n, statements int) []sheetOf {
	random := rand.New(rand.NewPCG(1, 2))
	all := make([]sheetOf, n)
	for i := range all {
		for range statements {
			all[i].answers += string("12345dn-"[random.IntN(8)])
		}
		all[i].role = append(assess.Roles(), "")[random.IntN(5)]
	}
	return all
}

// A stack of 25 quick sheets takes at most 24 keys each, and each file holds what is on its sheet.
func TestStackOfSheets(t *testing.T) {
	t.Parallel()
	const most = 24
	d := newDriver(t, t.TempDir(), assess.Quick, 80, 24)
	for i, sheet := range drawSheets(25, 20) {
		d.pressed = 0
		if d.press(sheet.keys()...); d.pressed > most {
			t.Errorf("sheet %d takes %d keys", i+1, d.pressed)
		}
		a := d.read(fmt.Sprintf("riverside-youth-coalition-sheet-%d.yaml", i+1))
		if !sheet.same(a, assess.Quick) || a.Respondent != collect.SheetName(i+1) || a.Coalition != "Riverside Youth Coalition" || a.Date != "" {
			t.Errorf("sheet %d, %v, is %+v", i+1, sheet, a)
		}
	}
}

func TestFullSheet(t *testing.T) {
	t.Parallel()
	d := newDriver(t, t.TempDir(), assess.Full, 40, 12)
	sheet := drawSheets(1, 50)[0]
	if d.press(sheet.keys()...); !sheet.same(first(d), assess.Full) {
		t.Errorf("%v is %+v", sheet, first(d))
	}
}

func first(d *driver) *assess.Answers { return d.read("riverside-youth-coalition-sheet-1.yaml") }

func TestCorrections(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		keys []string
		want sheetOf
	}{
		{"taken back", []string{"123", "backspace", "backspace", twenty[1:], "enter"}, sheetOf{twenty, ""}},
		{"keyed over", []string{"1534", "left", "left", "left", "2", "end", twenty[4:], "m", "enter"}, sheetOf{"12" + "34" + twenty[4:], assess.Member}},
		{"no role after all", []string{twenty, "m", "-", "enter"}, sheetOf{twenty, ""}},
		{"from the role", []string{twenty, "m", "backspace", "s", "left", "5", "enter"}, sheetOf{twenty[:19] + "5", assess.Staff}},
		{"in the other line", []string{twenty, "home", "right", "down", "5", "up", "4", "enter"}, sheetOf{"12445dn-34" + "15345dn-34", ""}},
		{"full-width digits", []string{"１２３４５", twenty[5:], "enter"}, sheetOf{twenty, ""}},
		{"capitals", []string{strings.ToUpper(twenty), "L", "enter"}, sheetOf{twenty, assess.Leader}},
		{"the rest left open", []string{ten, "enter", "enter"}, sheetOf{ten + "----------", ""}},
		{"what is no answer", []string{"1", "x", "6", "0", " ", twenty[1:], "3", "d", "enter"}, sheetOf{twenty, ""}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newDriver(t, t.TempDir(), assess.Quick, 60, 20).press(tt.keys...)
			if !tt.want.same(first(d), assess.Quick) {
				t.Errorf("written is %+v", first(d))
			}
		})
	}
}

// Keys that terminals report in their own ways mean what people mean.
func TestKeysOfTerminals(t *testing.T) {
	t.Parallel()
	d := newDriver(t, t.TempDir(), assess.Quick, 60, 20)
	d.send(tea.KeyPressMsg{Code: '4', Text: "4"})
	d.send(tea.KeyPressMsg{Code: '4', Text: "4", IsRepeat: true}) // held down
	d.send(tea.KeyPressMsg{Code: 'в', BaseCode: 'd', Text: "в"})  // where D is on another keyboard
	d.send(tea.KeyPressMsg{Code: 'в', Text: "в"})                 // where nobody knows
	d.shows(t, "Keys here need a Latin keyboard layout.")
	if s := d.s.sheet(); s.Keyed() != 2 || s.Rating(0) != 4 || s.Rating(1) != assess.DontKnow {
		t.Errorf("keyed is %d", s.Keyed())
	}
}

func TestPaste(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, notice, keys string }{
		{"12345 dn-34\t12345 dn-34 m\n", "", twenty},
		{"12345dn-34 12x", `Pasted up to 'x', which does not fit.`, ten + "12"},
		{twenty + "-", "", twenty},
		{twenty + "3", `Pasted up to '3', which does not fit.`, twenty},
	} {
		d := newDriver(t, t.TempDir(), assess.Quick, 80, 24).send(tea.PasteMsg{Content: tt.text})
		if d.s.sheet().Keyed() != len(tt.keys) || d.s.app.Notice() != tt.notice {
			t.Errorf("%q: %d, %q", tt.text, d.s.sheet().Keyed(), d.s.app.Notice())
		}
	}
	d := newDriver(t, t.TempDir(), assess.Quick, 80, 24).send(tea.PasteMsg{Content: twenty + " staff"}).press("enter")
	if !(sheetOf{twenty, assess.Staff}).same(first(d), assess.Quick) {
		t.Errorf("written is %+v", first(d))
	}
}

// A statement that is passed over is noticed, because the role is then no answer, and so is one that is keyed twice.
func TestSlipsAreNoticedAtTheEnd(t *testing.T) {
	t.Parallel()
	d := newDriver(t, t.TempDir(), assess.Quick, 60, 20).press(twenty[1:], "m")
	d.shows(t, "Not an answer")
	d.press("enter")
	d.shows(t, "Not keyed: 1.")
	d = newDriver(t, t.TempDir(), assess.Quick, 60, 20).press(twenty, "4")
	d.shows(t, "All 20 are keyed")
}

func TestNothingIsWrittenOfAnEmptySheet(t *testing.T) {
	t.Parallel()
	d := newDriver(t, t.TempDir(), assess.Quick, 60, 20).press("enter", "enter")
	d.shows(t, "Nothing is keyed yet.")
	if len(d.there()) > 0 {
		t.Error("a sheet is written")
	}
	d.press(twenty, "enter", "backspace")
	d.shows(t, "It is written: --check corrects it.")
}

func TestNotesAndEsc(t *testing.T) {
	t.Parallel()
	d := newDriver(t, t.TempDir(), assess.Quick, 60, 20).press("12", "w", "up", "enter", "Asked twice.", "enter", "Yes.", "esc", "d", "n")
	d.shows(t, "Not taken: after Esc, move") // who goes on writing keys nothing
	d.press("end", twenty[2:], "w", "end", "enter", "Fine.", "esc", "enter")
	a := first(d)
	if a.Topics[1].Note != "Asked twice.\nYes." || a.Topics[19].Note != "Fine." || !(sheetOf{twenty, ""}).same(a, assess.Quick) {
		t.Errorf("%+v", a)
	}
}

func TestLeaving(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	d := newDriver(t, folder, assess.Quick, 60, 20).press(ten, "q")
	if !d.quit || !d.s.quit {
		t.Fatal("q does not leave")
	}
	if err := d.s.run.Close(); err != nil {
		t.Fatal(err)
	}
	d = newDriver(t, folder, assess.Quick, 60, 20)
	d.shows(t, "Sheet 1 goes on where you left it.")
	d.press(twenty[10:], "ctrl+c")
	if !d.quit || d.s.quit {
		t.Error("Ctrl+C does not leave, or is taken for q")
	}
	if err := d.s.run.Close(); err != nil {
		t.Fatal(err)
	}
	d = newDriver(t, folder, assess.Quick, 60, 20).press("enter")
	if !(sheetOf{twenty, ""}).same(first(d), assess.Quick) {
		t.Errorf("%+v", first(d))
	}
}

// A note is on disk with every letter.
func TestNoteIsKept(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	d := newDriver(t, folder, assess.Quick, 60, 20).press("12", "w", "enter", "Asked twice.", "ctrl+c")
	if err := d.s.run.Close(); err != nil || !d.quit {
		t.Fatal(err, d.quit)
	}
	d = newDriver(t, folder, assess.Quick, 60, 20)
	if note := d.s.sheet().Answers.Topics[2].Note; note != "Asked twice." {
		t.Errorf("the note is %q", note)
	}
}

// Where the disk takes nothing, that is said, and leaving asks once.
func TestDiskRefuses(t *testing.T) {
	t.Parallel()
	d := &driver{t: t, folder: t.TempDir(), refuse: errors.New("the disk is full")}
	o := d.options()
	o.Depth = new(assess.Quick)
	o.Coalition = "Riverside Youth Coalition"
	o.Draft = filepath.Join(d.folder, "file", "draft.yaml")
	if err := os.WriteFile(filepath.Join(d.folder, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d.open(o, 60, 20).press(twenty)
	d.shows(t, "The disk takes no half keyed sheet.")
	d.press("enter")
	d.shows(t, "Not written; Enter tries again: the disk is full.")
	if d.press("q"); d.quit {
		t.Fatal("it leaves")
	}
	d.shows(t, "Sheet 1 is not kept. Again: leave.")
	d.refuse = nil
	d.press("enter")
	d.shows(t, "Written. Write 2 on the next sheet.")
	if d.press("q"); !d.quit || !d.s.quit {
		t.Error("it does not leave")
	}
}

func TestNumberIsTaken(t *testing.T) {
	t.Parallel()
	d := newDriver(t, t.TempDir(), assess.Quick, 60, 20).press(twenty, "m")
	text := "format: coalcheck/1\ncoalition: Riverside Youth Coalition\nrespondent: Sheet 1\npitfalls: {overcommitted: 3}\n"
	if err := os.WriteFile(filepath.Join(d.folder, "riverside-youth-coalition-sheet-1.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	d.press("enter")
	d.shows(t, "1 is taken: write 2. Enter again.", "Write 2 on the sheet")
	d.press("enter")
	if !(sheetOf{twenty, assess.Member}).same(d.read("riverside-youth-coalition-sheet-2.yaml"), assess.Quick) {
		t.Error("another sheet")
	}
}

func TestAsksOnce(t *testing.T) {
	t.Parallel()
	d := &driver{t: t, folder: t.TempDir()}
	d.open(d.options(), 60, 20).press("Elm Street", "enter", "down", "esc", " 2", "enter", "enter")
	d.press(fifty, "enter")
	if a := d.read("elm-street-2-sheet-1.yaml"); a.Coalition != "Elm Street 2" || a.Depth() != assess.Full {
		t.Errorf("%+v", a)
	}
	if err := d.s.run.Close(); err != nil {
		t.Fatal(err)
	}
	d.open(d.options(), 60, 20)
	d.shows(t, "Write 2 on the sheet")
}

func TestCheck(t *testing.T) {
	t.Parallel()
	d := newDriver(t, t.TempDir(), assess.Quick, 80, 24).press(twenty, "m", "enter", twenty, "enter", twenty, "enter")
	d.check(80, 24)
	d.press(twenty, "m", "enter")
	d.shows(t, "Sheet 1 is right.", "Key sheet 2 again")
	d.press("tab")
	d.shows(t, "Key sheet 3 again")
	d.press("x13345dn-34"+ten, "l", "enter")
	d.shows(t, "Difference 1 of 2", "Keyed first: 2 Rarely", "Keyed now:   3 Sometimes")
	d.press("x")
	d.shows(t, "Key what stands on the sheet.")
	d.press("5")
	d.shows(t, "The role", "Keyed now:   l leader")
	d.press("left")
	d.shows(t, "Difference 1 of 2")
	d.press("3", "p")
	if !d.quit || !d.s.quit {
		t.Fatal("it does not end")
	}
	if !(sheetOf{"13" + twenty[2:], assess.Partner}).same(d.read("riverside-youth-coalition-sheet-3.yaml"), assess.Quick) {
		t.Error("another sheet")
	}
	if done := d.s.check.Done; len(done) != 2 || done[1].Corrected != 2 {
		t.Errorf("%+v", done)
	}
}

// Any keys at any size: nothing panics, and nothing is wider or higher than the window.
func TestAnyKeys(t *testing.T) {
	t.Parallel()
	names := []string{
		"1", "3", "5", "d", "n", "-", "l", "m", "s", "p", "x", "6", "w", "?", "q", "enter", "enter", "esc", "tab", "space", "up", "down", "left", "right",
		"pgup", "pgdown", "home", "end", "backspace", twenty, ten,
	}
	rapid.Check(t, func(rt *rapid.T) {
		width, height := rapid.IntRange(1, 120).Draw(rt, "width"), rapid.IntRange(1, 40).Draw(rt, "height")
		d := &driver{t: rt, folder: t.TempDir()}
		switch rapid.IntRange(0, 2).Draw(rt, "mode") {
		case 0:
			d.open(d.options(), width, height)
		case 1:
			d = newDriver(rt, d.folder, rapid.SampledFrom([]assess.Depth{assess.Quick, assess.Full}).Draw(rt, "depth"), width, height)
		default:
			d = newDriver(rt, d.folder, assess.Quick, 60, 20).press(twenty, "m", "enter", twenty, "enter")
			run := d.s.run
			defer func() { _ = run.Close() }()
			d.check(width, height)
		}
		if run := d.s.run; run != nil {
			defer func() { _ = run.Close() }()
		}
		for _, key := range rapid.SliceOfN(rapid.SampledFrom(names), 0, 40).Draw(rt, "keys") {
			if d.press(key); d.quit {
				break
			}
			if rapid.IntRange(0, 9).Draw(rt, "resize") == 0 {
				width, height = rapid.IntRange(1, 120).Draw(rt, "width"), rapid.IntRange(1, 40).Draw(rt, "height")
				d.send(tea.WindowSizeMsg{Width: width, Height: height})
			}
			lines := strings.Split(d.screen(), "\n")
			if len(lines) > height {
				rt.Fatalf("%d lines in %d:\n%s", len(lines), height, d.screen())
			}
			for _, line := range lines {
				if style.Width(line) > width {
					rt.Fatalf("%q is wider than %d", line, width)
				}
			}
		}
	})
}

// A sheet of which most differs may be another person's: it is corrected only after a second yes.
func TestMostDiffersIsConfirmed(t *testing.T) {
	t.Parallel()
	d := newDriver(t, t.TempDir(), assess.Quick, 80, 24).press(twenty, "m", "enter", twenty, "enter")
	d.check(80, 24).press(strings.Repeat("2", 20), "enter")
	d.shows(t, "Is this the same sheet?", "riverside-youth-coalition-sheet-1.yaml")
	d.press("enter", "2", "esc", "enter", "tab")
	d.shows(t, "Key sheet 2 again")
	if !(sheetOf{twenty, assess.Member}).same(first(d), assess.Quick) || len(d.s.check.Done) > 0 {
		t.Error("it is corrected")
	}
	d.press(strings.Repeat("2", 20), "enter", "y")
	d.shows(t, "Difference 1 of 18")
	d.press(strings.Repeat("2", 18))
	if a := d.read("riverside-youth-coalition-sheet-2.yaml"); !(sheetOf{strings.Repeat("2", 20), ""}).same(a, assess.Quick) || !d.quit {
		t.Errorf("it is %+v", a)
	}
}

// Where several files have a number, the one that is meant is named.
func TestSeveralFilesOfOneNumber(t *testing.T) {
	t.Parallel()
	d := newDriver(t, t.TempDir(), assess.Quick, 80, 24).press(twenty, "m", "enter")
	text, err := os.ReadFile(filepath.Join(d.folder, "riverside-youth-coalition-sheet-1.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.folder, "elm-street-sheet-1.yaml"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	d.check(40, 12)
	d.shows(t, "Several files are sheet 1.", "elm-street-sheet-1.yaml")
	d.press("enter", twenty, "m", "enter")
	d.shows(t, "Several files are sheet 1.", "riverside-youth-coalition-sheet-1.yaml")
	d.press("enter", twenty, "m", "enter")
	if !d.quit || len(d.s.check.Done) != 2 {
		t.Errorf("%+v", d.s.check.Done)
	}
}

// The way on is in sight also where the reason is long.
func TestReasonIsLong(t *testing.T) {
	t.Parallel()
	d := &driver{t: t, folder: t.TempDir(), refuse: errors.New(strings.Repeat("a very long path ", 20))}
	o := d.options()
	o.Coalition, o.Depth = "Riverside Youth Coalition", new(assess.Quick)
	d.open(o, 40, 12).press(twenty, "enter")
	d.shows(t, "Not written; Enter tries again:")
}
