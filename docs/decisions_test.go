package docs_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestDecisionsAreIndexed checks that decisions are numbered without a gap, that each has its parts, and that the index
// lists each with the title, date and status that it has.
func TestDecisionsAreIndexed(t *testing.T) {
	files, err := filepath.Glob("decisions/0*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no decisions", err)
	}
	index := read(t, "decisions/README.md")
	head := regexp.MustCompile(`^# (\d+)\. (.+)\n\n- Date: (\d{4}-\d{2}-\d{2})\n- Status: (accepted|superseded by \[\d{4}\]\([^)]+\))(?:, supersedes .+)?\n\n` +
		`## Context\n\n(?s:.+)\n## Decision\n\n(?s:.+)\n## Consequences\n\n`)
	for i, file := range files {
		name := filepath.Base(file)
		m := head.FindStringSubmatch(read(t, file))
		if m == nil {
			t.Errorf("%s lacks a title, a date, a status or a section", name)
			continue
		}
		if m[1] != strconv.Itoa(i+1) || !strings.HasPrefix(name, fmt.Sprintf("%04d-", i+1)) {
			t.Errorf("%s is decision %s and file %d", name, m[1], i+1)
		}
		if row := fmt.Sprintf("| [%04d](%s) | %s | %s | %s |\n", i+1, name, m[2], m[3], m[4]); !strings.Contains(index, row) {
			t.Errorf("decisions/README.md lacks the row\n%s", row)
		}
	}
	if rows := strings.Count(index, "\n| ["); rows != len(files) {
		t.Errorf("decisions/README.md has %d rows for %d files", rows, len(files))
	}
}

func TestEveryExampleIsDescribed(t *testing.T) {
	index := read(t, "examples/README.md")
	entries, err := os.ReadDir("examples")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); name != "README.md" && !strings.Contains(index, "("+name+")") {
			t.Errorf("examples/README.md does not name %s", name)
		}
	}
}

// TestPagesNameFilesThatExist checks every relative link and every path in backquotes of the Markdown pages. Decisions may
// name files that have gone.
func TestPagesNameFilesThatExist(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)
	path := regexp.MustCompile("`((?:\\.ci|\\.github|assess|cmd|docs|pitfalls|render)/[\\w./-]*\\w)`")
	found := 0
	for _, pattern := range []string{"../*.md", "*.md", "decisions/*.md", "examples/*.md"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, file := range files {
			text := read(t, file)
			var named []string
			for _, m := range link.FindAllStringSubmatch(text, -1) {
				named = append(named, filepath.Join(filepath.Dir(file), m[1]))
			}
			if pattern != "decisions/*.md" {
				for _, m := range path.FindAllStringSubmatch(text, -1) {
					named = append(named, filepath.Join("..", m[1]))
				}
			}
			for _, name := range named {
				found++
				if _, err := os.Stat(name); err != nil {
					t.Errorf("%s names a file that does not exist: %v", file, err)
				}
			}
		}
	}
	if found < 50 {
		t.Errorf("only %d links and paths were found", found)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}
