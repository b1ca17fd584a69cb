package cmd

import (
	"strings"
	"testing"
)

// allHelp returns the help of every command by its name.
func allHelp() map[string]string {
	root := newRoot(&app{})
	texts := map[string]string{root.Name(): helpText(root)}
	for _, c := range root.Commands() {
		texts[c.Name()] = helpText(c)
	}
	return texts
}

func TestHelpFitsIn80Columns(t *testing.T) {
	for name, text := range allHelp() {
		for line := range strings.Lines(text) {
			if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 80 {
				t.Errorf("%s: %d columns: %s", name, n, line)
			}
		}
	}
}

func TestEveryCommandIsComplete(t *testing.T) {
	for _, c := range listed(newRoot(&app{})) {
		if c.GroupID == "" || c.Long == "" || c.Example == "" || c.Short == "" {
			t.Errorf("%s lacks a group, a text or an example", c.Name())
		}
		for _, g := range flagGroups(c) {
			for _, f := range g.flags {
				if f.Usage == "" {
					t.Errorf("%s: --%s lacks a text", c.Name(), f.Name)
				}
			}
		}
	}
}

func TestHelpHasNoEmptyPart(t *testing.T) {
	for name, text := range allHelp() {
		if strings.Contains(text, "Examples\n\n") || strings.Contains(text, "What it does\n\n") {
			t.Errorf("%s: a heading with nothing below:\n%s", name, text)
		}
	}
}
