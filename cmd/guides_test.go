package cmd

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/docs"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/markdown"
	"github.com/coalcheck/coalcheck/render/terminal"
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
		for _, b := range markdown.Read(g.Text).Blocks {
			var texts []doc.Text
			switch b := b.(type) {
			case doc.Verbatim:
				for _, line := range b {
					add(g.File, line)
				}
			case doc.Paragraph:
				texts = []doc.Text{b.Text}
			case doc.List:
				for _, item := range b.Items {
					texts = append(texts, item.Text)
				}
			}
			for _, s := range doc.Join(texts...) {
				if s.Style == doc.Code {
					add(g.File, s.Words)
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

// transcript returns what the README shows behind a line, up to the next line that is not indented, as it was printed.
func transcript(t *testing.T, behind string) string {
	t.Helper()
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(readme), behind+"\n")
	if !found {
		t.Fatalf("the README does not show %q", behind)
	}
	var shown strings.Builder
	for line := range strings.Lines(rest) {
		if line != "\n" && !strings.HasPrefix(line, "    ") {
			break
		}
		shown.WriteString(strings.TrimPrefix(line, "    "))
	}
	return strings.TrimRight(shown.String(), "\n") + "\n"
}

// The README shows the first page of the report as the program writes it.
func TestReadmeShowsTheReport(t *testing.T) {
	shown := transcript(t, "    $ coalcheck assess --answers docs/examples/overcommitted.yaml")
	var out, errs strings.Builder
	if code := run(t.Context(), []string{"assess", "--answers", "../docs/examples/overcommitted.yaml"}, world(nil, &out, &errs, 0)); code != exitDone {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	if lines := strings.Count(shown, "\n"); lines < 20 || !strings.HasPrefix(out.String(), shown) {
		t.Errorf("the README shows %d lines that are not what the program prints:\n%s", lines, out.String())
	}
}

// Every command that a guide, a help or the README shows is one that coalcheck knows, with flags that it has.
func TestShownCommandsExist(t *testing.T) {
	lines := commandLines(t)
	if len(lines) < 30 {
		t.Fatalf("only %d commands were found", len(lines))
	}
	for line, from := range lines {
		root := newRoot(&app{})
		root.InitDefaultHelpCmd()
		args := strings.Fields(line)[1:]
		c, rest, err := root.Find(args)
		noGuide := c.Name() == "help" && len(rest) == 1 && guide(rest[0]) == nil
		if err != nil || noGuide || c == root && !strings.HasPrefix(line, "coalcheck --") {
			t.Errorf("%s: there is no such command: %s", from, line)
			continue
		}
		if err := c.ParseFlags(rest); err != nil && !errors.Is(err, pflag.ErrHelp) {
			t.Errorf("%s: %s: %v", from, line, err)
		}
	}
}

// guideText returns a guide as terminal text.
func guideText(t *testing.T, g *docs.Guide, o terminal.Options) string {
	t.Helper()
	var b strings.Builder
	if err := terminal.Write(&b, markdown.Read(g.Text), o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGuide(t *testing.T) {
	for _, name := range []string{"answers", "privacy"} {
		for _, width := range []int{40, 80} {
			t.Run(fmt.Sprintf("%s/%d", name, width), func(t *testing.T) {
				golden.RequireEqual(t, guideText(t, guide(name), terminal.Options{Width: width}))
			})
		}
	}
}

// Only what is to be copied may be wider than the page, and with colors the text is the same.
func TestGuidesKeepWithinTheWidth(t *testing.T) {
	for _, g := range docs.Guides() {
		for _, width := range []int{40, 60, 80, 120} {
			text := guideText(t, &g, terminal.Options{Width: width})
			for line := range strings.Lines(text) {
				line = strings.TrimSuffix(line, "\n")
				if lipgloss.Width(line) > width && !strings.HasPrefix(line, "    ") || lipgloss.Width(line) > max(width, 80) {
					t.Errorf("%s at %d: %d columns: %s", g.Name, width, lipgloss.Width(line), line)
				}
				if strings.HasSuffix(line, "-") {
					t.Errorf("%s at %d: what is to be typed is broken: %s", g.Name, width, line)
				}
			}
			colored := guideText(t, &g, terminal.Options{Width: width, Profile: colorprofile.TrueColor})
			if !strings.Contains(colored, "\x1b[") || ansi.Strip(colored) != text {
				t.Errorf("%s at %d: other text with colors:\n%s", g.Name, width, colored)
			}
		}
	}
}
