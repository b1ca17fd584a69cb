package markdown

import (
	"strings"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/doc"
)

// text returns a text as Markdown, with a hard line break for each of its lines but the last.
func text(t doc.Text) string { return joined(t, "\\\n") }

// cell returns a text for a cell of a table, which has one line.
func cell(t doc.Text) string { return joined(t, " ") }

// joined returns the lines of a text as Markdown with a separator between them.
func joined(t doc.Text, separator string) string {
	var b strings.Builder
	for n, line := range t.Lines() {
		if n > 0 {
			b.WriteString(separator)
		}
		for i, s := range line {
			b.WriteString(span(s, i == 0))
		}
	}
	return b.String()
}

// span returns a span with its mark-up. A span that may begin a line begins no block.
func span(s doc.Span, begins bool) string {
	var words string
	switch {
	case s.Foreign:
		words = foreign(s.Words)
	case s.Style == doc.Code:
		return "`" + strings.ReplaceAll(strings.ReplaceAll(safetext.OneLine(s.Words), "`", "'"), "|", `\|`) + "`"
	case begins:
		words = escape(s.Words)
	default:
		words = escapeInside(s.Words)
	}
	if s.Link != "" && s.Link[0] != '#' && !s.Foreign {
		words = "[" + words + "](<" + address(s.Link) + ">)"
	}
	switch {
	case words == "":
		return ""
	case s.Style == doc.Strong:
		return strong(words)
	case s.Style == doc.Quote:
		return "*" + words + "*"
	default:
		return words
	}
}

func strong(words string) string { return "**" + words + "**" }
