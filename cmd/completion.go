package cmd

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/coalcheck/coalcheck/assess/safetext"
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
	"bash":       bashCompletion,
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
the Tab key completes commands, flags, topics, guides and answers files.

The script for bash needs nothing else; where the package bash-completion is
installed, it uses that.`,
		Example: `# bash: in this shell, and in every new one
eval "$(coalcheck completion bash)"
echo 'eval "$(coalcheck completion bash)"' >> ~/.bashrc

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
					hint: hint("use "+safetext.JoinList(known, "or")+", as in:", "coalcheck completion bash"),
				}
			}
			generate, ok := shells[args[0]]
			if !ok {
				return &usageError{
					what: fmt.Sprintf("there are no completions for %q", args[0]),
					hint: hint("use " + safetext.JoinList(known, "or")),
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

// bashCompletion writes the script for bash. Cobra's needs two functions of the package bash-completion, which macOS and
// most containers do not have, and without it every Tab would write an error into the line. So it gets two of its own that
// use the package's where there are some.
func bashCompletion(root *cobra.Command, w io.Writer) error {
	var script strings.Builder
	if err := root.GenBashCompletionV2(&script, true); err != nil {
		return err
	}
	own := strings.NewReplacer("_get_comp_words_by_ref ", "__coalcheck_words ", " _filedir", " __coalcheck_files", `"_filedir `, `"__coalcheck_files `)
	_, err := io.WriteString(w, bashFunctions+own.Replace(script.String()))
	return err
}

// bashFunctions are the two. bash divides a line also at = and :, and the first one puts the parts together again that have
// no space between them. The second one takes the endings of files, as in "yaml|json|", or -d for folders alone.
const bashFunctions = `__coalcheck_words() {
    if declare -F _get_comp_words_by_ref >/dev/null 2>&1; then
        _get_comp_words_by_ref "$@"
        return
    fi
    local i space rest=$COMP_LINE last=-1
    words=()
    for ((i = 0; i < ${#COMP_WORDS[@]}; i++)); do
        space=${rest%%[![:space:]]*}
        rest=${rest#"$space"}
        rest=${rest#"${COMP_WORDS[i]}"}
        if [[ -n $space || $i -eq 0 ]]; then
            words[++last]=
        fi
        words[last]+=${COMP_WORDS[i]}
        if ((i == COMP_CWORD)); then
            cword=$last
        fi
    done
    cur=${words[cword]}
    prev=${words[cword > 0 ? cword - 1 : 0]}
}

__coalcheck_files() {
    if declare -F _filedir >/dev/null 2>&1; then
        _filedir "$@"
        return
    fi
    local file
    while IFS= read -r file; do
        if [[ $# -eq 0 || -d $file || $1 != -d && $file =~ \.(${1%|})$ ]]; then
            COMPREPLY+=("$file")
        fi
    done < <(compgen -f -- "$cur")
    if [[ $(type -t compopt) == builtin ]]; then
        compopt -o filenames
    fi
}

`
