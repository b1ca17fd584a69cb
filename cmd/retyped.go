package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// The signs that word processors, phones and web pages put in the place of two hyphens and of quotes.
const (
	longDashes  = "‐‑‒–—―−"
	curlyQuotes = "“”„‟‘’‚‛«»"
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
	if strings.ContainsAny(changed, curlyQuotes) {
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
		if opens := strings.IndexAny(arg, curlyQuotes); opens == 0 || opens > 0 && arg[opens-1] == '=' {
			for !closes(arg[opens:]) && i+1 < len(args) {
				i++
				arg += " " + args[i]
			}
			arg = strings.Map(func(r rune) rune {
				if strings.ContainsRune(curlyQuotes, r) {
					return -1
				}
				return r
			}, arg)
		}
		fixed = append(fixed, hyphenated(arg))
	}
	return fixed
}

// closes reports whether a text that begins with a curly quote ends with one, too.
func closes(text string) bool {
	runes := []rune(text)
	return len(runes) > 1 && strings.ContainsRune(curlyQuotes, runes[len(runes)-1])
}

// hyphenated returns an argument with the hyphens of a flag where it begins with a long dash: one before a letter that
// stands alone, and two before a word.
func hyphenated(arg string) string {
	word := strings.TrimLeft(arg, "-"+longDashes)
	dashes := arg[:len(arg)-len(word)]
	switch {
	case word == "" || !strings.ContainsAny(dashes, longDashes):
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
