//go:build unix

package cmd

import (
	"bytes"
	"fmt"
	"html"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
)

// paper is what a picture of a screen is drawn on.
type paper struct{ name, background, text string }

var papers = []paper{
	{"dark", "#1e1e1e", "#d4d4d4"},
	{"light", "#ffffff", "#24292f"},
}

// TestPictures draws the pictures of the README from the real program and compares them with those in docs/pictures.
// With -update it writes them, as make pictures does.
func TestPictures(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	wizard := newTerminal(t, folder, 80, 24, "assess", "--full")
	wizard.await(t, "Begin")
	wizard.press(t, enter)
	wizard.await(t, "Who is answering?")
	wizard.press(t, "Riverside Youth Coalition"+enter+enter+enter)
	wizard.passPitfalls(t)
	wizard.await(t, place(0))
	for n, keys := range []string{"4d2", "344"} {
		wizard.press(t, keys)
		wizard.await(t, place(n+1))
	}
	wizard.press(t, "4")
	// The rating stands high on the screen and the line that the key takes away stands low: then all of it is drawn.
	drawn := func() bool {
		text := wizard.text()
		return strings.Contains(text, "[4] 5  Often") && !strings.Contains(text, "Given:")
	}
	if !wizard.until(drawn) {
		t.Fatalf("the rating is not drawn:\n%s", wizard.text())
	}

	if shown := transcript(t, "<summary>The same two screens as text</summary>\n"); !strings.Contains(unpadded(wizard.text()), shown) {
		t.Errorf("the README shows another screen than this:\n%s", wizard.text())
	}
	plan := newTerminal(t, folder, 80, 200, "assess", "--answers", example(t, "overcommitted.yaml"))
	plan.end(t)
	untilSteps := slices.IndexFunc(strings.Split(plan.text(), "\n"), func(line string) bool { return strings.HasPrefix(line, "STEP BY STEP") })
	if untilSteps < 1 {
		t.Fatalf("the plan has no steps:\n%s", plan.text())
	}

	room := newTerminal(t, folder, 60, 20, "assess", "--edit", example(t, "room.yaml"))
	room.await(t, "All 20 statements are answered")
	room.press(t, "\x1b[F"+enter) // End, and there: reveal
	room.await(t, "What we answered")
	for n := range 4 {
		room.press(t, " ")
		room.await(t, place(n))
	}
	room.await(t, "Split")

	pictures := map[string]string{}
	for _, p := range papers {
		pictures["wizard-"+p.name] = wizard.picture(p, 24)
		pictures["plan-"+p.name] = plan.picture(p, untilSteps-1)
		pictures["room-"+p.name] = room.picture(p, 20)
	}
	for name, got := range pictures {
		path := filepath.Join("..", "docs", "pictures", name+".svg")
		if updates() {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal([]byte(got), want) {
			t.Errorf("%s shows something else than the program: run make pictures, and look at it", path)
		}
	}
}

// unpadded returns a screen without its margin, its rule as one line, and what is empty more than once.
func unpadded(screen string) string {
	var b strings.Builder
	empty := false
	for line := range strings.SplitSeq(screen, "\n") {
		line = strings.ReplaceAll(strings.TrimRight(strings.TrimPrefix(line, "  "), " "), "━", "─")
		if line != "" || !empty {
			b.WriteString(line + "\n")
		}
		empty = line == ""
	}
	return b.String()
}

// example returns the full path of an example.
func example(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "docs", "examples", name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// The size of a character and the margin of a picture, in pixels.
const (
	charWidth  = 9
	charHeight = 20
	margin     = 14
)

// picture draws the first rows of the screen as SVG.
func (t *emulator) picture(p paper, rows int) string {
	columns := t.screen.Width()
	width, height := columns*charWidth+2*margin, rows*charHeight+2*margin
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d"`+
		` font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="15">`+"\n", width, height)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", p.background)
	for y := range rows {
		for x := 0; x < columns; {
			x += t.run(&b, p, x, y)
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// run draws the characters from x on that look alike, and returns how many columns they take.
func (t *emulator) run(b *strings.Builder, p paper, x, y int) int {
	first := t.screen.CellAt(x, y)
	if first == nil || first.Width == 0 {
		return 1
	}
	var text strings.Builder
	text.WriteString(first.Content)
	n := first.Width
	for first.Width == 1 {
		next := t.screen.CellAt(x+n, y)
		if next == nil || next.Width != 1 || !next.Style.Equal(&first.Style) {
			break
		}
		text.WriteString(next.Content)
		n++
	}
	if strings.TrimSpace(text.String()) == "" {
		return n
	}
	weight := ""
	if first.Style.Attrs&uv.AttrBold != 0 {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(b, `<text x="%d" y="%d" textLength="%d" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="%s"%s>%s</text>`+"\n",
		margin+x*charWidth, margin+y*charHeight+15, n*charWidth, hex(first.Style.Fg, p.text), weight, html.EscapeString(text.String()))
	return n
}

func hex(c color.Color, otherwise string) string {
	if c == nil {
		return otherwise
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
