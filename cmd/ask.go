package cmd

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/render"
	"github.com/coalcheck/coalcheck/render/doc"
)

// interview is one run in which a person answers: what they asked for, the draft that keeps the answers, and where the
// answers end up.
type interview struct {
	*app
	run *assessment
	// edit is what --edit opens, or nil: original, which is what the file holds, or changes to it that were not saved, and
	// then unsaved is true.
	edit, original *assess.Answers
	unsaved        bool
	// draft keeps the run, or is nil where that does not work: noDraft says why, unless held does.
	draft   *draft.Draft
	noDraft error
	held    *draft.HeldError
	found   draft.Found
	// saved is the file that holds the answers, or empty; unwritten is why writing it failed. trouble is why the draft does
	// not hold them, or nil.
	saved     string
	unwritten error
	trouble   error
	// asBefore reports whether a file was opened and its answers are what they were.
	asBefore bool
	// putBack reports whether the run that was kept aside is back in its place, because nothing took it.
	putBack bool
}

// ask asks a person, shows the report, and says where the answers are.
func (a *app) ask(ctx context.Context, run *assessment) error {
	i := &interview{app: a, run: run}
	lineByLine, err := i.way()
	if err != nil {
		return err
	}
	run.asking.linear = lineByLine
	if err := i.open(lineByLine); err != nil {
		return err
	}
	// Ctrl+C is a key to the wizard; to the line prompter, and from outside, it is a signal like the others.
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	var collector assess.Collector = wizardCollector{i}
	if lineByLine {
		collector = plainCollector{i}
	}
	answers, err := collector.Collect(ctx)
	i.asBefore = i.original != nil && answers != nil && i.sameText(answers)
	i.close()
	if err != nil {
		i.left(answers)
		return err
	}
	// What was found and went on may be something else than was asked for.
	run.room.on = answers.Room()
	err = i.report(answers)
	i.farewell()
	if i.unwritten != nil {
		return &writeError{to: "a file of answers", err: reason(i.unwritten)}
	}
	return err
}

// way decides how to ask: on the full screen, or line by line.
func (i *interview) way() (lineByLine bool, err error) {
	if i.toListen(i.run) {
		return true, nil
	}
	if !i.isTerminal(i.in) || !i.isTerminal(i.err) {
		return false, &usageError{
			what: "there is no terminal to ask in",
			hint: doc.Join(
				hint("score a file of answers instead:", "coalcheck assess --answers FILE"), doc.Text{doc.NewLine},
				hint("or ask line by line:", "coalcheck assess --plain"),
			),
		}
	}
	columns, rows := i.size(i.err)
	return columns == 0 || rows == 0 || i.getenv("TERM") == "dumb" || !i.obeysEscapes(i.err), nil
}

// toListen reports whether everything shall be said line by line.
func (a *app) toListen(run *assessment) bool {
	return run.asking.plain || a.getenv("ACCESSIBLE") != ""
}

// linear makes the report one to listen to for whoever is asked line by line, or wants to be.
func (a *app) linear(run *assessment, o *render.Options) {
	o.Linear = run.asking.linear || a.toListen(run)
	if o.Linear && (run.output.toFile() || !a.isTerminal(a.out)) {
		o.Width = 0 // every sentence on a line of its own
	}
}

// report shows the report. It never replaces the answers, which may have gone where the report was to go.
func (i *interview) report(answers *assess.Answers) error {
	if i.saved != "" && i.run.output.toFile() && samePlace(i.saved, i.run.output.path) {
		return &usageError{
			what: named(i.saved) + " holds the answers, and the report would replace them",
			hint: hint("write it elsewhere:", "coalcheck assess --answers "+word(i.saved)+" -o FILE"),
		}
	}
	return i.app.report(i.run, answers)
}

// today returns the date of the answers that are given now.
func (i *interview) today() string { return i.now().Format(time.DateOnly) }

// depth returns how much to ask, or nil to let the person choose.
func (i *interview) depth() *assess.Depth {
	depth := assess.Full
	switch {
	case i.run.quick, i.run.room.on && !i.run.full:
		depth = assess.Quick
	case !i.run.full:
		return nil
	}
	return &depth
}
