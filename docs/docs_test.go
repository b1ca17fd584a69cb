package docs_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/docs"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/markdown"
)

// texts returns every text of a guide.
func texts(g *docs.Guide) []doc.Text {
	var all []doc.Text
	for _, b := range markdown.Read(g.Text).Blocks {
		switch b := b.(type) {
		case doc.Section:
			all = append(all, b.Name)
		case doc.Paragraph:
			all = append(all, b.Text)
		case doc.List:
			for _, item := range b.Items {
				all = append(all, item.Text)
			}
		case doc.Table:
			for _, c := range b.Columns {
				all = append(all, c.Head)
			}
			all = append(all, slices.Concat(b.Rows...)...)
		}
	}
	return all
}

// verbatim returns the verbatim parts of a guide.
func verbatim(g *docs.Guide) []doc.Verbatim {
	var all []doc.Verbatim
	for _, b := range markdown.Read(g.Text).Blocks {
		if b, ok := b.(doc.Verbatim); ok {
			all = append(all, b)
		}
	}
	return all
}

func TestGuidesAreTheirFiles(t *testing.T) {
	for _, g := range docs.Guides() {
		text, err := os.ReadFile(g.File)
		if err != nil {
			t.Fatal(err)
		}
		title, _, _ := strings.Cut(strings.TrimPrefix(string(text), "# "), "\n")
		if name := markdown.Read(g.Text).Name.String(); name != title || g.Text != string(text) {
			t.Errorf("%s is not its file: it begins with %q, not with %q", g.Name, name, title)
		}
		if g.Short == "" || len(g.Short) > 60 {
			t.Errorf("%s: %q does not say in a few words what it is about", g.Name, g.Short)
		}
	}
}

// A guide that uses more of Markdown than is read here would show its marks.
func TestGuidesKeepToTheirPartOfMarkdown(t *testing.T) {
	for _, g := range docs.Guides() {
		for _, b := range markdown.Read(g.Text).Blocks {
			table, ok := b.(doc.Table)
			for _, row := range table.Rows {
				if len(row) != len(table.Columns) || len(row) < 2 {
					t.Errorf("%s: a row of %d cells: %v", g.Name, len(row), row)
				}
			}
			if ok && len(table.Rows) == 0 {
				t.Errorf("%s: a table without rows", g.Name)
			}
		}
		for _, lines := range verbatim(&g) {
			for _, line := range lines {
				if len([]rune(line)) > 76 {
					t.Errorf("%s: more than 76 columns, to be copied whole: %s", g.Name, line)
				}
			}
		}
		for _, text := range texts(&g) {
			for _, s := range text {
				if s.Style != doc.Code && strings.ContainsAny(s.Words, "`*[]<>|#") {
					t.Errorf("%s: mark-up remains in %q", g.Name, text.String())
				}
			}
		}
	}
}

func TestLinksOfGuidesLeadSomewhere(t *testing.T) {
	links := 0
	for _, g := range docs.Guides() {
		for _, m := range regexp.MustCompile(`\]\(([^)]*)\)`).FindAllStringSubmatch(g.Text, -1) {
			links++
			if _, err := os.Stat(m[1]); err != nil && !strings.Contains(m[1], "://") {
				t.Errorf("%s: %v", g.Name, err)
			}
		}
	}
	if links == 0 {
		t.Error("no link was found")
	}
}

// The files that the guides show can be used.
func TestExamplesAreGoodFiles(t *testing.T) {
	answers, plans := 0, 0
	for _, g := range docs.Guides() {
		for _, lines := range verbatim(&g) {
			text := strings.Join(lines, "\n")
			if !strings.HasPrefix(text, "format:") && !strings.HasPrefix(text, "{") {
				continue
			}
			var err error
			if strings.HasPrefix(text, "format: coalcheck-plan") {
				plans++
				_, err = planfile.Read(g.File, []byte(text), pitfalls.English())
			} else {
				answers++
				_, err = answersfile.Read(g.File, []byte(text), pitfalls.English())
			}
			if err != nil {
				t.Errorf("%v in\n%s", err, text)
			}
		}
	}
	if answers < 4 || plans < 1 {
		t.Errorf("%d answers files, want the person, the quick answer, the room and JSON; %d plan files, want one", answers, plans)
	}
}
