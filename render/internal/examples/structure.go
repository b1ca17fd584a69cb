package examples

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// MarkdownStructure returns, for each line of Markdown, how far it is indented, how it begins, its bare pipes and its
// other bare mark-up: what is the same whatever text there is. It fails where anything is left that becomes a formula, or
// a link that no builder made.
func MarkdownStructure(t interface {
	Fatalf(format string, args ...any)
}, text string,
) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if found := link.FindString(ours.ReplaceAllString(line, "")); found != "" {
			t.Fatalf("a link, a mention or an issue: %q in\n%s", found, line)
		}
		if command := command.FindString(line); command != "" {
			t.Fatalf("a command to a site generator: %q in\n%s", command, line)
		}
		indent, blocks, rest := begin(line)
		if safetext.BeginsFormula(rest) {
			t.Fatalf("a line that a spreadsheet takes for a formula: %q", line)
		}
		bare := escapes.Replace(rest)
		fmt.Fprintf(&b, "%d %q", indent, blocks)
		for _, mark := range "|<>*_`[~$^#{}" {
			fmt.Fprintf(&b, " %d", strings.Count(bare, string(mark)))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

var (
	// ours finds the links of sources.
	ours = regexp.MustCompile(`\]\(<https?://[^>]*>\)`)
	// link finds what GitHub makes a link of, as long as it is not escaped.
	link = regexp.MustCompile(`(?i)://|www\.|@|(^|[^&])#\d`)
	// command finds what site generators obey before they read the Markdown.
	command = regexp.MustCompile(`\{\{|\{%|%\}`)
	// block finds what begins a block of Markdown behind the indentation of a line.
	block = regexp.MustCompile(`^(#{1,6}(\s|$)|[-+*](\s|$)|\d{1,9}[.)](\s|$)|>|=+\s*$|-+\s*$|:\s)`)
	// escapes takes out what is written in place of mark-up.
	escapes = strings.NewReplacer(`\\`, "", `\|`, "", `\[`, "", `\]`, "", "\\`", "", `\*`, "", `\_`, "", `\~`, "", `\$`, "",
		`\^`, "", `\{`, "", `\}`, "", "&#64;<!-- -->", "", "&#35;<!-- -->", "", "&#58;", "", "&#46;", "",
		"&#65309;", "", "&#65291;", "", "&#65293;", "", "&#65312;", "")
)

// begin returns how far a line of Markdown is indented, the blocks that it begins one inside the other, and the rest.
func begin(line string) (indent int, blocks []string, rest string) {
	rest = strings.TrimLeft(line, " ")
	indent = len(line) - len(rest)
	for {
		found := block.FindString(rest)
		if found == "" {
			return indent, blocks, rest
		}
		blocks = append(blocks, found)
		rest = strings.TrimLeft(rest[len(found):], " ")
	}
}
