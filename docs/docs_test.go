package docs_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/docs"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// texts returns every text of a guide in which spans may stand.
func texts(g *docs.Guide) []string {
	var texts []string
	for _, b := range g.Blocks() {
		texts = append(texts, b.Text)
		texts = append(texts, slices.Concat(b.Rows...)...)
	}
	return texts
}

func TestGuidesAreTheirFiles(t *testing.T) {
	for _, g := range docs.Guides() {
		text, err := os.ReadFile(g.File)
		if err != nil {
			t.Fatal(err)
		}
		title, _, _ := strings.Cut(strings.TrimPrefix(string(text), "# "), "\n")
		first := g.Blocks()[0]
		if first.Kind != docs.Heading || first.Level != 1 || first.Text != title {
			t.Errorf("%s does not begin with its heading %q: %+v", g.Name, title, first)
		}
		if g.Short == "" || len(g.Short) > 60 {
			t.Errorf("%s: %q does not say in a few words what it is about", g.Name, g.Short)
		}
	}
}

// A guide that uses more of Markdown than is read here would show its marks.
func TestGuidesKeepToTheirPartOfMarkdown(t *testing.T) {
	for _, g := range docs.Guides() {
		for _, b := range g.Blocks() {
			for _, row := range b.Rows {
				if len(row) != len(b.Rows[0]) || len(row) < 2 {
					t.Errorf("%s: a row of %d cells: %q", g.Name, len(row), row)
				}
			}
			for _, line := range b.Lines {
				if len([]rune(line)) > 76 {
					t.Errorf("%s: more than 76 columns, to be copied whole: %s", g.Name, line)
				}
			}
		}
		for _, text := range texts(&g) {
			for _, s := range docs.Spans(text) {
				if s.Style != docs.Code && strings.ContainsAny(s.Text, "`*[]<>|#") {
					t.Errorf("%s: mark-up remains in %q", g.Name, text)
				}
			}
		}
	}
}

func TestLinksOfGuidesLeadSomewhere(t *testing.T) {
	links := 0
	for _, g := range docs.Guides() {
		for _, text := range texts(&g) {
			for _, s := range docs.Spans(text) {
				if s.Target == "" || strings.Contains(s.Target, "://") {
					continue
				}
				links++
				if _, err := os.Stat(filepath.Join("..", s.Target)); err != nil {
					t.Errorf("%s: %v", g.Name, err)
				}
			}
		}
	}
	if links == 0 {
		t.Error("no link was found")
	}
}

// The answers files that the guides show can be used.
func TestExamplesAreGoodAnswers(t *testing.T) {
	examples := 0
	for _, g := range docs.Guides() {
		for _, b := range g.Blocks() {
			text := strings.Join(b.Lines, "\n")
			if !strings.HasPrefix(text, "format:") && !strings.HasPrefix(text, "{") {
				continue
			}
			examples++
			if _, err := answersfile.Read(g.File, []byte(text), pitfalls.English()); err != nil {
				t.Errorf("%v in\n%s", err, text)
			}
		}
	}
	if examples < 4 {
		t.Errorf("%d examples, want the person, the quick answer, the room and JSON", examples)
	}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "a b", "plain(a b)"},
		{"code", "run `a --b` now", "plain(run )code(a --b)plain( now)"},
		{"marks in code", "`a*b*`", "code(a*b*)"},
		{"strong", "**a b**: c", "strong(a b)plain(: c)"},
		{"emphasis", "*m* = 1", "emphasis(m)plain( = 1)"},
		{"a file", "see [x.md](x.md).", "plain(see )link(docs/x.md)plain(.)"},
		{"a file at the root", "[SECURITY.md](../SECURITY.md)", "link(SECURITY.md)"},
		{"a file by another name", "[the hour](facilitating.md)", "link(the hour (docs/facilitating.md))"},
		{"an address", "[x](https://example.org/)", "link(x (https://example.org/))"},
		{"never closed", "a * b `c [d", "plain(a )plain(*)plain( b )plain(`)plain(c )plain([)plain(d)"},
		{"brackets that are no link", "[a] (b)", "plain([)plain(a] (b))"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			for _, s := range docs.Spans(c.text) {
				name := [...]string{"plain", "code", "strong", "emphasis", "link"}[s.Style]
				b.WriteString(name + "(" + s.String() + ")")
			}
			if b.String() != c.want {
				t.Errorf("got %s, want %s", b.String(), c.want)
			}
		})
	}
}
