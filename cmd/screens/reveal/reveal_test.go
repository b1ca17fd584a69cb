package reveal

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/plantable"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// at returns the name of the screen that is shown.
func (d *driver) at() string {
	name := fmt.Sprintf("%T", d.app.Top())
	return strings.ToLower(name[strings.LastIndex(name, ".")+1:])
}

// TestEverySlideIsWhole turns all slides at many sizes. The statement, every bar and the verdict are in sight.
func TestEverySlideIsWhole(t *testing.T) {
	t.Parallel()
	for _, r := range []*score.Result{room(assess.Full, 100_000), room(assess.Quick, 23), files(assess.Full, 40)} {
		for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {100, 30}, {200, 60}} {
			d := newDriver(t, t.TempDir(), r, size[0], size[1], assess.Reveal{}).press("right")
			for seen := 0; d.at() == "slides"; d.press("right") {
				s := d.app.Top().(*slides)
				first, end := s.shown()
				texts := s.texts()
				for i, one := range s.slides[first:end] {
					wants := []string{one.Statement, one.Instead}
					if verdict := one.Verdict.String(); verdict != "" {
						wants = append(wants, strings.Fields(verdict)[0])
					}
					for i, answer := range one.Tally.Scale {
						wants = append(wants, one.Marks[i]+" "+answer.Label.String())
					}
					for _, want := range wants {
						if !strings.Contains(texts[i], want) {
							t.Fatalf("%v does not show %q:\n%s", size, want, d.screen())
						}
					}
				}
				if seen++; seen > 60 {
					t.Fatal("the slides have no end")
				}
			}
			if d.at() != "list" {
				t.Errorf("%v: after the slides comes %s", size, d.at())
			}
		}
	}
}

// TestManyPeople spells large numbers as the verdict below them does.
func TestManyPeople(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {60, 20}, {120, 40}} {
		d := newDriver(t, t.TempDir(), room(assess.Full, 100_000), size[0], size[1], assess.Reveal{}).press("right")
		d.shows(t, "45,000", "25,000", "5,000", "90,000")
	}
}

// texts returns what is in sight of each statement, in one line: where several stand side by side, that of its column.
func (s *slides) texts() []string {
	first, end := s.shown()
	lines := s.Draw()
	lines = lines[:min(len(lines), s.area.Height)]
	texts := make([]string, end-first)
	column := (s.area.Width - columnGap*(len(texts)-1)) / len(texts)
	for i := range texts {
		var words []string
		for _, line := range lines {
			at := i * (column + columnGap)
			words = append(words, strings.Fields(ansi.Strip(ansi.Cut(line, at, at+column)))...)
		}
		texts[i] = strings.Join(words, " ")
	}
	return texts
}

func TestSlidesTurnBothWays(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {120, 40}} {
		d := newDriver(t, t.TempDir(), room(assess.Full, 60), size[0], size[1], assess.Reveal{})
		first := d.screen()
		var screens []string
		for d.press("right"); d.at() == "slides"; d.press("right") {
			screens = append(screens, d.screen())
		}
		d.press("left")
		for _, want := range slices.Backward(screens) {
			if d.screen() != want {
				t.Fatalf("← shows\n%s\nand → had shown\n%s", d.screen(), want)
			}
			d.press("left")
		}
		if d.screen() != first || d.press("right", "right", "home").screen() != first {
			t.Errorf("the beginning is\n%s", d.screen())
		}
		if d.press("."); d.screen() != "" {
			t.Errorf("a dot shows\n%s", d.screen())
		}
	}
}

// TestEscLeadsOneLevelBack goes to the end and back.
func TestEscLeadsOneLevelBack(t *testing.T) {
	d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{})
	way := []struct{ key, to string }{{"right", "slides"}, {"end", "list"}, {"enter", "talk"}, {"d", "decision"}}
	for i, step := range way {
		if d.press(step.key); d.at() != step.to {
			t.Fatalf("%s leads to %s, want %s", step.key, d.at(), step.to)
		}
		if step.to == "talk" {
			d.press("m")
			if d.at() != "note" {
				t.Fatalf("m leads to %s", d.at())
			}
			d.press("esc", "down")
		}
		if i == len(way)-1 {
			break
		}
	}
	for _, want := range []string{"talk", "list", "slides", "opening", "opening"} {
		if d.press("esc"); d.at() != want {
			t.Fatalf("Esc leads to %s, want %s", d.at(), want)
		}
	}
	d.press("right", "end", "enter", "enter")
	if d.at() != "list" {
		t.Errorf("Enter on a talk leads to %s", d.at())
	}
}

