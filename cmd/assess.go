package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/internal/iostreams"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/jsonreport"
	"github.com/coalcheck/coalcheck/render/report"
)

// assessment is what the flags of assess ask for.
type assessment struct {
	answers     []string
	quick, full bool
	asking      asking
	room        room
	several     several
	explain     bool
	// last is the plan file of last time, and before what is in it.
	last   string
	before *planfile.Plan
	failOn choice
	output output
	// flags are those of the command.
	flags *pflag.FlagSet
}

func newAssess(a *app) *cobra.Command {
	run := assessment{
		failOn: choice{of: []string{score.Pressing.String(), score.Watch.String()}},
	}
	c := &cobra.Command{
		Use:     "assess",
		GroupID: groupAsk,
		Short:   "answer the statements and see the plan",
		Long: `Asks how often ten pitfalls show in your coalition and how far ten practices
are in place, and shows the report: what is in place, how exposed you are to
each pitfall, how strong each practice is, and the plan.

Answering every statement takes about ten minutes, the quick ones four. Every
answer is kept at once: leave whenever you like, and go on later with the same
command. At the end the answers are a file that you can read and change.

With --room the screen shows one statement at a time: read it aloud, type how
many hands go up for each answer, and at the end see the result together, talk,
and decide who does what by when. It asks the quick statements, or with --full
all.

With --answers nothing is asked. "coalcheck questions --format answers" writes
a blank file. Several files, or a folder of them, are added up, and the report
is confidential: it says nothing that fewer than five people said. With --open
it shows all there is: how many rated, where they are split, and what leaders
and members see differently.

With --plain, or ACCESSIBLE=1, everything is asked and reported in sentences,
one a line, for screen readers and braille lines; with --answers the report.

Exit codes: 0 done, 1 failure, 2 wrong use or answers that cannot be read,
3 --fail-on is met, 130 left before the plan.`,
		Example: `# answer the statements, or go on where you stopped
coalcheck assess

# one statement a topic, line by line, as a screen reader likes it
coalcheck assess --quick --plain

# a workshop: count hands, and write a report with an agenda for 40 minutes
coalcheck assess --room --minutes 40 --format markdown -o workshop.md

# change answers that are finished
coalcheck assess --edit riverside.yaml

# score a file of answers
coalcheck assess --answers riverside.yaml

# the same as a Markdown file to share
coalcheck assess --answers riverside.yaml --format markdown -o plan.md

# what everybody in a folder answered, without giving anybody away
coalcheck assess --answers responses

# the same with all there is, where everybody may know what everybody said
coalcheck assess --answers responses --open

# with what is still open of last time's plan
coalcheck assess --answers riverside.yaml --plan riverside-plan.yaml

# in a script: stop when a pitfall is pressing
coalcheck assess --answers - --fail-on pressing < riverside.yaml`,
		Args: run.args,
		RunE: func(c *cobra.Command, _ []string) error {
			a.errColor = run.output.color.value
			run.flags = c.Flags()
			if err := run.asking.checkNames(c.Flags()); err != nil {
				return err
			}
			run.output.place(a, c.Flags())
			for i := range run.answers {
				run.answers[i] = disk.Given(run.answers[i], a.Getenv)
			}
			run.asking.edit, run.asking.save = disk.Given(run.asking.edit, a.Getenv), disk.Expand(run.asking.save, a.Getenv)
			return a.assess(c.Context(), &run)
		},
	}

	flags := c.Flags()
	flagSection(flags, "What to answer", func(flags *pflag.FlagSet) {
		flags.StringArrayVar(&run.answers, "answers", nil, "score this `FILE`, all in a folder, or -; repeatable")
		flags.BoolVar(&run.quick, "quick", false, "ask one statement a topic: 20")
		flags.BoolVar(&run.full, "full", false, "ask every statement: 50")
		run.asking.addFlags(flags)
	})
	flagSection(flags, "A room", func(flags *pflag.FlagSet) {
		run.room.addFlags(flags)
	})
	flagSection(flags, "Several respondents", func(flags *pflag.FlagSet) {
		run.several.addFlags(flags)
	})
	flagSection(flags, "The report", func(flags *pflag.FlagSet) {
		flags.BoolVar(&run.explain, "explain", false, "show the arithmetic and the counts")
		flags.StringVar(&run.last, "plan", "", "say first what is still open in last time's `PLAN`")
		run.output.addFlags(flags, "the report", "plan", "json")
		flags.Var(&run.failOn, "fail-on", "exit with 3 when a pitfall is that bad or worse")
	})
	complete(c, "fail-on", run.failOn.of)
	run.output.complete(c)
	// The only error is a flag that does not exist.
	_ = c.MarkFlagFilename("answers", answersFiles...)
	_ = c.MarkFlagFilename("edit", answersFiles...)
	_ = c.MarkFlagFilename("save", answersFiles...)
	_ = c.MarkFlagFilename("plan", answersFiles...)
	return c
}

