package textfile

import (
	"cmp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// comment is a comment in YAML.
type comment struct {
	// text starts with the #.
	text string
	at   Position
	// alone reports whether nothing else is on its line. Then blank reports whether the line above is empty, and gap whether
	// the line below is and no further comment follows.
	alone, blank, gap bool
}

// key is a name in a tree, with the names above it.
type key struct {
	path string
	at   Position
	// leads reports whether it is the first name of an item of a list.
	leads bool
}

// parent returns the path of the names above.
func (k key) parent() string { return k.path[:strings.LastIndexByte(k.path, 0)] }

// outline is what a text looks like to somebody who adds to it.
type outline struct {
	reader *Reader
	root   *yaml.Node
	// lines are the lines of the text, without line breaks.
	lines []string
	// keys and comments are in the order of the text.
	keys     []key
	comments []comment
	scalars  []*yaml.Node
	// identity are the names whose values tell the items of a list apart.
	identity []string
}

// newOutline returns the outline of YAML without mistakes.
func newOutline(text []byte, identity ...string) *outline {
	r := &Reader{source: strings.TrimPrefix(string(text), byteOrderMark), MaxDepth: maxOutlineDepth, Messages: &Messages{}}
	o := &outline{reader: r, lines: Lines(r.source), identity: identity}
	if o.root = r.parse(); o.root != nil && !r.json {
		o.add(o.root, "", false)
	}
	if !r.json {
		o.findComments()
	}
	return o
}

// maxOutlineDepth is more than any file of ours has.
const maxOutlineDepth = 64

// add adds a node and everything in it. An item is one of a list.
func (o *outline) add(n *yaml.Node, path string, item bool) {
	switch n.Kind {
	case yaml.MappingNode:
		for k := 0; k < len(n.Content); k += 2 {
			name := n.Content[k]
			below := path + "\x00" + name.Value
			o.keys = append(o.keys, key{below, PositionOf(name), item && k == 0})
			o.add(name, below, false)
			o.add(n.Content[k+1], below, false)
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			o.add(item, path+"\x00"+o.item(item), true)
		}
	default:
		if !IsNull(n) || n.Value != "" {
			o.scalars = append(o.scalars, n)
		}
	}
}

// item returns what tells an item of a list from the others, or "" where nothing does.
func (o *outline) item(n *yaml.Node) string {
	if n.Kind != yaml.MappingNode {
		return ""
	}
	for _, name := range o.identity {
		if value := Lookup(n, name); value != nil {
			return value.Value
		}
	}
	return ""
}

// findComments looks between the scalars, where a # behind a space starts a comment.
func (o *outline) findComments() {
	slices.SortStableFunc(o.scalars, func(a, b *yaml.Node) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	done := 0
	for _, n := range o.scalars {
		start := o.reader.offset(PositionOf(n))
		o.findBetween(done, start)
		done = o.scalarEnd(n, start)
	}
	o.findBetween(done, len(o.reader.source))
}

func (o *outline) findBetween(from, to int) {
	source := o.reader.source
	for i := from; i < to; i++ {
		if source[i] != '#' || i > 0 && !strings.ContainsRune(" \t\r\n", rune(source[i-1])) {
			continue
		}
		at := o.reader.position(i)
		start, end := o.reader.span(at.Line)
		o.comments = append(o.comments, comment{
			text:  strings.TrimRight(source[i:end], " \t"),
			at:    at,
			alone: strings.TrimSpace(source[start:i]) == "",
			blank: at.Line > 1 && o.isBlank(at.Line-1),
			gap:   o.endsInGap(at.Line),
		})
		i = end
	}
}

func (o *outline) isBlank(line int) bool { return strings.TrimSpace(o.lines[line-1]) == "" }

// endsInGap reports whether a line is followed by an empty one and then by anything but a comment.
func (o *outline) endsInGap(line int) bool {
	below := line + 1
	for below <= len(o.lines) && o.isBlank(below) {
		below++
	}
	return below > line+1 && below <= len(o.lines) && !strings.HasPrefix(strings.TrimSpace(o.lines[below-1]), "#")
}

// scalarEnd returns where a scalar ends that starts at an offset.
func (o *outline) scalarEnd(n *yaml.Node, start int) int {
	source := o.reader.source
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		for i := start + 1; i < len(source); i++ {
			switch source[i] {
			case '\\':
				i++
			case '"':
				return i + 1
			}
		}
	case n.Style&yaml.SingleQuotedStyle != 0:
		for i := start + 1; i < len(source); i++ {
			if source[i] == '\'' {
				if i+1 == len(source) || source[i+1] != '\'' {
					return i + 1
				}
				i++
			}
		}
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return o.blockEnd(n, start)
	default:
		return o.reader.offset(o.reader.endOfPlain(n))
	}
	return len(source)
}

// blockEnd returns where a text ends that starts in the line below a | or >. A comment may stand behind that.
func (o *outline) blockEnd(n *yaml.Node, start int) int {
	_, end := o.reader.span(n.Line)
	o.findBetween(start, end)
	least := -1
	for line := n.Line + 1; line <= len(o.lines) && strings.TrimSpace(n.Value) != ""; line++ {
		text := o.lines[line-1]
		indent := len(text) - len(strings.TrimLeft(text, " "))
		if indent == len(text) {
			continue
		}
		if least < 0 {
			least = indent
		}
		if indent < least {
			break
		}
		_, end = o.reader.span(line)
	}
	return end
}

// HasComments reports whether there are comments in YAML that are not ours, as ours says of each without its #.
func HasComments(text []byte, ours func(comment string) bool) bool {
	return slices.ContainsFunc(newOutline(text).comments, func(c comment) bool { return !ours(c.words()) })
}

// words returns what a comment says.
func (c comment) words() string { return strings.TrimSpace(strings.TrimLeft(c.text, "#")) }