// TestTheClock talks longer than was planned, stops, and comes back.
func TestTheClock(t *testing.T) {
	d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{}).press(toTalk...)
	for _, step := range []struct {
		keys  []string
		later time.Duration
		want  string
	}{
		{nil, 0, "7 min left"},
		{nil, time.Second, "7 min left"},
		{nil, 59 * time.Second, "6 min left"},
		{[]string{"space"}, time.Hour, "6 min left, stopped"},
		{[]string{"space"}, time.Minute, "5 min left"},
		{[]string{"m", "Ana: no.", "esc"}, time.Minute, "4 min left"},
		{[]string{"right", "left"}, time.Minute, "3 min left"},
		{[]string{"esc", "right"}, 3*time.Minute - time.Second, "1 min left"},
		{nil, time.Second, "time is over"},
		{nil, 119 * time.Second, "over by 1 min"},
		{nil, 2 * time.Hour, "over by 121 min"},
		{[]string{"?"}, time.Minute, "keys"},
		{[]string{"esc"}, 0, "over by 122 min"},
		{[]string{"right"}, time.Minute, "6 min left"},
	} {
		d.press(step.keys...).later(step.later).shows(t, step.want)
	}
	d.press("space")
	if d.later(time.Hour); strings.Contains(d.screen(), "over") {
		t.Errorf("it runs while it is stopped:\n%s", d.screen())
	}
	if talk := d.app.Top().(*talk); talk.Wake() != 0 {
		t.Errorf("a clock that stands still is drawn in %v", talk.Wake())
	}
	d.press("space").later(4 * time.Second)
	if wake := d.app.Top().(*talk).Wake(); wake != 11*time.Second {
		t.Errorf("it is drawn in %v", wake)
	}
}

// TestTheListHasNoClock stops it while the room looks at the list, or at who does what.
func TestTheListHasNoClock(t *testing.T) {
	d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{}).press(toTalk...)
	d.later(time.Minute).press("esc").later(time.Hour).press("right").shows(t, "6 min left")
	d.press("right", "right", "right", "right").later(time.Minute).press("right").later(time.Hour).press("left").shows(t, "Talk 5 of 5", "6 min left")
}

func TestChoosing(t *testing.T) {
	d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{}).press("right", "end")
	d.shows(t, "› [x] Unclear roles", "7 min")
	d.press("space", "down", "down", "space", "end", "space")
	d.shows(t, "[ ] Unclear roles", "18 min", "17 min")
	d.press("right").shows(t, "Talk 1 of 2", "Too little communication")
	d.press("right").shows(t, "Talk 2 of 2", "Unclear purpose", "→ who does what")
	d.press("left", "left")
	if d.at() != "list" {
		t.Errorf("← leads to %s", d.at())
	}
	d.press("home", "enter").shows(t, "Unclear roles", "for another time", "→ next")
	d.press("right").shows(t, "Talk 1 of 2")
	d.press("esc", "home", "down", "space", "end", "up", "space").shows(t, "→ who does what")
	if d.press("right"); d.at() != "screen" {
		t.Errorf("with nothing chosen, → leads to %s", d.at())
	}
}

// TestSpaceChoosesAfterEsc comes back to the list from a talk. A letter that is pressed by mistake there changes nothing.
func TestSpaceChoosesAfterEsc(t *testing.T) {
	d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{}).press(toTalk...).press("esc")
	d.press("x").shows(t, "[x] Unclear roles")
	d.press("space").shows(t, "[ ] Unclear roles")
}

