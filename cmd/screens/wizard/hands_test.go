package wizard

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// newWorkshop starts a room of 23 at its first statement.
func newWorkshop(t interface{ Helper() }, changes ...func(*Options)) *driver {
	t.Helper()
	return newDriver(t, append([]func(*Options){inWorkshop}, changes...)...).press(toHands...)
}

// first is the count for the first statement, as the draft has it.
func (d *driver) first() assess.Tally {
	if d.draft.last == nil {
		return assess.Tally{}
	}
	return d.draft.last.At(d.wiz.run.Session.Places()[0])
}

func TestHandsAreKept(t *testing.T) {
	counted := assess.Tally{Counts: [5]int{2, 3, 9, 6, 1}, DontKnow: 2}
	tests := []struct {
		name string
		keys []string
		want assess.Tally
		// shows is what the screen then says.
		shows string
	}{
		{"five counts, before Enter", []string{"2 3 9 6 1"}, counted, "21 of 23 counted, 2 down: don't know"},
		{"five counts and Enter", []string{"2 3 9 6 1", "enter"}, counted, "2 of 20"},
		{"box by box", []string{"2", "tab", "3", "tab", "9", "tab", "6", "tab", "1", "right"}, counted, "2 of 20"},
		{"two spaces are one", []string{"2  3 ", "space", "9 6 1"}, counted, "21 of 23 counted, 2 down: don't know"},
		{"don't knows of their own", []string{"2 3 9 6 1 1"}, assess.Tally{Counts: counted.Counts, DontKnow: 1}, "1 gave no answer"},
		{"not applicable", []string{"0 0 0 0 0 0 23"}, assess.Tally{NotApplicable: 23}, "all 23 counted"},
		{"an eighth number is not begun", []string{"0 0 0 0 0 0 2 1"}, assess.Tally{NotApplicable: 21}, "2 gave no answer"},
		{"four are no count", []string{"2 3 9 6", "enter"}, assess.Tally{}, "Five counts, please: 1 more. 0 if none."},
		{"and the fifth can be typed at once", []string{"2 3 9 6", "enter", "1"}, counted, "21 of 23 counted, 2 down: don't know"},
		{"a refused digit stops Enter once", []string{"0 0 0 0 24", "enter"}, assess.Tally{Counts: [5]int{4: 2}, DontKnow: 21}, "A digit was not taken. Again if right."},
		{"and the statement stays", []string{"0 0 0 0 24", "enter", "backspace", "3", "enter"}, assess.Tally{Counts: [5]int{4: 3}, DontKnow: 20}, "2 of 20"},
		{"a second Enter takes the line", []string{"0 0 0 0 24", "enter", "enter"}, assess.Tally{Counts: [5]int{4: 2}, DontKnow: 21}, "2 of 20"},
		{"→ asks as well", []string{"0 0 0 0 24", "right"}, assess.Tally{Counts: [5]int{4: 2}, DontKnow: 21}, "A digit was not taken. Again if right."},
		{"no more digits than the room needs", []string{"0 0 0 0 000"}, assess.Tally{DontKnow: 23}, "Space goes to the next count."},
		{"more hands than people", []string{"2 3 9 6 12", "enter"}, assess.Tally{}, "Too many hands. x: clear, p: people."},
		{"a count that becomes too many", []string{"2 3 9 6 1", "2"}, assess.Tally{}, "9 too many"},
		{"and is corrected", []string{"2 3 9 6 12", "backspace", "enter"}, counted, "2 of 20"},
		{"typed anew", []string{"9 9 1 1 1", "enter", "left", "2 3 9 6 1"}, counted, "21 of 23 counted, 2 down: don't know"},
		{"half typed anew", []string{"2 3 9 6 1", "enter", "left", "5 5"}, counted, "10 of 23 counted"},
		{"taken back with x", []string{"2 3 9 6 1", "enter", "left", "x"}, assess.Tally{}, "23 people here"},
		{"left open", []string{"enter"}, assess.Tally{}, "2 of 20"},
		{"letters count nothing", []string{"2 a3 9b 6 1z"}, counted, "21 of 23 counted, 2 down: don't know"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newWorkshop(t).press(test.keys...)
			if got := d.first(); got != test.want {
				t.Errorf("the draft has %+v, want %+v", got, test.want)
			}
			d.shows(t, test.shows)
		})
	}
}