// args refuses arguments: the file of answers is named by a flag.
func (run *assessment) args(c *cobra.Command, args []string) error {
	if err := lacksValue(c.Flags(), "answers", "edit", "save", "output", "plan"); err != nil {
		return err
	}
	if len(args) == 0 {
		return nil
	}
	return &usageError{
		what: fmt.Sprintf("assess takes no argument such as %q", args[0]),
		hint: answersHint(slices.Concat(run.answers, args)),
	}
}

// answersHint says how to name files of answers, of which a shell may have made many from one pattern.
func answersHint(files []string) doc.Text {
	suggest := func(words ...string) doc.Text {
		return hint("did you mean:", "coalcheck assess --answers "+strings.Join(words, " --answers "))
	}
	if len(files) == 1 {
		return suggest(shellQuote(files[0]))
	}
	folder := filepath.Dir(files[0])
	same := func(s source, file string) bool { return s.path == filepath.Clean(file) }
	if in, _ := answersIn(folder); slices.EqualFunc(in, slices.Sorted(slices.Values(files)), same) {
		return suggest(shellQuote(folder))
	}
	if len(files) > 3 {
		return hint("name each file by an --answers of its own, or put them in a folder:", "--answers FOLDER")
	}
	words := make([]string, len(files))
	for i, file := range files {
		words[i] = shellQuote(file)
	}
	return suggest(words...)
}

// assess collects answers, scores them, and shows the result and the plan.
func (a *app) assess(ctx context.Context, run *assessment) error {
	if err := run.check(); err != nil {
		return err
	}
	if len(run.answers) > 0 {
		return a.assessFiles(run)
	}
	if run.asking.edit == "" {
		return a.ask(ctx, run, edited{})
	}
	// What is wrong with the file matters more than how to ask.
	answers, text, err := a.readAnswers(run.asking.edit)
	if err != nil {
		a.printInterrupted(run.asking.edit, err)
		return err
	}
	return a.ask(ctx, run, edited{answers, text})
}

// check refuses flags that do not go together, and places where a file cannot go, before anything is asked or read.
func (run *assessment) check() error {
	if run.quick && run.full {
		return &usageError{what: "--quick and --full exclude each other", hint: hint("leave one of them out")}
	}
	if len(run.answers) > 0 {
		if run.quick || run.full {
			return &usageError{
				what: "--quick and --full say what to ask, and with --answers nothing is asked",
				hint: hint("leave them out: the file itself says which statements were answered"),
			}
		}
		if flag := run.asking.given(); flag != "" {
			return &usageError{
				what: flag + " is about asking, and with --answers nothing is asked",
				hint: hint("leave one of the two out"),
			}
		}
	}
	if len(run.answers) == 0 && run.last != "" {
		return &usageError{
			what: "--plan says what is open in a report on answers, and no answers are named",
			hint: hint("to see or change the plan itself:", "coalcheck plan "+shellQuote(run.last)),
		}
	}
	if len(run.answers) > 0 && run.room.minutes > 0 && run.output.format.value == "json" {
		return &usageError{
			what: "--minutes is the time for an agenda, which a report in JSON does not have",
			hint: hint("leave one of the two out"),
		}
	}
	if err := run.room.check(run.answers); err != nil {
		return err
	}
	if err := run.several.check(run.answers); err != nil {
		return err
	}
	if err := run.output.check(append(inputs(&run.output, run.answers), run.asking.edit)...); err != nil {
		return err
	}
	if run.asking.edit != "" && (run.quick || run.full) {
		return &usageError{
			what: "--quick and --full say what to ask, and --edit opens what was asked before",
			hint: hint("leave one of the two out"),
		}
	}
	return run.asking.check(&run.output)
}