func TestTheRoomDecides(t *testing.T) {
	d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 80, 24, assess.Reveal{}).press(toTalk...)
	if d.file() != "" {
		t.Errorf("a plan file is made before anything is decided:\n%s", d.file())
	}
	d.press("m", "Ben: it was", "enter", "never said.", "esc").shows(t, "Note: Ben: it was never said.")
	d.holds(t, "notes:\n", "unclear-roles: |", "never said.")
	d.press("right", "d", "Send five lines after each meeting", "enter")
	d.shows(t, "Decided: Send five lines after each meeting", "Nine are open. Left out: ")
	d.holds(t, "topic: under-communicating\n        do: Send five lines after each meeting\n        owner:\n")
	d.press("right", "right", "right", "d", "Write down the plan", "esc")
	d.holds(t, "topic: have-a-plan\n        do: Write down the plan\n")
	d.press("right", "end").shows(t, "Write down the plan", "← back")
	d.press("enter", "Ana", "enter", "fri", "enter")
	d.holds(t, "do: Write down the plan\n        owner: Ana\n        due: 2026-11-27\n", "never said.")
	d.press("left", "esc").shows(t, "What shall we talk about?")
	d.press("q")
	if !d.quit {
		t.Error("q does not leave")
	}
}

// TestLeavingKeepsWhatIsHalfTyped leaves in the middle of everything that is written.
func TestLeavingKeepsWhatIsHalfTyped(t *testing.T) {
	for name, test := range map[string]struct {
		keys []string
		want string
	}{
		"a decision": {append(toTalk[:3:3], "d", "Ask the cou"), "do: Ask the cou\n"},
		"a note":     {append(toTalk[:3:3], "m", "Ben: it w"), "unclear-roles: \"Ben: it w\"\n"},
		"dots":       {[]string{"right", "end", "f", "12 9"}, "focus:\n  unclear-purpose: 12\n"},
	} {
		d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 80, 24, assess.Reveal{}).press(test.keys...).press("ctrl+c")
		if !d.quit || !strings.Contains(d.file(), test.want) {
			t.Errorf("%s: left %t, and the file holds\n%s", name, d.quit, d.file())
		}
	}
}

// TestADecisionWithoutRoomIsInTheNote decides when everything is taken on, and closes the field in every way.
func TestADecisionWithoutRoomIsInTheNote(t *testing.T) {
	for _, key := range []string{"enter", "esc", "ctrl+c"} {
		d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{})
		for _, row := range d.r.o.Table.Rows() {
			_ = d.r.o.Table.Set(row.Key, planfile.FieldOwner, "Ana")
		}
		d.press(toTalk...).press("m", "We", "esc", "down", "d", "One more", key)
		d.holds(t, "  unclear-roles: |-\n    We\n    Decided: One more\n")
		if d.quit != (key == "ctrl+c") {
			t.Errorf("%s: left %t", key, d.quit)
		}
		if !d.quit {
			d.shows(t, "Nine are open: it is in the note now.", "Talk 1 of 5", "Note: We Decided: One more")
		}
	}
}

// TestElevenDecisions decides more than a plan has room for: the first nine are actions, the others stand in the note.
func TestElevenDecisions(t *testing.T) {
	d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{}).press(toTalk...)
	for i := range 11 {
		d.press("d", fmt.Sprintf("Number %d", i), "enter")
	}
	for i := range 9 {
		d.holds(t, fmt.Sprintf("do: Number %d\n", i))
	}
	d.holds(t, "    Decided: Number 9\n    Decided: Number 10\n")
}

// TestADecisionThatFitsNowhereStays asks once before it is dropped.
func TestADecisionThatFitsNowhereStays(t *testing.T) {
	for _, key := range []string{"enter", "esc", "ctrl+c"} {
		d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{})
		for _, row := range d.r.o.Table.Rows() {
			_ = d.r.o.Table.Set(row.Key, planfile.FieldOwner, "Ana")
		}
		d.press(toTalk...)
		_ = d.r.o.Table.SetNote("unclear-roles", strings.Repeat("x", planfile.MaxSaid))
		for range 2 { // typing asks anew
			if d.press("d", "One", key); d.quit || d.at() != "decision" {
				t.Fatalf("%s: left %t, at %s", key, d.quit, d.at())
			}
			d.shows(t, "No room for it. Again: it is not kept.", "› ")
		}
		if d.press(key); d.quit != (key == "ctrl+c") || !d.quit && d.at() != "talk" {
			t.Errorf("%s twice: left %t, at %s", key, d.quit, d.at())
		}
	}
}

// TestALongDecision says that a text is cut.
func TestALongDecision(t *testing.T) {
	d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{}).press(toTalk...).press("d")
	d.send(tea.PasteMsg{Content: strings.Repeat("x", planfile.MaxDo)})
	if strings.Contains(d.screen(), "cut") {
		t.Errorf("nothing was cut:\n%s", d.screen())
	}
	d.press("y").shows(t, "At most 300 characters; the rest is cut.")
}

