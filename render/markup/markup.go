// Package markup writes pages of the web as trees of elements.
//
// It stands in for html/template, because the linker keeps every exported method in a program that executes templates.
// Some of these open connections, and coalcheck promises to hold none that does. Words are only ever the content of an
// element or the value of a quoted attribute, and one function makes them safe for both. Every element is closed, so that
// tests can read a page as XML.
package markup

import (
	"crypto/sha256"
	"encoding/base64"
	"html"
	"io"
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Node is an element, or words where it has no name.
type Node struct {
	name string
	// attributes are pairs of a name and a value. One without a value is not written.
	attributes []string
	inside     []Node
	words      string
	// code is a style sheet or a script of ours, which is not escaped.
	code string
}

// Element returns an element of a class, which may be "".
func Element(name, class string, inside ...Node) Node {
	return Node{name: name, attributes: []string{"class", class}, inside: inside}
}

// With returns the element with more attributes, each a name and a value. One without a value is not written.
func (n Node) With(attributes ...string) Node {
	n.attributes = append(n.attributes, attributes...)
	return n
}

// Words returns words as a node.
func Words(text string) Node { return Node{words: text} }

// Code returns a style sheet or a script as a node. It is written as it is, so nothing of anybody else's may be in it.
func Code(text string) Node { return Node{code: text} }

// Write writes a page with this root.
func Write(w io.Writer, root Node) error {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n")
	root.write(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// Hash returns what a policy of a page calls a style sheet or a script of it.
func Hash(code string) string {
	hash := sha256.Sum256([]byte(code))
	return "'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"
}

var (
	// void elements have nothing inside and no end.
	void = []string{"br", "circle", "hr", "input", "line", "meta", "rect"}
	// inline elements are part of a line of text. The others have lines of their own.
	inline = []string{"", "a", "b", "bdi", "br", "code", "i", "input", "label", "legend", "q", "s", "span", "strong"}
)

// write writes the node with all that is inside it.
func (n *Node) write(b *strings.Builder) {
	if n.name == "" {
		b.WriteString(n.code + safe(n.words))
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

func (n *Node) endLine(b *strings.Builder) {
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
