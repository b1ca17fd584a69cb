package wizard

import (
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
)

func TestUndo(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		change func(*Options)
		keys   []string
		// at is the screen, place the statement, and shows what the screen then says.
		at    string
		place assess.Place
		shows string
	}{
		{"nothing", full, plus(toTopic, "u"), "topic", assess.Place{}, "There is no answer to take back."},
		{"on the page", full, plus(toTopic, "43", "u"), "topic", assess.Place{Question: 1}, "Taken back: 3 Sometimes."},
		{"on the page before", full, plus(toTopic, "43d", "right", "right", "u"), "topic", assess.Place{Question: 2}, "Taken back: Don't know."},
		{"two", full, plus(toTopic, "433", "u", "u"), "topic", assess.Place{Question: 1}, "Taken back: 3 Sometimes."},
		{"all, and one more", full, plus(toTopic, "4", "u", "u"), "topic", assess.Place{}, "There is no answer to take back."},
		{"a changed one", full, plus(toTopic, "4", "up", "2", "u"), "topic", assess.Place{}, "Taken back: 2 Rarely. Again: 4."},
		{"one that was taken back with x", full, plus(toTopic, "4", "up", "x", "u"), "topic", assess.Place{}, "Given again: 4 Often."},
		{"in the review", full, plus(toTopic, "433", "r", "end", "u"), "review", assess.Place{Question: 2}, "Taken back: 3 Sometimes."},
		{"before the pills", quick, plus(toTopic, "4444444445", "u"), "topic", assess.Place{Topic: 9, Question: assess.Overall}, "Taken back: 5 Always."},
		{"a count", inWorkshop, plus(toHands, "2 3 9 6 1", "enter", "u"), "hands", assess.Place{Question: assess.Overall}, "The count here is taken back."},
		{"a changed count", inWorkshop, plus(toHands, "2 3 9 6 1", "enter", "left", "1 1 1 1 1", "right", "u"), "hands", assess.Place{Question: assess.Overall}, "The count from before is back here."},
		{"not what is typed at another one", inWorkshop, plus(toHands, "2 3 9 6 1", "enter", "2 3", "u"), "hands", assess.Place{Question: assess.Overall}, "The count here is taken back."},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := newDriver(t, test.change).press(test.keys...)
			if d.at() != test.at || d.wiz.run.Session.At != test.place {
				t.Errorf("at %s %v; want %s %v", d.at(), d.wiz.run.Session.At, test.at, test.place)
			}
			if d.shows(t, test.shows); d.draft.last != nil && d.draft.last.At(test.place) != d.wiz.run.Session.Answers.At(test.place) {
				t.Errorf("the draft still holds %+v", d.draft.last.At(test.place))
			}
		})
	}
}

// TestTheKeyThatEndsThePitfallsRatesNoPill types on after the last pitfall.
func TestTheKeyThatEndsThePitfallsRatesNoPill(t *testing.T) {
	for _, key := range []string{"4", "d", "n", "x", "u"} {
		d := newDriver(t, quick).press(toTopic...).press("444444444", "4"+strings.Repeat(key, 5))
		for _, p := range d.wiz.run.Session.Places()[10:] {
			if r := d.wiz.run.Session.Rating(p); r != assess.Unanswered {
				t.Errorf("%s rates %v as %v", key, p, r)
			}
		}
	}
	d := newDriver(t, quick).press(toTopic...).press(strings.Repeat("4", 30))
	d.shows(t, "Now what helps: from here on a high number is good.")
	if d.press("enter", "1"); d.wiz.run.Session.Rating(d.wiz.run.Session.Places()[10]) != 1 {
		t.Error("after Enter, no pill is rated")
	}
}

