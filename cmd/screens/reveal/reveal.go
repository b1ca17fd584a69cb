// Package reveal shows a result to the people in a room, and leads their talk: what they answered, one statement after the other;
// what to talk about; a slide for each topic that they choose, with the time that is left; and then who does what.
//
// Its screens are opening, slides, list, dots, talk, note and decision. What they share is a Reveal; its last slide is the table of
// plantable.
package reveal

import (
	"slices"
	"time"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/plantable"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/report"
)

// Options is what a reveal shows and changes.
type Options struct {
	Result *score.Result
	// Minutes is how long people have once they have seen the slides, until they know who does what.
	Minutes int
	// Now is the clock by which they talk.
	Now func() time.Time
	// Table holds what they decide, say and give dots to, and Plan shows it, as the last slide. Without a table nothing of that can
	// be written.
	Table *planfile.Table
	Plan  *plantable.Screen
	// Dots is how they say what matters most to them.
	Dots Dots
	// At is how far they came when they left, and Moved is told how far they are. It may be nil.
	At    assess.Reveal
	Moved func(assess.Reveal)
	// Onward opens what comes after the talk.
	Onward func()
}

// Dots is how a room says what matters most: each person has assess.MaxFocus dots to give to pitfalls.
type Dots struct {
	// People is how many have them, or 0 where nobody has counted.
	People int
	// Of returns how many a pitfall got, by its index, and Give takes a number over.
	Of   func(pitfall int) int
	Give func(pitfall, dots int)
	// Given is called once all are given. It returns the result as it is with them.
	Given func() *score.Result
}

// Reveal is what its screens share.
type Reveal struct {
	app    *tui.App
	o      Options
	slides []report.Slide
	// topics are what to talk about, and chosen the ids of those that the room has chosen.
	topics []report.TalkTopic
	chosen []string
	// clocks measure how long each topic was talked about, by its id.
	clocks map[string]*clock
	// at is what was last told to Moved.
	at assess.Reveal
}

// minMinutes is how many there are at least: one to begin, one to talk and one to end.
const minMinutes = 3

// New returns a reveal for an app that may show other screens before and after it.
func New(app *tui.App, o Options) *Reveal {
	o.Minutes = max(o.Minutes, minMinutes)
	r := &Reveal{app: app, o: o, slides: report.Slides(o.Result), topics: report.TalkTopics(o.Result), clocks: map[string]*clock{}}
	for _, t := range r.topics {
		if slices.Contains(o.At.Talk, t.ID) {
			r.chosen = append(r.chosen, t.ID)
		}
	}
	if o.At.Slide < r.listSlide() && len(r.chosen) == 0 {
		r.chosen = r.timely()
	}
	return r
}

// timely returns the ids of the topics for which there is time: as long as the room chooses nothing else, these are chosen.
func (r *Reveal) timely() []string {
	var ids []string
	for _, t := range report.ShareTime(r.topics, r.o.Minutes).Topics {
		if t.Minutes > 0 {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// Open shows the screen at which people left, with those before it behind it; or else the first one.
func (r *Reveal) Open() {
	at, list := r.o.At.Slide, r.listSlide()
	r.app.Show(newOpening(r))
	if at > 1 && len(r.slides) > 0 {
		r.app.Show(&slides{Reveal: r, at: min(at, list-1) - firstSlide})
	}
	if at >= list {
		r.openList()
	}
	if talks := r.talks(); at > list && len(talks) > 0 {
		r.openTalk(talks[min(at-list, len(talks))-1].ID)
	}
	if at > list+len(r.talks()) {
		r.o.Onward()
	}
	r.Settle()
}

// The slides are counted from 1: the opening, the statements, the list, the talks, and the plan.
const firstSlide = 2

func (r *Reveal) listSlide() int { return firstSlide + len(r.slides) }

func (r *Reveal) planSlide() int { return r.listSlide() + len(r.talks()) + 1 }

// placed is a screen that is a slide.
type placed interface{ slide() int }

// Settle comes after each key, before its frame: it tells how far people are, and lets the clock of a topic run while its slide or
// something on top of it is shown.
func (r *Reveal) Settle() {
	at := assess.Reveal{Slide: r.at.Slide, Talk: r.chosen}
	switch s := r.app.Top().(type) {
	case *note, *decision: // on top of a talk, which goes on
	case *talk:
		at.Slide = s.slide()
		r.startClock(s.id)
	case placed:
		at.Slide = s.slide()
		r.stopClocks()
	case *plantable.Screen:
		at.Slide = r.planSlide()
		r.stopClocks()
	}
	if at.Slide == r.at.Slide && slices.Equal(at.Talk, r.at.Talk) {
		return
	}
	at.Talk = slices.Clone(at.Talk)
	if r.at = at; r.o.Moved != nil {
		r.o.Moved(at)
	}
}

// Keep keeps what is half typed, before the app ends. It returns false once, and says so, where that cannot be kept.
func (r *Reveal) Keep() bool {
	switch s := r.app.Top().(type) {
	case *decision:
		return s.mayClose()
	case *dots:
		r.o.Dots.Given()
	}
	return true
}

// talks returns the topics that are chosen, with their minutes.
func (r *Reveal) talks() []report.TalkTopic {
	var chosen []report.TalkTopic
	for _, t := range r.topics {
		if slices.Contains(r.chosen, t.ID) {
			chosen = append(chosen, t)
		}
	}
	return report.ShareTime(chosen, r.o.Minutes).Topics
}

// topic returns a topic by its id: with its minutes where it is chosen, and with none where it is not; or nil.
func (r *Reveal) topic(id string) *report.TalkTopic {
	for _, topics := range [][]report.TalkTopic{r.talks(), r.topics} {
		if i := slices.IndexFunc(topics, func(t report.TalkTopic) bool { return t.ID == id }); i >= 0 {
			return &topics[i]
		}
	}
	return nil
}

func (r *Reveal) catalogue() *pitfalls.Catalogue { return r.o.Result.Group.Catalogue }

// keys returns the keys of all slides: they blank the screen, list the keys, and leave.
func (r *Reveal) keys(s tui.Screen) []tui.Key {
	return append(
		r.blankKey(),
		tui.On(func() { r.app.Show(tui.NewKeyList(r.app, r.app.Keys(s))) }, "?").Hint(5, "?", "keys"),
		tui.On(r.app.Leave, "q").Hint(3, "q", "leave").Help("q  Ctrl+C", "leave; everything is kept"),
	)
}

// blankKey blanks the screen, so that people look at each other.
func (r *Reveal) blankKey() []tui.Key {
	return []tui.Key{tui.On(r.app.Blank, ".").Hint(2, ".", "blank").Help(".", "blank the screen until any key")}
}
