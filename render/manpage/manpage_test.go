package manpage_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/manpage"
)

// manual returns a document with every kind of block, with the texts of somebody's file in it.
func manual(foreign string) *doc.Document {
	note := doc.Text{{Words: "one line", Foreign: true}, doc.NewLine, {Words: foreign, Foreign: true}}
	return &doc.Document{
		Name: doc.Words("coalcheck-plan"),
		Kind: doc.Words("what to do first"),
		Blocks: []doc.Block{
			doc.Section{Level: 1, Name: doc.Words("Description"), Remark: doc.Words("as an example"), Tail: doc.Words("3 hours")},
			doc.Paragraph{Text: doc.Text{{Words: "Run "}, {Words: "coalcheck explain --force", Style: doc.Code}, {Words: "."}}},
			doc.Paragraph{Role: doc.Warning, Text: doc.Text{{Words: "One person's view: "}, {Words: foreign, Foreign: true}}},
			doc.Verbatim{"coalcheck assess \\", "", "  .nothing", "'x \"y\""},
			doc.Facts{
				{Label: doc.Text{{Words: "-o, --output FILE", Style: doc.Strong}}, Text: note},
				{Label: doc.Words("Shared"), Below: []doc.Block{doc.Paragraph{Text: doc.Words("With whom:")}, doc.List{Items: []doc.Item{{Text: doc.Foreign(foreign)}}}}},
			},
			doc.Section{Level: 2, Name: doc.Words("coalcheck plan [flags]")},
			doc.List{From: 3, Items: []doc.Item{
				{Text: doc.Words("Sort."), Tail: []doc.Text{doc.Words("30 min")}},
				{Text: doc.Words("Talk."), Below: []doc.Block{doc.Paragraph{Text: doc.Words("In pairs.")}}},
			}},
			doc.List{Items: []doc.Item{{Box: doc.Open, Text: note}, {Box: doc.Done, Text: note}, {Box: doc.Dropped, Text: note}}},
			doc.Table{
				Columns: []doc.Column{{Head: doc.Words("Write")}, {Head: doc.Words("It means")}},
				Rows:    [][]doc.Text{{doc.Styled(doc.Code, "dk"), doc.Words("don't know")}, {doc.Foreign(foreign)}},
			},
			doc.Table{
				Columns: []doc.Column{{Head: doc.Words("Step")}, {Head: doc.Words("Minutes"), Right: true}, {Head: doc.Words("Owner")}},
				Rows:    [][]doc.Text{{doc.Words("Talk"), doc.Words("5"), doc.Words("Chair")}, {doc.Words("Sort"), nil, doc.Words("all")}, nil},
			},
			doc.Bars{Rows: []doc.Bar{
				{Label: doc.Words("Risk"), Shown: doc.Words("58"), Word: doc.Words("pressing"), Tail: doc.Words("3 of 4")},
				{Label: doc.Words("Trust"), Word: doc.Words("not enough answers")},
			}},
			doc.Tally{{Label: doc.Words("never"), N: 1}, {Label: doc.Words("always"), N: 20}},
			doc.Pen{doc.Words("Owner")},
			doc.Break{},
			doc.Paragraph{Text: doc.Text{{Words: "A source — ", Style: doc.Muted}, {Words: "here", Link: "https://example.org/a-b"}, {Words: ", "}, {Words: "above", Link: "#start"}}},
		},
	}
}

func written(t rapid.TB, d *doc.Document) string {
	var b strings.Builder
	if err := manpage.Write(&b, d, manpage.Options{Section: "7", Source: "coalcheck", Manual: "coalcheck manual"}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPage(t *testing.T) {
	golden.RequireEqual(t, []byte(written(t, manual("Riverside"))))
}

// requests returns the requests of a page, without their arguments, and fails where text could be one.
func requests(t rapid.TB, page string) []string {
	var all []string
	for line := range strings.Lines(page) {
		line = strings.TrimSuffix(line, "\n")
		if request, ok := strings.CutPrefix(line, "."); ok {
			name, arguments, _ := strings.Cut(request, " ")
			if strings.Count(arguments, `"`)%2 != 0 {
				t.Fatalf("quotes in an argument: %s", line)
			}
			all = append(all, name)
		}
		if strings.HasPrefix(line, "'") {
			t.Fatalf("a request: %s", line)
		}
		if i := strings.IndexFunc(line, func(r rune) bool { return r < ' ' || r > '~' }); i >= 0 {
			t.Fatalf("not ASCII: %q", line)
		}
	}
	return all
}

// Text from a file stays text, whatever is in it: no line of it is a request, and nothing in it is an escape.
func TestForeignTextIsOnlyText(t *testing.T) {
	want := requests(t, written(t, manual("x")))
	part := rapid.SampledFrom([]string{
		".", "'", ".so /etc/passwd", ".pso id", "\n.SH x", "\r", "\\", `\fB`, `\*(`, `\n(`, `\"`, `"`, "-", "--", "\x1b[2J", "\x00", "\x7f", "\u009b",
		"a\u202egpj", "\u2028", "\xff", "é", "漢", "🙂", " ", "x",
	})
	escapes := strings.NewReplacer(`\&`, "", `\e`, "", `\-`, "", `\(dq`, "", `\fB`, "", `\fR`, "", `\[u`, "")
	rapid.Check(t, func(t *rapid.T) {
		text := written(t, manual(strings.Join(rapid.SliceOfN(part, 1, 5).Draw(t, "text"), "")+"x"))
		if got := requests(t, text); !slices.Equal(got, want) {
			t.Fatalf("other requests: %q, want %q", got, want)
		}
		if rest := escapes.Replace(text); strings.Contains(rest, `\`) {
			t.Fatalf("an escape in\n%s", text)
		}
	})
}
