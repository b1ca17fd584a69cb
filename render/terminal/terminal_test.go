package terminal_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/style"
	"github.com/coalcheck/coalcheck/render/terminal"
)

func written(t interface{ Fatal(args ...any) }, d *doc.Document, o terminal.Options) string {
	var b bytes.Buffer
	if err := terminal.Write(&b, d, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEveryBlock(t *testing.T) {
	for _, width := range []int{40, 80, 120} {
		t.Run(strconv.Itoa(width), func(t *testing.T) {
			golden.RequireEqual(t, written(t, examples.Document("Riverside Youth Coalition"), terminal.Options{Width: width}))
		})
	}
}

func TestColors(t *testing.T) {
	d := examples.Document("Riverside Youth Coalition")
	for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI256, colorprofile.TrueColor} {
		t.Run(profile.String(), func(t *testing.T) {
			golden.RequireEqual(t, written(t, d, terminal.Options{Profile: profile}))
		})
	}
	plain := written(t, d, terminal.Options{})
	for profile := colorprofile.ASCII; profile <= colorprofile.TrueColor; profile++ {
		if got := ansi.Strip(written(t, d, terminal.Options{Profile: profile})); got != plain {
			t.Errorf("%s: the document says something else than without colors", profile)
		}
	}
	if written(t, d, terminal.Options{Profile: colorprofile.ANSI}) != written(t, d, terminal.Options{Profile: colorprofile.ASCII}) {
		t.Error("sixteen colors: want bold alone, because those colors are the user's own")
	}
}

func TestASCIIHasNoBlocks(t *testing.T) {
	got := written(t, examples.Document("x"), terminal.Options{ASCII: true})
	if strings.ContainsAny(got, "█▏▎▍▌▋▊▉") || !strings.Contains(got, "##") {
		t.Errorf("block characters for a terminal that has none, or no bars:\n%s", got)
	}
}

func TestSectionsAreFound(t *testing.T) {
	lines, sections := terminal.Lines(examples.Document("x"), terminal.Options{Profile: colorprofile.TrueColor})
	for id, name := range map[string]string{"start": "START HERE", "overcommitted": "1  Overcommitted: more", "all": "ALL TOPICS"} {
		if n, ok := sections[id]; !ok || !strings.HasPrefix(ansi.Strip(lines[n]), name) {
			t.Errorf("%s: line %d, %t, is no %q", id, n, ok, name)
		}
	}
	if got := strings.Join(append(lines, ""), "\n"); got != written(t, examples.Document("x"), terminal.Options{Profile: colorprofile.TrueColor}) {
		t.Error("Lines and Write differ")
	}
}

func TestHostileTextHarmsNoTerminal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := terminal.Options{
			Width: rapid.IntRange(terminal.MinWidth, terminal.MaxWidth).Draw(t, "width"), ASCII: rapid.Bool().Draw(t, "ascii"),
		}
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
			if strings.HasSuffix(line, " ") {
				t.Fatalf("spaces at the end of %q", line)
			}
		}
	})
}

func TestNoLineIsAFormula(t *testing.T) {
	for _, c := range []struct {
		name  string
		block doc.Block
		want  string
	}{
		{"at the start", doc.Paragraph{Text: doc.Foreign("=1+1")}, " =1+1\n"},
		{"bold", doc.Paragraph{Role: doc.Lead, Text: doc.Foreign("@x")}, " \x1b[1m@x\x1b[m\n"},
		{"after a line break", doc.Paragraph{Text: doc.Join(doc.Foreign("12345 12345 12345 12345 12345 123456"), doc.Words(" and "), doc.Foreign("-1"))}, " 12345 12345 12345 12345 12345 123456\n and -1\n"},
		{"behind the hyphen of an item", doc.List{Items: []doc.Item{{Text: doc.Foreign("1+1")}}}, " - 1+1\n"},
		{"of ours", doc.Paragraph{Text: doc.Words("--plain is a flag.")}, "--plain is a flag.\n"},
		{"an item of ours", doc.List{Items: []doc.Item{{Text: doc.Words("1+1")}}}, "- 1+1\n"},
		{"none", doc.Paragraph{Text: doc.Foreign("1+1")}, "1+1\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &doc.Document{Blocks: []doc.Block{c.block}}
			if got := written(t, d, terminal.Options{Width: terminal.MinWidth, Profile: colorprofile.ANSI}); got != c.want {
				t.Errorf("got %q; want %q", got, c.want)
			}
		})
	}
}

// TestCodeIsNotBroken has a command in running text, which half of a line cannot do without the other.
func TestCodeIsNotBroken(t *testing.T) {
	const command = "coalcheck questions --format answers"
	d := &doc.Document{Blocks: []doc.Block{
		doc.Section{Level: 1, Name: doc.Words("x")},
		doc.Paragraph{Role: doc.Small, Text: doc.Text{{Words: "Write a blank answers file with: "}, {Words: command, Style: doc.Code}, {Words: "."}}},
		doc.List{Items: []doc.Item{{Text: doc.Text{{Words: "Or: "}, {Words: command, Style: doc.Code}}}}},
	}}
	for width := terminal.MinWidth; width <= terminal.MaxWidth; width++ {
		if got := written(t, d, terminal.Options{Width: width}); strings.Count(got, command) != 2 {
			t.Errorf("broken at %d columns:\n%s", width, got)
		}
	}
}

