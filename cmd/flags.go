package cmd

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// choice is the value of a flag that takes one of a few words.
type choice struct {
	value string
	of    []string
}

// String returns the word that was chosen.
func (c *choice) String() string { return c.value }

// Type returns the words, as the help shows them after the flag.
func (c *choice) Type() string { return strings.Join(c.of, "|") }

// Set chooses a word.
func (c *choice) Set(word string) error {
	if !slices.Contains(c.of, word) {
		return fmt.Errorf("use %s", alternatives(c.of))
	}
	c.value = word
	return nil
}

// alternatives returns words as in "a, b or c".
func alternatives(words []string) string {
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// complete offers the words of a choice to the shell.
func complete(c *cobra.Command, flag string, of []string) {
	// The only error is a flag that does not exist, and a test of each completion would show it.
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(of, cobra.ShellCompDirectiveNoFileComp))
}

// flagError says in our words what is wrong with a flag.
func flagError(c *cobra.Command, err error) error {
	see := "the flags are listed by: " + c.CommandPath() + " --help"
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(c, unknown, see)
	case errors.As(err, &missing):
		name, _ := pflag.UnquoteUsage(missing.GetFlag())
		return &usageError{
			what: fmt.Sprintf("--%s lacks its value", missing.GetFlag().Name),
			hint: fmt.Sprintf("write: --%s %s", missing.GetFlag().Name, name),
		}
	case errors.As(err, &invalid):
		return &usageError{
			what: fmt.Sprintf("--%s cannot be %q", invalid.GetFlag().Name, invalid.GetValue()),
			hint: fmt.Sprint(invalid.Unwrap()),
		}
	default:
		return &usageError{what: err.Error(), hint: see}
	}
}

func unknownFlag(c *cobra.Command, unknown *pflag.NotExistError, see string) error {
	name := unknown.GetSpecifiedName()
	if unknown.GetSpecifiedShortnames() != "" {
		return &usageError{what: fmt.Sprintf("%s has no flag -%s", c.Name(), name), hint: see}
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return &usageError{
		what: fmt.Sprintf("%s has no flag --%s", c.Name(), name),
		hint: didYouMean("--", name, names, see),
	}
}
