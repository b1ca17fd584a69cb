package render_test

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render"
)

func TestEscape(t *testing.T) {
	// Where foreign is "", text from an answers file is written as text of the catalogue is.
	for _, c := range []struct{ name, text, escape, foreign string }{
		{"plain words", "Riverside: 1.5 of 3, w.w. (yes).", "Riverside: 1.5 of 3, w.w. (yes).", ""},
		{"a table cell", "a | b", `a \| b`, ""},
		{"emphasis", "*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~", ""},
		{"markup", "<b>&amp;", "&lt;b&gt;&amp;amp;", ""},
		{"a comment", "<!-- -->", "&lt;!-- --&gt;", ""},
		{"a link", "[x](y)", `\[x\](y)`, ""},
		{"a formula", "=1+2", `\=1+2`, ""},
		{"a list", "- a", `\- a`, ""},
		{"a numbered list", "1. a", `1\. a`, ""},
		{"a numbered list with a bracket", "12) a", `12\) a`, ""},
		{"a definition", ": a", `\: a`, ""},
		{"an underline", "---", `\---`, ""},
		{"a heading", "# x", `\# x`, "&#35;<!-- --> x"},
		{"line breaks", "a\n- b\r\n- c", "a - b - c", ""},
		{"a backslash", `\|`, `\\\|`, ""},
		{"a backslash before a sign", `\@a`, `\\@a`, `\\&#64;<!-- -->a`},
		{"a mention", "@all", "@all", "&#64;<!-- -->all"},
		{"a mention within", "Ask @octocat, a@b.example", "Ask @octocat, a@b.example", "Ask &#64;<!-- -->octocat, a&#64;<!-- -->b.example"},
		{"an issue", "a/b#12", "a/b#12", "a/b&#35;<!-- -->12"},
		{"an address", "https://evil.example/x", "https://evil.example/x", "https&#58;//evil.example/x"},
		{"an address at the start", "://x", `\://x`, ""},
		{"an address without a scheme", "www.evil.example", "www.evil.example", "www&#46;evil.example"},
		{"an address in capitals", "WwW.evil.example", "WwW.evil.example", "WwW&#46;evil.example"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := render.Escape(c.text); got != c.escape {
				t.Errorf("of the catalogue: got %q, want %q", got, c.escape)
			}
			if c.foreign == "" {
				c.foreign = c.escape
			}
			if got := render.Foreign(c.text); got != c.foreign {
				t.Errorf("of an answers file: got %q, want %q", got, c.foreign)
			}
		})
	}
}

func TestEscapeLeavesTheCatalogueReadable(t *testing.T) {
	for i := range english.Topics {
		topic := &english.Topics[i]
		for _, text := range []string{topic.Title, topic.Overall, topic.Actions[0].Do} {
			if got := render.Escape(text); got != text {
				t.Errorf("%q became %q", text, got)
			}
		}
	}
}

// severalNotes returns a result with notes of one and of several lines, of respondents who wrote nothing else.
func severalNotes(t *testing.T, respondents int) *score.Result {
	t.Helper()
	sum := group.NewGathering(english)
	for range respondents {
		a := assess.New(english)
		a.Topics[0].Note = "One line."
		a.Topics[2].Note = " \n\t"
		a.Topics[1].Note = "Said at the table:\n\n  # not a heading\r\n1. not a list\n- @octocat: see www.example.org\n"
		sum.Add("answers.yaml", a)
	}
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	return score.Score(g)
}

