package html_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/html"
)

// plan returns a document with every kind of block, with the texts of somebody's file in it.
func plan(foreign string) *doc.Document {
	before := 92.0
	return &doc.Document{
		Lang: "en",
		Kind: doc.Words("Coalition check"),
		Name: doc.Foreign(foreign),
		Date: doc.Words("21 November 2026"),
		Blocks: []doc.Block{
			doc.Paragraph{Role: doc.Warning, Text: doc.Words("One person's view: ask two members before you act.")},
			doc.Facts{
				{Label: doc.Words("Answered"), Text: doc.Words("48 of 50 statements")},
				{Label: doc.Words("Note"), Text: doc.Text{{Words: "one line", Foreign: true}, doc.NewLine, {Words: foreign, Foreign: true}}},
				{Label: doc.Words("Note"), Text: doc.Words("another note")},
				{Label: doc.Words("Shared"), Text: doc.Words("with:"), Below: []doc.Block{
					doc.List{Items: []doc.Item{{Text: doc.Words("the board")}, {Text: doc.Foreign(foreign)}}},
				}},
			},
			doc.Section{ID: "start", Level: 1, Name: doc.Words("Start here"), Remark: doc.Words("the first two of five"), Tail: doc.Words("about 3 hours in all")},
			doc.Section{ID: "overcommitted", Level: 2, Number: 1, Name: doc.Join(doc.Words("Overcommitted"), doc.Words(": more work than hands"))},
			doc.Paragraph{Role: doc.Lead, Text: doc.Text{
				{Words: "92 → 58", Said: "from 92 to 58", Tone: doc.Fair}, {Words: ", still ", Style: doc.Muted}, {Words: "watch", Style: doc.Strong, Tone: doc.Fair},
			}},
			doc.List{From: 3, Items: []doc.Item{
				{Box: doc.Open, Text: doc.Words("Sort all work into three piles."), Tail: []doc.Text{doc.Words("30 min"), doc.Words("do this one first")}, Below: []doc.Block{
					doc.Paragraph{Text: doc.Text{{Words: "“We said yes again.”", Style: doc.Quote}, {Words: " (", Style: doc.Muted}, {Words: foreign, Style: doc.Muted, Foreign: true}, {Words: ")"}}},
				}},
				{Box: doc.Done, Text: doc.Text{{Words: "Read "}, {Words: "why", Link: "#why"}, {Words: "."}}},
				{Box: doc.Dropped, Text: doc.Foreign(foreign)},
			}},
			doc.Pen{doc.Words("Owner"), doc.Words("By when")},
			doc.Section{ID: "all", Level: 1, Name: doc.Words("All topics")},
			doc.Bars{
				Label: doc.Words("Pitfall"), Shown: doc.Words("Exposure"), Word: doc.Words("Band"),
				Rows: []doc.Bar{
					{Label: doc.Words("Overcommitted"), Value: 58.3, Before: &before, Shown: doc.Words("58"), Word: doc.Text{{Words: "pressing", Tone: doc.Bad}}, Tail: doc.Words("21 of 23")},
					{Label: doc.Words("Overselling"), Value: 12, Shown: doc.Words("12"), Word: doc.Text{{Words: "calm", Tone: doc.Good}}},
					{Label: doc.Words("Risk"), Word: doc.Words("not enough answers")},
				},
			},
			doc.Section{Level: 2, Name: doc.Words("We take on needs that have little to do with each other.")},
			doc.Tally{{Label: doc.Words("never"), N: 1}, {Label: doc.Words("often"), N: 2}, {Label: doc.Words("always"), N: 1}},
			doc.Break{},
			doc.Section{ID: "why", Level: 1, Name: doc.Words("Why")},
			doc.Table{
				Columns: []doc.Column{{Head: doc.Words("Step")}, {Head: doc.Words("Minutes"), Right: true}, {Head: doc.Words("Owner")}},
				Rows:    [][]doc.Text{{doc.Foreign(foreign), doc.Words("30")}, {doc.Words("Talk"), doc.Words("5"), nil}},
			},
			doc.Table{Columns: make([]doc.Column, 2), Rows: [][]doc.Text{{nil, doc.Words("no heads")}}},
			doc.Paragraph{Text: doc.Text{{Words: "Again: "}, {Words: "coalcheck explain overcommitted", Style: doc.Code}}},
			doc.Verbatim{"coalcheck assess --answers a.yaml", "  | less"},
			doc.Paragraph{Role: doc.Small, Text: doc.Text{{Words: "A source", Link: "https://example.org/?a=1&b=2"}, {Words: " and "}, {Words: foreign, Foreign: true, Link: "https://example.org/"}}},
		},
	}
}

