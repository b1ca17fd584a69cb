package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func newMan(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		GroupID: groupSetUp,
		Short:   "print the manual page",
		Long: `Prints the manual page of coalcheck and all its commands, for man to format.
It has no date in it: the same coalcheck always prints the same page.`,
		Example: `# read it
coalcheck man | man -l -

# install it for all users
coalcheck man | sudo tee /usr/local/share/man/man1/coalcheck.1 > /dev/null`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error { return a.print(manual(c.Root())) },
	}
}

// manual returns the manual page in roff, made from the help of every command.
func manual(root *cobra.Command) string {
	var m page
	m.macro("TH", "COALCHECK", "1", "", "coalcheck", "coalcheck manual")
	m.macro("SH", "NAME")
	m.text(root.Name() + " - " + root.Short)
	m.macro("SH", "SYNOPSIS")
	m.text(usage(root))
	m.macro("SH", "DESCRIPTION")
	m.text(root.Long)
	m.flags(root)

	m.macro("SH", "COMMANDS")
	for _, g := range root.Groups() {
		for _, c := range listed(root) {
			if c.GroupID == g.ID {
				m.command(c)
			}
		}
	}
	for _, s := range manualSections {
		m.macro("SH", s.title)
		for _, e := range s.entries {
			m.macro("TP")
			m.bold(e[0])
			m.text(e[1])
		}
	}
	m.macro("SH", "EXAMPLES")
	m.verbatim(root.Example)
	return m.String()
}

// manualSections holds what the manual says beyond the help of the commands: terms, each with its explanation.
var manualSections = []struct {
	title   string
	entries [][2]string
}{
	{"EXIT STATUS", [][2]string{
		{"0", "Done."},
		{"1", "Something failed, such as writing the report."},
		{"2", "Wrong use, or answers that cannot be read. Nothing was written."},
		{"3", "The report was written, and --fail-on is met."},
		{"130", "Left before the plan."},
	}},
	{"ENVIRONMENT", [][2]string{
		{"NO_COLOR", "With any value, no colors."},
		{"ACCESSIBLE", "With any value, ask line by line, as with --plain."},
		{"TERM", "With the value dumb, no colors, and asking is line by line."},
		{"XDG_STATE_HOME", "The folder in which coalcheck/draft.yaml keeps an unfinished run."},
		{"LC_ALL, LC_CTYPE, LANG", "A locale that is not UTF-8 draws the report in ASCII on a terminal."},
	}},
}

// page is a manual page that is being written. Every method ends its line.
type page struct{ strings.Builder }

func (m *page) command(c *cobra.Command) {
	m.macro("SS", usage(c))
	m.text(c.Long)
	m.flags(c)
	m.macro("PP")
	m.text("Examples:")
	m.verbatim(c.Example)
}

func (m *page) flags(c *cobra.Command) {
	var flags []*pflag.Flag
	for _, g := range flagGroups(c) {
		flags = append(flags, g.flags...)
	}
	flags = slices.DeleteFunc(flags, func(f *pflag.Flag) bool { return f.Name == "help" && c.HasParent() })
	for _, f := range flags {
		_, text := pflag.UnquoteUsage(f)
		m.macro("TP")
		m.bold(flagName(f))
		m.text(text)
	}
}

// macro writes a request with its arguments in quotes.
func (m *page) macro(name string, args ...string) {
	m.WriteString("." + name)
	for _, a := range args {
		fmt.Fprintf(m, ` "%s"`, escapeRoff(a))
	}
	m.WriteByte('\n')
}

// text writes paragraphs, which an empty line separates.
func (m *page) text(text string) {
	for i, paragraph := range strings.Split(text, "\n\n") {
		if i > 0 {
			m.macro("PP")
		}
		for line := range strings.Lines(paragraph) {
			m.line(strings.TrimSuffix(line, "\n"))
		}
	}
}

// verbatim writes text whose lines stay as they are.
func (m *page) verbatim(text string) {
	m.macro("RS", "4")
	m.macro("nf")
	for line := range strings.Lines(text) {
		m.line(strings.TrimSuffix(line, "\n"))
	}
	m.macro("fi")
	m.macro("RE")
}

func (m *page) bold(text string) { m.WriteString(`\fB` + escapeRoff(text) + "\\fR\n") }

// line writes one line, with a mark in front that keeps its first letter from being read as a request.
func (m *page) line(text string) {
	text = escapeRoff(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	m.WriteString(text + "\n")
}

// escapeRoff returns text whose hyphens stay ASCII, as commands must be copied, and in which nothing is an escape.
func escapeRoff(text string) string {
	return strings.NewReplacer(`\`, `\e`, `-`, `\-`, `"`, `\(dq`).Replace(text)
}
