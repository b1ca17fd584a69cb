package cmd

import (
	"cmp"
	"context"
	"errors"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"github.com/charmbracelet/colorprofile"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/plain"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/cmd/screens/wizard"
	"github.com/coalcheck/coalcheck/docs"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/html"
	"github.com/coalcheck/coalcheck/render/markdown"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/terminal"
)

// edited is a file of finished answers that is opened again. Without one its answers are nil.
type edited struct {
	answers *assess.Answers
	text    []byte
}

// ask asks a person, shows the report, and says where the answers are.
func (a *app) ask(ctx context.Context, run *assessment, edit edited) error {
	lineByLine, err := a.asksLineByLine(run)
	if err != nil {
		return err
	}
	run.asking.linear, run.output.told = lineByLine, true
	iv, err := a.openInterview(run, edit)
	if err != nil {
		return err
	}
	a.printOffer(run, iv, lineByLine)
	// Ctrl+C and Ctrl+\ are keys to the wizard; to the line prompter, and from outside, they are signals like the others.
	asking, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	defer stop()
	face := a.askOnScreen
	if lineByLine {
		face = a.askLineByLine
	}
	err = face(asking, run, iv)
	if a.opens != "" {
		iv.Close() // which says nothing, because nothing was asked
		stop()
		return a.openOffered(ctx, a.opens)
	}
	unfit := run.adopt(iv.Report)
	ending := iv.Close()
	if ending.Damaged != "" && iv.SaveErr == nil { // else the error says it
		former, _ := interview.Interrupted(a.Getenv, ending.Damaged)
		a.printCutOff(ending.Damaged, former)
	}
	if err != nil {
		a.printAbandoned(run, ending)
		if ending.Lost {
			if err := a.printAnswers(iv); err != nil {
				return err
			}
		}
		if lost := a.printNotTaken(&ending); lost != nil {
			a.printError(lost)
		}
		return cmp.Or(a.printLostPlan(&ending), err)
	}
	if unfit != nil {
		a.printError(unfit)
		a.say("the report follows on the screen instead")
	}
	answers := iv.Result()
	// A run that went on may be of another kind than was asked for.
	run.room.on = answers.Workshop()
	// What no file holds goes to standard output, alone unless that is a screen: a report can be made again.
	if !ending.Lost && ending.LostPlan == nil || run.output.toFile() || a.IsTerminal(a.Out) {
		err = a.reportAnswers(run, answers, iv.Plan, &ending)
	}
	a.printNextSteps(run, ending)
	if ending.Saved != "" && a.IsTerminal(a.Err) {
		a.printLastTime(answers.Coalition, answers.Date)
	}
	if ending.Lost {
		if err := a.printAnswers(iv); err != nil {
			return err
		}
	}
	if err := a.printLostPlan(&ending); err != nil {
		return err
	}
	var lost error
	switch {
	case iv.SaveErr != nil:
		lost = answersError(iv.SaveErr)
	case ending.Displaced != "":
		lost = &displacedError{file: ending.Displaced, saved: ending.Saved}
	default:
		lost = a.printNotTaken(&ending)
	}
	if lost == nil {
		return err
	}
	a.printError(err)
	return lost
}

// printAnswers writes the text of an answers file to standard output, as the last place for answers that no file holds.
func (a *app) printAnswers(iv *interview.Run) error {
	a.printLine("Nothing could be written, so your answers are on standard output. Copy them into a file, such as answers.yaml.")
	return a.print(string(answersfile.Format(iv.Result(), a.catalogue)))
}

// printLostPlan writes the text of a plan that no file holds to standard output, as the last place for it.
func (a *app) printLostPlan(e *interview.Ending) error {
	if e.LostPlan == nil {
		return nil
	}
	a.printLine("Your plan could not be written, so it is on standard output. Copy it into a file, such as plan.yaml.")
	return a.print(string(planfile.Format(e.LostPlan)))
}

// asksLineByLine decides how to ask: line by line, or on the full screen.
func (a *app) asksLineByLine(run *assessment) (bool, error) {
	if a.listens(run.asking.plain) {
		return true, nil
	}
	if !a.IsTerminal(a.In) || !a.IsTerminal(a.Err) {
		return false, &usageError{
			what: "there is no terminal to ask in",
			hint: doc.Join(
				hint("score a file of answers instead:", "coalcheck assess --answers FILE"), doc.Text{doc.NewLine},
				hint("or ask line by line:", "coalcheck assess --plain"),
			),
		}
	}
	return a.drawsNothing(), nil
}