// TestUnfinishedLine leaves a statement whose line is no count.
func TestUnfinishedLine(t *testing.T) {
	counted := assess.Tally{Counts: [5]int{2, 3, 9, 6, 1}, DontKnow: 2}
	accepted := []string{"2 3 9 6 1", "enter", "left"}
	tests := []struct {
		name string
		keys []string
		want assess.Tally
		// at is the screen, and shows what it then says.
		at, shows string
	}{
		{"→ says what is missing", []string{"2 3 9", "right"}, assess.Tally{}, "hands", "2 more counts, please. Again drops it."},
		{"→ with too many", []string{"9 9 9 0 0", "right"}, assess.Tally{}, "hands", "Too many hands. Again drops them."},
		{"r says what is missing", []string{"2 3 9", "r"}, assess.Tally{}, "hands", "2 more counts, please. Again drops it."},
		{"→ twice", []string{"2 3 9", "right", "right"}, assess.Tally{}, "hands", "Not kept: 2 3 9."},
		{"← twice, to who is here", []string{"2 3 9", "left", "left"}, assess.Tally{}, "present", "Not kept: 2 3 9."},
		{"r twice", []string{"2 3 9", "r", "r"}, assess.Tally{}, "review", "Not kept: 2 3 9."},
		{"another key between", []string{"2 3 9", "right", "z", "right"}, assess.Tally{}, "hands", "Again drops it."},
		{"Enter never drops", []string{"2 3 9", "enter", "enter"}, assess.Tally{}, "hands", "0 if none."},
		{"finished after all", []string{"2 3 9", "right", " 6 1", "right"}, counted, "hands", "2 of 20"},
		{"the count from before stands", plus(accepted, "5 5", "right", "right", "left"), counted, "hands", "21 of 23 counted"},
		{"a digit begins an accepted line anew", plus(accepted, "7"), counted, "hands", "7 of 23 counted"},
		{"Backspace edits it", plus(accepted, "backspace", "3"), assess.Tally{Counts: [5]int{2, 3, 9, 6, 3}}, "hands", "all 23 counted"},
		{"no box holds more than are here", []string{"24"}, assess.Tally{}, "hands", "More than the 23 here. p: people."},
		{"and the digit is ignored", []string{"24", "z"}, assess.Tally{}, "hands", "2 of 23 counted"},
		{"a room that grows", []string{"9 9 9 0 0", "p", "40", "enter", "enter"}, assess.Tally{Counts: [5]int{9, 9, 9}, DontKnow: 13}, "hands", "2 of 20"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newWorkshop(t).press(test.keys...)
			if got := d.first(); got != test.want || d.at() != test.at {
				t.Errorf("%s, and the draft has %+v; want %s, %+v", d.at(), got, test.at, test.want)
			}
			d.shows(t, test.shows)
		})
	}
	for _, leave := range []string{"q", "ctrl+c"} {
		if d := newWorkshop(t).press("2 3 9 6 1", leave); !d.quit || d.first() != counted {
			t.Errorf("%s after a whole count: the draft has %+v", leave, d.first())
		}
	}
}

// TestLeavingAsksOnceWhileACountIsUnfinished leaves from the statement, and from screens above it.
func TestLeavingAsksOnceWhileACountIsUnfinished(t *testing.T) {
	tests := []struct {
		name  string
		keys  []string
		leave string
	}{
		{"q", nil, "q"},
		{"Ctrl+C", nil, "ctrl+c"},
		{"in the note", []string{"m"}, "ctrl+c"},
		{"while people are counted", []string{"p"}, "ctrl+c"},
		{"in the list of keys", []string{"?", "?"}, "ctrl+c"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, line := range []string{"2 3 9", "9 9 9 9 9"} {
				d := newWorkshop(t).press(line).press(test.keys...).press(test.leave)
				if d.quit {
					t.Fatalf("%s: left without a word", line)
				}
				d.shows(t, "This count is not kept. Again to leave.")
				if d.press("up", test.leave); d.quit {
					t.Fatalf("%s: another key between does not ask again", line)
				}
				if d.press(test.leave); !d.quit || d.first() != (assess.Tally{}) {
					t.Errorf("%s: does not leave when asked again, or keeps %+v", line, d.first())
				}
			}
		})
	}
	if d := newWorkshop(t).press("2 3 9", "x", "q"); !d.quit {
		t.Error("asks about a count that was taken back")
	}
}

