package cmd

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/charmbracelet/colorprofile"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/assess/plain"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/assess/wizard"
	"github.com/coalcheck/coalcheck/render"
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
			hint: "score a file of answers instead: coalcheck assess --answers FILE\n" +
				"or ask line by line: coalcheck assess --plain",
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

// open reads the answers to edit and takes hold of a draft.
func (i *interview) open(lineByLine bool) error {
	if i.run.asking.edit != "" {
		answers, err := (&answersFile{app: i.app, path: i.run.asking.edit}).Collect(context.Background())
		if err != nil {
			return err
		}
		i.edit, i.original = answers, answers.Clone()
	}
	path, err := draft.Path(i.getenv)
	switch {
	case err != nil:
		i.noDraft = err
	case i.edit != nil:
		if err := i.openEdit(path, lineByLine); err != nil {
			return err
		}
	default:
		i.openDraft(path, lineByLine)
	}
	if lineByLine && i.noDraft != nil {
		i.tell("coalcheck: your answers cannot be kept while you go on: %v", i.noDraft)
		i.tell("answer to the end in one go, or leave with quit: then they are written to a file here")
	}
	if i.run.asking.anew && i.found.Answers != nil {
		if _, err := i.draft.KeepAside(); err != nil {
			return err
		}
		i.found = draft.Found{}
	}
	return nil
}

// openEdit takes hold of the draft of this file, which has a name of its own: an unfinished run of something else stays
// as it is, and changes that were interrupted go on, unless the file has been changed since or --new opens it as it is.
func (i *interview) openEdit(path string, lineByLine bool) error {
	file, err := filepath.Abs(i.run.asking.edit)
	if err != nil {
		return err
	}
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(file)) // a hash takes everything
	path = filepath.Join(filepath.Dir(path), fmt.Sprintf("edit-%x.yaml", sum.Sum64()))
	newer := changedAfter(path, file)
	i.draft, i.found, i.noDraft = draft.Open(path, i.catalogue)
	var held *draft.HeldError
	if errors.As(i.noDraft, &held) {
		return &usageError{
			what: named(i.run.asking.edit) + " is being changed by another coalcheck",
			hint: "finish there first",
		}
	}
	changes := i.found.Answers
	i.found = draft.Found{}
	if changes == nil {
		return nil
	}
	name := named(i.run.asking.edit)
	if newer && !i.run.asking.anew {
		i.edit, i.unsaved = changes, true
		if lineByLine {
			i.tell("coalcheck: going on with changes to %s that were not saved yet", name)
			i.tell("to open it as it is: coalcheck assess --edit %s --new", word(i.run.asking.edit))
		}
		return nil
	}
	kept, err := i.draft.PutAway()
	if err != nil {
		return err
	}
	if newer {
		i.tell("coalcheck: the changes to %s that were not saved are kept in %s", name, named(kept))
	} else {
		i.tell("coalcheck: %s was changed since; the changes that were not saved are kept in %s", name, named(kept))
	}
	return nil
}

// sameText reports whether answers would be written as those of the file to edit, but for their date.
func (i *interview) sameText(a *assess.Answers) bool {
	a, b := a.Clone(), i.original.Clone()
	a.Draft, b.Draft = nil, nil
	a.Date = b.Date
	return bytes.Equal(a.Format(i.catalogue), b.Format(i.catalogue))
}

// changedAfter reports whether the first file was changed later than the second.
func changedAfter(first, second string) bool {
	a, err := os.Stat(first)
	if err != nil {
		return false
	}
	b, err := os.Stat(second)
	return err == nil && a.ModTime().After(b.ModTime())
}

// openDraft takes hold of the draft, or of one beside it where somebody else holds it. The wizard says by itself what
// was found, and asks before it takes one beside it.
func (i *interview) openDraft(path string, lineByLine bool) {
	i.draft, i.found, i.noDraft = draft.Open(path, i.catalogue)
	if errors.As(i.noDraft, &i.held) {
		i.noDraft = nil
		if lineByLine {
			i.tell("coalcheck: %v", i.held)
			i.tell("this run is kept beside it")
			i.draft, i.noDraft = draft.OpenSeparate(path, i.catalogue)
		}
	}
	if lineByLine && i.found.Damaged != "" {
		i.tell("coalcheck: an unfinished run could not be read and is kept in %s", named(i.found.Damaged))
		i.tell("%v", i.found.Reason)
	}
}

// report shows the report. It never replaces the answers, which may have gone where the report was to go.
func (i *interview) report(answers *assess.Answers) error {
	if i.saved != "" && i.run.output.toFile() && samePlace(i.saved, i.run.output.path) {
		return &usageError{
			what: named(i.saved) + " holds the answers, and the report would replace them",
			hint: "write it elsewhere: coalcheck assess --answers " + word(i.saved) + " -o FILE",
		}
	}
	return i.app.report(i.run, answers)
}