func TestTablesOfAGroupStandInCommonColumns(t *testing.T) {
	table := func(first, second string) doc.Table {
		return doc.Table{
			Group: "g", Columns: []doc.Column{{Head: doc.Words("Topic")}, {Head: doc.Words("Value")}},
			Rows: [][]doc.Text{{doc.Words(first), doc.Words(second)}},
		}
	}
	lines, _ := terminal.Lines(&doc.Document{Blocks: []doc.Block{table("a", "one"), table("much longer", "two")}}, terminal.Options{})
	if one, two := strings.Index(lines[1], "one"), strings.Index(lines[4], "two"); one != two || one < 0 {
		t.Errorf("columns %d and %d in\n%s", one, two, strings.Join(lines, "\n"))
	}
}

// A table that has no space for the longest word of a column puts the cells of a row below each other.
func TestTablesBreakNoWord(t *testing.T) {
	const file = "riverside-youth-coalition-member-2026-11-20.yaml"
	d := &doc.Document{Blocks: []doc.Block{doc.Table{
		Columns: []doc.Column{{Head: doc.Words("Came from")}, {Head: doc.Words("What became of it")}},
		Rows:    [][]doc.Text{{doc.Words("ana-from-the-parents-council.json"), doc.Words("new: " + file)}},
	}}}
	for width := len(file) + 5; width <= terminal.MaxWidth; width++ {
		if got := written(t, d, terminal.Options{Width: width}); !strings.Contains(got, file) {
			t.Errorf("broken at %d columns:\n%s", width, got)
		}
	}
}

func TestWhatIsNoBlockPanics(t *testing.T) {
	defer func() {
		if said, _ := recover().(string); !strings.Contains(said, "odd") {
			t.Errorf("said %q; want the name of the type", said)
		}
	}()
	terminal.Lines(&doc.Document{Blocks: []doc.Block{odd{}}}, terminal.Options{})
}

// odd is a block that no writer knows.
type odd struct{ doc.Block }

// TestNothingIsTooWide writes tables, bars, tallies and facts with labels and numbers of any length in the narrowest of
// windows.
func TestNothingIsTooWide(t *testing.T) {
	text := func(t *rapid.T, label string) doc.Text {
		return doc.Words(rapid.SampledFrom([]string{
			"", "3", "92", "100", "99999", "100000 of 100000 answered", "pressing", "not enough answers to tell", "Overcommitted",
			"Unrealistic expectations of members vs. staff", "a-word-that-is-longer-than-the-narrowest-of-all-windows", "漢字漢字漢字漢字漢字漢字漢字",
		}).Draw(t, label))
	}
	rapid.Check(t, func(t *rapid.T) {
		bars := doc.Bars{Label: text(t, "label"), Shown: text(t, "shown"), Word: text(t, "word")}
		table := doc.Table{Columns: make([]doc.Column, rapid.IntRange(1, 8).Draw(t, "columns"))}
		for i := range table.Columns {
			table.Columns[i] = doc.Column{Head: text(t, "head"), Right: rapid.Bool().Draw(t, "right")}
		}
		var tally doc.Tally
		var facts doc.Facts
		var pen doc.Pen
		var list doc.List
		for range rapid.IntRange(1, 3).Draw(t, "rows") {
			bars.Rows = append(bars.Rows, doc.Bar{
				Label: text(t, "label"), Word: text(t, "word"), Shown: text(t, "shown"), Tail: text(t, "tail"), Value: float64(rapid.IntRange(0, 100).Draw(t, "value")),
			})
			tally.Scale = []doc.Answer{{Label: text(t, "low"), Tone: doc.Good}, {Label: text(t, "middle")}, {Label: text(t, "high"), Tone: doc.Bad}}
			count := rapid.SampledFrom([]int{0, 1, 99999, 3_000_000})
			tally.Rows = append(tally.Rows, doc.Counts{Label: text(t, "label"), N: []int{count.Draw(t, "low"), count.Draw(t, "middle"), count.Draw(t, "high")}})
			facts = append(facts, doc.Fact{Label: text(t, "label"), Text: text(t, "text"), Below: []doc.Block{bars, tally}})
			pen = append(pen, text(t, "pen"))
			list.Items = append(list.Items, doc.Item{Text: text(t, "text"), Tail: []doc.Text{text(t, "tail"), text(t, "tail")}, Below: []doc.Block{table}})
			row := make([]doc.Text, len(table.Columns))
			for i := range row {
				row[i] = text(t, "cell")
			}
			table.Rows = append(table.Rows, row)
		}
		list.From = rapid.SampledFrom([]int{0, 1, 99, 100000}).Draw(t, "from")
		section := doc.Section{Level: 2, Number: rapid.SampledFrom([]int{0, 1, 12}).Draw(t, "number"), Name: text(t, "name"), Remark: text(t, "remark"), Tail: text(t, "tail")}
		o := terminal.Options{Width: rapid.IntRange(40, 48).Draw(t, "width"), ASCII: rapid.Bool().Draw(t, "ascii")}
		d := &doc.Document{Name: text(t, "document"), Date: text(t, "date"), Blocks: []doc.Block{section, bars, tally, table, facts, pen, list}}
		for line := range strings.SplitSeq(written(t, d, o), "\n") {
			if w := style.Width(line); w > o.Width {
				t.Fatalf("%d columns at width %d: %q", w, o.Width, line)
			}
		}
	})
}
