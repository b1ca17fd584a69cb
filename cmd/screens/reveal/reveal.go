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
	"github.com/coalcheck/coalcheck/assess/agenda"
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
	Dots agenda.Dots
	// Clocks measure how long they talk about each topic. Without them it measures anew.
	Clocks *agenda.Clocks
	// At is how far they came when they left. Moved is told how far they are, and may be nil.
	At    assess.Reveal
	Moved func(assess.Reveal)
	// Onward opens what comes after the talk.
	Onward func()
}

// Reveal is what its screens share.
type Reveal struct {
	app    *tui.App
	o      Options
	agenda *agenda.Agenda
	slides []report.Slide
	// topics are what to talk about, without minutes.
	topics []report.TalkTopic
	// at is what was last told to Moved.
	at assess.Reveal
}

// New returns a reveal for an app that may show other screens before and after it.
func New(app *tui.App, o Options) *Reveal {
	if o.Clocks == nil {
		o.Clocks = &agenda.Clocks{}
	}
	r := &Reveal{app: app, o: o, slides: report.Slides(o.Result)}
	r.agenda = agenda.New(o.Result, o.Minutes, len(r.slides), o.At, o.Dots)
	r.renew()
	return r
}

// renew takes over what there is to talk about.
func (r *Reveal) renew() { r.topics = report.TalkTopics(r.agenda.Result(), r.agenda.Topics()) }

// Open shows the screen at which people left, with those before it behind it; or else the first one.
func (r *Reveal) Open() {
	part, index := r.agenda.PartOf(r.o.At.Slide)
	talks := r.talks()
	r.app.Show(newOpening(r))
	switch last := len(r.slides) - 1; {
	case part == agenda.Statements:
		r.app.Show(&slides{Reveal: r, at: index})
	case part > agenda.Statements && last >= 0:
		r.app.Show(&slides{Reveal: r, at: last})
	}
	if part >= agenda.List {
		r.openList()
	}
	switch last := len(talks) - 1; {
	case part == agenda.Talk:
		r.openTalk(talks[index].ID)
	case part > agenda.Talk && last >= 0:
		r.openTalk(talks[last].ID)
	}
	if part == agenda.Plan {
		r.o.Onward()
	}
	r.Settle()
}

// placed is a screen that is a slide.
type placed interface{ slide() int }

// Settle comes after each key, before its frame: it tells how far people are, and lets the clock of a topic run while its slide or
// something on top of it is shown.
func (r *Reveal) Settle() {
	slide, topic := r.at.Slide, ""
	switch s := r.app.Top().(type) {
	case *note, *decision, *tui.KeyList:
		if t, ok := r.app.Under().(*talk); ok {
			topic = t.id
		}
	case *talk:
		slide, topic = s.slide(), s.id
	case placed:
		slide = s.slide()
	case *plantable.Screen:
		slide = r.agenda.PlanSlide()
	}
	r.o.Clocks.Show(topic, r.o.Now())
	at := r.agenda.At(slide)
	if at.Slide == r.at.Slide && slices.Equal(at.Talk, r.at.Talk) {
		return
	}
	if r.at = at; r.o.Moved != nil {
		r.o.Moved(at)
	}
}

// Keep keeps what is half typed, before the app ends. It returns false once, and says so, where that cannot be kept.
func (r *Reveal) Keep() bool {
	r.agenda.TakeDots()
	if d, ok := r.app.Top().(*decision); ok {
		return d.mayClose()
	}
	return true
}

// talks returns the topics that are chosen, with their minutes.
func (r *Reveal) talks() []report.TalkTopic {
	var chosen []report.TalkTopic
	for i := range r.topics {
		if r.agenda.Chosen(r.topics[i].ID) {
			chosen = append(chosen, *r.topic(r.topics[i].ID))
		}
	}
	return chosen
}

// topic returns a topic by its id: with its minutes where it is chosen, and with none where it is not; or nil.
func (r *Reveal) topic(id string) *report.TalkTopic {
	i := slices.IndexFunc(r.topics, func(t report.TalkTopic) bool { return t.ID == id })
	if i < 0 {
		return nil
	}
	topic := r.topics[i]
	topic.Minutes = r.agenda.Topics()[i].Minutes
	return &topic
}

func (r *Reveal) catalogue() *pitfalls.Catalogue { return r.agenda.Result().Group.Catalogue }

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
