package cmd

import (
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/form"
	"github.com/coalcheck/coalcheck/render/report"
)

// formFormat is the format of a page in which people answer.
const formFormat = "form"

func newQuestions(a *app) *cobra.Command {
	var (
		quick     bool
		coalition string
		out       output
	)
	c := &cobra.Command{
		Use:     "questions",
		GroupID: groupRead,
		Short:   "print all statements, or a blank answers file",
		Long: `Prints every statement in the order in which it is asked. With --format
answers it writes a blank answers file: open it with any text editor and put a
rating beside each statement. What you leave open counts as not answered.

With --format form it writes a form: one page for any browser, which gives the
answers back as a code or a file, and which can be printed and filled in by hand.
The guide shown by "coalcheck help collecting" says whom it suits, and how
everybody's answers come together.`,
		Example: `# write a blank answers file
coalcheck questions --format answers -o riverside.yaml

# the short one: one statement a topic
coalcheck questions --quick --format answers -o riverside.yaml

# a form for any browser, and for paper
coalcheck questions --quick --format form -o form.html

# a handout for a meeting
coalcheck questions --format markdown -o statements.md`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := out.settle(a, c.Flags()); err != nil {
				return err
			}
			if err := checkCoalition(coalition, out.format.value); err != nil {
				return err
			}
			depth := assess.Full
			if quick {
				depth = assess.Quick
			}
			return a.deliver(&out, content{
				document: func(reader report.Reader) *doc.Document { return report.Questions(a.catalogue, depth, reader) },
				data: map[string]func(io.Writer) error{
					"answers": func(w io.Writer) error {
						_, err := w.Write(answersfile.Blank(a.catalogue, depth))
						return err
					},
					formFormat: func(w io.Writer) error { return form.Write(w, a.catalogue, depth, coalition) },
				},
			})
		},
	}
	flagSection(c.Flags(), "What to print", func(flags *pflag.FlagSet) {
		flags.BoolVar(&quick, "quick", false, "one statement a topic: 20 instead of 50")
		out.addFlags(flags, "them", "statements", "answers", formFormat)
		flags.StringVar(&coalition, "coalition", "", "the `NAME` of the coalition, for the form")
		out.addPlain(flags)
	})
	out.complete(c)
	return c
}

// checkCoalition refuses a name where nothing shows it, and one that no answers file may hold.
func checkCoalition(name, format string) error {
	switch {
	case name == "":
		return nil
	case format != formFormat:
		return &usageError{
			what: "--coalition is only for a form",
			hint: hint("leave it out, or write a form:", "--format form -o form.html"),
		}
	}
	return checkName(name)
}

// checkName refuses the name of a coalition that no answers file may hold.
func checkName(name string) error {
	switch {
	case utf8.RuneCountInString(name) > assess.MaxName:
		return &usageError{
			what: fmt.Sprintf("the name of the coalition has more than %d characters", assess.MaxName),
			hint: hint("shorten it"),
		}
	case safetext.TypedLine(name) != name:
		return &usageError{
			what: "the name of the coalition has a character that an answers file cannot hold",
			hint: hint("type it again instead of copying it"),
		}
	}
	return nil
}