// asked returns what the command line asks to be written, for the draft to remember.
func (run *assessment) asked() assess.Report {
	r := assess.Report{Path: run.output.path, Minutes: int(run.room.minutes)}
	switch {
	case run.output.toFile():
		r.Format = run.output.format.value
		// Without a folder to start from, the path is of no use on another day.
		if path, err := filepath.Abs(r.Path); err == nil {
			r.Path = path
		}
	case run.flags.Changed("format"):
		r.Path = "-"
	}
	return r
}

// adopt takes over what the draft of an unfinished run asks to be written. Where the report cannot go to its file any more,
// it goes to the screen, and the error says why.
func (run *assessment) adopt(r assess.Report) error {
	run.room.adopt(r.Minutes)
	if run.output.path == "" && r.Path != "" && slices.Contains(run.output.format.of, r.Format) {
		asked := run.output
		run.output.path, run.output.format.value = r.Path, r.Format
		if err := run.output.check(); err != nil {
			run.output = asked
			return err
		}
	}
	return nil
}

// report scores answers and shows the result and the plan, with what was decided, if anything. Nothing is shown that was taken
// away already.
func (a *app) report(run *assessment, answers *assess.Answers, decided *planfile.Plan, taken bool) error {
	all, err := a.groupOf(answers)
	if err != nil {
		return err
	}
	result := score.Score(all)
	if taken {
		return failOn(result, run.failOn.value)
	}
	return a.show(run, result, decided)
}

// show writes the report to where it should go, with what was decided, if anything.
func (a *app) show(run *assessment, result *score.Result, decided *planfile.Plan) error {
	run.output.plain = run.asking.plain || run.asking.linear
	err := a.deliver(&run.output, content{
		document: func(reader report.Reader) *doc.Document { return run.document(result, reader, run.room, decided) },
		data:     map[string]func(io.Writer) error{"json": func(w io.Writer) error { return jsonreport.Write(w, result) }},
	})
	// A program that asks for the exit code alone may throw the report away, and to Python a closed stream is a way to do so.
	if err != nil && (run.failOn.value == "" || !errors.Is(err, iostreams.ErrClosed)) {
		return err
	}
	return failOn(result, run.failOn.value)
}

// document returns the report for a reader, with the agenda of a room, and with what was decided, if anything.
func (run *assessment) document(result *score.Result, reader report.Reader, r room, decided *planfile.Plan) *doc.Document {
	return report.Result(result, report.Options{
		Reader: reader, Explain: run.explain, Minutes: r.agenda(reader), Before: run.before, Decided: decided,
	})
}

// failOn returns a *failOnError when a pitfall is in the band, or in a worse one.
func failOn(result *score.Result, band string) error {
	worst := map[string][]score.Band{
		score.Pressing.String(): {score.Pressing},
		score.Watch.String():    {score.Watch, score.Pressing},
	}[band]
	met := 0
	for _, b := range worst {
		for i := range result.Topics {
			if result.Topics[i].Band == b {
				met++
			}
		}
	}
	if met > 0 {
		return &failOnError{band: band, pitfalls: met}
	}
	return nil
}
