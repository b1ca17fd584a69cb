package reveal

import (
	"context"

	"github.com/coalcheck/coalcheck/assess/agenda"
	"github.com/coalcheck/coalcheck/cmd/screens/plantable"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
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
	plan.Onward, plan.Last = app.Leave, true
	o.Table, o.Plan = plan.Table, plantable.New(app, plan)
	o.Onward = func() { app.Show(o.Plan) }
	o.Dots = agenda.InPlan(o.Table, o.Result, o.Plan.Save)
	o.Result = o.Result.WithDots(o.Dots.Of)
	r = New(app, o)
	r.Open()
	if plan.File.Held {
		app.Say("Open elsewhere, too: changes are merged.")
	}
	return app, r
}