func TestNotesKeepTheirLines(t *testing.T) {
	alone := severalNotes(t, 1)
	two := severalNotes(t, 2)
	for _, c := range []struct {
		name   string
		result *score.Result
		write  func(io.Writer, *score.Result) error
		want   string
	}{
		{"alone/terminal", alone, formats["terminal"], `
NOTES
  Unclear purpose: One line.
  Overcommitted
    Said at the table:
    # not a heading
    1. not a list
    - @octocat: see www.example.org
`},
		{"two/terminal", two, formats["terminal"], `
NOTES
  Unclear purpose
    - One line.
    - One line.
  Overcommitted
    - Said at the table:
      # not a heading
      1. not a list
      - @octocat: see www.example.org
    - Said at the table:
      # not a heading
      1. not a list
      - @octocat: see www.example.org
`},
		{"alone/markdown", alone, formats["markdown"], `
## Notes

- Unclear purpose: One line.
- Overcommitted: Said at the table:\
  &#35;<!-- --> not a heading\
  1\. not a list\
  \- &#64;<!-- -->octocat: see www&#46;example.org
`},
		{"two/markdown", two, formats["markdown"], `
## Notes

- Unclear purpose
  - One line.
  - One line.
- Overcommitted
  - Said at the table:\
    &#35;<!-- --> not a heading\
    1\. not a list\
    \- &#64;<!-- -->octocat: see www&#46;example.org
  - Said at the table:\
    &#35;<!-- --> not a heading\
    1\. not a list\
    \- &#64;<!-- -->octocat: see www&#46;example.org
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := string(output(t, func(w io.Writer) error { return c.write(w, c.result) }))
			if !strings.Contains(got, c.want) {
				t.Errorf("got\n%s\nwant in it\n%s", got, c.want)
			}
		})
	}
}

// TestMarkdownHoldsForeignText checks that whatever stands in an answers file, the report keeps its own structure: the
// same lines with the same blocks, cells and mark-up as with harmless text of as many lines.
func TestMarkdownHoldsForeignText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hostile := drawAnswers(t)
		respondents := rapid.IntRange(1, 2).Draw(t, "files")
		harmless := hostile.Clone()
		harmless.Coalition = ""
		for i := range harmless.Topics {
			harmless.Topics[i].Note = saidLine.ReplaceAllString(hostile.Topics[i].Note, "x")
		}
		got, want := structure(t, hostile, respondents), structure(t, harmless, respondents)
		if got != want {
			t.Fatalf("the structure changed:\n%s\nwant\n%s", got, want)
		}
	})
}

// saidLine finds each line of a note that is not blank.
var saidLine = regexp.MustCompile(`.*\S.*`)

// structure returns, for each line of a Markdown report on one or more files that say the same, how it begins, its bare
// pipes and its other bare mark-up. It fails where anything is left that becomes a link or a formula.
func structure(t *rapid.T, a *assess.Answers, files int) string {
	sum := group.NewGathering(english)
	for range files {
		sum.Add("answers.yaml", a)
	}
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	var report bytes.Buffer
	if err := render.Markdown(&report, score.Score(g), render.Options{Explain: true}); err != nil {
		t.Fatal(err)
	}
	text, _, _ := strings.Cut(report.String(), "\n## Sources\n") // which are links
	if found := link.FindString(text); found != "" {
		t.Fatalf("a link, a mention or an issue: %q in\n%s", found, text)
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		indent, blocks, rest := begin(line)
		if strings.HasPrefix(rest, "=") || strings.HasPrefix(rest, "@") {
			t.Fatalf("a line that a spreadsheet takes for a formula: %q", line)
		}
		bare := escapes.Replace(rest)
		fmt.Fprintf(&b, "%d %q", indent, blocks)
		for _, mark := range "|<>*_`[~$^#" {
			fmt.Fprintf(&b, " %d", strings.Count(bare, string(mark)))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

var (
	// link finds what GitHub makes a link of, as long as it is not escaped.
	link = regexp.MustCompile(`(?i)://|www\.|@|(^|[^&])#\d`)
	// block finds what begins a block of Markdown behind the indentation of a line.
	block = regexp.MustCompile(`^(#{1,6}(\s|$)|[-+*](\s|$)|\d{1,9}[.)](\s|$)|>|=+\s*$|-+\s*$|:\s)`)
	// escapes takes out what the report writes in place of mark-up.
	escapes = strings.NewReplacer(`\\`, "", `\|`, "", `\[`, "", `\]`, "", "\\`", "", `\*`, "", `\_`, "", `\~`, "", `\$`, "",
		`\^`, "", "&#64;<!-- -->", "", "&#35;<!-- -->", "", "&#58;", "", "&#46;", "")
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
