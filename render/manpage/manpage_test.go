package manpage_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/manpage"
)

func written(t rapid.TB, d *doc.Document) string {
	var b strings.Builder
	if err := manpage.Write(&b, d, manpage.Options{Section: "7", Source: "coalcheck", Manual: "coalcheck manual"}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPage(t *testing.T) {
	golden.RequireEqual(t, []byte(written(t, examples.Document("Riverside Youth Coalition"))))
}

func TestParts(t *testing.T) {
	for _, c := range []struct {
		name  string
		block doc.Block
		want  string
	}{
		{"a line like a request", doc.Paragraph{Text: doc.Words(".so x")}, "\\&.so x\n"},
		{"a line like a formula", doc.Paragraph{Text: doc.Foreign("=1+1")}, "\\&=1+1\n"},
		{"verbatim lines", doc.Verbatim{"a \\", "", "  'b", `'c "d"`}, ".RS \"4\"\n.nf\na \\e\n\n  'b\n\\&'c \\(dqd\\(dq\n.fi\n.RE\n"},
		{"an option", doc.Facts{{Label: doc.Styled(doc.Code, "-o, --output FILE"), Text: doc.Words("where to")}}, ".TP\n\\fB\\-o, \\-\\-output FILE\\fR\nwhere to\n"},
		{"a label without a text", doc.Facts{{Text: doc.Words("a text")}}, ".TP\n\\&\na text\n"},
		{"an item in an item", doc.List{Items: []doc.Item{{Text: doc.Words("a"), Below: []doc.Block{doc.Paragraph{Text: doc.Words("b")}}}}}, ".IP \"\\-\" \"3\"\na\n.RS\nb\n.RE\n"},
		{"two columns", doc.Table{Columns: make([]doc.Column, 2), Rows: [][]doc.Text{{doc.Words("a"), doc.Words("b")}}}, ".TP\na\nb\n"},
		{
			"three columns", doc.Table{
				Columns: []doc.Column{{}, {Head: doc.Words("Min")}, {Head: doc.Words("Who")}},
				Rows:    [][]doc.Text{{doc.Words("a"), doc.Words("5"), doc.Words("all")}, {doc.Words("b"), nil, doc.Words("all")}, nil},
			}, ".TP\na\nMin: 5\n.br\nWho: all\n.TP\nb\nWho: all\n",
		},
		{"a link", doc.Paragraph{Text: doc.Text{{Words: "a — b", Link: "https://example.org/a-b"}}}, "a \\[u2014] b (https://example.org/a\\-b)\n"},
		{"a warning", doc.Paragraph{Role: doc.Warning, Text: doc.Words("one view")}, "\\fBone view\\fR\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := written(t, &doc.Document{Blocks: []doc.Block{doc.Section{Level: 1, Name: doc.Words("x")}, c.block}})
			if _, got, _ := strings.Cut(page, ".SH \"X\"\n"); got != c.want {
				t.Errorf("got %q, want %q, in\n%s", got, c.want, page)
			}
		})
	}
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
	want := requests(t, written(t, examples.Document("x")))
	part := rapid.SampledFrom([]string{
		".", "'", ".so /etc/passwd", ".pso id", "\n.SH x", "\r", "\\", `\fB`, `\*(`, `\n(`, `\"`, `"`, "-", "--", "\x1b[2J", "\x00", "\x7f", "\u009b",
		"a\u202egpj", "\u2028", "\xff", "é", "漢", "🙂", " ", "x",
	})
	escapes := strings.NewReplacer(`\&`, "", `\e`, "", `\-`, "", `\(dq`, "", `\fB`, "", `\fR`, "", `\[u`, "")
	rapid.Check(t, func(t *rapid.T) {
		text := written(t, examples.Document(strings.Join(rapid.SliceOfN(part, 1, 5).Draw(t, "text"), "")+"x"))
		if got := requests(t, text); !slices.Equal(got, want) {
			t.Fatalf("other requests: %q, want %q", got, want)
		}
		if rest := escapes.Replace(text); strings.Contains(rest, `\`) {
			t.Fatalf("an escape in\n%s", text)
		}
	})
}