// TestRevealNamesTheVerdict looks for it in the smallest window, with all that may stand beside it.
func TestRevealNamesTheVerdict(t *testing.T) {
	tests := []struct{ name, counts, verdict string }{
		{"split", "9 0 0 0 8 1 1", "Split  mean 2.9, 17 answered, 1 don't know, 1 not applicable, 4 not here or no answer"},
		{"not split", "0 2 9 6 0 1 1", "Not split  mean 3.2, 17 answered, 1 don't know, 1 not applicable, 4 not here or no answer"},
		{"nobody", "0 0 0 0 0 20 3", "nobody rated this, 20 don't know, 3 not applicable"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newWorkshop(t, size(tui.MinWidth, tui.MinHeight)).press(test.counts, "enter", "r", "right", "right", "right")
			d.shows(t, test.verdict[:15])
			shown := strings.Join(strings.Fields(d.resize(100, 30).screen()), " ")
			if want := strings.Join(strings.Fields(test.verdict), " "); !strings.Contains(shown, want) {
				t.Errorf("the screen does not show %q:\n%s", want, d.screen())
			}
		})
	}
}

// TestActiveBox looks for the heavy frame, which shows without color where the next digit goes.
func TestActiveBox(t *testing.T) {
	tests := []struct {
		name string
		keys []string
		box  int
	}{
		{"at first", nil, 0},
		{"within a count", []string{"2 3"}, 1},
		{"after Space", []string{"2 3 "}, 2},
		{"after Backspace", []string{"2 3 9", "backspace"}, 2},
		{"after two", []string{"2 3 9", "backspace", "backspace"}, 1},
		{"on an accepted line", []string{"2 3 9 6 1", "enter", "left"}, 0},
		{"on an accepted line after Backspace", []string{"2 3 9 6 1", "enter", "left", "backspace"}, 4},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			screen := newWorkshop(t).press(test.keys...).screen()
			var frames []rune
			for _, r := range screen {
				if r == '┌' || r == '┏' {
					frames = append(frames, r)
				}
			}
			if got := slices.Index(frames, '┏'); got != test.box || len(frames) != 5 {
				t.Errorf("box %d is marked, want %d:\n%s", got, test.box, screen)
			}
		})
	}
}

func TestPresentChanges(t *testing.T) {
	tests := []struct {
		name    string
		keys    []string
		present int
		shows   string
	}{
		{"late comers", []string{"p", "30", "enter"}, 30, "30 people here"},
		{"Esc changes nothing", []string{"p", "30", "esc"}, 23, "23 people here"},
		{"another number after Esc", []string{"2 3 9 6 1", "p", "20", "enter", "esc", "22", "enter", "down", "enter"}, 22, "21 of 22 counted"},
		{"counting after Esc", []string{"p", "esc", "2 3 9 6 1"}, 23, "21 of 23 counted"},
		{"the line that is typed stays", []string{"2 3", "p", "30", "enter"}, 30, "5 of 30 counted"},
		{"fewer before anything is counted", []string{"p", "20", "enter"}, 20, "20 people here"},
		{"fewer", []string{"2 3 9 6 1", "p", "20", "enter"}, 23, "Did someone leave, or was it mistyped?"},
		{"mistyped, but more hands went up", []string{"2 3 9 6 1", "p", "20", "enter", "down", "enter"}, 23, "21 hands are more than 20 people."},
		{"mistyped", []string{"2 3 9 6 1", "p", "22", "enter", "down", "enter"}, 22, "21 of 22 counted, 1 down: don't know"},
		{"left", []string{"2 3 9 6 1", "enter", "p", "20", "enter", "enter"}, 23, "20 people here"},
		{"left, and Esc", []string{"2 3 9 6 1", "enter", "p", "20", "enter", "esc", "esc"}, 23, "23 people here"},
		{"left, and came back", []string{"2 3 9 6 1", "enter", "p", "20", "enter", "enter", "p", "21", "enter"}, 23, "21 people here"},
		{"left, and many came", []string{"2 3 9 6 1", "enter", "p", "20", "enter", "enter", "p", "30", "enter"}, 30, "30 people here"},
		{"nobody", []string{"p", "0", "enter"}, 23, "A room holds 1 to 100,000 people."},
		{"on the review", []string{"2 3 9 6 1", "enter", "r", "p", "30", "enter", "esc"}, 30, "30 people here"},
		{"no number", []string{"p", "backspace", "backspace", "enter"}, 23, "Type a number."},
		{"a line that was too long for the room", []string{"9 9 9 0 0", "p", "40", "enter", "enter"}, 40, "2 of 20"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newWorkshop(t).press(test.keys...)
			if got := d.wiz.run.Session.Answers.Present; got != test.present {
				t.Errorf("%d present, want %d", got, test.present)
			}
			d.shows(t, test.shows)
		})
	}
}