// drawsNothing reports whether a terminal shows lines alone, and says so where it should be able to do more.
func (a *app) drawsNothing() bool {
	if a.Getenv("TERM") == "dumb" || !a.ObeysEscapes(a.Err) {
		return true
	}
	if columns, rows := a.SizeInTime(a.Err); columns > 0 && rows > 0 {
		return false
	}
	a.say("coalcheck: this terminal does not say how large it is, so you are asked line by line")
	return true
}

func (a *app) openInterview(run *assessment, edit edited) (iv *interview.Run, err error) {
	o := interview.Options{
		Catalogue: a.catalogue, Getenv: a.Getenv, Today: a.Now().Format(time.DateOnly),
		Workshop: run.room.on, New: run.asking.anew,
		Edit: edit.answers, EditPath: run.asking.edit, EditText: edit.text,
		SaveTo: run.asking.save, Force: run.output.force,
		Report:   run.asked(),
		Page:     func(r *score.Result) ([]byte, error) { return written(html.Write, run.onPaper(iv, r)) },
		Calendar: a.calendarOf,
	}
	depth := assess.Full
	if run.quick {
		depth = assess.Quick
	}
	if run.quick || run.full {
		o.Depth = &depth
	}
	iv, err = interview.Open(o)
	if _, inUse := errors.AsType[*interview.InUseError](err); inUse {
		return nil, &usageError{
			what: displayPath(run.asking.edit) + " is being changed by another coalcheck",
			hint: hint("finish there first"),
		}
	}
	return iv, err
}

// printOffer says before the first question what was found. The wizard says most of it on its screens.
func (a *app) printOffer(run *assessment, iv *interview.Run, lineByLine bool) {
	offer, file := &iv.Offer, displayPath(run.asking.edit)
	if offer.Shared != "" {
		a.printLine("coalcheck: others may change the folder in which your answers are kept until you save them: %s", displayPath(offer.Shared))
		a.printLine("make it yours alone: chmod 700 %s", shellQuote(offer.Shared))
	}
	switch {
	case offer.PutAway != "" && offer.Outdated:
		a.printLine("coalcheck: %s was changed since you left it; the changes that you had not saved are kept in %s", file, displayPath(offer.PutAway))
		a.printLine("see what differs: coalcheck compare %s %s", shellQuote(run.asking.edit), shellQuote(offer.PutAway))
	case offer.PutAway != "":
		a.printLine("coalcheck: the changes to %s that were not saved are kept in %s", file, displayPath(offer.PutAway))
	}
	if to := cmp.Or(run.asking.save, run.asking.edit); iv.LosesComments(to) {
		a.printLine("coalcheck: the comments in %s will not be in %s, because JSON has none", file, displayPath(to))
	}
	// The wizard says it on its welcome, which it shows only where it offers something.
	if lineByLine || run.asking.edit != "" || run.asking.anew {
		a.printDamaged(offer)
	}
	if !lineByLine {
		return
	}
	if a.alone {
		if found := a.plansHere(); len(found) > 0 {
			a.printLine("coalcheck: there is a plan in this folder; to open it: coalcheck plan %s", shellQuote(found[0].path))
		}
	}
	if offer.Unsaved != nil {
		a.printLine("coalcheck: going on with changes to %s that were not saved yet", file)
		a.printLine("to open it as it is: coalcheck assess --edit %s --new", shellQuote(run.asking.edit))
	}
	if offer.LockErr != nil {
		a.printLine("coalcheck: %s", inText(offer.LockErr))
		a.printLine("this run is kept beside it")
		iv.UseSeparate(iv.OpenSeparate())
	}
	if iv.DraftErr != nil {
		a.printLine("coalcheck: your answers cannot be kept while you go on: %s", inText(iv.DraftErr))
		a.printLine("answer to the end in one go, or leave with quit: then they are written to a file here")
	}
}

// printDamaged says that an unfinished run could not be read, and where it is.
func (a *app) printDamaged(offer *interview.Offer) {
	switch {
	case offer.Damaged == "":
	case offer.Found != nil || offer.Unsaved != nil:
		a.printLine("coalcheck: the newest state of an unfinished run could not be read and is kept in %s", displayPath(offer.Damaged))
		a.printLine("the one before it, a few seconds older, takes its place")
	default:
		a.printLine("coalcheck: an unfinished run could not be read and is kept in %s", displayPath(offer.Damaged))
		a.printLine("%s", inText(offer.Reason))
	}
}

