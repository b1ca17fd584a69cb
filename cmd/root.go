package cmd

import (
	"fmt"

	"github.com/spf13/cobra"
)

// newRoot returns coalcheck with all its commands.
func newRoot(a *app) *cobra.Command {
	var version bool
	root := &cobra.Command{
		Use:   "coalcheck COMMAND",
		Short: "find out what to work on first in a coalition",
		Long: `coalcheck asks how often ten pitfalls of partnerships show in your coalition,
and how far ten practices that prevent them are in place. From the answers it
makes a short plan: what to do first, and why. Nothing leaves your machine.

coalcheck starts conversations; it is not a validated test.`,
		Example: `# answer the statements and see the plan; coalcheck alone does the same
coalcheck assess

# or fill in a file, and score it
coalcheck questions --format answers -o riverside.yaml
coalcheck assess --answers riverside.yaml

# read about one pitfall
coalcheck explain overcommitted`,
		Args:          noCommand,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(root *cobra.Command, _ []string) error {
			if version {
				return a.print(versionText())
			}
			if a.IsTerminal(a.In) && a.IsTerminal(a.Out) && a.IsTerminal(a.Err) {
				a.alone = true
				return startAssess(root)
			}
			return a.showPage(overviewOf(root))
		},
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.SetIn(a.In)
	root.SetOut(a.Out)
	root.SetErr(a.Err)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { a.helpErr = a.showPage(helpOf(c)) })
	root.SetHelpCommand(newHelp(a))

	root.PersistentFlags().BoolP("help", "h", false, "show this help")
	root.Flags().BoolVar(&version, "version", false, "show the version")
	root.AddGroup(
		&cobra.Group{ID: groupAsk, Title: "Find out where you stand"},
		&cobra.Group{ID: groupRead, Title: "Read"},
		&cobra.Group{ID: groupSetUp, Title: "Set up"},
	)
	root.AddCommand(newAssess(a), newCollect(a), newCompare(a), newPlan(a), newReveal(a), newQuestions(a), newExplain(a), newSchema(a), newCompletion(a), newMan(a))
	return root
}

// The groups in which the help lists the commands.
const (
	groupAsk   = "ask"
	groupRead  = "read"
	groupSetUp = "set-up"
)

// noCommand refuses whatever stands where a command should.
func noCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	e := &usageError{what: fmt.Sprintf("there is no command %q", args[0])}
	if guide(args[0]) != nil {
		e.hint = hint("did you mean:", "coalcheck help "+args[0])
		return e
	}
	if command := commandFor(args[0], args[1:]); command != "" {
		e.hint = hint("did you mean:", command)
		return e
	}
	e.hint = didYouMean("coalcheck ", args[0], commandNames(root), hint("the commands are listed by:", "coalcheck --help"))
	return e
}

// commandFor returns the command line that does what people mean by a word that is no command, or "". Files are what stands
// behind the word.
func commandFor(word string, files []string) string {
	file := "FILE"
	if len(files) > 0 {
		file = shellQuote(files[0])
	}
	switch word {
	case "version":
		return "coalcheck --version"
	case "resume":
		return "coalcheck assess"
	case "edit":
		return "coalcheck assess --edit " + file
	case "report":
		return "coalcheck assess --answers " + file
	case "export":
		return "coalcheck assess --answers " + file + " -o plan.html"
	default:
		return ""
	}
}

// startAssess runs assess as if it had been typed.
func startAssess(root *cobra.Command) error {
	assess, _, err := root.Find([]string{"assess"})
	if err != nil {
		return err
	}
	assess.SetContext(root.Context())
	return assess.RunE(assess, nil)
}

// commandNames returns the names of all commands.
func commandNames(root *cobra.Command) []string {
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	return names
}

// noArguments refuses arguments to a command that takes none.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return &usageError{
		what: fmt.Sprintf("%s takes no argument such as %q", c.Name(), args[0]),
		hint: hint("see:", c.CommandPath()+" --help"),
	}
}