// tell says something on standard error.
func (i *interview) tell(format string, args ...any) {
	for n, arg := range args {
		if err, ok := arg.(error); ok {
			args[n] = inText(err)
		}
	}
	fmt.Fprintf(i.err, format+"\n", args...)
}

// close lets go of the draft: it is removed once a file holds the answers, or holds them still, and stays otherwise.
func (i *interview) close() {
	if i.draft == nil {
		return
	}
	if i.saved != "" || i.asBefore {
		// A draft that stays although it is no longer needed is offered again, and harms nobody.
		_ = i.draft.Discard()
		return
	}
	aside := i.draft.Aside()
	if err := i.draft.Close(); err != nil && i.trouble == nil {
		i.trouble = err
	}
	i.putBack = i.draft.Aside() != aside
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

// left says where the answers are of a person who left before the plan, and how to go on.
func (i *interview) left(answers *assess.Answers) {
	if i.trouble != nil && i.saved == "" && answers != nil && slices.ContainsFunc(answers.Topics, assess.TopicAnswers.Answered) {
		// The draft does not work. A file in the current folder may.
		saved, err := i.write(answers)
		if err != nil {
			i.tell("coalcheck: your answers could not be kept: %v", i.trouble)
			return
		}
		i.saved = saved
	}
	switch {
	case i.saved != "":
		i.tell("Your answers are kept in %s", named(i.saved))
		i.tell("Go on with: coalcheck assess --edit %s", word(i.saved))
	case answers == nil || i.draft == nil || i.asBefore, i.putBack, !exists(i.draft.Path()):
		i.tell("Nothing was changed.")
	case i.edit != nil:
		i.tell("%s is as it was; your changes are kept.", named(i.run.asking.edit))
		i.tell("Go on with: coalcheck assess --edit %s", word(i.run.asking.edit))
	default:
		i.tell("Your answers are kept in")
		i.tell("  %s", named(i.draft.Path()))
		if main, err := draft.Path(i.getenv); err == nil && filepath.Base(main) != filepath.Base(i.draft.Path()) {
			i.tell("They are offered when the other unfinished run is done.")
		}
		goOn := "coalcheck assess"
		if i.run.asking.plain {
			goOn += " --plain"
		}
		i.tell("Go on with: %s", goOn)
	}
	i.tellAside()
}

// tellAside says where the run is that was found and then kept aside.
func (i *interview) tellAside() {
	if i.draft != nil && i.draft.Aside() != "" {
		i.tell("The other unfinished run is kept, and is offered again when this one is done:")
		i.tell("  %s", named(i.draft.Aside()))
	}
}

// farewell says, below the plan, where the answers are and what to do next.
func (i *interview) farewell() {
	defer i.tellAside()
	if i.run.output.toFile() {
		i.tell("The report is in %s", named(i.run.output.path))
	}
	if i.saved == "" {
		switch {
		case i.trouble != nil || i.draft == nil:
		case i.asBefore:
			i.tell("Nothing was changed.")
		case i.edit != nil:
			i.tell("%s is as it was; your changes are kept.", named(i.run.asking.edit))
			i.tell("Go on with: coalcheck assess --edit %s", word(i.run.asking.edit))
		default:
			i.tell("Your answers are not in a file yet. They are kept as an unfinished run.")
			i.tell("Go on with: coalcheck assess")
		}
		return
	}
	i.tell("")
	i.tell("Your answers are in %s", named(i.saved))
	i.tell("A report to share:")
	agenda := ""
	if n := i.run.room.agenda(); n > 0 {
		agenda = fmt.Sprintf(" --minutes %d", n)
	}
	i.tell("  coalcheck assess --answers %s%s --format markdown -o plan.md", word(i.saved), agenda)
	i.tell("To change the answers:")
	i.tell("  coalcheck assess --edit %s", word(i.saved))
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// saveAnswers writes finished answers and waits until they are on the disk, because the draft is removed then.
func saveAnswers(path string, text []byte, force bool) error {
	if !keeps(path) {
		return errors.New("the system keeps no file of this name")
	}
	if err := writeFile(path, text, force); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		err = nil // a device or a pipe, which keeps nothing
	}
	return errors.Join(err, f.Close())
}

// keeps reports whether a file of this name holds what is written to it. On Windows some names lead to a device, such as
// nul.yaml, and a colon leads into a hidden part of the file whose name stands before it.
func keeps(path string) bool {
	return runtime.GOOS != "windows" || filepath.IsLocal(filepath.Base(path))
}

// wizardCollector asks on the full screen.
type wizardCollector struct{ *interview }

// Collect runs the wizard. It saves the answers itself, because it asks for the name.
func (c wizardCollector) Collect(ctx context.Context) (*assess.Answers, error) {
	columns, rows := c.size(c.err)
	// Without colors the wizard still needs bold, to show where one is.
	profile := max(c.profile(c.err, c.run.output.color.value), colorprofile.ASCII)
	o := wizard.Options{
		Catalogue: c.catalogue,
		In:        c.in, Out: c.err, Env: c.environ,
		Width: columns, Height: rows, Profile: profile,
		NoDraft: c.noDraft, Found: c.found, Held: c.held,
		OpenSeparate: c.openSeparate,
		Depth:        c.depth(), Room: c.run.room.on, Edit: c.edit, Today: c.today(),
		Report: func(r *score.Result, width int) string {
			var text bytes.Buffer
			// A buffer takes everything.
			_ = render.Terminal(&text, r, render.Options{
				Width: width, Profile: profile, Explain: c.run.explain, ASCII: !c.unicode(), Keys: true,
			})
			return text.String()
		},
		StartHere: render.StartHere,
		Write: func(path string, a *assess.Answers, overwrite bool) error {
			return saveAnswers(path, a.Format(c.catalogue), overwrite || c.run.output.force && path == c.run.asking.save)
		},
		SaveTo: c.run.asking.save, Offer: c.run.asking.edit, Unsaved: c.unsaved,
	}
	for _, path := range c.found.Others {
		if answers := c.peek(path); answers != nil {
			o.Others = append(o.Others, wizard.Other{Path: path, Answers: answers})
		}
	}
	if c.draft != nil {
		o.Draft = c.draft
	}
	if folder, err := os.Getwd(); err == nil {
		o.Folder = folder
	}
	outcome, err := wizard.Run(ctx, o)
	c.saved, c.trouble = outcome.Saved, outcome.Trouble
	return outcome.Answers, err
}

// peek reads a further unfinished run. One that cannot be read is nil, and waits until it is found in its turn.
func (i *interview) peek(path string) *assess.Answers {
	answers, err := draft.Peek(path, i.catalogue)
	if err != nil {
		return nil
	}
	return answers
}

// openSeparate takes hold of a draft beside the one that somebody else holds.
func (i *interview) openSeparate() (wizard.Saver, error) {
	path, err := draft.Path(i.getenv)
	if err != nil {
		return nil, err
	}
	d, err := draft.OpenSeparate(path, i.catalogue)
	if err != nil {
		return nil, err
	}
	i.draft = d
	return d, nil
}

// plainCollector asks line by line.
type plainCollector struct{ *interview }

// Collect asks, and then saves the answers where --save says or in the current folder.
func (c plainCollector) Collect(ctx context.Context) (*assess.Answers, error) {
	p := plain.Prompter{
		In: c.in, Out: c.err, Catalogue: c.catalogue,
		AskDepth: true, Room: c.run.room.on,
		Found: c.found.Answers, Edit: c.edit,
		KeepAside: func() (string, error) { return c.draft.KeepAside() },
		Save:      c.keep,
		Width:     c.columns,
	}
	for _, path := range c.found.Others {
		if answers := c.peek(path); answers != nil {
			p.Others = append(p.Others, answers)
		}
	}
	if depth := c.depth(); depth != nil {
		p.Depth, p.AskDepth = *depth, false
	}
	answers, err := p.Collect(ctx)
	if err != nil {
		return answers, err
	}
	if answers.Date == "" {
		answers.Date = c.today()
	}
	c.saved, c.unwritten = c.write(answers)
	return answers, nil
}

// columns returns the width of the terminal in which one is asked, or 0.
func (i *interview) columns() int {
	if !i.isTerminal(i.err) {
		return 0
	}
	columns, _ := i.size(i.err)
	return columns
}

// keep saves the unfinished run.
func (i *interview) keep(a *assess.Answers) error {
	if i.draft == nil {
		i.trouble = i.noDraft
	} else {
		i.trouble = i.draft.Save(a)
	}
	return i.trouble
}

// write saves the finished answers and returns where.
func (i *interview) write(a *assess.Answers) (string, error) {
	text, force := a.Format(i.catalogue), i.run.output.force
	path := i.run.asking.save
	if path == "" && force {
		path = i.run.asking.edit
	}
	if path != "" {
		if err := saveAnswers(path, text, force); err != nil {
			return "", err
		}
		return path, nil
	}
	name := a.FileName()
	for n := 2; ; n++ {
		err := saveAnswers(name, text, false)
		if err == nil {
			return name, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", err
		}
		name = strings.TrimSuffix(a.FileName(), ".yaml") + "-" + strconv.Itoa(n) + ".yaml"
	}
}