// askLineByLine is the line prompter. Its width is that of the terminal in which one is asked.
func (a *app) askLineByLine(ctx context.Context, _ *assessment, iv *interview.Run) error {
	today, err := a.today("")
	if err != nil {
		return err
	}
	p := plain.Prompter{
		Run: iv, In: a.In, Out: a.Err, Width: a.lineWidth, Today: today, Now: a.Now, Minutes: defaultMinutes, PlanFile: a.planFile,
	}
	return p.Ask(ctx)
}

// lineWidth returns the columns of the terminal in which one is asked, or 0.
func (a *app) lineWidth() int {
	if !a.IsTerminal(a.Err) {
		return 0
	}
	columns, _ := a.Size(a.Err)
	return columns
}

// askOnScreen is the wizard.
func (a *app) askOnScreen(ctx context.Context, run *assessment, iv *interview.Run) error {
	t := a.screen(run.output.color.value)
	// A folder that has no name is not shown.
	folder, _ := os.Getwd()
	today, err := a.today("")
	if err != nil {
		return err
	}
	var offered wizard.PlanOffer
	if a.alone {
		if found := a.plansHere(); len(found) > 0 {
			first := found[0]
			offered = wizard.PlanOffer{Name: first.path, Late: late(first.plan, today), Open: func() { a.opens = first.path }}
		}
	}
	return wizard.Run(ctx, wizard.Options{
		Run: iv, Terminal: t, Today: today, Now: a.Now, Minutes: defaultMinutes, Plan: offered,
		PlanFile: a.planFile,
		Report: func(r *score.Result, width int) ([]string, map[string]int) {
			_ = run.adopt(iv.Report) // what is wrong with it is said at the end
			d := run.document(r, report.InWizard, run.room, nil)
			return terminal.Lines(d, terminal.Options{Width: width, Profile: t.Profile, ASCII: t.ASCII})
		},
		Markdown: func(r *score.Result) string {
			text, _ := written(markdown.Write, run.onPaper(iv, r)) // a buffer takes everything
			return string(text)
		},
		Example: a.example, Folder: folder,
	})
}

// screen returns the terminal on which full screens are shown.
func (a *app) screen(color string) tui.Terminal {
	columns, rows := a.Size(a.Err)
	return tui.Terminal{
		In: a.In, Out: a.Err, Env: a.Environ,
		// Without colors a screen still needs bold, to show where one is.
		Profile: max(a.Profile(a.Err, color), colorprofile.ASCII), ASCII: !a.Unicode(),
		After: time.After,
		Width: columns, Height: rows, Size: func() (width, height int) { return a.Size(a.Err) },
	}
}

// example scores the example that the program carries.
func (a *app) example() (*score.Result, error) {
	answers, err := answersfile.Read("the example", []byte(docs.Example), a.catalogue)
	if err != nil {
		return nil, err
	}
	return score.Score(group.Of(a.catalogue, answers)), nil
}

// tookReport reports whether a room has its report as a page already. Then its screen, which may be a projector's, says only
// where it is, unless it is asked for there.
func (a *app) tookReport(run *assessment, answers *assess.Answers, e *interview.Ending) bool {
	page := slices.ContainsFunc(e.Taken, func(t interview.Taken) bool { return t.Kind == interview.Page })
	return page && answers.Workshop() && !run.output.toFile() && !run.flags.Changed("format") && a.IsTerminal(a.Out)
}

// reportAnswers shows the report. It never replaces the answers or another file that was taken away, which may have gone where the
// report was to go.
func (a *app) reportAnswers(run *assessment, answers *assess.Answers, decided *planfile.Plan, e *interview.Ending) error {
	to := func(path string) bool {
		return path != "" && run.output.toFile() && disk.SamePlace(path, run.output.path)
	}
	switch {
	case to(e.Saved):
		return &usageError{
			what: displayPath(e.Saved) + " holds the answers, and the report would replace them",
			hint: hint("write it elsewhere:", "coalcheck assess --answers "+shellQuote(e.Saved)+" -o FILE"),
		}
	case slices.ContainsFunc(e.Taken, func(t interview.Taken) bool { return to(t.Path) }):
		return &usageError{
			what: displayPath(run.output.path) + " was written a moment ago, and the report would replace it",
			hint: hint("write it elsewhere:", "coalcheck assess --answers "+shellQuote(e.Saved)+" -o FILE"),
		}
	}
	return a.report(run, answers, decided, a.tookReport(run, answers, e))
}
