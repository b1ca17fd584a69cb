package docs

import (
	"path"
	"strings"
)

// Block is a part of a guide. Guides keep to a small part of Markdown: headings, paragraphs, lists of one level, tables,
// and text that stays as it is, fenced or indented by four columns.
type Block struct {
	Kind BlockKind
	// Level is 1 for the heading of the guide, 2 for that of a section, 3 for one within a section.
	Level int
	// Marker stands before an item: "-", or a number with a dot.
	Marker string
	// Text is that of a heading, a paragraph or an item. Spans takes it apart.
	Text string
	// Lines are those of verbatim text.
	Lines []string
	// Rows are those of a table, each with its cells. The first row says what stands in the others.
	Rows [][]string
}

// BlockKind says what a block is.
type BlockKind int

// The kinds of blocks.
const (
	Heading BlockKind = iota
	Paragraph
	Item
	Verbatim
	Table
)

// blocks takes Markdown apart.
func blocks(text string) []Block {
	r := reader{lines: strings.Split(text, "\n")}
	for len(r.lines) > 0 {
		r.block()
	}
	return r.found
}

// reader reads blocks from lines.
type reader struct {
	lines []string
	found []Block
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
	marker, rest := item(line)
	switch {
	case line == "":
		r.take()
	case strings.HasPrefix(line, "#"):
		hashes, heading, _ := strings.Cut(r.take(), " ")
		r.add(Block{Kind: Heading, Level: len(hashes), Text: heading})
	case strings.HasPrefix(line, "```"):
		r.take()
		r.add(Block{Kind: Verbatim, Lines: r.takeWhile(func(line string) bool { return line != "```" })})
		r.take()
	case strings.HasPrefix(line, indent):
		r.verbatim()
	case strings.HasPrefix(line, "|"):
		r.table()
	case marker != "":
		r.take()
		r.add(Block{Kind: Item, Marker: marker, Text: r.joined(rest)})
	default:
		r.add(Block{Kind: Paragraph, Text: r.joined(r.take())})
	}
}

func (r *reader) add(b Block) { r.found = append(r.found, b) }

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
	r.add(Block{Kind: Verbatim, Lines: lines})
}

// table reads rows, and leaves out the one that is only a rule.
func (r *reader) table() {
	var rows [][]string
	for _, line := range r.takeWhile(func(line string) bool { return strings.HasPrefix(line, "|") }) {
		if strings.Trim(line, "|-: ") == "" {
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	r.add(Block{Kind: Table, Rows: rows})
}

// joined returns a first line together with the lines that go on with it.
func (r *reader) joined(first string) string {
	more := r.takeWhile(func(line string) bool {
		marker, _ := item(line)
		return line != "" && marker == "" && !strings.HasPrefix(line, "|")
	})
	return strings.Join(strings.Fields(first+" "+strings.Join(more, " ")), " ")
}

// item returns the marker of an item and the text behind it. Without an item the marker is "".
func item(line string) (marker, rest string) {
	marker, rest, spaced := strings.Cut(line, " ")
	number := strings.TrimSuffix(marker, ".")
	isNumber := number != marker && number != "" && strings.Trim(number, "0123456789") == ""
	if !spaced || marker != "-" && !isNumber {
		return "", ""
	}
	return marker, rest
}

// Span is a part of a text that looks the same throughout.
type Span struct {
	Text  string
	Style SpanStyle
	// Target is where a link leads to: an address, or a file of this repository.
	Target string
}

// String returns what is read where nothing can be clicked.
func (s Span) String() string {
	switch s.Target {
	case "":
		return s.Text
	case s.Text, path.Join("docs", s.Text):
		return s.Target
	default:
		return s.Text + " (" + s.Target + ")"
	}
}

// SpanStyle says how a part of a text stands out.
type SpanStyle int

// The styles of spans.
const (
	Plain SpanStyle = iota
	Code
	Strong
	Emphasis
	Link
)

// marks are what encloses a span, in the order in which they are looked for.
var marks = []struct {
	begin, end string
	style      SpanStyle
}{
	{"`", "`", Code},
	{"**", "**", Strong},
	{"*", "*", Emphasis},
	{"[", "]", Link},
}

// Spans takes a text apart. Spans do not nest.
func Spans(text string) []Span {
	var spans []Span
	for text != "" {
		var plain string
		plain, text = untilMark(text)
		if plain != "" {
			spans = append(spans, Span{Text: plain})
		}
		if text == "" {
			break
		}
		var s Span
		s, text = marked(text)
		spans = append(spans, s)
	}
	return spans
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
func marked(text string) (s Span, rest string) {
	for _, m := range marks {
		inner, found := strings.CutPrefix(text, m.begin)
		if !found {
			continue
		}
		inside, rest, closed := strings.Cut(inner, m.end)
		if !closed {
			continue
		}
		s = Span{Text: inside, Style: m.style}
		if m.style == Link {
			target, behind, whole := strings.Cut(strings.TrimPrefix(rest, "("), ")")
			if !strings.HasPrefix(rest, "(") || !whole {
				continue
			}
			if !strings.Contains(target, "://") {
				target = path.Join("docs", target)
			}
			s.Target, rest = target, behind
		}
		return s, rest
	}
	return Span{Text: text[:1]}, text[1:]
}
