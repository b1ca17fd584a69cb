package cmd

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/jsonreport"
	"github.com/coalcheck/coalcheck/render/report"
)

func newCompare(a *app) *cobra.Command {
	var (
		open bool
		plan string
		out  output
	)
	c := &cobra.Command{
		Use:     "compare BEFORE AFTER",
		GroupID: groupAsk,
		Short:   "see what changed between two sets of answers",
		Long: `Compares two files of answers, or two folders of them: what got better, what
got worse, how the pitfalls moved that the first plan asked for first, and
what is steady. The ratings of one person have to move by three steps in a
topic, in a quick run by two; those of several people by half a point of five
on average, and by more than chance would mostly move them. One person and
several are not compared.

Of several persons' files nothing is shown that fewer than five people said,
and scores in tens; --open shows all there is.`,
		Example: `# this year against last year
coalcheck compare riverside-2026.yaml riverside-2027.yaml

# two folders with the answers of many people, as a file to share
coalcheck compare spring autumn --format markdown -o changes.md

# beside what moved, how much of the plan was done
coalcheck compare spring.yaml autumn.yaml --plan riverside-plan.yaml

# all there is, where everybody may know what everybody said
coalcheck compare spring autumn --open`,
		Args: comparedTwo,
		RunE: func(c *cobra.Command, args []string) error {
			for i := range args {
				args[i] = disk.Given(args[i], a.Getenv)
			}
			if err := out.settle(a, c.Flags(), inputs(&out, args)...); err != nil {
				return err
			}
			comparison, err := a.compare(args[0], args[1], open)
			if err != nil {
				return err
			}
			became, err := a.planOf(plan, &out)
			if err != nil {
				return err
			}
			a.tellOtherPlan(became, cmp.Or(comparison.After.Group.Coalition, comparison.Before.Group.Coalition))
			return a.deliver(&out, content{
				document: func(report.Reader) *doc.Document { return report.Comparison(comparison, became) },
				data:     map[string]func(io.Writer) error{"json": func(w io.Writer) error { return jsonreport.WriteComparison(w, comparison) }},
			})
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 1 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return answersFiles, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	flagSection(c.Flags(), "The report", func(flags *pflag.FlagSet) {
		out.addFlags(flags, "what changed", "changes", "json")
		out.addPlain(flags)
		flags.StringVar(&plan, "plan", "", "say how much of the plan in `PLAN` was done")
	})
	flagSection(c.Flags(), "Several respondents", func(flags *pflag.FlagSet) {
		addOpen(flags, &open)
	})
	out.complete(c)
	_ = c.MarkFlagFilename("plan", answersFiles...) // the only error is a flag that does not exist
	return c
}

// planOf reads the plan that a flag names, if it does.
func (a *app) planOf(flag string, o *output) (*planfile.Plan, error) {
	switch {
	case flag == "":
		return nil, nil //nolint:nilnil // no plan is asked for
	case o.format.value == "json":
		return nil, &usageError{what: "--plan adds a part to read, which JSON does not have", hint: hint("leave one of the two out")}
	}
	plan, _, err := a.readPlan(disk.Given(flag, a.Getenv))
	return plan, err
}

// comparedTwo refuses anything but two files or folders.
func comparedTwo(_ *cobra.Command, args []string) error {
	switch {
	case len(args) != 2:
		return &usageError{
			what: fmt.Sprintf("compare takes two files or folders of answers, not %d", len(args)),
			hint: hint("as in:", "coalcheck compare BEFORE.yaml AFTER.yaml"),
		}
	case args[0] == "-" && args[1] == "-":
		return &usageError{what: "standard input was named twice", hint: hint("it can be read once: name a file for one of them")}
	}
	return nil
}

// compare scores two sets of answers and finds what changed. Where both cannot be used, what is wrong with the first is
// said here and the error is about the second.
func (a *app) compare(before, after string, open bool) (*score.Comparison, error) {
	first, err := a.gatherTold(gathering{paths: []string{before}, open: open, tellApart: true})
	second, errAfter := a.gatherTold(gathering{paths: []string{after}, open: open, tellApart: true})
	switch {
	case err == nil && errAfter == nil:
		if first.confidential || second.confidential {
			err = subtractable(first.files, second.files)
		}
		if err != nil {
			return nil, err
		}
		a.tellOrder(before, after, first.Date, second.Date)
		return compareSides(&first, &second), nil
	case err != nil && errAfter != nil && before != after:
		a.printError(err)
		return nil, errAfter
	case err != nil:
		return nil, err
	default:
		return nil, errAfter
	}
}

// compareSides finds what changed. Where one side is confidential, so is what a workshop said on the other: both are shown in
// the same way then. The answers of one person are not compared with those of several, and stay open.
func compareSides(before, after *gathered) *score.Comparison {
	confidential := before.confidential || after.confidential
	side := func(g *gathered) *score.Result { return g.score(confidential && !g.OnePerson()) }
	return score.Compare(side(before), side(after))
}

// subtractable refuses to compare confidentially what shares files where a few are on one side only: what is the same on both
// sides could be subtracted, and what these few said would be left.
func subtractable(before, after map[assess.Fingerprint]struct{}) error {
	shared := 0
	for fp := range before {
		if _, both := after[fp]; both {
			shared++
		}
	}
	few := func(n int) bool { return n > 0 && n < score.MinShown }
	added, gone := len(after)-shared, len(before)-shared
	if shared == 0 || !few(added) && !few(gone) {
		return nil
	}
	count := added
	if !few(added) || few(gone) && gone > added {
		count = gone
	}
	return &usageError{
		what: fmt.Sprintf("no report, because the sides share %s, and %s on one side only: they could be told by subtraction",
			files(shared, "file", "files"), files(count, "file is", "files are")),
		hint: hint("compare answers of different days, or show all there is with:", "--open"),
	}
}

// files returns a number of files with the word for one or for several.
func files(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}

// tellOrder says on standard error when the two sides are the same, or seem to have changed places. Dates are written
// so that their order is that of their text.
func (a *app) tellOrder(before, after, dateBefore, dateAfter string) {
	switch {
	case filepath.Clean(before) == filepath.Clean(after):
		a.say("coalcheck: both sides are the same answers, so nothing can have changed")
	case dateBefore != "" && dateAfter != "" && dateBefore > dateAfter:
		a.say(fmt.Sprintf("coalcheck: the first answers, of %s, are later than the second, of %s; the earlier ones come first",
			dateBefore, dateAfter))
	}
}
