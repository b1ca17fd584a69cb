package cmd

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/docs"
)

func newMan(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "man [GUIDE]",
		GroupID: groupSetUp,
		Short:   "print the manual page",
		Long: `Prints the manual page of coalcheck and all its commands, or that of a guide,
for man to format. It has no date in it: the same coalcheck always prints the
same page.`,
		Example: `# read it
coalcheck man | man -l -

# install it for all users
coalcheck man | sudo tee /usr/local/share/man/man1/coalcheck.1 > /dev/null

# the manual page of the answers file, coalcheck-answers(5)
coalcheck man answers | man -l -`,
		RunE: func(c *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return a.print(manual(c.Root()))
			case 1:
				if g := guide(args[0]); g != nil {
					return a.print(guideManual(g))
				}
			}
			return &usageError{
				what: fmt.Sprintf("there is no manual page of %q", strings.Join(args, " ")),
				hint: didYouMean("coalcheck man ", args[0], guideNames(), "use "+alternatives(guideNames())+", or nothing for the page of coalcheck"),
			}
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return guideCompletions(), cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// manual returns the manual page in roff, made from the help of every command.
func manual(root *cobra.Command) string {
	m := newManual("coalcheck", "1", root.Short)
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
	m.seeAlso(nil)
	return m.String()
}

// guideManual returns the manual page of a guide in roff.
func guideManual(g *docs.Guide) string {
	m := newManual(manualName(g), g.Section, g.Short)
	m.macro("SH", "DESCRIPTION")
	before := docs.Heading
	for _, b := range g.Blocks()[1:] { // the first is the title
		if before != docs.Heading && (b.Kind == docs.Paragraph || b.Kind == docs.Verbatim) {
			m.macro("PP")
		}
		m.block(&b)
		before = b.Kind
	}
	m.seeAlso(g)
	return m.String()
}

// manualName returns what man calls the page of a guide.
func manualName(g *docs.Guide) string { return "coalcheck-" + g.Name }

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
		{"XDG_STATE_HOME", "The folder in which coalcheck/draft.yaml keeps an unfinished run. Without it, the state folder of the platform."},
		{"LC_ALL, LC_CTYPE, LANG", "A locale that is not UTF-8 draws the report in ASCII on a terminal."},
	}},
	{"FILES", [][2]string{
		{"~/.local/state/coalcheck/draft.yaml", "An unfinished run, on Linux. coalcheck help privacy says where it lies elsewhere."},
	}},
}

// page is a manual page that is being written. Every method ends its line.
type page struct{ strings.Builder }

// newManual begins a page. Its lines are neither hyphenated nor stretched, because commands stand in them.
func newManual(name, section, short string) *page {
	var m page
	m.macro("TH", strings.ToUpper(name), section, "", "coalcheck", "coalcheck manual")
	m.WriteString(".nh\n.ad l\n")
	m.macro("SH", "NAME")
	m.text(name + " - " + short)
	return &m
}

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

// block writes a part of a guide.
func (m *page) block(b *docs.Block) {
	switch b.Kind {
	case docs.Heading:
		m.macro("SH", strings.ToUpper(b.Text))
	case docs.Item:
		m.macro("IP", b.Marker, strconv.Itoa(len(b.Marker)+2))
		m.spans(b.Text)
	case docs.Verbatim:
		m.verbatim(strings.Join(b.Lines, "\n"))
	case docs.Table:
		m.table(b.Rows)
	default:
		m.spans(b.Text)
	}
}

// table writes rows as terms with what they say. The first row says what that is.
func (m *page) table(rows [][]string) {
	for _, row := range rows[1:] {
		m.macro("TP")
		m.spans(row[0])
		for column := 1; column < len(row); column++ {
			if len(row) > 2 {
				m.line(rows[0][column] + ":")
			}
			m.spans(row[column])
		}
	}
}

// spans writes text with what is to be typed in bold.
func (m *page) spans(text string) {
	var b strings.Builder
	for i, s := range docs.Spans(text) {
		written := escapeRoff(s.String())
		switch s.Style {
		case docs.Code, docs.Strong:
			written = `\fB` + written + `\fR`
		case docs.Emphasis:
			written = `\fI` + written + `\fR`
		default:
			if i == 0 {
				written = guarded(written)
			}
		}
		b.WriteString(written)
	}
	m.WriteString(b.String() + "\n")
}

// seeAlso names the other pages. g is the guide that this page is, or nil.
func (m *page) seeAlso(g *docs.Guide) {
	m.macro("SH", "SEE ALSO")
	var others []string
	if g != nil {
		others = append(others, `\fBcoalcheck\fR(1)`)
	}
	for _, other := range docs.Guides() {
		if g == nil || other.Name != g.Name {
			others = append(others, `\fB`+escapeRoff(manualName(&other))+`\fR(`+other.Section+`)`)
		}
	}
	m.WriteString(strings.Join(others, ",\n") + "\n")
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
	m.WriteString(guarded(escapeRoff(text)) + "\n")
}

// guarded returns a line whose first letter is not read as the beginning of a request.
func guarded(line string) string {
	if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
		return `\&` + line
	}
	return line
}

// escapeRoff returns text whose hyphens stay ASCII, as commands must be copied, and in which nothing is an escape. What
// is not ASCII is written by its number, so that the page reads the same in every locale.
func escapeRoff(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\\':
			b.WriteString(`\e`)
		case r == '-':
			b.WriteString(`\-`)
		case r == '"':
			b.WriteString(`\(dq`)
		case r > 0x7e:
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
