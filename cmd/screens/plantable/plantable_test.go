package plantable

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestWhoAndWhen(t *testing.T) {
	d := newDriver(t, t.TempDir(), riverside, 80, 24)
	d.press("enter", "Kim", "enter", "10 dec", "enter")
	d.holds(t, "Thank everybody.\n        owner: Kim\n        due: 2026-12-10\n")
	d.shows(t, "10 Dec")
	d.press("d", "-", "enter", "enter", "backspace", "backspace", "backspace", "None")
	d.shows(t, "nobody")
	d.press("esc", "down", "up")
	d.holds(t, "Thank everybody.\n        owner:\n        due:\n")
	d.press("enter", "Ben", "esc", "down", "up")
	d.holds(t, "Thank everybody.\n        owner: Ben\n        due:\n")
	d.press("d", "in two weeks", "esc", "down", "up")
	d.holds(t, "due: 2026-12-10\n")
	d.press("d", "soon", "enter")
	d.shows(t, "No day yet.")
	d.press("esc")
	d.shows(t, "That was no day")
	d.holds(t, "due: 2026-12-10\n")
	if d.press("q"); !d.quit || !d.s.quit {
		t.Error("q does not leave")
	}
}

func TestEveryKeyOfARow(t *testing.T) {
	d := newDriver(t, t.TempDir(), riverside, 80, 24)
	d.press("space")
	d.holds(t, "Thank everybody.\n        done: 2026-11-26\n")
	d.press("x")
	d.holds(t, "Thank everybody.\n        dropped: 2026-11-26\n")
	d.press("u", "u")
	d.holds(t, "Thank everybody.\n      - do: Print")
	d.press("m", "Nice", "enter", "work", "esc")
	d.holds(t, "Thank everybody.\n        note: |-\n          Nice\n          work\n")
	d.press("u")
	d.shows(t, "Not taken: after Esc")
	d.press("down", "u")
	d.shows(t, "The note is as it was.")
	d.holds(t, "Thank everybody.\n      - do: Print")
	d.press("a", "Buy a cake", "enter")
	d.shows(t, "Who does it? Buy a cake")
	d.press("enter", "enter")
	d.holds(t, "      - id: own-5\n        do: Buy a cake\n        owner:\n        due:\n")
	d.shows(t, "› [ ]  Buy a cake")
	d.press("l")
	if strings.Contains(d.file(), "cake") {
		t.Errorf("it is not left out:\n%s", d.file())
	}
	d.shows(t, "left out")
	d.press("space")
	d.shows(t, "It is left out: l takes it in again.")
	d.press("l")
	d.holds(t, "Buy a cake")
	d.press("u", "u", "u", "u")
	d.shows(t, "There is no change to take back.")
	if d.file() != riverside {
		t.Errorf("the file is not as it was:\n%s", d.file())
	}
}

// TestBeginsWithWhatIsUrgent opens a plan with the mark on what is late, then on what waits for somebody, then on the first.
func TestBeginsWithWhatIsUrgent(t *testing.T) {
	inTime := strings.Replace(riverside, "2026-11-15", "2026-12-15", 1)
	for text, want := range map[string]string{
		riverside: "List everything", inTime: waiting, strings.Replace(inTime, waiting, waiting+"\n        owner: Ben", 1): "List everything",
	} {
		plan, err := planfile.Read("plan.yaml", []byte(text), pitfalls.English())
		if err != nil {
			t.Fatal(err)
		}
		if s := newScreen(filepath.Join(t.TempDir(), "plan.yaml"), text, plan, 80, 24); !strings.HasPrefix(s.row().Do, want) {
			t.Errorf("%q is marked and not %q", s.row().Do, want)
		}
	}
}

// TestFarOffDay has the year left out of a day that was not long ago: the next one is meant then, which may be wrong.
func TestFarOffDay(t *testing.T) {
	d := newDriver(t, t.TempDir(), riverside, 80, 24)
	d.press("d", "10 nov")
	d.shows(t, "Wed 10 Nov 2027: next year, in 349 days")
	d.press("esc", "up", "down", "d", "2027-11-10")
	d.shows(t, "Wed 10 Nov 2027, in 349 days")
}

func TestNoTenthAction(t *testing.T) {
	d := newDriver(t, t.TempDir(), strings.Replace(nine, "format", "# the big one\nformat", 1), 80, 24)
	d.press("a")
	d.shows(t, "Nine are open")
	d.press("space", "a", "Sing", "enter", "esc", "home", "space")
	d.shows(t, "Nine are open")
	d.holds(t, "do: Sing", "done: 2026-11-26")
}

