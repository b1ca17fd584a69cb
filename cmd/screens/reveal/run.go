package reveal

import (
	"context"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/plantable"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Run shows a reveal alone, with who does what at its end, until the person leaves.
func Run(ctx context.Context, t tui.Terminal, o Options, plan plantable.Options) error {
	app, r := newAlone(t, o, plan)
	err := app.Run(ctx)
	r.Keep()
	r.o.Plan.Keep()
	return err
}

// newAlone returns a reveal in an app of its own.
func newAlone(t tui.Terminal, o Options, plan plantable.Options) (*tui.App, *Reveal) {
	var r *Reveal
	app := tui.NewApp(t, tui.Frame{
		Title:    func() string { return r.o.Result.Group.Coalition },
		Progress: func() (done, all int) { return 1, 1 },
		Warning:  func() string { return r.o.Plan.Warning() },
		Keys:     func() []tui.Key { return r.blankKey() },
		Settle:   func() { r.Settle() },
		Leave:    func() bool { return r.Keep() && r.o.Plan.MayLeave() },
		Kept:     "Everything is kept.",
	})
	o.Table, o.Plan = plan.Table, plantable.New(app, plan)
	o.Onward = func() { app.Show(o.Plan) }
	o.Dots = DotsIn(o.Table, pitfalls.IDs(plan.Catalogue.Pitfalls()), func() *score.Result {
		o.Plan.Save()
		return o.Result.WithDots(o.Dots.Of)
	})
	o.Result = o.Result.WithDots(o.Dots.Of)
	if group := o.Result.Group; group.Workshops == 1 && group.Files <= 1 {
		o.Dots.People = group.Respondents
	}
	r = New(app, o)
	r.Open()
	if plan.File.Held {
		app.Say("Open elsewhere, too: changes are merged.")
	}
	return app, r
}

// DotsIn returns dots that a plan holds and that change nothing in the answers. ids are those of all pitfalls.
func DotsIn(t *planfile.Table, ids []string, given func() *score.Result) Dots {
	return Dots{
		Of:    func(pitfall int) int { return t.Dots(ids[pitfall]) },
		Give:  func(pitfall, dots int) { t.SetDots(ids[pitfall], dots) },
		Given: given,
	}
}