// TestPeopleWhoLeft counts on with fewer people. What they were counted for stays, and later counts do not expect them.
func TestPeopleWhoLeft(t *testing.T) {
	d := newWorkshop(t).press("2 3 9 6 1", "enter", "p", "20", "enter")
	d.shows(t, "3 people left. What was counted stays", "23 was mistyped: fewer people were here.")
	d.press("enter", "1 1 1 1 21").shows(t, "More than the 20 here.")
	d.press("x", "5 5 5 5 3").shows(t, "3 too many")
	if !d.draft.last.At(d.wiz.run.Session.At).IsZero() {
		t.Error("those who left are counted")
	}
	d.press("x", "1 1 1 1 1", "enter", "left", "left").shows(t, "21 of 23 counted, 2 down: don't know")
	places := d.wiz.run.Session.Places()
	if first, second := d.first(), d.draft.last.At(places[1]); first.Votes() != 23 || second.DontKnow != 15 {
		t.Errorf("counted %+v, then %+v", first, second)
	}
	if d.draft.last.Draft.Here != 20 {
		t.Errorf("the draft says that %d are here", d.draft.last.Draft.Here)
	}
	again := newDriver(t, inWorkshop, func(o *Options) { o.Run.Offer.Found = d.draft.last.Clone() }).press("enter", "right", "right")
	again.shows(t, "20 people here")
}

// TestGoingBackShowsHowManyAreHereNow goes back to the screen that asked first. Enter there changes nothing.
func TestGoingBackShowsHowManyAreHereNow(t *testing.T) {
	for _, change := range [][]string{{"p", "40", "enter"}, {"p", "20", "enter", "down", "enter"}} {
		d := newWorkshop(t).press("2 3 9 1 1").press(change...)
		before, here := d.first(), d.wiz.run.Session.Here()
		d.press("left").shows(t, fmt.Sprintf("› %d", here))
		if d.press("enter"); d.wiz.run.Session.Here() != here || d.first() != before || d.at() != "hands" {
			t.Errorf("at %s with %d people and %+v; want %d people and %+v", d.at(), d.wiz.run.Session.Here(), d.first(), here, before)
		}
	}
}

// TestTheReviewOfARoomShowsNoCountsBeforeTheReveal looks at it, and again when the result is known.
func TestTheReviewOfARoomShowsNoCountsBeforeTheReveal(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}} {
		d := newWorkshop(t).resize(size[0], size[1]).press("2 3 9 6 1", "right", "1 1 1 1 1 1 1", "right", "r", "home")
		d.shows(t, "counted", "7 of 23", "open")
		for _, known := range []string{" 9 ", "dk", "rated"} {
			if strings.Contains(d.screen(), known) {
				t.Errorf("%v: %q is known before the reveal:\n%s", size, known, d.screen())
			}
		}
		d.press("right").shows(t, "Not counted: 18. Again: reveal.")
		d.press("right", "esc", "home")
		d.shows(t, "counted") // the beginning of the reveal shows nothing yet
		d.press("right", "right", "right", "esc", "esc", "home")
		d.shows(t, "2  3  9  6  1", "dk na")
	}
}

// TestTheReviewCountsThoseWhoAreHere has two of twelve leave: the ten hands of the others are all there are.
func TestTheReviewCountsThoseWhoAreHere(t *testing.T) {
	d := newDriver(t, inWorkshop).press("enter", riverside, "enter", "12", "enter", "pass")
	d.press("2 3 3 3 1", "enter", "p", "10", "enter", "enter", "2 3 2 2 1", "enter", "1 1 1 1 1 1", "enter", "r", "home")
	d.shows(t, "counted", "6 of 10")
	if strings.Contains(d.screen(), "of 12") {
		t.Errorf("it waits for those who have left:\n%s", d.screen())
	}
}

