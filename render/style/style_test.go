package style_test

import (
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/render/style"
)

// palette is every color that text of ours has.
var palette = map[string]color.Color{
	"accent": style.Accent, "muted": style.Muted, "bad": style.Bad, "fair": style.Fair, "good": style.Good,
}

// TestPaletteReadsOnBlackAndWhite computes the contrast of every color by the formula of WCAG 2.2, which takes the
// relative luminance of both colors.
func TestPaletteReadsOnBlackAndWhite(t *testing.T) {
	for name, c := range palette {
		r, g, b, _ := c.RGBA()
		l := 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
		if onBlack, onWhite := (l+0.05)/0.05, 1.05/(l+0.05); onBlack < 4 || onWhite < 4 {
			t.Errorf("%s: contrast %.2f on black and %.2f on white; want 4 or more", name, onBlack, onWhite)
		}
	}
}

func linear(channel uint32) float64 {
	v := float64(channel) / 0xffff
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func TestPaletteIsTheSameWith256Colors(t *testing.T) {
	for name, c := range palette {
		r, g, b, _ := c.RGBA()
		if r2, g2, b2, _ := colorprofile.ANSI256.Convert(c).RGBA(); r != r2 || g != g2 || b != b2 {
			t.Errorf("%s: none of the 256 colors", name)
		}
	}
}

// TestWidth measures texts that terminals disagree about, at the most columns that one of them gives them.
func TestWidth(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       int
	}{
		{"ASCII", "Riverside", 9},
		{"in a style", "\x1b[1mRiverside\x1b[m", 9},
		{"East Asian", "漢字", 4},
		{"an accent of its own", "e\u0301", 1},
		{"Hindi, where some give every vowel a column", "हिन्दी", 5},
		{"a family, where some draw each of them", "👩\u200d👩\u200d👧", 6},
		{"a heart, where some see no emoji", "❤\ufe0f", 2},
	} {
		if got := style.Width(tt.text); got != tt.want {
			t.Errorf("%s: %d columns, want %d", tt.name, got, tt.want)
		}
	}
}

// TestWidthOfEveryCharacter compares each with what the libraries of the two kinds of terminals say.
func TestWidthOfEveryCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if text := string(r); style.Width(text) != max(ansi.StringWidth(text), ansi.StringWidthWc(text)) {
			t.Errorf("%U takes %d columns", r, style.Width(text))
		}
	}
}

// TestFitKeepsToTheWidth cuts texts as whatever terminal measures them, and never within a visible character.
func TestFitKeepsToTheWidth(t *testing.T) {
	for _, text := range []string{"हिन्दी युवा संघ", "👩\u200d👩\u200d👧👩\u200d👩\u200d👧", "❤\ufe0f❤\ufe0f❤\ufe0f", "漢字漢字", "\x1b[1mनमस्ते\x1b[m दुनिया"} {
		for width := range style.Width(text) {
			cut := style.Fit(text, width)
			if w := max(ansi.StringWidth(cut), ansi.StringWidthWc(cut)); w > width {
				t.Errorf("%d columns of %q for %d: %q", w, text, width, cut)
			}
			if whole := strings.TrimSuffix(ansi.Strip(cut), "…"); !strings.HasPrefix(ansi.Strip(text), whole) || strings.HasPrefix(ansi.Strip(text)[len(whole):], "\u200d") {
				t.Errorf("%q is cut to %q", text, cut)
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"nothing", "", 10, nil},
		{"spaces alone", "  ", 10, nil},
		{"one line", "one two", 7, []string{"one two"}},
		{"two lines", "one two", 6, []string{"one", "two"}},
		{"a hyphen ends no line", "one-two three", 9, []string{"one-two", "three"}},
		{"a word wider than a line", "a bcdefgh i", 3, []string{"a", "bcd", "efg", "h i"}},
		{"the name of a file wider than a line", "new: riverside-coalition.yaml", 12, []string{"new:", "riverside-", "coalition.ya", "ml"}},
		{"a path wider than a line", "/home/ana/x.yaml", 10, []string{"/home/ana/", "x.yaml"}},
		{"a hyphen too early to break at", "a-bcdefgh", 6, []string{"a-bcde", "fgh"}},
		{"wide characters", "漢字漢字", 5, []string{"漢字", "漢字"}},
		{"a hyphen behind a wide character", "ab漢-", 4, []string{"ab漢", "-"}},
		{"no break", "a b\u00a0c", 3, []string{"a", "b\u00a0c"}},
		{"no width", "ab", 0, []string{"a", "b"}},
		{"no columns at all", "\u200b a", 4, []string{"\u200b a"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := style.Wrap(tt.text, tt.width); !slices.Equal(got, tt.want) {
				t.Errorf("got %q; want %q", got, tt.want)
			}
		})
	}
}

func TestWrapKeepsWordsAndWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab-  é漢🙂\u0301\u200b\u200d")), 0, 60, -1).Draw(t, "text")
		width := rapid.IntRange(2, 20).Draw(t, "width")
		lines := style.Wrap(text, width)
		for _, l := range lines {
			if lipgloss.Width(l) > width {
				t.Fatalf("%q at %d", l, width)
			}
		}
		bare := func(text string) string { return strings.ReplaceAll(text, " ", "") }
		if got := bare(strings.Join(lines, "")); got != bare(text) {
			t.Fatalf("got %q of %q", got, text)
		}
	})
}

func TestBar(t *testing.T) {
	for _, tt := range []struct {
		value float64
		width int
		ascii bool
		want  string
	}{
		{0, 10, false, ""},
		{0.1, 10, false, "▏"},
		{50, 10, false, "█████"},
		{55, 10, false, "█████▌"},
		{100, 10, false, "██████████"},
		{50, 0, false, ""},
		{50, -3, false, ""},
		{0, 10, true, ""},
		{0.1, 10, true, "#"},
		{55, 10, true, "######"},
	} {
		if got := style.Bar(tt.value, tt.width, tt.ascii); got != tt.want {
			t.Errorf("%v: got %q; want %q", tt, got, tt.want)
		}
	}
}

func TestSpreadGivesWayOnTheLeft(t *testing.T) {
	for _, tt := range []struct {
		width int
		want  string
	}{{12, "name   right"}, {9, "n…  right"}, {5, "right"}, {3, "ri…"}} {
		if got := style.Spread("name", "right", tt.width); got != tt.want {
			t.Errorf("at %d: got %q; want %q", tt.width, got, tt.want)
		}
	}
}
