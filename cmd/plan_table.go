package cmd

import (
	"context"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/plain"
	"github.com/coalcheck/coalcheck/cmd/screens/plantable"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
)

// changesPlan reports whether the plan is opened to be changed: on a terminal, unless the command line asks for the list; or
// with --plain, when lines come from elsewhere.
func (a *app) changesPlan(flags *pflag.FlagSet, o *output, path string) bool {
	if path == "-" || slices.ContainsFunc([]string{"format", "output", "fail-on", "todo"}, flags.Changed) {
		return false
	}
	return a.IsTerminal(a.In) && a.IsTerminal(a.Out) && a.IsTerminal(a.Err) || o.plain && !a.IsTerminal(a.In)
}

// openPlan is a plan that is being changed.
type openPlan struct {
	file  *planfile.File
	table *planfile.Table
	day   time.Time
}

// openPlan takes hold of a plan that was read as text.
func (a *app) openPlan(path string, text []byte, plan *planfile.Plan, day time.Time) *openPlan {
	return &openPlan{
		file:  planfile.Open(path, text, plan, a.catalogue, interview.Spare(a.Getenv, path)),
		table: planfile.NewTable(plan, day.Format(time.DateOnly)), day: day,
	}
}

// planFile returns the plan file that an unfinished run has made, with the plan in it; or a new one, and nil.
func (a *app) planFile(name, before string) (*planfile.File, *planfile.Plan) {
	if before != "" {
		if plan, text, err := a.readPlan(before); err == nil {
			return planfile.Open(before, text, plan, a.catalogue, interview.Spare(a.Getenv, before)), plan
		}
	}
	return planfile.New(name, a.catalogue), nil
}

// openOffered opens the plan that a person has chosen where coalcheck was started alone.
func (a *app) openOffered(ctx context.Context, path string) error {
	day, err := a.today("")
	if err != nil {
		return err
	}
	plan, text, err := a.readPlan(path)
	if err != nil {
		return err
	}
	o := output{}
	return a.changePlan(ctx, &o, a.openPlan(path, text, plan, day))
}

// changePlan lets a person change a plan, says where it is then, and lists it where standard output is no terminal. The error
// is interview.ErrLeft when the person left by Ctrl+C or a signal.
func (a *app) changePlan(ctx context.Context, o *output, p *openPlan) error {
	defer p.file.Close()
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	defer stop()
	face := a.planOnScreen
	if a.listens(o.plain) || a.drawsNothing() {
		face = a.planLineByLine
	}
	quit, err := face(ctx, o, p)
	if err != nil {
		return err
	}
	if err := a.finishPlan(p); err != nil {
		return err
	}
	if !quit {
		return interview.ErrLeft
	}
	if !a.IsTerminal(a.Out) {
		return a.deliver(o, a.planContent(p.table.Plan(), p.day, false))
	}
	return nil
}

func (a *app) planOnScreen(ctx context.Context, o *output, p *openPlan) (quit bool, err error) {
	return plantable.Run(ctx, a.screen(o.color.value), plantable.Options{Table: p.table, File: p.file, Catalogue: a.catalogue, Today: p.day})
}

func (a *app) planLineByLine(ctx context.Context, _ *output, p *openPlan) (quit bool, err error) {
	talk := plain.Plan{
		Table: p.table, File: p.file, Catalogue: a.catalogue, Today: p.day, In: a.In, Out: a.Err, Width: a.lineWidth, Scripted: !a.IsTerminal(a.In),
	}
	return talk.Ask(ctx), nil
}

// finishPlan says where the plan is. One that its file does not hold is written beside it or, at last, to standard output.
func (a *app) finishPlan(p *openPlan) error {
	file := displayPath(p.file.Path)
	_, err := p.file.Save(p.table) // which can merge
	a.printConflicts(p.table, file)
	switch {
	case err != nil:
		beside, besideErr := p.file.WriteBeside(p.table)
		if besideErr != nil {
			a.printLine("Nothing could be written, so your plan is on standard output. Copy it into a file, such as plan.yaml.")
			if err := a.print(string(planfile.Format(p.table.Plan()))); err != nil {
				return err
			}
			return &writeError{to: file, err: reason(err)}
		}
		return &planDisplacedError{file: p.file.Path, saved: beside, err: err}
	case p.file.Unconfirmed:
		a.printLine("The disk did not confirm that your plan is safe in %s.", file)
	case a.IsTerminal(a.Err):
		a.printLine("Your plan is in %s", file)
		a.printLine("Its days, for a calendar:")
		a.printLine("  coalcheck plan %s -o plan.ics", shellQuote(p.file.Path))
	}
	return nil
}

// printConflicts says what the person wrote that is not in the plan, because somebody else wrote something else.
func (a *app) printConflicts(t *planfile.Table, file string) {
	rows := t.Rows()
	for i, c := range t.Conflicts() {
		if i == 0 {
			a.printLine("coalcheck: somebody else has changed the same as you. What they wrote is in %s, and what you wrote is not:", file)
		}
		r := rows[slices.IndexFunc(rows, func(r planfile.Row) bool { return r.Key == c.Key })]
		a.printLine("  %s", safetext.Visible(r.Do))
		a.printLine("  %s", safetext.Visible(report.Differs(c, "Monday, 2 January 2006")))
	}
}

// planDisplacedError means that a plan could not be written into its file and is in another one.
type planDisplacedError struct {
	file, saved string
	err         error
}

func (e *planDisplacedError) Error() string {
	return "your changes could not be written to " + displayPath(e.file) + " (" + inText(reason(e.err)) + ") and are in " + displayPath(e.saved)
}

func (e *planDisplacedError) hint() doc.Text {
	return hint("see what is in it:", "coalcheck plan "+shellQuote(e.saved))
}
