package html

import (
	"html"
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// node is an element, or words where it has no name.
type node struct {
	name string
	// attributes are pairs of a name and a value. One without a value is not written.
	attributes []string
	inside     []node
	words      string
	// style is a style sheet of ours, which is not escaped.
	style string
}

// element returns an element of a class, which may be "".
func element(name, class string, inside ...node) node {
	return node{name: name, attributes: []string{"class", class}, inside: inside}
}

// with returns the element with more attributes.
func (n node) with(attributes ...string) node {
	n.attributes = append(n.attributes, attributes...)
	return n
}

// words returns words as a node.
func words(text string) node { return node{words: text} }

var (
	// void elements have nothing inside and no end.
	void = []string{"br", "circle", "hr", "line", "meta", "rect"}
	// inline elements are part of a line of text. The others have lines of their own.
	inline = []string{"", "a", "bdi", "br", "code", "q", "s", "span", "strong"}
)

// write writes the node with all that is inside it.
func (n *node) write(b *strings.Builder) {
	if n.name == "" {
		b.WriteString(n.style + safe(n.words))
		return
	}
	b.WriteString("<" + n.name)
	for pair := range slices.Chunk(n.attributes, 2) {
		if pair[1] != "" {
			b.WriteString(" " + pair[0] + `="` + safe(pair[1]) + `"`)
		}
	}
	if slices.Contains(void, n.name) {
		b.WriteString("/>")
		n.endLine(b)
		return
	}
	b.WriteString(">")
	inLine := true
	for i := range n.inside {
		wasInLine := inLine
		inLine = slices.Contains(inline, n.inside[i].name)
		if wasInLine && !inLine {
			b.WriteString("\n")
		}
		n.inside[i].write(b)
	}
	b.WriteString("</" + n.name + ">")
	n.endLine(b)
}

func (n *node) endLine(b *strings.Builder) {
	if !slices.Contains(inline, n.name) {
		b.WriteString("\n")
	}
}

// safe returns words that are only words, between elements as in the quotes of an attribute. Nothing in them acts on a
// terminal, where people look at pages too, or reverses the text around it.
func safe(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = html.EscapeString(safetext.OneLine(line))
	}
	return strings.Join(lines, "\n")
}
