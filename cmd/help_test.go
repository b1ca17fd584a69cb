package cmd

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/terminal"
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

// TestOverviewFitsOnAScreen is about what coalcheck alone says in a pipe.
func TestOverviewFitsOnAScreen(t *testing.T) {
	var b strings.Builder
	_ = terminal.Write(&b, overviewOf(newRoot(&app{})), terminal.Options{})
	if lines := strings.Count(b.String(), "\n"); lines > 24 {
		t.Errorf("%d lines:\n%s", lines, b.String())
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
	root := newRoot(&app{})
	for _, c := range append(root.Commands(), root) {
		headed := false
		for _, b := range append(helpOf(c).Blocks, doc.Section{}) {
			section, heads := b.(doc.Section)
			if headed && heads {
				t.Errorf("%s: a heading with nothing below, before %q", c.Name(), section.Name.String())
			}
			headed = heads
			if table, ok := b.(doc.Table); ok && len(table.Rows) == 0 {
				t.Errorf("%s: an empty list", c.Name())
			}
		}
	}
}

// helpText returns the help of a command as a pipe gets it.
func helpText(c *cobra.Command) string {
	var b strings.Builder
	_ = terminal.Write(&b, helpOf(c), terminal.Options{})
	return b.String()
}
