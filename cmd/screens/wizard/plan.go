package wizard

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess/score"
)

// plan shows the report, to be scrolled.
type plan struct {
	m      *model
	pager  pager
	result *score.Result
}

// showPlan leads to the plan: by way of the focus where there is one to choose, and in a room by the reveal.
func (m *model) showPlan() {
	if m.run.CountsHands() {
		m.show(newReveal(m))
		return
	}
	if topics := m.run.FocusChoices(); len(topics) > 0 {
		m.show(newFocus(m, topics))
		return
	}
	m.openPlan()
}

func (m *model) openPlan() {
	m.run.Planned = true
	m.show(&plan{m: m, pager: newPager(), result: m.run.Score()})
}

func (p *plan) fit(room area) {
	p.pager.set(strings.TrimRight(p.m.Report(p.result, room.width), "\n"), room)
}

func (p *plan) press(k tea.KeyPressMsg) tea.Cmd {
	switch name(k) {
	case "enter", "right", "tab":
		return p.m.finish()
	case "s":
		if line := p.startHere(); line >= 0 {
			p.pager.view.SetYOffset(line)
		}
	case "r":
		p.m.toReview()
	case "left", "esc", "shift+tab":
		p.m.back()
	case "?":
		p.m.show(newKeyHelp(p.m))
	case "q":
		return p.m.leave()
	default:
		p.pager.press(k)
	}
	return nil
}

func (p *plan) draw() []string { return p.pager.draw(p.m.theme) }

func (p *plan) place() string { return "Your plan" }

func (p *plan) tall() bool { return true }

// startHere returns the line at which the first steps start, or -1.
func (p *plan) startHere() int { return p.pager.find(p.m.StartHere) }

func (p *plan) hints() []hint {
	leave := "leave without a file"
	if p.m.run.Edit != nil {
		leave = "leave without saving"
	}
	hints := []hint{{"↑↓", "scroll", 2}}
	if line := p.startHere(); line > p.pager.view.YOffset() && !p.pager.view.AtBottom() {
		hints = append(hints, hint{"s", "first steps", 1})
	}
	return append(hints, hint{"Enter", "save", 0}, hint{"←", "back", 0}, hint{"q", leave, 3})
}

// toReview closes what lies over the review, or opens one.
func (m *model) toReview() {
	for i, s := range slices.Backward(m.screens) {
		if _, ok := s.(*review); ok {
			m.screens = m.screens[:i+1]
			m.refit()
			return
		}
	}
	m.show(newReview(m, false))
}
