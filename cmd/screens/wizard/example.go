package wizard

import (
	"fmt"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// example shows what a plan looks like, before one invests the time for an own one.
type example struct {
	wiz    *wizard
	reader tui.Reader
	result *score.Result
}

func showExample(wiz *wizard) {
	result, err := wiz.opts.Example()
	if err != nil {
		wiz.Say(fmt.Sprintf("The example cannot be shown: %v.", err))
		return
	}
	wiz.Show(&example{wiz: wiz, reader: tui.NewReader(), result: result})
}

func (e *example) Fit(a tui.Area) {
	about := tui.Styled(style.Wrap("An example: the coalition and its answers are invented. Your plan comes from your own answers.", a.Width), e.wiz.Theme.Muted)
	about = append(about, "")
	lines, sections := e.wiz.opts.Report(e.result, a.Width)
	below := map[string]int{}
	for section, line := range sections {
		below[section] = line + len(about)
	}
	e.reader.Set(append(about, lines...), below, a)
}

func (e *example) Keys() []tui.Key {
	keys := []tui.Key{
		tui.On(e.wiz.Back, "esc", "enter", "left", "q").Hint(0, "Esc", "close").Help("Esc", "back to the beginning"),
		tui.On(func() { e.wiz.listKeys(e) }, "?"),
	}
	return append(append(keys, e.reader.Keys(2)...), stepsKey(&e.reader))
}

func (e *example) Draw() []string { return e.reader.Draw(e.wiz.Theme) }

func (e *example) Place() string { return "An example" }

func (e *example) Tall() bool { return true }

// stepsKey goes to the first steps of a plan. It is hinted at while they are further down.
func stepsKey(r *tui.Reader) tui.Key {
	steps := tui.On(func() { r.Show(report.StepByStep) }, "s").Help("s", "the first steps of the plan")
	if r.Below(report.StepByStep) {
		steps = steps.Hint(1, "s", "first steps")
	}
	return steps
}
