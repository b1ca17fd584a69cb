package wizard

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// withoutDisk keeps no answers.
func withoutDisk(o *Options) {
	o.Run.Keeper.(*memoryDraft).err = errors.New("no space left on device")
}

// TestEsc goes one level back from every screen, and types there: no letter and no digit changes an answer.
func TestEsc(t *testing.T) {
	t.Parallel()
	inReview := plus(toReview, "home", "enter")
	inRoom := func(o *Options) {
		o.Run.Workshop, o.PlanFile, o.Today = true, plansIn(t, t.TempDir()), o.Now()
	}
	screens := []struct {
		name   string
		change func(*Options)
		way    []string
		back   string
	}{
		{"welcome", full, nil, "welcome"},
		{"keys of the welcome", full, []string{"?"}, "welcome"},
		{"example", full, []string{"down", "enter"}, "welcome"},
		{"form", full, plus(toForm, riverside, "tab", "tab"), "welcome"},
		{"pitfalls", full, toHalf, "form"},
		{"first topic", full, toTopic, "form"},
		{"next topic", full, plus(toTopic, "433"), "topic"},
		{"pills", full, toPills, "topic"},
		{"help", full, plus(toTopic, "4", "?"), "topic"},
		{"keys", full, toKeys, "help"},
		{"note", full, plus(toTopic, "4", "m", "Asked twice."), "topic"},
		{"note on the topic before", full, plus(toTopic, "433", "m"), "topic"},
		{"rescue over a note", withoutDisk, plus(toTopic, "4", "m", "Asked", "ctrl+c"), "note"},
		{"review", full, toReview, "topic"},
		{"topic of the review", full, inReview, "review"},
		{"answered topic of the review", full, plus(inReview, "5"), "review"},
		{"another topic of the review", full, plus(inReview, "right", "right"), "review"},
		{"note of a topic of the review", full, plus(inReview, "m"), "topic"},
		{"focus", full, toFocus, "review"},
		{"what stands out", full, toStands, "focus"},
		{"plan", full, toPlan, "standout"},
		{"take away", full, toTake, "plan"},
		{"people", inWorkshop, toHands[:4], "welcome"},
		{"first statement of a room", inWorkshop, toHands, "present"},
		{"next statement of a room", inWorkshop, plus(toHands, "2 3 9 6 1", "enter"), "hands"},
		{"statement of the review of a room", inWorkshop, plus(toHands, "2 3 9 6 1", "enter", "r", "enter", "right"), "review"},
		{"people of a statement", inWorkshop, plus(toHands, "2 3 9 6 1", "p"), "hands"},
		{"fewer people", inWorkshop, plus(toHands, "2 3 9 6 1", "p", "20", "enter"), "present"},
		{"reveal", inRoom, toReveal, "review"},
		{"slide", inRoom, plus(toReveal, "right", "right"), "opening"},
		{"what to talk about", inRoom, plus(toReveal, "right", "end"), "slides"},
		{"dots", inRoom, plus(toReveal, "right", "end", "f", "12"), "list"},
		{"talk", inRoom, plus(toReveal, "right", "end", "right"), "list"},
		{"note on a talk", inRoom, plus(toReveal, "right", "end", "right", "m", "We"), "talk"},
		{"decision", inRoom, plus(toReveal, "right", "end", "right", "d", "Ask"), "talk"},
	}
	keys := append(strings.Split("abcdefghijklmnopqrstuvwxyzЖ", ""), "space", "backspace")
	for _, s := range screens {
		t.Run(s.name, func(t *testing.T) {
			var d *driver
			for _, key := range keys {
				if d == nil || d.quit || d.at() != s.back {
					d = newDriver(t, s.change)
					if d.press(s.way...).press("esc"); d.at() != s.back || d.quit {
						t.Fatalf("Esc leads to %s; want %s", d.at(), s.back)
					}
				}
				if d.wiz.run.Session == nil {
					return
				}
				before := givenBy(d)
				d.press(key)
				after := givenBy(d)
				if key == "space" && s.back == "list" { // which is no letter, and chooses a topic that one sees
					after.talk = before.talk
				}
				if !reflect.DeepEqual(after, before) {
					t.Errorf("after Esc, %s changes\n%+v\nto\n%+v", key, before, after)
				}
			}
			d = newDriver(t, s.change).press(s.way...).press("esc")
			before := givenBy(d)
			if d.press("didadd", "esc"); !reflect.DeepEqual(givenBy(d), before) {
				t.Errorf("a word that goes on after Esc changes\n%+v\nto\n%+v", before, givenBy(d))
			}
		})
	}
}

// given is what people have answered, chosen and decided, without what is written into a note on their answers that is open.
type given struct {
	topics      []assess.TopicAnswers
	dots        [pitfalls.PitfallCount]int
	focus, talk []string
	plan        string
}

func givenBy(d *driver) given {
	a := d.wiz.run.Session.Answers.Clone()
	for t := range a.Topics {
		a.Topics[t].Note = ""
	}
	g := given{topics: a.Topics, dots: a.Dots, focus: a.Focus, talk: d.wiz.run.Reveal.Talk}
	if d.wiz.deciding != nil {
		g.plan = string(planfile.Format(d.wiz.deciding.Table.Plan()))
	}
	return g
}

// TestADigitAfterEsc rates, but not once a letter was typed, which may be text that goes on.
func TestADigitAfterEsc(t *testing.T) {
	for _, test := range []struct {
		name string
		keys []string
		want assess.Rating
	}{
		{"a note", []string{"m", "esc", "5"}, 5},
		{"the help", []string{"?", "esc", "5"}, 5},
		{"the keys over the help", []string{"?", "?", "esc", "esc", "5"}, 5},
		{"a note, and text that goes on", []string{"m", "esc", "d", "5"}, assess.Unanswered},
		{"the review", []string{"r", "esc", "5"}, 5},
		{"the next topic", []string{"right", "esc", "5"}, 5},
		{"the next topic, and a letter", []string{"right", "esc", "d", "5"}, assess.Unanswered},
		{"a letter, and a move", []string{"right", "esc", "d", "up", "5"}, 5},
		{"and a move", []string{"right", "esc", "up", "5"}, 5},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := newDriver(t, quick).press(toTopic...).press(test.keys...)
			if got := d.wiz.run.Session.Rating(d.wiz.run.Session.Places()[0]); got != test.want {
				t.Errorf("rated %v; want %v", got, test.want)
			}
		})
	}
}
