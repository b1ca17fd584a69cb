package speech_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/speech"
)

func written(t interface{ Fatal(args ...any) }, d *doc.Document, o speech.Options) string {
	var b bytes.Buffer
	if err := speech.Write(&b, d, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEveryBlock(t *testing.T) {
	d := examples.Document("Riverside Youth Coalition")
	t.Run("whole", func(t *testing.T) { golden.RequireEqual(t, written(t, d, speech.Options{})) })
	t.Run("40", func(t *testing.T) { golden.RequireEqual(t, written(t, d, speech.Options{Width: 40})) })
}

// forTheEye finds what a screen reader spells out: bars, columns, lines to fill in, marks and arrows.
var forTheEye = regexp.MustCompile(`\S  |__|[█▏▎▍▌▋▊▉→·!#]|\[ \]`)

func TestNothingIsForTheEye(t *testing.T) {
	if found := forTheEye.FindString(written(t, examples.Document("Riverside"), speech.Options{})); found != "" {
		t.Errorf("has %q", found)
	}
}

func TestHostileTextHarmsNoTerminal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := speech.Options{Width: rapid.IntRange(40, 120).Draw(t, "width")}
		for line := range strings.SplitSeq(written(t, examples.Document(examples.DrawForeign(t)), o), "\n") {
			if safetext.Visible(line) != line {
				t.Fatalf("a line that acts on the terminal: %q", line)
			}
			if w := lipgloss.Width(line); w > o.Width {
				t.Fatalf("%d columns at width %d: %q", w, o.Width, line)
			}
			if safetext.BeginsFormula(line) {
				t.Fatalf("a line that a spreadsheet calculates with: %q", line)
			}
		}
	})
}

func TestNoLineIsAFormula(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"at the start", "=1+1", " =1+1.\n"},
		{"after a line break", "12345 12345 12345 12345 12345 12345 123 -1", " 12345 12345 12345 12345 12345 12345 123\n -1.\n"},
		{"none", "1+1", "1+1.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &doc.Document{Blocks: []doc.Block{doc.Paragraph{Text: doc.Foreign(c.text)}}}
			if got := written(t, d, speech.Options{Width: 40}); got != c.want {
				t.Errorf("got %q; want %q", got, c.want)
			}
		})
	}
}

func TestWhatIsNoBlockPanics(t *testing.T) {
	defer func() {
		if said, _ := recover().(string); !strings.Contains(said, "odd") {
			t.Errorf("said %q; want the name of the type", said)
		}
	}()
	written(t, &doc.Document{Blocks: []doc.Block{odd{}}}, speech.Options{})
}

// odd is a block that no writer knows.
type odd struct{ doc.Block }