// somebody changes the plan file, as another coalcheck would.
func (d *driver) somebody(change func(*planfile.Table)) {
	plan, err := planfile.Read(d.path, []byte(d.file()), pitfalls.English())
	if err != nil {
		d.t.Fatal(err)
	}
	table := planfile.NewTable(plan, "2026-11-26")
	change(table)
	file := planfile.Open(d.path, []byte(d.file()), plan, pitfalls.English(), "")
	defer file.Close()
	if _, err := file.Save(table); err != nil {
		d.t.Fatal(err)
	}
}

// TestTwoPeopleWriteANote has somebody else write into the note that is open: nothing of the two is lost, and who types goes on in
// the line that it was.
func TestTwoPeopleWriteANote(t *testing.T) {
	const topic = "unclear-roles"
	d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{}).press(toTalk...).press("m", "We know.")
	d.somebody(func(table *planfile.Table) { _ = table.SetNote(topic, "no") })
	d.press("!").shows(t, "Somebody else has written here, too.", "no", "We know.!")
	d.press("?")
	d.somebody(func(table *planfile.Table) { _ = table.SetNote(topic, table.Note(topic)+"\nmaybe") })
	d.press("x", "y").press("left", "left", "z")
	d.holds(t, "    no\n    We know.!?zxy\n    maybe\n")
	d.press("esc").shows(t, "Note: no We know.!?zxy maybe")
}

// TestNoteThenDecide goes from a note straight to a decision, and then adds to the note, in a line of its own.
func TestNoteThenDecide(t *testing.T) {
	d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{}).press(toTalk...)
	d.press("m", "Ben knows", "tab", "Ask Ben", "enter").shows(t, "Decided: Ask Ben", "Note: Ben knows")
	d.press("m", "Ana knows", "tab", "enter")
	d.holds(t, "unclear-roles: |-\n    Ben knows\n    Ana knows\n")
	before := d.file()
	if d.press("m", "esc"); d.file() != before {
		t.Errorf("a note that was only looked at is changed:\n%s", d.file())
	}
}

// TestTypingOnAfterEsc closes a note by mistake, and types on: nothing is decided by that.
func TestTypingOnAfterEsc(t *testing.T) {
	d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{}).press(toTalk...).press("m", "We", "esc")
	before := d.file()
	d.press(" did more than we said").later(2 * time.Minute)
	if d.file() != before || d.at() != "talk" {
		t.Errorf("at %s, with\n%s", d.at(), d.file())
	}
	d.shows(t, "5 min left") // the clock was not stopped
}

// TestWritingFollowsTheWindow changes the size while one writes.
func TestWritingFollowsTheWindow(t *testing.T) {
	for _, key := range []string{"m", "d"} {
		for _, sizes := range [][2][2]int{{{120, 40}, {60, 20}}, {{60, 20}, {120, 40}}, {{80, 24}, {40, 12}}} {
			d := newDriver(t, t.TempDir(), room(assess.Quick, 60), sizes[0][0], sizes[0][1], assess.Reveal{}).press(toTalk...).press(key, "abc")
			d.send(tea.WindowSizeMsg{Width: sizes[1][0], Height: sizes[1][1]})
			want := newDriver(t, t.TempDir(), room(assess.Quick, 60), sizes[1][0], sizes[1][1], assess.Reveal{}).press(toTalk...).press(key, "abc")
			if d.screen() != want.screen() {
				t.Errorf("%s from %v to %v:\n%s\nwant\n%s", key, sizes[0], sizes[1], d.screen(), want.screen())
			}
		}
	}
}

// TestAllThatIsWrittenCanBeRead decides and notes more than a page holds, and more than a line does.
func TestAllThatIsWrittenCanBeRead(t *testing.T) {
	long := "Ask the county about the van, the church about the hall and the school about the gym"
	for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {200, 60}} {
		d := newDriver(t, t.TempDir(), room(assess.Quick, 60), size[0], size[1], assess.Reveal{}).press(toTalk...)
		for i := range 6 {
			d.press("d").send(tea.PasteMsg{Content: fmt.Sprintf("%d: %s", i, long)}).press("enter")
		}
		d.press("m").send(tea.PasteMsg{Content: strings.Repeat("Ben: we met in vain. ", 30) + "End"}).press("esc")
		var seen strings.Builder
		pages := len(d.app.Top().(*talk).pages())
		for range pages {
			seen.WriteString(strings.Join(strings.Fields(d.screen()), " ") + " ")
			d.press("down")
		}
		for i := range 6 {
			if !strings.Contains(seen.String(), fmt.Sprintf("Decided: %d:", i)) {
				t.Errorf("%v: decision %d is on none of %d pages", size, i, pages)
			}
		}
		if n := strings.Count(seen.String(), "about the gym"); n < 6 || !strings.Contains(seen.String(), "vain. End") {
			t.Errorf("%v: %d decisions are whole, of\n%s", size, n, seen.String())
		}
	}
}

