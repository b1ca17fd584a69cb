package textfile

import (
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
)

// checkWhole finds what of a text without quotes is not read because of a # in it. Two spaces before the # and one after it
// make it a comment that nobody takes for a part of the text.
func (r *Reader) checkWhole(where string, n *yaml.Node) {
	if r.json || n.Style != 0 {
		return
	}
	at := r.endOfPlain(n)
	_, end := r.span(at.Line)
	rest := r.source[r.offset(at):end]
	comment := strings.TrimLeft(rest, " \t")
	if !strings.HasPrefix(comment, "#") {
		return
	}
	space := rest[:len(rest)-len(comment)]
	spaced := len(comment) == 1 || comment[1] == ' ' || comment[1] == '\t'
	if spaced && (n.Value == "" || len(space) > 1 || space == "\t") {
		return
	}
	at.Column += len(space)
	r.AddAt(at, `%s: %s counts as a comment and would be lost; put the whole text in double quotes, or two spaces before the # and one after it`,
		where, Quote(strings.TrimRight(comment, " \t")))
}

// endOfPlain returns the place behind a text without quotes, which may go on in further lines.
func (r *Reader) endOfPlain(n *yaml.Node) Position {
	left := 0
	for _, c := range n.Value {
		if !unicode.IsSpace(c) {
			left++
		}
	}
	at := PositionOf(n)
	for ; left > 0; at = (Position{at.Line + 1, 1}) {
		_, end := r.span(at.Line)
		for _, c := range r.source[r.offset(at):end] {
			if left == 0 {
				return at
			}
			at.Column++
			if !unicode.IsSpace(c) {
				left--
			}
		}
		if left == 0 || end == len(r.source) {
			return at
		}
	}
	return at
}

// checkNothing finds what stands for nothing and may be meant: a name that is spelled like null, and one behind a #.
func (r *Reader) checkNothing(where string, n *yaml.Node) {
	if !r.json && n.Value != "" && n.Value != "~" {
		r.Addf(n, "%s: %s without quotes means nothing; write %s, or leave it empty", where, n.Value, DoubleQuoted(n.Value))
		return
	}
	r.checkWhole(where, n)
}