// TestTheHalvesBeginOnce goes to and fro between the last pitfall and the first pill.
func TestTheHalvesBeginOnce(t *testing.T) {
	d := newDriver(t, quick).press(toTopic...).press("4444444444")
	for _, step := range []struct{ key, at string }{
		{"left", "topic"},
		{"right", "half"},
		{"esc", "topic"},
		{"end", "half"},
		{"esc", "topic"},
		{"right", "half"},
		{"enter", "topic"},
		{"left", "topic"},
		{"right", "topic"},
		{"r", "review"},
		{"end", "review"},
		{"up", "review"},
		{"enter", "topic"},
	} {
		if d.press(step.key); d.at() != step.at {
			t.Fatalf("%s leads to %s; want %s", step.key, d.at(), step.at)
		}
	}
	for name, found := range map[string]struct {
		answered int
		at       string
	}{"among the pitfalls": {3, "topic"}, "at the first pill": {10, "half"}, "among the pills": {12, "topic"}} {
		s := assess.NewSession(d.wiz.run.Catalogue, assess.Quick)
		for range found.answered {
			s.Rate(s.At, 3)
			s.Next()
		}
		if d := newDriver(t, func(o *Options) { o.Run.Offer.Found = s.Draft() }).press("enter"); d.at() != found.at {
			t.Errorf("%s, it goes on at %s; want %s", name, d.at(), found.at)
		}
	}
}

// TestNoteOnTheTopicJustAnswered writes a note after the answer has turned the page.
func TestNoteOnTheTopicJustAnswered(t *testing.T) {
	for _, test := range []struct {
		name string
		keys []string
		want int
	}{
		{"directly after", []string{"433", "m"}, 0},
		{"after another key", []string{"433", "down", "up", "m"}, 1},
		{"and of the one on the screen", []string{"433", "m", "tab"}, 1},
		{"and back", []string{"433", "m", "tab", "tab"}, 0},
		{"on the same page", []string{"43", "m"}, 0},
		{"once it was closed", []string{"433", "m", "esc", "m"}, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := newDriver(t).press(toTopic...).press(test.keys...).paste("Here.")
			for i := range d.wiz.run.Session.Answers.Topics[:3] {
				if note := d.wiz.run.Session.Answers.Topics[i].Note; (note != "") != (i == test.want) {
					t.Errorf("topic %d has the note %q; want it at %d", i, note, test.want)
				}
			}
		})
	}
	d := newDriver(t).press(toTopic...).press("433", "m").paste("First.").press("tab").paste("Second.")
	for i, want := range []string{"First.", "Second."} {
		if note := d.wiz.run.Session.Answers.Topics[i].Note; note != want {
			t.Errorf("topic %d has the note %q; want %q", i, note, want)
		}
	}
	d = newDriver(t, quick).press(toTopic...).press("4444444444", "m").paste("Of the last pitfall.")
	if d.wiz.run.Session.Answers.Topics[9].Note == "" {
		t.Error("before the pills, a note is not on the last pitfall")
	}
}

// TestATopicOfTheReviewReturnsByEnterAndEsc presses every other key there.
func TestATopicOfTheReviewReturnsByEnterAndEsc(t *testing.T) {
	for _, key := range []string{"1", "d", "x", "up", "down", "left", "right", "pgup", "pgdown", "tab", "shift+tab", "home", "end"} {
		for _, way := range [][]string{plus(toReview, "enter"), plus(toReview, "end", "up", "enter")} {
			d := newDriver(t).press(way...)
			if d.at() == "half" {
				d.press("enter")
			}
			for range 4 {
				if d.press(key); d.at() == "review" {
					t.Errorf("%s leads to the review", key)
				}
			}
		}
	}
}

func TestEnterTakesTheMarkedFocus(t *testing.T) {
	for _, test := range []struct {
		name string
		keys []string
		want string
	}{
		{"Enter", []string{"enter"}, "unclear-purpose"},
		{"the marked one", []string{"down", "enter"}, "overcommitted"},
		{"not besides a chosen one", []string{"space", "down", "enter"}, "unclear-purpose"},
		{"→ takes none", []string{"right"}, ""},
		{"nor does Enter later", []string{"right", "left", "enter"}, ""},
		{"until the mark moves", []string{"right", "left", "down", "enter"}, "overcommitted"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := newDriver(t).press(toFocus...).press(test.keys...)
			if got := strings.Join(d.wiz.run.Session.Answers.Focus, " "); got != test.want || d.at() != "standout" && d.at() != "plan" {
				t.Errorf("the focus is %q, at %s; want %q and what stands out, or the plan behind it", got, d.at(), test.want)
			}
			if got := strings.Join(d.draft.last.Focus, " "); got != test.want {
				t.Errorf("the draft has the focus %q", got)
			}
		})
	}
}
