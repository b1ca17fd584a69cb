package wizard

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
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
	if m.room {
		m.show(newReveal(m))
		return
	}
	if topics := aboveCalm(m.score()); len(topics) > 0 {
		m.show(newFocus(m, topics))
		return
	}
	m.openPlan()
}

func (m *model) openPlan() {
	m.planned = true
	m.show(&plan{m: m, pager: newPager(), result: m.score()})
}

func (m *model) score() *score.Result { return score.Score(assess.NewGroup(m.Catalogue, m.finished())) }

func (p *plan) fit(room area) {
	p.pager.set(strings.TrimRight(p.m.Report(p.result, room.width), "\n"), room)
}

func (p *plan) press(k tea.KeyPressMsg) tea.Cmd {
	switch name(k) {
	case "enter", "right", "s", "tab":
		return p.m.finish()
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

func (p *plan) hints() []hint {
	return []hint{{"↑↓", "scroll", 1}, {"Enter", "save and finish", 0}, {"←", "back", 0}, {"q", "leave without a file", 2}}
}
