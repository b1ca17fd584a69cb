// Package agenda is what people choose to talk about who look at a result together, how much time there is for it, and what they say
// matters most to them. It is one engine under the slides and the line prompter.
package agenda

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
)

// Agenda is what a room talks about. It begins with the topics for which there is time, until the room chooses others.
type Agenda struct {
	dots    Dots
	result  *score.Result
	minutes int
	// statements is how many slides come before what to talk about.
	statements int
	talks      []score.Talk
	// chosen holds the ids of the topics that are chosen.
	chosen []string
	// taken are the dots as they were last taken over.
	taken []Count
}

// minMinutes is how many there are at least: one to begin, one to talk and one to end.
const minMinutes = 3

// New returns the agenda of a result for so many minutes, with so many slides of statements before it. at is how far the room came
// when it left.
func New(r *score.Result, minutes, statements int, at assess.Reveal, dots Dots) *Agenda {
	a := &Agenda{dots: dots, minutes: max(minutes, minMinutes), statements: statements}
	a.show(r)
	for _, t := range a.talks {
		if id := a.id(t); slices.Contains(at.Talk, id) {
			a.chosen = append(a.chosen, id)
		}
	}
	if at.Slide < a.ListSlide() && len(a.chosen) == 0 {
		a.chosen = a.timely()
	}
	a.taken = a.counts()
	return a
}

// Result returns the result that is talked about.
func (a *Agenda) Result() *score.Result { return a.result }

// show takes another result over.
func (a *Agenda) show(r *score.Result) { a.result, a.talks = r, r.TalksIn(a.minutes) }

func (a *Agenda) id(t score.Talk) string { return a.result.Topics[t.Topic].ID }

// Topics returns all there is to talk about, in order: what is chosen with its minutes, and the rest with none.
func (a *Agenda) Topics() []score.Talk {
	talks, chosen := slices.Clone(a.talks), a.Talks()
	for i := range talks {
		if n := slices.IndexFunc(chosen, func(t score.Talk) bool { return t.Topic == talks[i].Topic }); n >= 0 {
			talks[i].Minutes = chosen[n].Minutes
		}
	}
	return talks
}

// Talks returns the topics that are chosen, with their minutes. There are none for a topic that there is no time for.
func (a *Agenda) Talks() []score.Talk {
	var chosen []score.Talk
	for _, t := range a.talks {
		if a.Chosen(a.id(t)) {
			chosen = append(chosen, t)
		}
	}
	return score.ShareTime(chosen, a.minutes).Talks
}

// Chosen reports whether a topic is chosen, by its id.
func (a *Agenda) Chosen(id string) bool { return slices.Contains(a.chosen, id) }

// Toggle chooses a topic, or takes it away.
func (a *Agenda) Toggle(id string) {
	if a.Chosen(id) {
		a.chosen = slices.DeleteFunc(slices.Clone(a.chosen), func(other string) bool { return other == id })
		return
	}
	a.chosen = append(slices.Clone(a.chosen), id)
}

// Choose chooses these topics alone.
func (a *Agenda) Choose(ids []string) { a.chosen = slices.Clone(ids) }

// timely returns the ids of the topics for which there is time.
func (a *Agenda) timely() []string {
	var ids []string
	for _, t := range score.ShareTime(slices.Clone(a.talks), a.minutes).Talks {
		if t.Minutes > 0 {
			ids = append(ids, a.id(t))
		}
	}
	return ids
}

// chose reports whether the room has chosen something else than that for which there is time.
func (a *Agenda) chose() bool {
	return !slices.Equal(slices.Sorted(slices.Values(a.chosen)), slices.Sorted(slices.Values(a.timely())))
}