func TestDots(t *testing.T) {
	d := newDriver(t, t.TempDir(), room(assess.Quick, 10), 60, 20, assess.Reveal{}).press("right", "end", "f")
	d.press("11").shows(t, "There are 10 of us: a pitfall gets 10 dots at most.", "1 of 30 given")
	d.press("backspace", "10 10 9 2").shows(t, "More than 30 dots: each of us has 3.", "29 of 30 given")
	d.press("1", "enter")
	if d.at() != "list" {
		t.Fatalf("Enter leads to %s", d.at())
	}
	d.holds(t, "focus:\n  unclear-purpose: 10\n  unrealistic-expectations: 10\n  unclear-roles: 9\n  self-interest: 1\n")
	d.shows(t, "9 dots")
	d.press("f", "0", "up", "5", "esc")
	d.holds(t, "  unclear-purpose: 5\n")
}

// TestDotsAreInThePlan leaves from what lies on top of the dots, and leaves dots as they are.
func TestDotsAreInThePlan(t *testing.T) {
	for name, test := range map[string]struct {
		keys []string
		want string
	}{
		"the list of keys": {[]string{"f", "12", "?", "ctrl+c"}, "focus:\n  unclear-purpose: 12\n"},
		"no dots":          {[]string{"f", "esc", "f", "0", "backspace", "enter", "q"}, ""},
		"and back again":   {[]string{"f", "5", "backspace", "esc", "q"}, ""},
	} {
		d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{}).press("right", "end").press(test.keys...)
		if file := d.file(); !d.quit || !strings.Contains(file, test.want) || test.want == "" && file != "" {
			t.Errorf("%s: left %t, and the file holds\n%s", name, d.quit, file)
		}
	}
}

// TestWhatIsLeftOutOfHands shows the confidential answers of a room and of persons.
func TestWhatIsLeftOutOfHands(t *testing.T) {
	s := assess.NewSession(pitfalls.English(), assess.Quick)
	s.Answers.Present = 12
	s.Answers.Set(s.Places()[0], assess.Tally{Counts: [5]int{12}})
	all := []*assess.Answers{s.Answers}
	for range 6 {
		one := assess.NewSession(pitfalls.English(), assess.Quick)
		one.Answers.Set(one.Places()[0], assess.TallyOf(4))
		all = append(all, one.Answers)
	}
	r := resultOf(all...)
	if !r.Confidential {
		t.Fatal("it is open")
	}
	newDriver(t, t.TempDir(), r, 80, 24, assess.Reveal{}).shows(t, "Raised hands are not anonymous", "Confidential: scores are rounded")
}

// TestNobodyCountedWhoHasDots gives dots to what persons answered in files, of whom nobody knows how many look at it.
func TestNobodyCountedWhoHasDots(t *testing.T) {
	d := newDriver(t, t.TempDir(), files(assess.Quick, 40), 60, 20, assess.Reveal{}).press("end", "f", "100000")
	d.shows(t, "100,000 given")
	d.press("1").shows(t, "A pitfall gets 100,000 dots at most.", "100,000 given")
}