func written(t rapid.TB, d *doc.Document) string {
	var b bytes.Buffer
	if err := html.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPage(t *testing.T) {
	golden.RequireEqual(t, written(t, plan("Riverside Youth Coalition")))
}

// parsed reads a page as XML, which is stricter than HTML. It returns the elements with their attributes, and apart from
// them the words.
func parsed(t rapid.TB, text string) (elements []string, words string) {
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return elements, b.String()
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		switch token := token.(type) {
		case xml.StartElement:
			elements = append(elements, fmt.Sprint(token.Name.Local, token.Attr))
		case xml.EndElement:
			elements = append(elements, "/"+token.Name.Local)
		case xml.CharData:
			b.Write(token)
		}
	}
}

// Text from a file stays text, whatever is in it: the page keeps its elements and attributes, and no link comes of it.
func TestForeignTextIsOnlyText(t *testing.T) {
	want, _ := parsed(t, written(t, plan("x")))
	part := rapid.SampledFrom([]string{
		"<script>alert(1)</script>", "</title>", "</p>", "<img src=x onerror=y>", "<!--", "-->", "<![CDATA[", "]]>", "<?x?>", "&lt;", "&#60;", "&amp", "&",
		`"`, "'", `" onclick="x`, "`", "=", "javascript:x", "https://example.org/", "@x", "#1", "\x1b[2J", "\u009b2J", "\x00", "\x7f", "a\u202egpj", "\u2066",
		"\u2028", "\r\n", "\n", "\t", "\xff\xfe", "\ufffe", "\ufeff", "漢", "x", " ",
	})
	rapid.Check(t, func(t *rapid.T) {
		foreign := strings.Join(rapid.SliceOfN(part, 1, 6).Draw(t, "text"), "") + "x"
		text := written(t, plan(foreign))
		got, words := parsed(t, text)
		if !slices.Equal(got, want) {
			t.Fatalf("other elements:\n%s\nwant\n%s", got, want)
		}
		if safetext.VisibleLines(text) != text {
			t.Fatalf("a page that acts on a terminal: %q", text)
		}
		if harmless := safetext.Visible(foreign) == foreign; harmless && strings.Count(words, foreign) < 7 {
			t.Fatalf("%q is not in the words: %q", foreign, words)
		}
	})
}

func TestLinks(t *testing.T) {
	for _, c := range []struct {
		name string
		span doc.Span
		want string
	}{
		{"the web", doc.Span{Link: "https://example.org/?a=1&b=2"}, `<a href="https://example.org/?a=1&amp;b=2">x</a>`},
		{"the web as it was", doc.Span{Link: "http://example.org"}, `<a href="http://example.org">x</a>`},
		{"a section", doc.Span{Link: "#start"}, `<a href="#start">x</a>`},
		{"a quote", doc.Span{Link: `#"><script>`}, `<a href="#&#34;&gt;&lt;script&gt;">x</a>`},
		{"of a file", doc.Span{Link: "https://example.org/", Foreign: true}, `<bdi>x</bdi>`},
		{"a script", doc.Span{Link: "javascript:alert(1)"}, "x"},
		{"data", doc.Span{Link: "data:text/html,x"}, "x"},
		{"a file", doc.Span{Link: "file:///etc/passwd"}, "x"},
		{"a file beside", doc.Span{Link: "other.html"}, "x"},
		{"another machine", doc.Span{Link: "//example.org/"}, "x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.span.Words = "x"
			text := written(t, &doc.Document{Blocks: []doc.Block{doc.Paragraph{Text: doc.Text{c.span}}}})
			if want := "<main>\n<p>" + c.want + "</p>\n</main>"; !strings.Contains(text, want) {
				t.Errorf("no %s in\n%s", want, text)
			}
		})
	}
}

func TestPageAsksForNothing(t *testing.T) {
	text := written(t, plan("x"))
	for _, request := range []string{"<script", "<link", "<img", "<iframe", "src=", "@import", "url("} {
		if strings.Contains(text, request) {
			t.Errorf("the page has %s:\n%s", request, text)
		}
	}
}

// The style is written as it is, so nothing in it may need an escape.
func TestStyleIsNotEscaped(t *testing.T) {
	style, rest, closed := strings.Cut(written(t, plan("x")), "</style>")
	if strings.Contains(style[strings.Index(style, "<style>"):], "&") || !closed || strings.Contains(rest, "<style") {
		t.Errorf("the style is escaped: %s", style)
	}
}

func TestTitles(t *testing.T) {
	for _, c := range []struct{ kind, name, title, heading string }{
		{"Coalition check", "Riverside", "Coalition check: Riverside", "Riverside"},
		{"What changed", "", "What changed", "What changed"},
		{"", "Privacy", "Privacy", "Privacy"},
	} {
		text := written(t, &doc.Document{Kind: doc.Words(c.kind), Name: doc.Words(c.name)})
		if !strings.Contains(text, "<title>"+c.title+"</title>") || !strings.Contains(text, "<h1>"+c.heading+"</h1>") {
			t.Errorf("%q, %q: want the title %q and the heading %q in\n%s", c.kind, c.name, c.title, c.heading, text)
		}
	}
}
