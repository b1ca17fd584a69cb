package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/docs"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/manpage"
	"github.com/coalcheck/coalcheck/render/markdown"
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
				return a.print(roff(manual(c.Root()), commandSection))
			case 1:
				if g := guide(args[0]); g != nil {
					return a.print(roff(guideManual(g), g.Section))
				}
			}
			return &usageError{
				what: fmt.Sprintf("there is no manual page of %q", strings.Join(args, " ")),
				hint: didYouMean("coalcheck man ", args[0], guideNames(), hint("use "+safetext.JoinList(guideNames(), "or")+", or nothing for the page of coalcheck")),
			}
		},
		ValidArgsFunction: firstOf(guideCompletions),
	}
}

// manual returns the manual page, made from the help of every command.
func manual(root *cobra.Command) *doc.Document {
	d := &doc.Document{Lang: "en", Name: doc.Words("coalcheck"), Kind: doc.Words(root.Short)}
	add := func(title string, blocks ...doc.Block) { d.Blocks = append(d.Blocks, section(title, blocks...)...) }
	add("Synopsis", doc.Paragraph{Text: doc.Words(usage(root))})
	add("Description", described(root)...)
	add("Commands")
	for _, g := range root.Groups() {
		for _, c := range listed(root) {
			if c.GroupID == g.ID {
				d.Blocks = append(d.Blocks, doc.Section{Level: 2, Name: doc.Words(usage(c))})
				d.Blocks = append(d.Blocks, described(c)...)
				d.Blocks = append(d.Blocks, doc.Paragraph{Text: doc.Words("Examples:")}, verbatim(c.Example))
			}
		}
	}
	for _, s := range manualSections {
		var facts doc.Facts
		for _, e := range s.entries {
			facts = append(facts, doc.Fact{Label: doc.Styled(doc.Strong, e[0]), Text: doc.Words(e[1])})
		}
		add(s.title, facts)
	}
	add("Examples", verbatim(root.Example))
	add("See also", seeAlso(nil))
	return d
}

// described returns what a command does, and its flags.
func described(c *cobra.Command) []doc.Block {
	var flags []*pflag.Flag
	for _, g := range flagGroups(c) {
		flags = append(flags, g.flags...)
	}
	flags = slices.DeleteFunc(flags, func(f *pflag.Flag) bool { return f.Name == "help" && c.HasParent() })
	return append(paragraphs(c.Long), flagFacts(flags))
}

// guideManual returns the manual page of a guide.
func guideManual(g *docs.Guide) *doc.Document {
	d := markdown.Read(g.Text)
	d.Name, d.Kind = doc.Words(manualName(g)), doc.Words(g.Short)
	d.Blocks = slices.Concat(section("Description", d.Blocks...), section("See also", seeAlso(g)))
	return d
}

// manualName returns what man calls the page of a guide.
func manualName(g *docs.Guide) string { return "coalcheck-" + g.Name }

// manualSections holds what the manual says beyond the help of the commands: terms, each with its explanation.
var manualSections = []struct {
	title   string
	entries [][2]string
}{
	{"Exit status", [][2]string{
		{"0", "Done."},
		{"1", "Something failed, such as writing the report."},
		{"2", "Wrong use, or answers that cannot be read. Nothing was written."},
		{"3", "The report was written, and --fail-on is met."},
		{"130", "Left before the plan."},
	}},
	{"Environment", [][2]string{
		{"NO_COLOR", "With any value, no colors."},
		{"ACCESSIBLE", "With any value, ask line by line, as with --plain."},
		{"TERM", "With the value dumb, no colors, and asking is line by line."},
		{"XDG_STATE_HOME", "The folder in which coalcheck/draft.yaml keeps an unfinished run. Without it, the state folder of the platform."},
		{"LC_ALL, LC_CTYPE, LANG", "A locale that is not UTF-8 draws the report in ASCII on a terminal."},
	}},
	{"Files", [][2]string{
		{"~/.local/state/coalcheck/draft.yaml", "An unfinished run, on Linux. coalcheck help privacy says where it is on other systems."},
	}},
}

// seeAlso names the other pages. g is the guide that this page is, or nil.
func seeAlso(g *docs.Guide) doc.Paragraph {
	var others []doc.Text
	add := func(name, section string) {
		others = append(others, doc.Join(doc.Styled(doc.Strong, name), doc.Words("("+section+")")))
	}
	if g != nil {
		add("coalcheck", commandSection)
	}
	for _, other := range docs.Guides() {
		if g == nil || other.Name != g.Name {
			add(manualName(&other), other.Section)
		}
	}
	return doc.Paragraph{Text: doc.JoinWith(", ", others...)}
}

// commandSection is the section of the manual for commands.
const commandSection = "1"

// roff returns a document as a page of a section of the manual.
func roff(d *doc.Document, section string) string {
	var b strings.Builder
	// A strings.Builder takes all that is written to it.
	_ = manpage.Write(&b, d, manpage.Options{Section: section, Source: "coalcheck", Manual: "coalcheck manual"})
	return b.String()
}