// TestComingBack leaves on every screen, and comes back to it with those behind it.
func TestComingBack(t *testing.T) {
	all, nobody := room(assess.Full, 60), uncounted()
	for _, left := range []struct {
		*score.Result
		way []string
	}{
		{all, nil},
		{all, []string{"right"}},
		{all, []string{"right", "right", "right"}},
		{all, []string{"right", "end"}},
		{all, []string{"right", "end", "space"}},
		{all, []string{"right", "end", "space", "down", "space", "right", "right"}},
		{all, toTalk},
		{all, append(toTalk[:3:3], "right")},
		{all, append(toTalk[:3:3], "right", "right", "right", "right", "right")},
		{nobody, nil},
		{nobody, []string{"right"}},
		{nobody, []string{"right", "right"}},
	} {
		r, way := left.Result, left.way
		d := newDriver(t, t.TempDir(), r, 60, 20, assess.Reveal{}).press(way...)
		again := newDriver(t, t.TempDir(), r, 60, 20, d.moved)
		if d.at() == "list" {
			d.press("home") // the mark is at the first topic again
		}
		if again.screen() != d.screen() {
			t.Errorf("%v: %+v shows\n%s\nwant\n%s", way, d.moved, again.screen(), d.screen())
		}
		for range 4 {
			if d.at() != again.at() {
				t.Errorf("%v: Esc leads to %s, want %s", way, again.at(), d.at())
			}
			d.press("esc")
			again.press("esc")
		}
	}
}

// TestComingBackFromOtherAnswers begins where there is no such slide, and goes all the way back and forth.
func TestComingBackFromOtherAnswers(t *testing.T) {
	for _, test := range []struct {
		slide int
		talk  []string
		want  string
		back  []string
	}{
		{1000, []string{"risk"}, "screen", []string{"list", "slides", "opening"}},
		{1000, []string{"unclear-roles"}, "screen", []string{"talk", "list", "slides", "opening"}},
		{-1, []string{"risk"}, "opening", []string{"opening"}},
		{0, nil, "opening", []string{"opening"}},
	} {
		d := newDriver(t, t.TempDir(), room(assess.Quick, 60), 60, 20, assess.Reveal{Slide: test.slide, Talk: test.talk})
		if d.at() != test.want || d.screen() == "" {
			t.Errorf("%d leads to %s, want %s:\n%s", test.slide, d.at(), test.want, d.screen())
		}
		for _, want := range test.back {
			if d.press("esc"); d.at() != want {
				t.Errorf("%d: Esc leads to %s, want %s", test.slide, d.at(), want)
			}
		}
		for n := 0; d.at() != "screen"; n++ {
			if d.press("right"); n > 40 {
				t.Fatalf("%d: the talk has no end:\n%s", test.slide, d.screen())
			}
		}
	}
}

// TestNothingGivesAnAnswerAway walks through all that a confidential group sees. The order of the files makes no difference, and
// there is neither a count nor a note that may not be read out.
func TestNothingGivesAnAnswerAway(t *testing.T) {
	t.Parallel()
	for _, d := range []assess.Depth{assess.Quick, assess.Full} {
		answers := people(d, 12)
		turned := slices.Clone(answers)
		slices.Reverse(turned)
		for _, size := range [][2]int{{60, 20}, {120, 40}} {
			seen := walk(t, resultOf(answers...), size)
			if again := walk(t, resultOf(turned...), size); again != seen {
				t.Errorf("in another order, it shows\n%s\nand not\n%s", again, seen)
			}
			for _, given := range []string{"mean ", " answered,", "don't know", " twelve ", "Person 1 ", "Person 3", "Person 11"} {
				if strings.Contains(seen, given) {
					t.Errorf("%v: it gives away %q:\n%s", size, given, seen)
				}
			}
			if !strings.Contains(seen, "Person 2 says") && !strings.Contains(seen, "Person 4 says") {
				t.Errorf("%v: no note is shown that may be read out:\n%s", size, seen)
			}
		}
	}
}

// walk returns all screens from the first slide to the end of the talk, with all pages.
func walk(t *testing.T, r *score.Result, size [2]int) string {
	t.Helper()
	d := newDriver(t, t.TempDir(), r, size[0], size[1], assess.Reveal{})
	var b strings.Builder
	for n := 0; d.at() != "screen"; n++ {
		pages := 1
		if talk, ok := d.app.Top().(*talk); ok {
			pages = len(talk.pages())
		}
		for range pages {
			b.WriteString(d.screen() + "\n")
			d.press("down")
		}
		if pages == 1 && d.at() == "slides" {
			d.press("up") // which ↓ has turned
		}
		if d.at() == "list" {
			for range 5 { // everything is chosen
				if !strings.Contains(d.screen(), "› [x]") {
					d.press("space")
				}
				d.press("down")
			}
		}
		if d.press("right"); n > 200 {
			t.Fatalf("it has no end:\n%s", d.screen())
		}
	}
	return b.String()
}

