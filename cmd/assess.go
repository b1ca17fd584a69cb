package cmd

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render"
)

// assessment is what the flags of assess ask for.
type assessment struct {
	answers     []string
	quick, full bool
	explain     bool
	format      choice
	failOn      choice
	output      output
}

func newAssess(a *app) *cobra.Command {
	run := assessment{
		format: choice{value: "terminal", of: []string{"terminal", "markdown", "json"}},
		failOn: choice{of: []string{score.Pressing.String(), score.Watch.String()}},
	}
	c := &cobra.Command{
		Use:     "assess",
		GroupID: groupAsk,
		Short:   "answer the statements and see the plan",
		Long: `Scores the answers and prints the report: what is working, how exposed you are
to each pitfall, how strong each practice is, and the plan.

Answering every statement takes about ten minutes. The answers are a file that
you can read and change; "coalcheck questions --format answers" writes a blank
one.

Exit codes: 0 done, 1 failure, 2 wrong use or answers that cannot be read,
3 --fail-on is met, 130 left before the plan.`,
		Example: `# score a file of answers
coalcheck assess --answers riverside.yaml

# the same as a Markdown file to share
coalcheck assess --answers riverside.yaml --format markdown -o plan.md

# in a script: stop when a pitfall is pressing
coalcheck assess --answers - --format json --fail-on pressing < riverside.yaml`,
		Args: run.args,
		RunE: func(c *cobra.Command, _ []string) error { return a.assess(c.Context(), &run) },
	}

	flags := c.Flags()
	group(flags, "What to answer", func(flags *pflag.FlagSet) {
		flags.StringArrayVar(&run.answers, "answers", nil, "score this answers `FILE`; - reads standard input")
		flags.BoolVar(&run.quick, "quick", false, "ask one statement a topic: 20")
		flags.BoolVar(&run.full, "full", false, "ask every statement: 50 (the default)")
	})
	group(flags, "The report", func(flags *pflag.FlagSet) {
		flags.Var(&run.format, "format", "how to write the report")
		flags.BoolVar(&run.explain, "explain", false, "show the arithmetic and the counts")
		run.output.addFlags(flags)
		flags.Var(&run.failOn, "fail-on", "exit with 3 when a pitfall is that bad or worse")
	})
	complete(c, "format", run.format.of)
	complete(c, "fail-on", run.failOn.of)
	complete(c, "color", run.output.color.of)
	// The only error is a flag that does not exist.
	_ = c.MarkFlagFilename("answers", "yaml", "yml", "json")
	return c
}

// args refuses arguments: the file of answers is named by a flag.
func (*assessment) args(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return &usageError{
		what: fmt.Sprintf("assess takes no argument such as %q", args[0]),
		hint: "did you mean: coalcheck assess --answers " + word(args[0]),
	}
}

// assess collects answers, scores them, and shows the result and the plan.
func (a *app) assess(ctx context.Context, run *assessment) error {
	if err := run.output.check(run.answers...); err != nil {
		return err
	}
	collector, err := a.collector(run)
	if err != nil {
		return err
	}
	answers, err := collector.Collect(ctx)
	if err != nil {
		return err
	}
	result := score.Score(assess.NewGroup(a.catalogue, answers))
	err = a.deliver(&run.output, func(w io.Writer, o render.Options) error {
		o.Explain = run.explain
		switch run.format.value {
		case "markdown":
			return render.Markdown(w, result, o)
		case "json":
			return render.JSON(w, result)
		default:
			return render.Terminal(w, result, o)
		}
	})
	if err != nil {
		return err
	}
	return failOn(result, run.failOn.value)
}

// collector returns what collects the answers. This is the one place that decides how they come.
func (a *app) collector(run *assessment) (assess.Collector, error) {
	switch {
	case run.quick && run.full:
		return nil, &usageError{what: "--quick and --full exclude each other", hint: "leave one of them out"}
	case len(run.answers) > 1:
		return nil, &usageError{
			what: fmt.Sprintf("--answers was given %d times", len(run.answers)),
			hint: "this coalcheck scores one file at a time: coalcheck assess --answers FILE",
		}
	case len(run.answers) == 1 && (run.quick || run.full):
		return nil, &usageError{
			what: "--quick and --full say what to ask, and with --answers nothing is asked",
			hint: "leave them out: the file itself says which statements were answered",
		}
	case len(run.answers) == 1:
		return &answersFile{app: a, path: run.answers[0]}, nil
	case !a.isTerminal(a.in) || !a.isTerminal(a.err):
		return nil, &usageError{
			what: "there is no terminal to ask in",
			hint: "score a file of answers instead: coalcheck assess --answers FILE",
		}
	}
	return nil, &usageError{
		what: "this coalcheck cannot ask yet",
		hint: "fill in a file: coalcheck questions --format answers -o answers.yaml\n" +
			"then see the plan: coalcheck assess --answers answers.yaml",
	}
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
