package wizard

import (
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
)

// plan shows the report, to be scrolled.
type plan struct {
	wiz    *wizard
	reader tui.Reader
	result *score.Result
}

// showPlan leads to the plan: by way of the focus where there is one to choose, and in a workshop by the reveal.
func (wiz *wizard) showPlan() {
	if wiz.run.CountsHands() {
		wiz.showReveal()
		return
	}
	if topics := wiz.run.FocusChoices(); len(topics) > 0 {
		wiz.Show(newFocus(wiz, topics))
		return
	}
	wiz.openPlan()
}

// cover shows a room its result in front of the review: where it left, or the beginning once everything is counted.
func (wiz *wizard) cover() {
	left := wiz.run.Reveal.Slide > 1
	if !wiz.run.CountsHands() || !left && len(wiz.run.Session.Open()) > 0 {
		return
	}
	wiz.showReveal()
	if !left {
		wiz.Say("Everything is counted.")
	}
}

// openPlan opens the plan, or first what stands out, unless that was just seen: by the one who answers, before a change that makes
// no difference to it, or by a room in the reveal.
func (wiz *wizard) openPlan() {
	r := wiz.run.Score()
	if s := newStandout(wiz, r); !wiz.run.CountsHands() && s.lead != wiz.stoodOut {
		wiz.stoodOut = s.lead
		wiz.Show(s)
		return
	}
	wiz.Show(newPlan(wiz, r))
}

func newPlan(wiz *wizard, r *score.Result) *plan {
	wiz.run.Planned = true
	return &plan{wiz: wiz, reader: tui.NewReader(), result: r}
}

func (p *plan) Fit(a tui.Area) {
	lines, sections := p.wiz.opts.Report(p.result, a.Width)
	p.reader.Set(lines, sections, a)
}

func (p *plan) Keys() []tui.Key {
	return append(p.reader.Keys(2),
		stepsKey(&p.reader),
		tui.On(p.wiz.toReview, "r").Help("r", "review all answers, see what is open"),
		tui.On(p.copy, "y").Hint(3, "y", "copy").Help("y", "ask the terminal to copy the plan, as Markdown"),
		p.onward(),
		tui.On(p.wiz.Back, "left", "esc", "shift+tab").Hint(0, "←", "back").Help("←  Esc", "screen before"),
		tui.On(func() { p.wiz.listKeys(p) }, "?"),
		p.wiz.leaveKey(4, leaveUnsaved),
	)
}

// onward goes on: to who does what by when, or to what to take away.
func (p *plan) onward() tui.Key {
	if p.wiz.decides(p.result) {
		return tui.On(func() { p.wiz.decide(p.result) }, "enter", "right", "tab").
			Hint(0, "Enter", "who does what").Help("Enter  →", "write who does what by when, and then choose what to take away")
	}
	return tui.On(p.wiz.finish, "enter", "right", "tab").
		Hint(0, "Enter", "take away").Help("Enter  →", "choose what to take away: the answers, a page, the plan file")
}

// copy asks the terminal, which may refuse without saying so.
func (p *plan) copy() {
	p.wiz.Copy(p.wiz.opts.Markdown(p.result))
	p.wiz.Say("Asked the terminal to copy. Not all do.")
}

func (p *plan) Draw() []string { return p.reader.Draw(p.wiz.Theme) }

func (p *plan) Place() string { return "Your plan" }

func (p *plan) Tall() bool { return true }

// toReview closes what is on top of the review, or opens one.
func (wiz *wizard) toReview() {
	if !wiz.BackTo(func(s tui.Screen) bool { _, ok := s.(*review); return ok }) {
		wiz.Show(newReview(wiz, false))
	}
}
