package textfile

import (
	"cmp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Editor changes values in the text of YAML, and leaves everything else in it as it is. What it cannot change without
// touching more, such as what stands in braces, it refuses.
type Editor struct {
	// Root is the tree of the text.
	Root *yaml.Node

	outline *outline
	edits   []edit
	// gone holds the names and the items that were taken out.
	gone map[*yaml.Node]bool
}

// edit replaces a part of a text.
type edit struct {
	start, end int
	text       string
}

// NewEditor returns an editor for a text of YAML without mistakes, or nil where it is JSON or has no names.
func NewEditor(text []byte) *Editor {
	e := &Editor{outline: newOutline(text), gone: map[*yaml.Node]bool{}}
	e.Root = e.outline.root
	if e.Root == nil || e.Root.Kind != yaml.MappingNode || e.outline.reader.json {
		return nil
	}
	return e
}

// Text returns the changed text.
func (e *Editor) Text() []byte {
	slices.SortStableFunc(e.edits, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	source := e.outline.reader.source
	var b strings.Builder
	at := 0
	for _, change := range e.edits {
		if change.start >= at {
			b.WriteString(source[at:change.start] + change.text)
			at = change.end
		}
	}
	b.WriteString(source[at:])
	return []byte(b.String())
}

// Set gives a name of a mapping a value as it is spelled, or nothing. A name that the mapping does not have is added behind
// those that come before it in the order. It reports whether that can be done.
func (e *Editor) Set(mapping *yaml.Node, name, value string, order []string) bool {
	if mapping.Style&yaml.FlowStyle != 0 {
		return false
	}
	if i := index(mapping, name); i >= 0 {
		return e.replace(mapping.Content[i], mapping.Content[i+1], value)
	}
	at := -1
	for i := 0; i < len(mapping.Content); i += 2 {
		if other := mapping.Content[i]; !e.gone[other] && slices.Index(order, other.Value) < slices.Index(order, name) {
			at = i
		}
	}
	if at < 0 {
		return false
	}
	indent := strings.Repeat(" ", mapping.Content[0].Column-1)
	e.addBelow(mapping.Content[at+1], strings.TrimRight(indent+name+": "+value, " "))
	return true
}

// Remove takes a name with its value out of a mapping. It reports whether that can be done: not where a comment goes with
// it, or where the name is the first of an item.
func (e *Editor) Remove(mapping *yaml.Node, name string) bool {
	i := index(mapping, name)
	if mapping.Style&yaml.FlowStyle != 0 || i == 0 {
		return false
	}
	if i < 0 {
		return true
	}
	e.gone[mapping.Content[i]] = true
	return e.removeLines(mapping.Content[i].Line, e.lastLine(mapping.Content[i+1]))
}

// Append adds an item, whose lines begin with a hyphen, to the end of a list that is not empty. It reports whether that can
// be done.
func (e *Editor) Append(list *yaml.Node, lines []string) bool {
	if !isBlockList(list) || e.gone[list.Content[len(list.Content)-1]] {
		return false
	}
	indent := strings.Repeat(" ", list.Column-1)
	for i, line := range lines {
		if line != "" {
			lines[i] = indent + line
		}
	}
	e.addBelow(list.Content[len(list.Content)-1], lines...)
	return true
}

// RemoveItem takes an item out of a list. It reports whether that can be done: not where a comment goes with it.
func (e *Editor) RemoveItem(list *yaml.Node, i int) bool {
	if !isBlockList(list) {
		return false
	}
	e.gone[list.Content[i]] = true
	return e.removeLines(list.Content[i].Line, e.lastLine(list.Content[i]))
}

func isBlockList(n *yaml.Node) bool {
	return n != nil && n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0
}

// index returns where the name is in the content of a mapping, or -1.
func index(mapping *yaml.Node, name string) int {
	for i := 0; i < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == name {
			return i
		}
	}
	return -1
}

// replace gives a name another value in the place of the one that it has.
func (e *Editor) replace(name, node *yaml.Node, value string) bool {
	if node.Kind != yaml.ScalarNode {
		return false
	}
	o := e.outline
	if IsNull(node) && node.Value == "" {
		at := o.scalarEnd(name, o.reader.offset(PositionOf(name)))
		colon := strings.IndexByte(o.reader.source[at:], ':')
		e.edits = append(e.edits, edit{at + colon + 1, at + colon + 1, " " + value})
		return colon >= 0
	}
	start := o.reader.offset(PositionOf(node))
	end := o.scalarEnd(node, start)
	if value == "" {
		start = len(strings.TrimRight(o.reader.source[:start], " "))
	}
	e.edits = append(e.edits, edit{start, end, value})
	return true
}

// addBelow adds lines below the last line of a node.
func (e *Editor) addBelow(n *yaml.Node, lines ...string) {
	r := e.outline.reader
	_, end := r.span(e.lastLine(n))
	lineBreak := "\n"
	if strings.Contains(r.source, "\r\n") {
		lineBreak = "\r\n"
	}
	e.edits = append(e.edits, edit{end, end, lineBreak + strings.Join(lines, lineBreak)})
}

// removeLines removes lines, from the first to the last, unless there is a comment in them.
func (e *Editor) removeLines(first, last int) bool {
	for _, c := range e.outline.comments {
		if c.at.Line >= first && c.at.Line <= last {
			return false
		}
	}
	r := e.outline.reader
	start, _ := r.span(first)
	_, end := r.span(last)
	if next, _ := r.span(last + 1); next > end {
		end = next
	}
	e.edits = append(e.edits, edit{start, end, ""})
	return true
}

// lastLine returns the last line of a node.
func (e *Editor) lastLine(n *yaml.Node) int {
	last := n.Line
	for _, child := range n.Content {
		last = max(last, e.lastLine(child))
	}
	if n.Kind == yaml.ScalarNode && !IsNull(n) {
		o := e.outline
		end := o.scalarEnd(n, o.reader.offset(PositionOf(n)))
		last = max(last, o.reader.position(max(0, end-1)).Line)
	}
	return last
}
