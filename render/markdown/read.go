package markdown

import (
	"path"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/render/doc"
)

// Read returns a guide as a document. Guides keep to a small part of Markdown: headings, paragraphs, lists of one level,
// tables, and text that stays as it is, fenced or indented by four columns. The first heading names the document.
func Read(text string) *doc.Document {
	r := reader{lines: strings.Split(text, "\n"), found: doc.Document{Lang: "en"}}
	for len(r.lines) > 0 {
		r.block()
	}
	return &r.found
}

// reader reads blocks from lines.
type reader struct {
	lines []string
	found doc.Document
}

// take returns the next line and goes on behind it.
func (r *reader) take() string {
	line := r.lines[0]
	r.lines = r.lines[1:]
	return line
}

// takeWhile returns the lines up to the first one that is not wanted.
func (r *reader) takeWhile(wanted func(line string) bool) []string {
	var lines []string
	for len(r.lines) > 0 && wanted(r.lines[0]) {
		lines = append(lines, r.take())
	}
	return lines
}

// block reads the next block.
func (r *reader) block() {
	line := r.lines[0]
	marker, _ := item(line)
	switch {
	case line == "":
		r.take()
	case strings.HasPrefix(line, "#"):
		r.heading()
	case strings.HasPrefix(line, "```"):
		r.take()
		r.add(doc.Verbatim(r.takeWhile(func(line string) bool { return line != "```" })))
		r.take()
	case strings.HasPrefix(line, indent):
		r.verbatim()
	case strings.HasPrefix(line, "|"):
		r.table()
	case marker != "":
		r.list()
	default:
		r.add(doc.Paragraph{Text: r.joined(r.take())})
	}
}

func (r *reader) add(b doc.Block) { r.found.Blocks = append(r.found.Blocks, b) }

// heading reads the name of the document, or that of a section.
func (r *reader) heading() {
	hashes, text, _ := strings.Cut(r.take(), " ")
	if len(hashes) == 1 {
		r.found.Name = spans(text)
		return
	}
	r.add(doc.Section{Level: len(hashes) - 1, Name: spans(text)})
}

// indent begins a line that stays as it is.
const indent = "    "

// verbatim reads indented lines. Empty lines between them belong to them.
func (r *reader) verbatim() {
	lines := r.takeWhile(func(line string) bool { return line == "" || strings.HasPrefix(line, indent) })
	for lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	for i := range lines {
		lines[i] = strings.TrimPrefix(lines[i], indent)
	}
	r.add(doc.Verbatim(lines))
}

// table reads the heads of the columns, a rule that says which of them is aligned to the right, and rows.
func (r *reader) table() {
	var t doc.Table
	for n, line := range r.takeWhile(func(line string) bool { return strings.HasPrefix(line, "|") }) {
		var row []doc.Text
		for column, cell := range strings.Split(strings.Trim(line, "|"), "|") {
			cell = strings.TrimSpace(cell)
			switch n {
			case 0:
				t.Columns = append(t.Columns, doc.Column{Head: spans(cell)})
			case 1:
				t.Columns[column].Right = strings.HasSuffix(cell, ":")
			default:
				row = append(row, spans(cell))
			}
		}
		if row != nil {
			t.Rows = append(t.Rows, row)
		}
	}
	r.add(t)
}

// list reads items up to a line that is none. Whether they have numbers is as with the first one.
func (r *reader) list() {
	var l doc.List
	for len(r.lines) > 0 {
		marker, rest := item(r.lines[0])
		if marker == "" {
			break
		}
		if len(l.Items) == 0 {
			l.From, _ = strconv.Atoi(strings.TrimSuffix(marker, ".")) // 0 for a hyphen
		}
		r.take()
		l.Items = append(l.Items, doc.Item{Text: r.joined(rest)})
	}
	r.add(l)
}

// joined returns a first line together with the lines that go on with it.
func (r *reader) joined(first string) doc.Text {
	more := r.takeWhile(func(line string) bool {
		marker, _ := item(line)
		return line != "" && marker == "" && !strings.HasPrefix(line, "|")
	})
	return spans(strings.Join(strings.Fields(first+" "+strings.Join(more, " ")), " "))
}

// item returns the marker of an item, "-" or a number with a dot, and the text behind it. Without an item the marker is "".
func item(line string) (marker, rest string) {
	marker, rest, spaced := strings.Cut(line, " ")
	number := strings.TrimSuffix(marker, ".")
	isNumber := number != marker && number != "" && strings.Trim(number, "0123456789") == ""
	if !spaced || marker != "-" && !isNumber {
		return "", ""
	}
	return marker, rest
}

// marks are what encloses a span, in the order in which they are looked for.
var marks = []struct {
	begin, end string
	style      doc.Style
}{
	{"`", "`", doc.Code},
	{"**", "**", doc.Strong},
	{"*", "*", doc.Strong},
	{"[", "]", doc.Plain}, // a link
}

// spans takes a text apart. Spans do not nest.
func spans(text string) doc.Text {
	var all doc.Text
	for text != "" {
		var plain string
		plain, text = untilMark(text)
		if plain != "" {
			all = append(all, doc.Span{Words: plain})
		}
		if text == "" {
			break
		}
		var s doc.Span
		s, text = marked(text)
		all = append(all, s)
	}
	return all
}

// untilMark cuts text before the first thing that begins a span.
func untilMark(text string) (plain, rest string) {
	at := strings.IndexAny(text, "`*[")
	if at < 0 {
		return text, ""
	}
	return text[:at], text[at:]
}

// marked reads the span that text begins with. A mark that is never closed stands for itself.
func marked(text string) (s doc.Span, rest string) {
	for _, m := range marks {
		inner, found := strings.CutPrefix(text, m.begin)
		if !found {
			continue
		}
		inside, rest, closed := strings.Cut(inner, m.end)
		if !closed {
			continue
		}
		if m.begin == "[" {
			target, behind, whole := strings.Cut(strings.TrimPrefix(rest, "("), ")")
			if !strings.HasPrefix(rest, "(") || !whole {
				continue
			}
			return link(inside, target), behind
		}
		return doc.Span{Words: inside, Style: m.style}, rest
	}
	return doc.Span{Words: text[:1]}, text[1:]
}

// link returns a link to an address. A link to a file beside the guide names the file as it is found in the repository,
// because it leads nowhere outside it.
func link(text, target string) doc.Span {
	if strings.Contains(target, "://") {
		return doc.Span{Words: text, Link: target}
	}
	target = path.Join("docs", target)
	if text != target && path.Join("docs", text) != target {
		target = text + " (" + target + ")"
	}
	return doc.Span{Words: target}
}
