package render_test

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/docs"
	"github.com/coalcheck/coalcheck/render"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/markdown"
)

func TestGuide(t *testing.T) {
	for _, name := range []string{"answers", "privacy"} {
		for _, width := range []int{40, 80} {
			t.Run(fmt.Sprintf("%s/%d", name, width), func(t *testing.T) {
				golden.RequireEqual(t, output(t, func(w io.Writer) error {
					return render.Guide(w, guide(t, name), render.Options{Width: width})
				}))
			})
		}
	}
}

func guide(t *testing.T, name string) *doc.Document {
	t.Helper()
	guides := docs.Guides()
	i := slices.IndexFunc(guides, func(g docs.Guide) bool { return g.Name == name })
	if i < 0 {
		t.Fatalf("there is no guide %q", name)
	}
	return markdown.Read(guides[i].Text)
}

// Only what is to be copied may be wider than the page, and with colors the text is the same.
func TestGuidesKeepWithinTheWidth(t *testing.T) {
	for _, g := range docs.Guides() {
		for _, width := range []int{40, 60, 80, 120} {
			text := output(t, func(w io.Writer) error { return render.Guide(w, markdown.Read(g.Text), render.Options{Width: width}) })
			for line := range strings.Lines(string(text)) {
				line = strings.TrimSuffix(line, "\n")
				if lipgloss.Width(line) > width && !strings.HasPrefix(line, "    ") || lipgloss.Width(line) > max(width, 80) {
					t.Errorf("%s at %d: %d columns: %s", g.Name, width, lipgloss.Width(line), line)
				}
				if strings.HasSuffix(line, "-") || strings.Contains(line, "\u2011") {
					t.Errorf("%s at %d: what is to be typed is broken: %s", g.Name, width, line)
				}
			}
			colored := output(t, func(w io.Writer) error {
				return render.Guide(w, markdown.Read(g.Text), render.Options{Width: width, Profile: colorprofile.TrueColor})
			})
			if !bytes.Contains(colored, []byte("\x1b[")) || ansi.Strip(string(colored)) != string(text) {
				t.Errorf("%s at %d: other text with colors:\n%s", g.Name, width, colored)
			}
		}
	}
}