// TestARoomIsNotOfferedOnePersonsAnswersFirst has found such answers, and maybe those of a room beside them.
func TestARoomIsNotOfferedOnePersonsAnswersFirst(t *testing.T) {
	person, room := assess.NewSession(pitfalls.English(), assess.Quick), assess.NewSession(pitfalls.English(), assess.Quick)
	person.Rate(person.At, 4)
	if err := room.SetPresent(23); err != nil {
		t.Fatal(err)
	}
	offered := func(o *Options) {
		inWorkshop(o)
		o.Run.Offer.Found = person.Draft()
	}
	newDriver(t, offered).shows(t, "› Begin anew, keeping the old answers", "  Go on where you stopped")
	newDriver(t, offered, func(o *Options) {
		o.Run.Offer.Others = []interview.Unfinished{{Path: "/state/draft-2.yaml", Answers: room.Draft()}}
	}).shows(t, "› Go on with counts of a room with 23 people", "  Begin anew, keeping the old answers")
	newDriver(t, func(o *Options) { o.Run.Offer.Found = person.Draft() }).shows(t, "› Go on where you stopped")
	newDriver(t, inWorkshop, func(o *Options) { o.Run.Offer.Found = room.Draft() }).shows(t, "› Go on where you stopped")
}

func TestSlipsOfPaperAreOffered(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}} {
		d := newWorkshop(t).resize(size[0], size[1])
		for i := range pitfalls.English().Topics {
			topic := &pitfalls.English().Topics[i]
			id := topic.ID
			before := d.screen()
			if offered := strings.Contains(strings.ToLower(before), "slips of paper"); offered != topic.Delicate {
				t.Errorf("%v, %s: offered %v:\n%s", size, id, offered, before)
			}
			d.press("0 0 0 0 1")
			if after := d.screen(); rowOf(after, "Always", "Completely") != rowOf(before, "Always", "Completely") {
				t.Errorf("%v, %s: the scale moves:\n%s", size, id, after)
			}
			if strings.Contains(strings.ToLower(d.screen()), "slips of paper") {
				t.Errorf("%s: slips are offered to who has counted", id)
			}
			d.press("right")
		}
	}
}

// rowOf returns the row in which the first of these words stands that is there, or -1.
func rowOf(screen string, words ...string) int {
	for _, word := range words {
		if above, _, found := strings.Cut(screen, word); found {
			return strings.Count(above, "\n")
		}
	}
	return -1
}

func TestBlankScreen(t *testing.T) {
	tests := []struct {
		name  string
		keys  []string
		blank bool
	}{
		{"a dot", []string{"."}, true},
		{"a dot while counts are typed", []string{"2 3", "."}, true},
		{"Space with nothing typed", []string{"space"}, true},
		{"Space on a statement that is counted", []string{"2 3 9 6 1", "enter", "left", "space"}, true},
		{"Space between counts", []string{"2", "space"}, false},
		{"any key ends it", []string{".", "7"}, false},
		{"where people are counted", []string{"p", "."}, true},
		{"where it is asked why they are fewer", []string{"2 3 9 6 1", "p", "22", "enter", "."}, true},
		{"in the help", []string{"?", "."}, true},
		{"in the list of keys", []string{"?", "?", "."}, true},
		{"in the review", []string{"r", "."}, true},
		{"in the reveal", []string{"r", "right", "."}, true},
		{"in the plan", []string{"r", "right", "end", "right", "."}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newWorkshop(t).press(test.keys...)
			if blank := d.screen() == ""; blank != test.blank {
				t.Errorf("the screen shows\n%s", d.screen())
			}
		})
	}
	if d := newDriver(t, inWorkshop).press("."); d.screen() != "" {
		t.Errorf("the welcome shows\n%s", d.screen())
	}
	t.Run("the line of keys names it", func(t *testing.T) {
		newWorkshop(t).resize(60, 20).shows(t, ". blank")
	})
	t.Run("a person's screens stay", func(t *testing.T) {
		if d := newDriver(t).press(toTopic...).press("."); d.screen() == "" {
			t.Error("a dot blanks the screen of a person")
		}
	})
	t.Run("the key counts nothing", func(t *testing.T) {
		d := newWorkshop(t)
		before := d.screen()
		if d.press(".", "7"); d.screen() != before {
			t.Errorf("the screen shows\n%s", d.screen())
		}
	})
}

