package cmd

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/doc"
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
		return fmt.Errorf("use %s", safetext.JoinList(c.of, "or"))
	}
	c.value = word
	return nil
}

// lacksValue refuses flags for the name of a file that have taken the next flag for it.
func lacksValue(flags *pflag.FlagSet, names ...string) error {
	given := map[string]bool{}
	flags.VisitAll(func(f *pflag.Flag) { given["--"+f.Name], given["-"+f.Shorthand] = true, f.Shorthand != "" })
	for _, name := range names {
		f := flags.Lookup(name)
		values := []string{f.Value.String()}
		if several, ok := f.Value.(pflag.SliceValue); ok {
			values = several.GetSlice()
		}
		if slices.ContainsFunc(values, func(v string) bool { return given[v] && v != "-" }) {
			return missingValue(f)
		}
	}
	return nil
}

// missingValue says what may stand behind a flag.
func missingValue(f *pflag.Flag) error {
	name, _ := pflag.UnquoteUsage(f)
	e := &usageError{
		what: fmt.Sprintf("--%s lacks its value", f.Name),
		hint: hint("write:", "--"+f.Name+" "+name),
	}
	if c, ok := f.Value.(*choice); ok {
		e.hint = hint("write one of:", "--"+f.Name+" "+strings.Join(c.of, ", --"+f.Name+" "))
	}
	return e
}

// complete offers the words of a choice to the shell.
func complete(c *cobra.Command, flag string, of []string) {
	// The only error is a flag that does not exist, and a test of each completion would show it.
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(of, cobra.ShellCompDirectiveNoFileComp))
}

// flagError says in our words what is wrong with a flag.
func flagError(c *cobra.Command, err error) error {
	see := hint("the flags are listed by:", c.CommandPath()+" --help")
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(c, unknown, see)
	case errors.As(err, &missing):
		return missingValue(missing.GetFlag())
	case errors.As(err, &invalid):
		return &usageError{
			what: fmt.Sprintf("--%s cannot be %q", invalid.GetFlag().Name, invalid.GetValue()),
			hint: hint(fmt.Sprint(invalid.Unwrap())),
		}
	default:
		return &usageError{what: err.Error(), hint: see}
	}
}

func unknownFlag(c *cobra.Command, unknown *pflag.NotExistError, see doc.Text) error {
	name := unknown.GetSpecifiedName()
	if assess, _, _ := c.Find([]string{"assess"}); !c.HasParent() && assess.Flags().Lookup(name) != nil {
		return &usageError{what: fmt.Sprintf("%s has no flag --%s", c.Name(), name), hint: hint("did you mean:", "coalcheck assess --"+name)}
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if short := unknown.GetSpecifiedShortnames(); short != "" {
		if short == "v" && !c.HasParent() {
			short = "version"
		}
		// One hyphen stands before a letter; whoever writes a word behind it means two.
		return &usageError{what: fmt.Sprintf("%s has no flag -%s", c.Name(), name), hint: didYouMean("--", short, names, see)}
	}
	return &usageError{
		what: fmt.Sprintf("%s has no flag --%s", c.Name(), name),
		hint: didYouMean("--", name, names, see),
	}
}
