package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/docs"
)

// newHelp returns the command that shows the help of another command, or a guide.
func newHelp(a *app) *cobra.Command {
	return &cobra.Command{
		Use:    "help [COMMAND|GUIDE]",
		Short:  "show what a command does, or a guide",
		Hidden: true,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 {
				if g := guide(args[0]); g != nil {
					return a.showGuide(g)
				}
			}
			command, rest, err := c.Root().Find(args)
			if err != nil {
				return err
			}
			if len(rest) > 0 {
				return a.noHelp(c.Root(), rest[0])
			}
			return a.print(helpText(command))
		},
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var names []cobra.Completion
			for _, command := range listed(c.Root()) {
				names = append(names, cobra.CompletionWithDesc(command.Name(), command.Short))
			}
			return append(names, guideCompletions()...), cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// noHelp says that there is no help by this name, and where there is something like it. People ask for help on a pitfall
// too.
func (a *app) noHelp(root *cobra.Command, name string) error {
	e := &usageError{what: fmt.Sprintf("there is no help on %q", name)}
	if topic, err := a.topic(name); err == nil && topic != nil {
		e.hint = hint("did you mean:", "coalcheck explain "+topic.ID)
		return e
	}
	e.hint = didYouMean("coalcheck help ", name, append(commandNames(root), guideNames()...),
		hint("commands and guides are listed by:", "coalcheck --help"))
	return e
}

// helpText returns the help of a command: examples first, then what it does, how it is called, and its flags. No line
// is longer than 80 columns.
func helpText(c *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", c.CommandPath(), c.Short)
	for _, part := range []struct{ title, text string }{{"Examples", c.Example}, {"What it does", c.Long}} {
		if part.text != "" {
			fmt.Fprintf(&b, "\n%s\n%s\n", part.title, indented(part.text))
		}
	}
	fmt.Fprintf(&b, "\nUsage\n  %s\n", usage(c))
	for _, g := range c.Groups() {
		fmt.Fprintf(&b, "\n%s\n", g.Title)
		for _, command := range listed(c) {
			if command.GroupID == g.ID {
				fmt.Fprintf(&b, "  %-*s  %s\n", nameWidth, command.Name(), command.Short)
			}
		}
	}
	if !c.HasParent() {
		fmt.Fprintln(&b, "\nGuides, shown by: coalcheck help GUIDE")
		for _, g := range docs.Guides() {
			fmt.Fprintf(&b, "  %-*s  %s\n", nameWidth, g.Name, g.Short)
		}
	}
	for _, g := range flagGroups(c) {
		fmt.Fprintf(&b, "\n%s\n", g.title)
		for _, f := range g.flags {
			name := flagName(f)
			if len(name) > flagWidth {
				fmt.Fprintf(&b, "  %s\n", name)
				name = ""
			}
			_, text := pflag.UnquoteUsage(f)
			fmt.Fprintf(&b, "  %-*s  %s\n", flagWidth, name, text)
		}
	}
	return b.String()
}

// The columns that the names of commands and flags take in a help.
const (
	nameWidth = 13
	flagWidth = 22
)

// usage returns how a command is called.
func usage(c *cobra.Command) string {
	line := c.UseLine()
	if !strings.HasSuffix(line, "[flags]") {
		line += " [flags]"
	}
	return line
}

// indented returns text with two spaces before every line that is not empty.
func indented(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = "  " + line
		}
	}
	return strings.Join(lines, "\n")
}

// listed returns the commands that the help shows.
func listed(c *cobra.Command) []*cobra.Command {
	return slices.DeleteFunc(slices.Clone(c.Commands()), func(c *cobra.Command) bool { return c.Hidden })
}

// groupKey marks a flag with the title of its group.
const groupKey = "coalcheck-group"

// flagSection adds flags that stand under one title in the help.
func flagSection(flags *pflag.FlagSet, title string, add func(*pflag.FlagSet)) {
	set := pflag.NewFlagSet(title, pflag.ContinueOnError)
	set.SortFlags = false
	add(set)
	set.VisitAll(func(f *pflag.Flag) { f.Annotations = map[string][]string{groupKey: {title}} })
	flags.SortFlags = false
	flags.AddFlagSet(set)
}

// flagGroup is the flags of a command that stand under one title.
type flagGroup struct {
	title string
	flags []*pflag.Flag
}

// flagGroups returns the flags of a command as the help shows them, those that every command has last.
func flagGroups(c *cobra.Command) []flagGroup {
	var groups []flagGroup
	c.InheritedFlags() // adds the flags of all commands to c.Flags
	c.Flags().VisitAll(func(f *pflag.Flag) {
		title := "Other flags"
		if t := f.Annotations[groupKey]; len(t) > 0 {
			title = t[0]
		}
		i := slices.IndexFunc(groups, func(g flagGroup) bool { return g.title == title })
		if i < 0 {
			i = len(groups)
			groups = append(groups, flagGroup{title: title})
		}
		groups[i].flags = append(groups[i].flags, f)
	})
	return groups
}

// flagName returns a flag with its short form and its value, such as "-o, --output FILE".
func flagName(f *pflag.Flag) string {
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	if value, _ := pflag.UnquoteUsage(f); value != "" {
		name += " " + value
	}
	return name
}