func TestSomebodyElseChangesTheFile(t *testing.T) {
	d := newDriver(t, t.TempDir(), riverside, 80, 24)
	theirs := strings.NewReplacer("Thank everybody.\n", "Thank everybody.\n        owner: Ben\n", "due: 2026-12-18", "due: 2026-12-19").Replace(riverside)
	d.press("enter", "Kim")
	d.write(theirs)
	d.press("esc")
	d.shows(t, "Somebody else has changed 2 actions.", "somebody else wrote Ben, and you wrote Kim", "19 Dec", "y yours", "[ ]!")
	d.holds(t, "owner: Ben", "due: 2026-12-19")
	d.press("q")
	d.shows(t, "Undecided: 1")
	d.press("down", "up", "y")
	d.press("down", "up", "y")
	d.holds(t, "owner: Kim", "due: 2026-12-19")
	if d.press("q"); !d.quit {
		t.Error("q does not leave")
	}
}

// TestSomebodyElseChangesWhatIsLeftOut has the person decide what goes.
func TestSomebodyElseChangesWhatIsLeftOut(t *testing.T) {
	d := newDriver(t, t.TempDir(), riverside, 80, 24)
	d.write(strings.Replace(riverside, "Thank everybody.\n", "Thank everybody.\n        owner: Ben\n", 1))
	d.press("l")
	d.shows(t, "You left this action out, and somebody else changed it: it is in the plan.", "y yours")
	d.holds(t, "owner: Ben")
	d.press("q")
	d.shows(t, "Undecided: 1")
	d.press("y")
	if strings.Contains(d.file(), "Thank everybody.") {
		t.Errorf("it is in the file:\n%s", d.file())
	}
	d.press("u")
	d.holds(t, "owner: Ben")
}

// TestBothAddAnAction has somebody else add an action with the id that the one of this person has, too.
func TestBothAddAnAction(t *testing.T) {
	d := newDriver(t, t.TempDir(), riverside, 80, 24)
	theirs := riverside + "      - id: own-5\n        do: Dance.\n"
	d.press("a", "Clap.")
	d.write(theirs)
	d.press("enter")
	d.shows(t, "› [ ]  Clap.", "Who does it? Clap.")
	d.press("Kim", "enter", "10 dec", "enter", "m", "Loud", "esc")
	d.holds(t, theirs, "        do: Clap.\n        owner: Kim\n        due: 2026-12-10\n        note: Loud\n")
	// The same while something is written into it.
	d = newDriver(t, t.TempDir(), riverside, 80, 24)
	d.press("a", "Clap.")
	if err := os.Remove(d.path); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(d.path, 0o700); err != nil { // so nothing is saved
		t.Fatal(err)
	}
	d.press("enter", "enter", "enter", "m", "L")
	if err := os.Remove(d.path); err != nil {
		t.Fatal(err)
	}
	d.write(theirs)
	d.press("oud", "esc", "end", "o", "Kim", "esc")
	d.holds(t, theirs, "        do: Clap.\n        owner: Kim\n        due:\n        note: Loud\n")
}

func TestTheirsStays(t *testing.T) {
	d := newDriver(t, t.TempDir(), riverside, 80, 24)
	d.press("enter", "Kim")
	d.write(strings.Replace(riverside, "Thank everybody.\n", "Thank everybody.\n        owner: Ben\n", 1))
	d.press("esc", "down", "up", "t")
	d.holds(t, "owner: Ben")
	if len(d.s.o.Table.Conflicts()) != 0 || strings.Contains(d.screen(), "[ ]!") {
		t.Errorf("it is undecided still:\n%s", d.screen())
	}
}

func TestWhatCannotBeWrittenIsTriedAgain(t *testing.T) {
	d := newDriver(t, t.TempDir(), riverside, 80, 24)
	d.write("format: nothing\n")
	d.press("space")
	d.shows(t, "Not on disk: the file was changed")
	if d.file() != "format: nothing\n" {
		t.Errorf("it was overwritten:\n%s", d.file())
	}
	d.write(riverside)
	d.press("x", "x")
	d.holds(t, "Sing.")
	if strings.Contains(d.screen(), "Not on disk") {
		t.Errorf("it says so still:\n%s", d.screen())
	}
}

func TestLeavingKeepsWhatIsHalfTyped(t *testing.T) {
	for name, keys := range map[string][]string{
		"who": {"enter", "Half typed"}, "when": {"d", "in two weeks"}, "what": {"a", "Half typed"}, "a note": {"m", "Half typed"},
	} {
		d := newDriver(t, t.TempDir(), riverside, 80, 24).press(keys...).press("ctrl+c")
		if text := d.file(); !d.quit || d.s.quit || !strings.Contains(text, "Half typed") && !strings.Contains(text, "2026-12-10") {
			t.Errorf("%s: left %t, by q %t:\n%s", name, d.quit, d.s.quit, text)
		}
	}
}

