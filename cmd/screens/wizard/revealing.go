package wizard

import (
	"cmp"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/agenda"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/reveal"
)

// showReveal shows a room what it answered, where it left, and leads its talk to who does what. Whoever edits its file sees the
// plan after the talk: who does what may be in a file already.
func (wiz *wizard) showReveal() {
	result := wiz.run.Score()
	o := reveal.Options{
		Result: result, Minutes: cmp.Or(wiz.run.Report.Minutes, wiz.opts.Minutes), Now: wiz.opts.Now,
		At: wiz.run.Reveal, Moved: wiz.moved,
		Dots:   agenda.Dots{People: wiz.run.Session.Answers.Present, Of: wiz.dotsOf, Give: wiz.giveDots, Given: wiz.dotsGiven},
		Clocks: &wiz.clocks, Onward: wiz.openPlan,
	}
	if wiz.opts.PlanFile != nil && wiz.run.Edit == nil {
		d := wiz.decisions(result)
		o.Table, o.Plan, o.Onward = d.Table, d.screen, wiz.showTable
	}
	wiz.reveal = reveal.New(wiz.App, o)
	wiz.reveal.Open()
}

// showTable shows who does what, the last slide. A room has seen its plan then.
func (wiz *wizard) showTable() {
	wiz.run.Planned = true
	wiz.Show(wiz.deciding.screen)
}

// moved takes over how far the room is.
func (wiz *wizard) moved(at assess.Reveal) {
	wiz.revealed = wiz.revealed || at.Slide > 1
	wiz.run.Reveal, wiz.changed = at, true
}

func (wiz *wizard) dotsOf(pitfall int) int { return wiz.run.Session.Answers.Dots[pitfall] }

// giveDots takes over what the room gives to a pitfall. Dots take the place of a focus that it agreed on.
func (wiz *wizard) giveDots(pitfall, dots int) {
	a := wiz.run.Session.Answers
	a.Dots[pitfall], a.Focus, wiz.changed = dots, nil, true
}

// dotsGiven scores the answers with the dots, and has the plan follow. Its file holds the dots, too.
func (wiz *wizard) dotsGiven() *score.Result {
	result, d := wiz.run.Score(), wiz.deciding
	if d == nil {
		return result
	}
	for i, dots := range wiz.run.Session.Answers.Dots {
		d.Table.SetDots(wiz.run.Catalogue.Topics[i].ID, dots)
	}
	d.follow(result)
	d.screen.Save()
	return result
}
