package markdown_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/markdown"
)

func TestReadBlocks(t *testing.T) {
	got := markdown.Read(`# The *hour*

First line of a paragraph
and its second.

## Before
- One item
  that goes on
- Another

3. Three
4. Four

### Counts
| Minutes | What |
| --: | --- |
| 5 | Say ` + "`p`" + `. |
After the table.

    coalcheck assess

    coalcheck help

` + "```yaml\nformat: coalcheck/1\n\n# a comment\n```\n")
	want := &doc.Document{
		Lang: "en",
		Name: doc.Text{{Words: "The "}, {Words: "hour", Style: doc.Strong}},
		Blocks: []doc.Block{
			doc.Paragraph{Text: doc.Words("First line of a paragraph and its second.")},
			doc.Section{Level: 1, Name: doc.Words("Before")},
			doc.List{Items: []doc.Item{{Text: doc.Words("One item that goes on")}, {Text: doc.Words("Another")}}},
			doc.List{From: 3, Items: []doc.Item{{Text: doc.Words("Three")}, {Text: doc.Words("Four")}}},
			doc.Section{Level: 2, Name: doc.Words("Counts")},
			doc.Table{
				Columns: []doc.Column{{Head: doc.Words("Minutes"), Right: true}, {Head: doc.Words("What")}},
				Rows:    [][]doc.Text{{doc.Words("5"), {{Words: "Say "}, {Words: "p", Style: doc.Code}, {Words: "."}}}},
			},
			doc.Paragraph{Text: doc.Words("After the table.")},
			doc.Verbatim{"coalcheck assess", "", "coalcheck help"},
			doc.Verbatim{"format: coalcheck/1", "", "# a comment"},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

func TestReadSpans(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "a b", "plain(a b)"},
		{"code", "run `a --b` now", "plain(run )code(a --b)plain( now)"},
		{"marks in code", "`a*b*`", "code(a*b*)"},
		{"strong", "**a b**: c", "strong(a b)plain(: c)"},
		{"emphasis", "*m* = 1", "strong(m)plain( = 1)"},
		{"a file", "see [x.md](x.md).", "plain(see )plain(docs/x.md)plain(.)"},
		{"a file at the root", "[SECURITY.md](../SECURITY.md)", "plain(SECURITY.md)"},
		{"a file by another name", "[the hour](facilitating.md)", "plain(the hour (docs/facilitating.md))"},
		{"an address", "[x](https://example.org/)", "plain(x)<https://example.org/>"},
		{"never closed", "a * b `c [d", "plain(a )plain(*)plain( b )plain(`)plain(c )plain([)plain(d)"},
		{"brackets that are no link", "[a] (b)", "plain([)plain(a] (b))"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			for _, block := range markdown.Read(c.text).Blocks {
				for _, s := range block.(doc.Paragraph).Text {
					name := map[doc.Style]string{doc.Plain: "plain", doc.Code: "code", doc.Strong: "strong"}[s.Style]
					b.WriteString(name + "(" + s.Words + ")")
					if s.Link != "" {
						b.WriteString("<" + s.Link + ">")
					}
				}
			}
			if b.String() != c.want {
				t.Errorf("got %s, want %s", b.String(), c.want)
			}
		})
	}
}
