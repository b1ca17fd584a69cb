package markdown_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/markdown"
)

func written(t interface{ Fatal(args ...any) }, d *doc.Document) string {
	var b bytes.Buffer
	if err := markdown.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEveryBlock(t *testing.T) {
	golden.RequireEqual(t, written(t, examples.Document("Riverside Youth Coalition")))
}

// TestForeignTextIsHeld checks that the document keeps its structure whatever text from somebody's file it holds.
func TestForeignTextIsHeld(t *testing.T) {
	want := examples.MarkdownStructure(t, written(t, examples.Document("x")))
	rapid.Check(t, func(t *rapid.T) {
		foreign := examples.DrawForeign(t)
		if safetext.Clean(foreign) == "" {
			return // leaves no mark-up around it
		}
		text := written(t, examples.Document(foreign))
		if got := examples.MarkdownStructure(t, text); got != want {
			t.Fatalf("the structure changed:\n%s\nwant\n%s\nin\n%s", got, want, text)
		}
		for line := range strings.SplitSeq(text, "\n") {
			if safetext.Visible(line) != line {
				t.Fatalf("a line that acts on a terminal: %q", line)
			}
		}
	})
}

func TestNoItemIsAFormula(t *testing.T) {
	items := doc.List{Items: []doc.Item{{Text: doc.Words("the board")}, {Text: doc.Foreign("HYPERLINK(1)")}}}
	within := doc.List{Items: []doc.Item{{Text: doc.Words("a"), Below: []doc.Block{items}}, {Box: doc.Open, Text: doc.Foreign("1+1")}}}
	got := written(t, &doc.Document{Name: doc.Words("x"), Blocks: []doc.Block{items, within}})
	want := "# x\n\n* the board\n* HYPERLINK(1)\n\n- a\n  - the board\n  - HYPERLINK(1)\n- [ ] 1+1\n"
	if got != want {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestVerbatimLinesEndNoFence(t *testing.T) {
	got := written(t, &doc.Document{Name: doc.Words("x"), Blocks: []doc.Block{doc.Verbatim{"```", "x"}}})
	if want := "# x\n\n````\n```\nx\n````\n"; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestWhatIsNoBlockPanics(t *testing.T) {
	defer func() {
		if said, _ := recover().(string); !strings.Contains(said, "odd") {
			t.Errorf("said %q; want the name of the type", said)
		}
	}()
	written(t, &doc.Document{Blocks: []doc.Block{odd{}}})
}

// odd is a block that no writer knows.
type odd struct{ doc.Block }
