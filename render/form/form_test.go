package form

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/markup"
)

var depths = []assess.Depth{assess.Quick, assess.Full}

func written(t rapid.TB, d assess.Depth, coalition string) string {
	var b bytes.Buffer
	if err := Write(&b, pitfalls.English(), d, coalition); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// codes finds style sheets and scripts.
var codes = regexp.MustCompile(`(?s)<(style|script)[^>]*>.*?</(style|script)>\n`)

// hashes finds what the policy names, which changes with every letter of a style or a script.
var hashes = regexp.MustCompile(`sha256-[^&]*`)

func TestPage(t *testing.T) {
	for _, d := range depths {
		t.Run(d.String(), func(t *testing.T) {
			page := codes.ReplaceAllString(written(t, d, "Riverside Youth Coalition"), "")
			golden.RequireEqual(t, hashes.ReplaceAllString(page, "sha256-..."))
		})
	}
}

// parsed reads a page as XML. It returns the elements with their attributes, its styles and scripts, and the words beside them.
func parsed(t rapid.TB, page string) (elements, code []string, words string) {
	code = codes.FindAllString(page, -1)
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(codes.ReplaceAllString(page, "")))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return elements, code, b.String()
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, page)
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

// The name of the coalition stays text, whatever is in it: the page keeps its elements and attributes, its style and its script.
func TestNameIsOnlyText(t *testing.T) {
	wantElements, wantCode, _ := parsed(t, written(t, assess.Quick, "x"))
	part := rapid.SampledFrom([]string{
		"<script>alert(1)</script>", "</script>", "</title>", "</style>", "</bdi>", "<img src=x onerror=y>", "<!--", "-->", "<![CDATA[", "]]>", "<?x?>", "&lt;",
		"&#60;", "&amp", "&", `"`, "'", `" onclick="x`, "`", "${x}", `\`, `\u0022`, "\x1b[2J", "\u009b2J", "\x00", "\x7f", "a\u202egpj", "\u2028", "\r\n", "\t",
		"\xff\xfe", "\ufffe", "\ufeff", "漢", "x", " ",
	})
	rapid.Check(t, func(t *rapid.T) {
		name := strings.Join(rapid.SliceOfN(part, 1, 6).Draw(t, "name"), "") + "x"
		page := written(t, assess.Quick, name)
		elements, code, words := parsed(t, page)
		if !slices.Equal(elements, wantElements) || !slices.Equal(code, wantCode) {
			t.Fatalf("another page:\n%s", page)
		}
		if safetext.VisibleLines(page) != page {
			t.Fatalf("a page that acts on a terminal: %q", page)
		}
		if harmless := safetext.Visible(name) == name; harmless && strings.Count(words, name) != 2 {
			t.Fatalf("%q is not in the title and the heading: %q", name, words)
		}
	})
}

// A browser uses a style and a script only if it has the hash that the policy names, and nothing else.
func TestPolicyNamesTheCode(t *testing.T) {
	for _, d := range depths {
		page := written(t, d, "")
		var hashes []any
		for _, code := range codes.FindAllString(page, -1) {
			hashes = append(hashes, markup.Hash(code[strings.Index(code, ">")+1:strings.LastIndex(code, "</")]))
		}
		want := fmt.Sprintf("default-src 'none'; base-uri 'none'; form-action 'none'; style-src %s %s; script-src %s", hashes...)
		if !strings.Contains(page, `content="`+html.EscapeString(want)+`"`) {
			t.Errorf("%s: the policy is not %s", d, want)
		}
	}
}

func TestPageAsksForNothing(t *testing.T) {
	for _, d := range depths {
		for _, request := range []string{"://", "src=", "<link", "<img", "<iframe", "@import", "url(", "fetch(", "XMLHttpRequest", "import("} {
			if strings.Contains(written(t, d, ""), request) {
				t.Errorf("%s: the page has %s", d, request)
			}
		}
	}
}

// The page is small enough for a mail, also with the longest name.
func TestPageIsSmall(t *testing.T) {
	for _, name := range []string{`"`, "漢", "👧"} {
		if size := len(written(t, assess.Full, strings.Repeat(name, assess.MaxName))); size > 64<<10 {
			t.Errorf("%d bytes with a name of %s", size, name)
		}
	}
}

// Every statement is there, in order, under its number, with every rating to choose from in the order that the script counts.
func TestStatements(t *testing.T) {
	c := pitfalls.English()
	input := regexp.MustCompile(`<input type="radio" name="(\d+)"/><b>\w <i>([^<]+)</i>`)
	for _, d := range depths {
		page := written(t, d, "")
		var want [][]string
		rest := page
		for i, place := range (assess.Questionnaire{Catalogue: c, Depth: d}).Places() {
			number := strconv.Itoa(i + 1)
			_, after, found := strings.Cut(rest, "<legend><b>"+number+"</b> "+assess.Statement(c, place)+"</legend>")
			if !found {
				t.Fatalf("%s: statement %s is missing", d, number)
			}
			rest = after
			for r := assess.Lowest; r <= assess.NotApplicable; r++ {
				want = append(want, []string{number, html.EscapeString(r.Label(c.Scale(c.Topics[place.Topic].Kind)))})
			}
		}
		var got [][]string
		for _, found := range input.FindAllStringSubmatch(page, -1) {
			got = append(got, found[1:])
		}
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%s: the choices are %v", d, got)
		}
	}
}

// The script leaves out of notes what no answers file may hold, and nothing else.
func TestForbidden(t *testing.T) {
	class := regexp.MustCompile("^[" + regexp.MustCompile(`\\u(....)`).ReplaceAllString(forbidden(), `\x{$1}`) + "]$")
	for r := rune(0); r <= 0x10ffff; r++ {
		if r >= 0xd800 && r <= 0xdfff {
			continue
		}
		if class.MatchString(string(r)) != safetext.Forbidden(r) {
			t.Fatalf("%U: %t", r, class.MatchString(string(r)))
		}
	}
}

// Without its comments and indentation, code is the same code.
func TestCompact(t *testing.T) {
	const code = "\n// What it does.\nfunction f() {\n  // why\n  return \"//\"; // so\n\n}\n"
	if got, want := compact(code), "function f() {\nreturn \"//\"; // so\n}\n"; got != want {
		t.Errorf("%q; want %q", got, want)
	}
	if strings.Contains(regexp.MustCompile("`[^`\n]*`").ReplaceAllString(source, ""), "`") {
		t.Error("a text of several lines in the script would change")
	}
}
