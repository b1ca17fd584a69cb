package wizard

import (
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// standout is a quiet moment before the plan: the one thing that stands out, and nothing else.
type standout struct {
	wiz         *wizard
	result      *score.Result
	lead, shows string
	width       int
}

func newStandout(wiz *wizard, r *score.Result) *standout {
	lead, shows := report.StandsOut(r)
	return &standout{wiz: wiz, result: r, lead: lead.String(), shows: shows.String()}
}

func (s *standout) Fit(a tui.Area) { s.width = a.Width }

func (s *standout) Keys() []tui.Key {
	return []tui.Key{
		tui.On(s.onward, "enter", "right", "tab", "space", "pgdown").Hint(0, "Enter", "see the plan").Help("Enter  →", "see the plan"),
		tui.On(s.wiz.Back, "left", "esc", "shift+tab", "pgup").Hint(1, "←", "back").Help("←  Esc", "screen before"),
		tui.On(func() { s.wiz.listKeys(s) }, "?"),
		s.wiz.leaveKey(2, "leave"),
	}
}

func (s *standout) onward() { s.wiz.Show(newPlan(s.wiz, s.result)) }

func (s *standout) Draw() []string {
	lines := tui.Styled(style.Wrap(s.lead, s.width), s.wiz.Theme.Strong)
	if s.shows != "" {
		lines = append(append(lines, ""), style.Wrap(s.shows, s.width)...)
	}
	return lines
}

func (s *standout) Place() string { return "What stands out" }

func (s *standout) Tall() bool { return false }