func TestAsOneScreenOfOthers(t *testing.T) {
	d := newDriver(t, t.TempDir(), riverside, 80, 24)
	onward := false
	d.s.o.Onward = func() { onward = true }
	if d.press("right"); !onward {
		t.Error("→ does not lead on")
	}
	d.shows(t, "→ go on", "← back")
}

var (
	keys = []string{
		"enter", "enter", "o", "d", "space", "x", "a", "m", "l", "u", "y", "t", "?", "q", "up", "down", "home", "end", "pgup", "pgdown", "esc", "esc",
		"tab", "left", "right", "backspace", "Ana", "fri", "3/4", "-", "ctrl+c", "Ж", "漢",
	}
	pasted = []string{
		"\x1b[31;5mred", "a\u202egpj", "a\rb\tc", strings.Repeat("漢", 90), strings.Repeat("word ", 500), "", "👩\u200d👩\u200d👧", "=1+1", "- x: # y",
	}
	styling = regexp.MustCompile(`\x1b\[[0-9;:]*m`)
)

// TestAnyKeysLoseNothing presses any keys at any size. After each, the file holds what the table shows, and no line leaves
// the window or acts on the terminal.
func TestAnyKeysLoseNothing(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		width, height := 80, 24
		d := newDriver(t, folder, rapid.SampledFrom([]string{riverside, nine, "format: coalcheck-plan/1\n"}).Draw(t, "plan"), width, height)
		defer d.s.o.File.Close()
		for range rapid.IntRange(0, 25).Draw(t, "steps") {
			switch rapid.IntRange(0, 9).Draw(t, "kind") {
			case 0:
				width, height = rapid.IntRange(0, 200).Draw(t, "width"), rapid.IntRange(0, 70).Draw(t, "height")
				d.send(tea.WindowSizeMsg{Width: width, Height: height})
			case 1:
				d.send(tea.PasteMsg{Content: rapid.SampledFrom(pasted).Draw(t, "paste")})
			default:
				d.press(rapid.SampledFrom(keys).Draw(t, "key"))
			}
			d.check(t, width, height)
		}
	})
}

func (d *driver) check(t *rapid.T, width, height int) {
	content := d.s.app.View().Content
	lines := strings.Split(content, "\n")
	if content != "" && len(lines) > height {
		t.Fatalf("%d lines in a window of %d×%d:\n%s", len(lines), width, height, content)
	}
	for _, line := range lines {
		if w := max(ansi.StringWidth(line), ansi.StringWidthWc(line)); w > width {
			t.Fatalf("a line of %d columns in a window of %d×%d: %q", w, width, height, line)
		}
		if plain := styling.ReplaceAllString(line, ""); strings.Contains(line, "\x1b[31;5m") || safetext.Visible(plain) != plain {
			t.Fatalf("a line that acts on the terminal: %q", line)
		}
	}
	plan, err := planfile.Read("plan.yaml", []byte(d.file()), pitfalls.English())
	if err != nil {
		t.Fatal(err)
	}
	if text := planfile.Format(d.s.o.Table.Plan()); !bytes.Equal(planfile.Format(plan), text) {
		t.Fatalf("the file holds\n%s\nthe table\n%s", d.file(), text)
	}
}

// TestAllRowsCanBeReached moves through a long plan at many sizes: the marked action is in sight.
func TestAllRowsCanBeReached(t *testing.T) {
	var b strings.Builder
	b.WriteString("format: coalcheck-plan/1\nsteps:\n")
	for s, pitfall := range []string{"overcommitted", "unclear-purpose", "self-interest"} {
		fmt.Fprintf(&b, "  - pitfall: %s\n    actions:\n", pitfall)
		for i := range 20 {
			fmt.Fprintf(&b, "      - {do: Number %d, done: 2026-11-20}\n", s*20+i+1)
		}
	}
	for _, size := range [][2]int{{40, 12}, {60, 16}, {80, 24}, {120, 50}} {
		d := newDriver(t, t.TempDir(), b.String(), size[0], size[1])
		for _, way := range []string{"down", "up"} {
			for i := range 60 {
				n := i + 1
				if way == "up" {
					n = 60 - i
				}
				if want := fmt.Sprintf("› [x]  Number %d ", n); !strings.Contains(d.screen(), want) {
					t.Fatalf("%v, %s: no %q in\n%s", size, way, want, d.screen())
				}
				d.press(way)
			}
		}
		d.press("pgdown", "end")
		d.shows(t, "› [x]  Number 60")
		d.press("pgup", "home")
		d.shows(t, "› [x]  Number 1")
	}
}

