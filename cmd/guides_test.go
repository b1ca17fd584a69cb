package cmd

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/docs"
)

// commandLines returns what guides, helps and the README tell people to type, each with where it stands.
func commandLines(t *testing.T) map[string]string {
	t.Helper()
	lines := map[string]string{}
	add := func(from, line string) {
		line = strings.TrimPrefix(strings.TrimSpace(line), "$ ")
		line = strings.TrimPrefix(line, "NO_COLOR=1 ")
		line, _, _ = strings.Cut(line, " | ")
		line, _, _ = strings.Cut(line, " < ")
		line, _, _ = strings.Cut(line, " > ")
		if command, ok := strings.CutPrefix(line, "coalcheck "); ok && command[0] != ' ' {
			lines[line] = from
		}
	}
	for _, g := range docs.Guides() {
		for _, b := range g.Blocks() {
			for _, line := range b.Lines {
				add(g.File, line)
			}
			for _, s := range docs.Spans(b.Text) {
				if s.Style == docs.Code {
					add(g.File, s.Text)
				}
			}
		}
	}
	root := newRoot(&app{})
	for _, c := range append(listed(root), root) {
		for line := range strings.Lines(c.Example) {
			add(c.Name()+" --help", line)
		}
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(readme)) {
		if strings.HasPrefix(line, "    ") {
			add("README.md", line)
		}
	}
	return lines
}

// Every command that a guide, a help or the README shows is one that coalcheck knows, with flags that it has.
func TestShownCommandsExist(t *testing.T) {
	lines := commandLines(t)
	if len(lines) < 30 {
		t.Fatalf("only %d commands were found", len(lines))
	}
	for line, from := range lines {
		root := newRoot(&app{})
		args := strings.Fields(line)[1:]
		c, rest, err := root.Find(args)
		if err != nil || c == root && !strings.HasPrefix(line, "coalcheck --") {
			t.Errorf("%s: there is no such command: %s", from, line)
			continue
		}
		if err := c.ParseFlags(rest); err != nil && !errors.Is(err, pflag.ErrHelp) {
			t.Errorf("%s: %s: %v", from, line, err)
		}
	}
}
