package cmd

import (
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/render"
)

func newQuestions(a *app) *cobra.Command {
	var (
		quick  bool
		format = choice{value: "terminal", of: []string{"terminal", "markdown", "answers"}}
		out    output
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
			format.byEnding(c.Flags(), &out)
			if err := out.check(); err != nil {
				return err
			}
			depth := assess.Full
			if quick {
				depth = assess.Quick
			}
			return a.deliver(&out, func(w io.Writer, o render.Options) error {
				switch format.value {
				case "markdown":
					return render.QuestionsMarkdown(w, a.catalogue, depth)
				case "answers":
					_, err := w.Write(answersfile.Blank(a.catalogue, depth))
					return err
				default:
					return render.Questions(w, a.catalogue, depth, o)
				}
			})
		},
	}
	flagSection(c.Flags(), "What to print", func(flags *pflag.FlagSet) {
		flags.BoolVar(&quick, "quick", false, "one statement a topic: 20 instead of 50")
		flags.Var(&format, "format", "how to write them; else as -o FILE ends")
		out.addFlags(flags)
	})
	complete(c, "format", format.of)
	complete(c, "color", out.color.of)
	return c
}
