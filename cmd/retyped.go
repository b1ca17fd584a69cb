package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// retyped returns an error for a command line that was changed on its way to the shell, or nil for any other. It is asked
// only after the command line did not work.
func retyped(root *cobra.Command, args []string) error {
	fixed := straight(args)
	command, _, _ := root.Find(fixed) // the root where there is no such command
	if slices.Equal(fixed, args) {
		return nil
	}
	changed := ""
	for i, arg := range fixed {
		if i < len(args) && arg != args[i] && changed == "" {
			changed = args[i]
		}
		if !strings.HasPrefix(arg, "-") || slices.Contains(args, arg) {
			continue
		}
		name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if command.Flag(name) == nil && (len(name) != 1 || command.Flags().ShorthandLookup(name) == nil) {
			return nil
		}
	}
	e := &usageError{what: fmt.Sprintf("%q begins with a long dash, where a flag has two hyphens", changed)}
	if strings.ContainsFunc(changed, isCurly) {
		e.what = fmt.Sprintf("%q has curly quotes, which no shell takes for quotes", changed)
	}
	e.hint = hint("did you mean:", "coalcheck "+shellJoin(fixed))
	return e
}

// straight returns arguments with hyphens for long dashes at their beginning, and with what stands between two curly
// quotes as one argument.
func straight(args []string) []string {
	var fixed []string
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if opens := strings.IndexFunc(arg, isCurly); opens == 0 || opens > 0 && arg[opens-1] == '=' {
			for !closes(arg[opens:]) && i+1 < len(args) {
				i++
				arg += " " + args[i]
			}
			arg = strings.Map(func(r rune) rune {
				if isCurly(r) {
					return -1
				}
				return r
			}, arg)
		}
		fixed = append(fixed, hyphenated(arg))
	}
	return fixed
}

// isCurly reports whether a character is a quote that no shell takes for one.
func isCurly(r rune) bool { return safetext.StraightQuote(r) != 0 }

// closes reports whether a text that begins with a curly quote ends with one, too.
func closes(text string) bool {
	runes := []rune(text)
	return len(runes) > 1 && isCurly(runes[len(runes)-1])
}

// hyphenated returns an argument with the hyphens of a flag where it begins with a long dash: one before a letter that
// stands alone, and two before a word.
func hyphenated(arg string) string {
	word := strings.TrimLeftFunc(arg, func(r rune) bool { return r == '-' || safetext.IsLongDash(r) })
	dashes := arg[:len(arg)-len(word)]
	switch {
	case word == "" || !strings.ContainsFunc(dashes, safetext.IsLongDash):
		return arg
	case len(word) == 1:
		return "-" + word
	default:
		return "--" + word
	}
}

// shellJoin returns arguments as one command line that can be pasted into a shell.
func shellJoin(args []string) string {
	words := make([]string, len(args))
	for i, arg := range args {
		name, value, hasValue := strings.Cut(arg, "=")
		switch {
		case arg == "-" || strings.HasPrefix(arg, "-") && !hasValue:
			words[i] = arg
		case strings.HasPrefix(arg, "-"):
			words[i] = name + "=" + shellQuote(value)
		default:
			words[i] = shellQuote(arg)
		}
	}
	return strings.Join(words, " ")
}