func TestLockIsReleased(t *testing.T) {
	folder := t.TempDir()
	d := newDriver(t, folder, riverside, 80, 24)
	other := newDriver(t, folder, riverside, 80, 24)
	other.shows(t, "Open elsewhere, too")
	d.s.o.File.Close()
	other.s.o.File.Close()
	if names, err := os.ReadDir(folder); err != nil || len(names) != 1 {
		t.Errorf("%v, %v", names, err)
	}
}

func TestActionsOfANewerCatalogueAreKept(t *testing.T) {
	const newer = "# the big one\nformat: coalcheck-plan/1\ncatalogue: 2\nsteps:\n  - pitfall: too-many-meetings\n    actions:\n" +
		"      - id: too-many-meetings.cancel-one\n        do: Cancel one.\n"
	d := newDriver(t, t.TempDir(), newer, 80, 24)
	d.shows(t, "too-many-meetings", "Cancel one.")
	d.press("space")
	d.holds(t, newer+"        done: 2026-11-26\n")
}

// TestNoteOfSomebodyElseStays writes a note while somebody else writes another one: theirs stays until the person chooses.
func TestNoteOfSomebodyElseStays(t *testing.T) {
	theirs := strings.Replace(riverside, "Thank everybody.\n", "Thank everybody.\n        note: Theirs\n", 1)
	for key, kept := range map[string]string{"y": "Mine, all of it", "t": "Theirs"} {
		d := newDriver(t, t.TempDir(), riverside, 80, 24)
		d.press("m", "Mine")
		d.write(theirs)
		d.press(",", "space", "all")
		d.holds(t, "note: Theirs")
		d.press("esc", "down", "up", "m", " of it")
		d.holds(t, "note: Theirs")
		d.press("esc", "down", "up", key)
		d.holds(t, "note: "+kept)
		if n := len(d.s.o.Table.Conflicts()); n != 0 {
			t.Errorf("%s: %d conflicts are left", key, n)
		}
	}
}

// TestNoteThatBecomesTheirs types what somebody else wrote: there is nothing to choose.
func TestNoteThatBecomesTheirs(t *testing.T) {
	d := newDriver(t, t.TempDir(), riverside, 80, 24)
	d.press("m", "B")
	d.write(strings.Replace(riverside, "Thank everybody.\n", "Thank everybody.\n        note: Bus\n", 1))
	d.press("u")
	d.holds(t, "note: Bus")
	d.press("s", "esc")
	d.holds(t, "note: Bus")
	if n := len(d.s.o.Table.Conflicts()); n != 0 {
		t.Errorf("%d conflicts", n)
	}
}

// hundred is a plan of 100 actions, of which the last is open.
func hundred() string {
	return "# the big one\nformat: coalcheck-plan/1\nsteps:\n  - actions:\n" + strings.Repeat("      - {do: Sing., done: 2026-11-20}\n", 99) + "      - do: Dance.\n"
}

func TestNoHundredAndFirstAction(t *testing.T) {
	d := newDriver(t, t.TempDir(), hundred(), 80, 24)
	d.press("a")
	d.shows(t, "A plan has 100 actions at most.", "who, when")
	// Somebody else adds the hundredth one while one is typed.
	before := strings.Replace(hundred(), "      - {do: Sing., done: 2026-11-20}\n", "", 1)
	for _, key := range []string{"enter", "esc"} {
		d = newDriver(t, t.TempDir(), before, 80, 24)
		d.press("a", "Clap")
		d.write(before + "      - do: Jump.\n")
		d.s.o.Table.Merge(planOf(t, before), planOf(t, before+"      - do: Jump.\n"))
		d.press(key)
		d.shows(t, "A plan has 100 actions at most.", "Clap")
		d.press("esc")
		d.shows(t, "who, when")
	}
}

func planOf(t *testing.T, text string) *planfile.Plan {
	t.Helper()
	plan, err := planfile.Read("plan.yaml", []byte(text), pitfalls.English())
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// Every action stands below what it is about: its step, a pill, or nothing.
func TestHeadings(t *testing.T) {
	d := newDriver(t, t.TempDir(), riverside+`  - actions:
      - do: Choose one contact.
        topic: key-support
      - do: Buy cake.
`, 100, 30)
	var headings []string
	for _, l := range d.s.lines {
		if l.row == nil {
			headings = append(headings, l.heading)
		}
	}
	want := []string{"Overcommitted", "Unclear purpose", pitfalls.English().Topic("key-support").Label, "Further actions"}
	if !slices.Equal(headings, want) {
		t.Errorf("the headings are %q, want %q", headings, want)
	}
}
