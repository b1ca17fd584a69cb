package cmd

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// answersFiles is how the names of answers files end that are offered to the shell, and with them all folders.
var answersFiles = []string{"yaml", "yml", "json"}

// firstOf offers words to the shell for the first argument of a command, and nothing for those after it.
func firstOf(words func(*cobra.Command) []cobra.Completion) cobra.CompletionFunc {
	return func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return words(c), cobra.ShellCompDirectiveNoFileComp
	}
}

// shells maps each shell to what writes its completions.
var shells = map[string]func(root *cobra.Command, w io.Writer) error{
	"bash":       func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) },
	"fish":       func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) },
	"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
	"zsh":        (*cobra.Command).GenZshCompletion,
}

func newCompletion(a *app) *cobra.Command {
	known := slices.Sorted(maps.Keys(shells))
	return &cobra.Command{
		Use:     "completion SHELL",
		GroupID: groupSetUp,
		Short:   "print what lets a shell complete our commands",
		Long: `Prints a script for bash, zsh, fish or powershell. Once the shell has read it,
the Tab key completes commands, flags, topics, guides and answers files.`,
		Example: `# bash: in this shell, and in every new one
source <(coalcheck completion bash)
echo 'source <(coalcheck completion bash)' >> ~/.bashrc

# zsh: into a folder of $fpath
coalcheck completion zsh > "${fpath[1]}/_coalcheck"

# fish
coalcheck completion fish > ~/.config/fish/completions/coalcheck.fish

# PowerShell
coalcheck completion powershell | Out-String | Invoke-Expression`,
		ValidArgs: known,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return &usageError{
					what: "completion takes the name of one shell",
					hint: hint("use "+alternatives(known)+", as in:", "coalcheck completion bash"),
				}
			}
			generate, ok := shells[args[0]]
			if !ok {
				return &usageError{
					what: fmt.Sprintf("there are no completions for %q", args[0]),
					hint: hint("use " + alternatives(known)),
				}
			}
			var script strings.Builder
			if err := generate(c.Root(), &script); err != nil {
				return err
			}
			return a.print(script.String())
		},
	}
}
