package cmd

import (
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/docs"
)

func TestManualHasEveryFlag(t *testing.T) {
	root := newRoot(&app{})
	page := roff(manual(root), commandSection)
	for _, c := range append(listed(root), root) {
		for _, g := range flagGroups(c) {
			for _, f := range g.flags {
				if !strings.Contains(page, `\fB`+strings.ReplaceAll(flagName(f), "-", `\-`)+`\fR`) {
					t.Errorf("the manual lacks --%s of %s", f.Name, c.Name())
				}
			}
		}
	}
}

// No line of text is read as a request, and nothing is left that only Markdown understands.
func TestManualsAreSoundRoff(t *testing.T) {
	pages := map[string]string{"coalcheck": roff(manual(newRoot(&app{})), commandSection)}
	for _, g := range docs.Guides() {
		pages[g.Name] = roff(guideManual(&g), g.Section)
	}
	requests := []string{"TH", "nh", "ad l", "IP", "SH", "SS", "TP", "PP", "RS", "RE", "nf", "fi", "br"}
	for name, page := range pages {
		for line := range strings.Lines(page) {
			line = strings.TrimSuffix(line, "\n")
			if request, ok := strings.CutPrefix(line, "."); ok {
				if macro, _, _ := strings.Cut(request, ` "`); !slices.Contains(requests, macro) {
					t.Errorf("%s: a line of text is read as a request: %s", name, line)
				}
			}
			if strings.HasPrefix(line, "'") || strings.Contains(line, "](") || strings.Contains(line, "**") {
				t.Errorf("%s: a line that is no roff: %s", name, line)
			}
			if i := strings.IndexFunc(line, func(r rune) bool { return r > 0x7e }); i >= 0 {
				t.Errorf("%s: not ASCII: %s", name, line)
			}
		}
	}
}
