package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/docs"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/markdown"
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
					return a.showPage(markdown.Read(g.Text))
				}
			}
			command, rest, err := c.Root().Find(args)
			if err != nil {
				return err
			}
			if len(rest) > 0 {
				return a.noHelp(c.Root(), rest[0])
			}
			return a.showPage(helpOf(command))
		},
		ValidArgsFunction: firstOf(func(c *cobra.Command) []cobra.Completion {
			var names []cobra.Completion
			for _, command := range listed(c.Root()) {
				names = append(names, cobra.CompletionWithDesc(command.Name(), command.Short))
			}
			return append(names, guideCompletions(c)...)
		}),
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

// helpOf returns the help of a command: examples first, then what it does, how it is called, and its flags.
func helpOf(c *cobra.Command) *doc.Document {
	d := &doc.Document{Lang: "en", Name: doc.Words(c.CommandPath() + ": " + c.Short)}
	add := func(title string, blocks ...doc.Block) { d.Blocks = append(d.Blocks, section(title, blocks...)...) }
	if c.Example != "" {
		add("Examples", verbatim(c.Example))
	}
	if c.Long != "" {
		add("What it does", paragraphs(c.Long)...)
	}
	add("Usage", doc.Verbatim{usage(c)})
	d.Blocks = append(d.Blocks, commandTables(c)...)
	if !c.HasParent() {
		names := nameTable()
		for _, g := range docs.Guides() {
			names.Rows = append(names.Rows, nameRow(g.Name, g.Short))
		}
		d.Blocks = append(d.Blocks, doc.Section{Level: 1, Name: doc.Words("Guides"), Remark: hint("shown by:", "coalcheck help GUIDE")}, names)
	}
	for _, g := range flagGroups(c) {
		add(g.title, flagFacts(g.flags))
	}
	return d
}

// overviewOf returns what the root says without a command where it cannot ask: what it is for and which commands there are.
// It fits on a screen.
func overviewOf(root *cobra.Command) *doc.Document {
	d := &doc.Document{Lang: "en", Name: doc.Words(root.CommandPath() + ": " + root.Short)}
	d.Blocks = append(d.Blocks, paragraphs(root.Long)[0])
	d.Blocks = append(d.Blocks, commandTables(root)...)
	d.Blocks = append(d.Blocks, doc.Paragraph{Text: doc.Join(
		hint("examples, flags and guides:", "coalcheck --help"), doc.Text{doc.NewLine},
		hint("start with:", "coalcheck assess"),
	)})
	return d
}

// commandTables lists the commands below c, in their groups.
func commandTables(c *cobra.Command) []doc.Block {
	var blocks []doc.Block
	for _, g := range c.Groups() {
		names := nameTable()
		for _, command := range listed(c) {
			if command.GroupID == g.ID {
				names.Rows = append(names.Rows, nameRow(command.Name(), command.Short))
			}
		}
		blocks = append(blocks, section(g.Title, names)...)
	}
	return blocks
}

// section returns blocks under a heading.
func section(title string, blocks ...doc.Block) []doc.Block {
	return append([]doc.Block{doc.Section{Level: 1, Name: doc.Words(title)}}, blocks...)
}

// nameTable returns a table of names, whose columns all tables of a help have in common.
func nameTable() doc.Table { return doc.Table{Group: "names", Columns: make([]doc.Column, 2)} }

// nameRow returns a row of such a table: a name and what it stands for.
func nameRow(name, short string) []doc.Text {
	return []doc.Text{doc.Styled(doc.Code, name), doc.Words(short)}
}

// flagFacts returns flags, each with what it does.
func flagFacts(flags []*pflag.Flag) doc.Facts {
	var facts doc.Facts
	for _, f := range flags {
		_, text := pflag.UnquoteUsage(f)
		facts = append(facts, doc.Fact{Label: doc.Styled(doc.Code, flagName(f)), Text: doc.Words(text)})
	}
	return facts
}

// paragraphs returns paragraphs that empty lines divide.
func paragraphs(text string) []doc.Block {
	var blocks []doc.Block
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		blocks = append(blocks, doc.Paragraph{Text: doc.Words(strings.ReplaceAll(paragraph, "\n", " "))})
	}
	return blocks
}

// verbatim returns lines to copy.
func verbatim(text string) doc.Verbatim { return strings.Split(text, "\n") }

// usage returns how a command is called.
func usage(c *cobra.Command) string {
	line := c.UseLine()
	if !strings.HasSuffix(line, "[flags]") {
		line += " [flags]"
	}
	return line
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
