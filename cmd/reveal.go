package cmd

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"maps"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/agenda"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/plain"
	"github.com/coalcheck/coalcheck/cmd/screens/plantable"
	"github.com/coalcheck/coalcheck/cmd/screens/reveal"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
)

// revealing is what the flags of reveal ask for.
type revealing struct {
	paths   []string
	several several
	minutes minutes
	// plan is the plan file, or empty to go on with the one that was made before, or to make one.
	plan   string
	output output
	// flags are what was given on the command line.
	flags *pflag.FlagSet
}

func newReveal(a *app) *cobra.Command {
	run := revealing{output: output{format: choice{value: formats[0].name}}}
	c := &cobra.Command{
		Use:     "reveal PATH...",
		GroupID: groupAsk,
		Short:   "show people what they answered, and lead the talk",
		Long: `Shows a room what it answered, slide by slide, from files of answers or folders
of them: what each said or, where everybody answered alone, nothing that fewer
than five people said. Then the room chooses what to talk about. Each topic has
a slide with two questions to ask and a clock; notes and decisions go into a
plan file, and the last slide says who does what by when.

Leave whenever you like: the same command goes on at the same slide. With
--plain, or ACCESSIBLE=1, everything is read out line by line.

Exit codes: 0 left, 1 failure, 2 wrong use or answers that cannot be read.`,
		Example: `# what everybody in a folder answered, without giving anybody away
coalcheck reveal responses

# what a room with raised hands answered, with half an hour to talk
coalcheck reveal room.yaml --minutes 30

# all there is, where everybody may know what everybody said
coalcheck reveal responses --open`,
		Args: revealedSome,
		RunE: func(c *cobra.Command, args []string) error {
			a.errColor = run.output.color.value
			run.paths = nil
			for _, path := range args {
				run.paths = append(run.paths, disk.Given(path, a.Getenv))
			}
			run.plan, run.flags = disk.Given(run.plan, a.Getenv), c.Flags()
			return a.reveal(c.Context(), &run)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return answersFiles, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	flagSection(c.Flags(), "The room", func(flags *pflag.FlagSet) {
		flags.Var(&run.minutes, "minutes", "how long there is to talk (default: 45)")
		flags.StringVar(&run.plan, "plan", "", "what is decided goes into this `FILE`")
		flags.BoolVar(&run.output.plain, "plain", false, "read everything out line by line, as for screen readers")
		run.output.addColor(flags, "the screen")
	})
	flagSection(c.Flags(), "Several respondents", func(flags *pflag.FlagSet) {
		addOpen(flags, &run.several.open)
		flags.BoolVar(&run.several.skipBad, "skip-bad", false, "leave out files with errors, and say so")
	})
	complete(c, "color", run.output.color.of)
	_ = c.MarkFlagFilename("plan", answersFiles...) // the only error is a flag that does not exist
	return c
}

// revealedSome refuses a command line without answers, and answers that come where keys do.
func revealedSome(c *cobra.Command, args []string) error {
	if err := lacksValue(c.Flags(), "plan"); err != nil {
		return err
	}
	switch {
	case len(args) == 0:
		return &usageError{what: "reveal takes files of answers, or a folder of them", hint: hint("as in:", "coalcheck reveal FOLDER")}
	case slices.Contains(args, "-"):
		return &usageError{what: "reveal reads keys from standard input, and so no answers", hint: hint("write them to a file, and name that")}
	}
	return nil
}

// reveal shows people what they answered, and leads their talk.
func (a *app) reveal(ctx context.Context, run *revealing) error {
	byLine := a.listens(run.output.plain)
	if !byLine && (!a.IsTerminal(a.In) || !a.IsTerminal(a.Err)) {
		return a.revealsNowhere(run)
	}
	all, err := a.gatherTold(gathering{paths: run.paths, skipBad: run.several.skipBad, maySkip: true, open: run.several.open, tellApart: true})
	if err != nil {
		return err
	}
	result := all.score(all.confidential)
	if all.confidential && all.Respondents < score.MinShown {
		return a.deliver(&run.output, content{document: func(report.Reader) *doc.Document {
			return &doc.Document{Blocks: []doc.Block{doc.Paragraph{Text: report.NothingToTalkAbout(result)}}}
		}})
	}
	seen := draft.LastSeen(a.Getenv, seenAs(&all))
	plan, err := a.planOfReveal(run, &seen, result)
	if err != nil {
		return err
	}
	defer plan.file.Close()
	return a.revealTo(ctx, run, result, plan, &seen, byLine || a.drawsNothing())
}

// revealsNowhere says that there is no terminal, and which line reports the same.
func (a *app) revealsNowhere(run *revealing) error {
	assess, plain := "coalcheck assess"+shellArgs(" --answers ", run.paths), "coalcheck reveal --plain"+shellArgs(" ", run.paths)
	return &usageError{
		what: "there is no terminal to show anything on",
		hint: doc.Join(
			hint("write a report instead:", assess+given(run.flags, "plan")), doc.Text{doc.NewLine},
			hint("or read it out line by line:", plain+given(run.flags)),
		),
	}
}

// seenAs tells answers from others by their content, and by what is shown of them.
func seenAs(all *gathered) string {
	sum := sha256.New()
	fmt.Fprintln(sum, all.confidential)
	for _, fp := range slices.SortedFunc(maps.Keys(all.files), func(x, y assess.Fingerprint) int { return slices.Compare(x[:], y[:]) }) {
		sum.Write(fp[:])
	}
	return base64.RawURLEncoding.EncodeToString(sum.Sum(nil))
}

// revealedPlan is where what is decided goes.
type revealedPlan struct {
	openPlan
	// proposed is the text of the plan before anything is decided.
	proposed string
}

// planOfReveal opens the plan file that the command line names or that was made before, or else offers a new one.
func (a *app) planOfReveal(run *revealing, seen *draft.Seen, r *score.Result) (*revealedPlan, error) {
	day, err := a.today("")
	if err != nil {
		return nil, err
	}
	path := run.plan
	if path == "" {
		path = seen.Plan
	}
	opened := func(file *planfile.File, plan *planfile.Plan) *revealedPlan {
		return &revealedPlan{openPlan{file, planfile.NewTable(plan, day.Format(time.DateOnly)), day}, string(planfile.Format(plan))}
	}
	if path != "" && disk.Exists(path) {
		plan, text, err := a.readPlan(path)
		if err != nil {
			return nil, err
		}
		a.tellOtherPlan(plan, r.Group.Coalition)
		return opened(a.openPlan(path, text, plan, day).file, plan), nil
	}
	if path == "" {
		named := &assess.Answers{Coalition: r.Group.Coalition, Date: r.Group.Date}
		if named.Date == "" {
			named.Date = day.Format(time.DateOnly)
		}
		path = a.freePlan(run, answersfile.NameFor(named, "plan", answersfile.Extensions[0]))
	}
	return opened(planfile.New(path, a.catalogue), planfile.From(r, day)), nil
}

// freePlan returns a free name for a plan file. Where the best one is taken, it says so, and how to go on with the plan that has it.
func (a *app) freePlan(run *revealing, name string) string {
	path := disk.Free(name)
	if path == name {
		return path
	}
	again := "coalcheck reveal" + shellArgs(" ", run.paths)
	a.printLine("coalcheck: there is a file %s already, so what is decided goes into %s", displayPath(name), displayPath(path))
	a.printLine("to go on with the plan in it: %s --plan %s%s", again, shellQuote(name), given(run.flags))
	return path
}

// revealTo shows the result on the screen or line by line, remembers how far people came, and says where their plan is.
func (a *app) revealTo(ctx context.Context, run *revealing, r *score.Result, plan *revealedPlan, seen *draft.Seen, byLine bool) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	defer stop()
	keep := func() {
		if full, err := filepath.Abs(plan.file.Path); err == nil && plan.file.Made() {
			seen.Plan = full
		}
		_ = seen.Keep(a.Getenv) // else the next time begins at the beginning
	}
	moved := func(at assess.Reveal) {
		made := plan.file.Made() && seen.Plan == ""
		if seen.Reveal = at; made {
			keep() // so that nobody makes a second plan, whatever happens
		}
	}
	show := a.revealOnScreen
	if byLine {
		show = a.revealLineByLine
	}
	err := show(ctx, run, r, plan, seen.Reveal, moved)
	if err == nil && string(planfile.Format(plan.table.Plan())) != plan.proposed {
		err = a.finishPlan(&plan.openPlan)
	}
	keep()
	return err
}

func (a *app) revealOnScreen(ctx context.Context, run *revealing, r *score.Result, plan *revealedPlan, at assess.Reveal, moved func(assess.Reveal)) error {
	return reveal.Run(ctx, a.screen(run.output.color.value), reveal.Options{
		Result: r, Minutes: run.talkMinutes(), Now: a.Now, At: at, Moved: moved,
	}, plantable.Options{Table: plan.table, File: plan.file, Catalogue: a.catalogue, Today: plan.day})
}

func (a *app) revealLineByLine(ctx context.Context, run *revealing, r *score.Result, plan *revealedPlan, at assess.Reveal, moved func(assess.Reveal)) error {
	dots := agenda.InPlan(plan.table, r, func() { _, _ = plan.file.Save(plan.table) }) // else it is tried again at the end
	v := plain.Reveal{
		Result: r.WithDots(dots.Of), Minutes: run.talkMinutes(), Now: a.Now, At: at, Moved: moved, In: a.In, Out: a.Err, Width: a.lineWidth,
		Plan: &plain.Plan{Table: plan.table, File: plan.file, Catalogue: a.catalogue, Today: plan.day},
		Dots: dots,
	}
	v.Ask(ctx)
	return nil
}

// talkMinutes returns how long there is to talk.
func (run *revealing) talkMinutes() int {
	if run.minutes == 0 {
		return defaultMinutes
	}
	return int(run.minutes)
}