// TestNothingIsRevealedWhileCounting looks for results on the way.
func TestNothingIsRevealedWhileCounting(t *testing.T) {
	d := newWorkshop(t)
	for _, key := range countAll() {
		if d.press(key); d.at() == "opening" {
			break // its opening shows no result, and says what a split is
		}
		for _, word := range []string{"mean", "split", "pressing", "exposure", "█"} {
			if strings.Contains(strings.ToLower(d.screen()), word) {
				t.Fatalf("while counting, the screen shows %q:\n%s", word, d.screen())
			}
		}
	}
}

func TestWorkshopFromStartToFile(t *testing.T) {
	d := newDriver(t, inWorkshop).press(toReveal...)
	d.shows(t, "not anonymous")
	pages := 0
	for ; slices.Contains([]string{"opening", "slides", "list", "talk"}, d.at()); pages++ {
		d.press("right")
	}
	// The opening, twenty statements, what to talk about, and the talk.
	if pages < 23 || d.at() != "plan" {
		t.Fatalf("after %d pages comes %s", pages, d.at())
	}
	d.press("enter", "enter")
	a := d.disk["riverside-youth-coalition-2026-11-21.yaml"]
	if !d.quit || a == nil {
		t.Fatalf("nothing is saved: %v", d.disk)
	}
	if a.Present != 23 || a.Topics[0].Overall.Votes() != 23 || a.Depth() != assess.Quick {
		t.Errorf("saved\n%s", answersfile.Format(a, d.wiz.run.Catalogue))
	}
}

func TestWorkshopGoesOnAsARoom(t *testing.T) {
	d := newWorkshop(t).press("2 3 9 6 1", "enter")
	draft := d.draft.last
	for _, room := range []bool{true, false} {
		again := newDriver(t, func(o *Options) { o.Run.Workshop, o.Run.Offer.Found = room, draft.Clone() })
		again.shows(t, "a room with 23 people", "1 of 20")
		if again.press("enter"); again.at() != "hands" {
			t.Fatalf("it goes on with %s", again.at())
		}
		again.shows(t, "2 of 20")
		again.press("left")
		again.shows(t, "21 of 23 counted")
	}
	t.Run("a person's run goes on as one", func(t *testing.T) {
		if d := newDriver(t, withFound, inWorkshop).press("down", "enter"); d.at() != "topic" || d.wiz.run.Session.Answers.Workshop() {
			t.Errorf("it goes on with %s", d.at())
		}
	})
	t.Run("edit", func(t *testing.T) {
		d := newDriver(t, func(o *Options) { o.Run.Edit = draft })
		d.shows(t, " 1  2  3  4  5 dk na", " 2  3  9  6  1  2  0")
		d.press("home", "enter", "1 1 1 1 1", "enter")
		d.shows(t, " 1  1  1  1  1 18  0")
		if d.at() != "review" {
			t.Errorf("the answer leads to %s", d.at())
		}
	})
	t.Run("nothing is kept before it is known how many are here", func(t *testing.T) {
		if d := newDriver(t, inWorkshop).press(toHands[:3]...); d.draft.last != nil {
			t.Errorf("kept %+v", d.draft.last)
		}
	})
}

func TestWorkshopThatCannotBeKept(t *testing.T) {
	d := newWorkshop(t)
	d.draft.err = errors.New("no space left on device")
	d.press("2 3 9 6 1", "enter", "q")
	d.shows(t, "Your answers are not on disk yet")
	d.press("enter")
	if a := d.disk["riverside-youth-coalition-2026-11-21.yaml"]; a == nil || a.Present != 23 {
		t.Errorf("rescued %+v", a)
	}
}

