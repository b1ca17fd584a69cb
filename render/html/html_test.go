package html_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
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
	"github.com/coalcheck/coalcheck/render/internal/examples"
)

func written(t rapid.TB, d *doc.Document) string {
	var b bytes.Buffer
	if err := html.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPage(t *testing.T) {
	golden.RequireEqual(t, written(t, examples.Document("Riverside Youth Coalition")))
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
	want, _ := parsed(t, written(t, examples.Document("x")))
	part := rapid.SampledFrom([]string{
		"<script>alert(1)</script>", "</title>", "</p>", "<img src=x onerror=y>", "<!--", "-->", "<![CDATA[", "]]>", "<?x?>", "&lt;", "&#60;", "&amp", "&",
		`"`, "'", `" onclick="x`, "`", "=", "javascript:x", "https://example.org/", "@x", "#1", "\x1b[2J", "\u009b2J", "\x00", "\x7f", "a\u202egpj", "\u2066",
		"\u2028", "\r\n", "\n", "\t", "\xff\xfe", "\ufffe", "\ufeff", "漢", "x", " ",
	})
	rapid.Check(t, func(t *rapid.T) {
		foreign := strings.Join(rapid.SliceOfN(part, 1, 6).Draw(t, "text"), "") + "x"
		text := written(t, examples.Document(foreign))
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

// A spreadsheet opens pages, too, and calculates with what its cells begin with.
func TestNoElementIsAFormula(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a formula", "=1+1", "<bdi>\u2060=1+1</bdi>"},
		{"behind spaces", " \t@x", "<bdi>\u2060  @x</bdi>"},
		{"in quotes", `"-1"`, "<bdi>\u2060&#34;-1&#34;</bdi>"},
		{"none", "1+1", "<bdi>1+1</bdi>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := written(t, &doc.Document{Blocks: []doc.Block{doc.Paragraph{Text: doc.Foreign(c.text)}}})
			if !strings.Contains(text, c.want) {
				t.Errorf("no %q in\n%s", c.want, text)
			}
		})
	}
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
	text := written(t, examples.Document("x"))
	for _, request := range []string{"<script", "<link", "<img", "<iframe", "src=", "@import", "url("} {
		if strings.Contains(text, request) {
			t.Errorf("the page has %s:\n%s", request, text)
		}
	}
}

// The style is written as it is, so nothing in it may need an escape. A browser uses it only if it has the hash that the
// policy names.
func TestStyleIsNotEscaped(t *testing.T) {
	page := written(t, examples.Document("x"))
	_, rest, _ := strings.Cut(page, "<style>")
	style, rest, closed := strings.Cut(rest, "</style>")
	if strings.Contains(style, "&") || !closed || strings.Contains(rest, "<style") {
		t.Errorf("the style is escaped: %s", style)
	}
	hash := sha256.Sum256([]byte(style))
	if want := "sha256-" + base64.StdEncoding.EncodeToString(hash[:]); !strings.Contains(page, want) {
		t.Errorf("the policy does not name %s", want)
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
