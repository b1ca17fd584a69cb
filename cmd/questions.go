package cmd

import (
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
)

func newQuestions(a *app) *cobra.Command {
	var (
		quick bool
		out   output
	)
	c := &cobra.Command{
		Use:     "questions",
		GroupID: groupRead,
		Short:   "print all statements, or a blank answers file",
		Long: `Prints every statement in the order in which it is asked. With --format
answers it writes a blank answers file: open it with any text editor and put a
rating beside each statement. What you leave open counts as not answered.`,
		Example: `# write a blank answers file
coalcheck questions --format answers -o riverside.yaml

# the short one: one statement a topic
coalcheck questions --quick --format answers -o riverside.yaml

# a handout for a meeting
coalcheck questions --format markdown -o statements.md`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := out.settle(a, c.Flags()); err != nil {
				return err
			}
			depth := assess.Full
			if quick {
				depth = assess.Quick
			}
			return a.deliver(&out, content{
				document: func(reader report.Reader) *doc.Document { return report.Questions(a.catalogue, depth, reader) },
				data: map[string]func(io.Writer) error{"answers": func(w io.Writer) error {
					_, err := w.Write(answersfile.Blank(a.catalogue, depth))
					return err
				}},
			})
		},
	}
	flagSection(c.Flags(), "What to print", func(flags *pflag.FlagSet) {
		flags.BoolVar(&quick, "quick", false, "one statement a topic: 20 instead of 50")
		out.addFlags(flags, "them", "statements", "answers")
		out.addPlain(flags)
	})
	out.complete(c)
	return c
}