// TestWorkshopNeverOutsideTheWindow does anything in any order at any size.
func TestWorkshopNeverOutsideTheWindow(t *testing.T) {
	t.Parallel()
	keys := []string{
		"0", "1", "2 3 9 6 1", "9999999", "1 1 1 1 1 1 1 1", "space", "space", ".", "p", "r", "?", "q", "x", "Ж", "漢字",
		"enter", "enter", "enter", "right", "right",
	}
	for key := range tuitest.Keys {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	rapid.Check(t, func(t *rapid.T) {
		width, height := 60, 20
		changes := []func(*Options){inWorkshop, size(width, height)}
		if rapid.Bool().Draw(t, "full") {
			changes = append(changes, full)
		}
		d := newDriver(t, changes...)
		switch rapid.IntRange(0, 2).Draw(t, "from") {
		case 1:
			d.press("enter", "enter", rapid.SampledFrom([]string{"1", "60", "100000"}).Draw(t, "present"), "enter", "enter")
		case 2:
			d.press("enter", "enter", "23", "enter", "enter").press(countAll()...)
		}
		for range rapid.IntRange(0, 50).Draw(t, "steps") {
			switch rapid.IntRange(0, 9).Draw(t, "kind") {
			case 0:
				width, height = rapid.IntRange(0, 200).Draw(t, "width"), rapid.IntRange(0, 100).Draw(t, "height")
				d.resize(width, height)
			case 1:
				d.paste(rapid.SampledFrom([]string{"4 4", "日本語の名前", strings.Repeat("long ", 500), "\x1b[31m\u202e\xff"}).Draw(t, "paste"))
			default:
				d.press(rapid.SampledFrom(keys).Draw(t, "key"))
			}
			if wrong := overflow(d.wiz.View().Content, width, height); wrong != "" {
				t.Fatalf("%s shows %s", d.at(), wrong)
			}
			if s := d.wiz.run.Session; s != nil {
				for _, p := range s.Places() {
					if s.Answers.At(p).Votes() > s.Answers.Present {
						t.Fatalf("%d are here, and %+v", s.Answers.Present, s.Answers.At(p))
					}
				}
			}
		}
	})
}

// TestWorkshopBackAfterNextRestores goes on and back from any statement, with anything typed.
func TestWorkshopBackAfterNextRestores(t *testing.T) {
	ways := map[string]string{"right": "left", "pgdown": "pgup", "down": "up", "p": "esc", "?": "esc", "r": "r", ".": "7"}
	rapid.Check(t, func(t *rapid.T) {
		d := newWorkshop(t, size(rapid.IntRange(40, 120).Draw(t, "width"), rapid.IntRange(12, 50).Draw(t, "height")))
		for range rapid.IntRange(0, 18).Draw(t, "statements") {
			d.press(fmt.Sprintf("%d 1 2 3 4", rapid.IntRange(0, 9).Draw(t, "count")), "enter")
		}
		d.press(rapid.SampledFrom([]string{"x", "2 3", "9 9 9 9 9", "2 3 9 6 1", "1 1 1 1 1 0 4"}).Draw(t, "typed"))
		if d.at() != "hands" {
			t.Skip("at the review")
		}
		d.press("z")
		line, answers := d.wiz.Top().(*hands).line, d.wiz.run.Session.Answers.Clone()
		next := rapid.SampledFrom([]string{"right", "pgdown", "down", "p", "?", "r", "."}).Draw(t, "next")
		if why, _ := d.wiz.Top().(*hands).missing(); why != "" && slices.Contains([]string{"right", "pgdown", "down", "r"}, next) {
			d.press(next)
			if h, ok := d.wiz.Top().(*hands); !ok || h.line != line || !reflect.DeepEqual(d.wiz.run.Session.Answers, answers) {
				t.Fatalf("%s leaves %q behind", next, line)
			}
			return
		}
		d.press(next, ways[next])
		h, ok := d.wiz.Top().(*hands)
		if !ok {
			return // after the last statement comes the review
		}
		if h.line != line || !reflect.DeepEqual(d.wiz.run.Session.Answers, answers) {
			t.Fatalf("after %s and %s the line is %q, was %q", next, ways[next], h.line, line)
		}
	})
}

// TestWorkshopStatementsCanBeRead checks at every size that the whole statement, its boxes and what is counted are in sight.
func TestWorkshopStatementsCanBeRead(t *testing.T) {
	t.Parallel()
	for width := tui.MinWidth; width <= 130; width += 9 {
		for height := tui.MinHeight; height <= 30; height += 3 {
			d := newWorkshop(t, full).resize(width, height)
			d.wiz.introduced = [2]bool{true, true}
			for _, p := range d.wiz.run.Session.Places() {
				d.wiz.Top().(*hands).visit(p)
				d.press("2 3 9 6 1 1 1")
				shown := strings.Join(strings.Fields(d.screen()), " ")
				for _, want := range []string{d.wiz.run.Session.Statement(p), "all 23 counted", "not applicable"} {
					if !strings.Contains(shown, want) {
						t.Fatalf("%d×%d does not show %q:\n%s", width, height, want, d.screen())
					}
				}
				d.press("x")
			}
		}
	}
}

// A room of nobody does not begin.
func TestNobodyIsHere(t *testing.T) {
	d := newDriver(t, inWorkshop).press("enter", "tab", "0", "enter")
	if d.at() != "present" {
		t.Errorf("at %s, want to be asked again", d.at())
	}
	d.shows(t, "A room holds 1 to 100,000 people.")
	if d.press("12", "enter"); d.at() != "hands" || d.wiz.run.Session.Answers.Present != 12 {
		t.Errorf("at %s with %d people, want the statement", d.at(), d.wiz.run.Session.Answers.Present)
	}
}

// From the review one comes back there, and what is missing of a count follows the number.
func TestPeopleFromTheReview(t *testing.T) {
	d := newWorkshop(t).press("2 3 9 6 1", "enter", "r", "p", "30", "enter")
	if d.at() != "review" {
		t.Fatalf("at %s, want the review", d.at())
	}
	d.shows(t, "23 of 30")
}

// Counts that are typed where the people belong make a huge room; it is asked about once.
func TestAHugeWorkshopIsAskedAbout(t *testing.T) {
	d := newDriver(t, func(o *Options) { o.Run.Workshop = true }).press("enter", "tab")
	for _, key := range []string{"2", "3", "9", "6", "1"} {
		d.press(key)
	}
	d.press("enter")
	d.shows(t, "23961 people? Enter again if right.")
	if d.at() != "present" || d.wiz.run.Session.Answers.Present != 0 {
		t.Errorf("at %s with %d people, want to be asked first", d.at(), d.wiz.run.Session.Answers.Present)
	}
	if d.press("enter", "enter"); d.at() != "hands" || d.wiz.run.Session.Answers.Present != 23961 {
		t.Errorf("at %s with %d people, want the statement", d.at(), d.wiz.run.Session.Answers.Present)
	}
	d = newDriver(t, func(o *Options) { o.Run.Workshop = true }).press("enter", "tab", "6", "0", "enter", "enter")
	if d.at() != "hands" {
		t.Errorf("at %s with %d people, want the statement", d.at(), d.wiz.run.Session.Answers.Present)
	}
}

// On a projector, the counts of the review would be the result before anybody has asked for it.
func TestAWorkshopThatHasCountedAllSeesNoCounts(t *testing.T) {
	counted := func() *assess.Answers {
		s := assess.NewSession(pitfalls.English(), assess.Quick)
		if err := s.SetPresent(7); err != nil {
			t.Fatal(err)
		}
		for _, p := range s.Places() {
			s.Answers.Set(p, assess.Tally{Counts: [5]int{1, 2, 1, 2, 1}})
		}
		s.At = s.Places()[19]
		return s.Draft()
	}
	d := newDriver(t, func(o *Options) { o.Run.Workshop, o.Run.Offer.Found = true, counted() }).press("enter")
	d.shows(t, "Everything is counted.", "What we answered")
	if d.at() != "opening" {
		t.Errorf("at %s, want the beginning of the reveal", d.at())
	}
	if d.press("esc"); d.at() != "review" {
		t.Errorf("Esc leads to %s, want the review", d.at())
	}
}

func TestAWorkshopForAllStatementsSaysHowLong(t *testing.T) {
	full := assess.Full
	d := newDriver(t, func(o *Options) { o.Run.Workshop, o.Run.Depth = true, &full })
	d.resize(100, 40)
	d.shows(t, "Fifty statements take about forty minutes")
}

func TestAWorkshopHearsThatAStatementStaysOpen(t *testing.T) {
	d := newDriver(t, func(o *Options) { o.Run.Workshop = true }).press("enter", "enter", "12", "enter", "enter")
	d.press("p").shows(t, "Enter go on")
	d.press("enter", "enter").shows(t, "Left open. ← goes back.")
	d.press("1 2 3 4 1", "enter")
	if strings.Contains(d.screen(), "Left open") {
		t.Errorf("a count is called open:\n%s", d.screen())
	}
}