// TestNothingToTalkAbout has rooms that answered nothing, alone, or all the same.
func TestNothingToTalkAbout(t *testing.T) {
	one := assess.NewSession(pitfalls.English(), assess.Quick)
	one.Answers.Present = 12
	one.Answers.Set(one.Places()[3], assess.Tally{Counts: [5]int{12, 0, 0, 0, 0}})
	same := assess.NewSession(pitfalls.English(), assess.Quick)
	same.Answers.Present = 12
	for _, p := range same.Places() {
		same.Answers.Set(p, assess.Tally{Counts: [5]int{0, 0, 12, 0, 0}})
	}
	for name, r := range map[string]*score.Result{
		"nobody answers": uncounted(), "one topic": resultOf(one.Answers), "all on one side": resultOf(same.Answers),
	} {
		d := newDriver(t, t.TempDir(), r, 60, 20, assess.Reveal{})
		for n := 0; d.at() != "screen"; n++ {
			if d.press("right"); n > 40 {
				t.Fatalf("%s: the talk has no end:\n%s", name, d.screen())
			}
		}
		d.press("a", "Meet again", "enter", "esc")
		d.holds(t, "Meet again")
	}
}

var (
	allKeys = []string{
		"right", "right", "right", "left", "enter", "esc", "space", "down", "up", "home", "end", "pgup", "pgdown", "tab", "backspace", "f", "d", "m", "?", ".",
		"2 9 0", "60", "a", "u", "l", "q", "Ana", "ctrl+c", "Ж", "漢",
	}
	pasted = []string{
		"\x1b[31;5mred", "a\u202egpj", "a\rb\tc", strings.Repeat("漢", 90), strings.Repeat("word ", 500), "", "👩\u200d👩\u200d👧", "=1+1", "- x: # y",
	}
	styling = regexp.MustCompile(`\x1b\[[0-9;:]*m`)
)

// TestAnyKeysHarmNothing presses any keys at any size. No line leaves the window or acts on the terminal, and whatever the table
// holds that the room has changed is in the file.
func TestAnyKeysHarmNothing(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	results := []*score.Result{room(assess.Quick, 60), room(assess.Full, 100_000), files(assess.Full, 40), files(assess.Quick, 6), uncounted()}
	for _, r := range results {
		r.Group.Coalition = strings.Repeat("漢", assess.MaxName)
	}
	rapid.Check(t, func(t *rapid.T) {
		width, height := 60, 20
		d := newDriver(t, folder, results[rapid.IntRange(0, len(results)-1).Draw(t, "result")], width, height, assess.Reveal{
			Slide: rapid.IntRange(0, 60).Draw(t, "slide"), Talk: rapid.SampledFrom([][]string{nil, {"risk", "unclear-roles"}}).Draw(t, "talk"),
		})
		defer func() {
			d.r.o.Plan.Keep()
			_ = os.Remove(d.path)
		}()
		for range rapid.IntRange(0, 25).Draw(t, "steps") {
			switch rapid.IntRange(0, 9).Draw(t, "kind") {
			case 0:
				width, height = rapid.IntRange(0, 200).Draw(t, "width"), rapid.IntRange(0, 70).Draw(t, "height")
				d.send(tea.WindowSizeMsg{Width: width, Height: height})
			case 1:
				d.send(tea.PasteMsg{Content: rapid.SampledFrom(pasted).Draw(t, "paste")})
			case 2:
				d.later(time.Duration(rapid.IntRange(-100, 4000).Draw(t, "seconds")) * time.Second)
			default:
				d.press(rapid.SampledFrom(allKeys).Draw(t, "key"))
			}
			d.check(t, width, height)
		}
	})
}

func (d *driver) check(t *rapid.T, width, height int) {
	content := d.app.View().Content
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
	if _, typing := d.app.Top().(*dots); typing || d.file() == "" {
		return
	}
	if _, written := d.app.Top().(*plantable.Screen); !written && d.at() != "talk" {
		return
	}
	plan, err := planfile.Read("plan.yaml", []byte(d.file()), pitfalls.English())
	if err != nil {
		t.Fatal(err)
	}
	if text := planfile.Format(d.r.o.Table.Plan()); !bytes.Equal(planfile.Format(plan), text) {
		t.Fatalf("the file holds\n%s\nthe table\n%s", d.file(), text)
	}
}
