package html

import (
	"strings"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/markup"
)

// line returns an element with a text. Without a text there is none.
func line(name, class string, text doc.Text) []markup.Node {
	if text.Empty() {
		return nil
	}
	return []markup.Node{markup.Element(name, class, texts(text)...)}
}

// texts returns the spans of a text.
func texts(text doc.Text) []markup.Node {
	nodes := make([]markup.Node, len(text))
	for i := range text {
		nodes[i] = span(&text[i])
	}
	return nodes
}

// tones are the classes of the tones.
var tones = [...]string{doc.NoTone: "", doc.Good: "good", doc.Fair: "fair", doc.Bad: "bad"}

// span returns a span. Text from a file is kept apart from what is around it, because it may run from right to left. What
// speech says instead has no place here: only a style could hide it, and a page that is pasted or opened in a word
// processor would show both.
func span(s *doc.Span) markup.Node {
	if *s == doc.NewLine {
		return markup.Element("br", "")
	}
	n := markup.Words(s.Words)
	if s.Foreign {
		n = markup.Element("bdi", "", markup.Words(noFormula(s.Words)))
	}
	switch class := tones[s.Tone]; {
	case s.Style == doc.Strong:
		n = markup.Element("strong", class, n)
	case s.Style == doc.Quote:
		n = markup.Element("q", class, n)
	case s.Style == doc.Code:
		n = markup.Element("code", class, n)
	case s.Style == doc.Muted:
		n = markup.Element("span", strings.TrimSpace("muted "+class), n)
	case class != "":
		n = markup.Element("span", class, n)
	}
	if leadsSomewhere(s) {
		n = markup.Element("a", "", n).With("href", s.Link)
	}
	return n
}

// leadsSomewhere reports whether a span is a link, to a page of the web or a section of this page.
func leadsSomewhere(s *doc.Span) bool {
	for _, allowed := range []string{"https://", "http://", "#"} {
		if strings.HasPrefix(s.Link, allowed) {
			return !s.Foreign
		}
	}
	return false
}

// noFormula returns text from somebody's file as a spreadsheet, where the page may be opened or pasted, takes it for text: a word
// joiner, which nobody sees, stands before what would begin a formula.
func noFormula(text string) string {
	if safetext.BeginsFormula(strings.TrimLeft(safetext.OneLine(text), " ")) {
		return "\u2060" + text
	}
	return text
}
