package cmd

import (
	"slices"
	"strings"
	"testing"
)

func TestManualHasEveryFlag(t *testing.T) {
	root := newRoot(&app{})
	page := manual(root)
	for _, c := range append(listed(root), root) {
		for _, g := range flagGroups(c) {
			for _, f := range g.flags {
				if !strings.Contains(page, `\fB`+escapeRoff(flagName(f))+`\fR`) {
					t.Errorf("the manual lacks --%s of %s", f.Name, c.Name())
				}
			}
		}
	}
	requests := []string{"TH", "SH", "SS", "TP", "PP", "RS", "RE", "nf", "fi"}
	for line := range strings.Lines(page) {
		request, ok := strings.CutPrefix(line, ".")
		if !ok {
			continue
		}
		if name, _, _ := strings.Cut(strings.TrimSpace(request), " "); !slices.Contains(requests, name) {
			t.Errorf("a line of text is read as a request: %s", line)
		}
	}
}
