package answersfile

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// jsonTree builds the nodes that YAML would give from text that is known to be valid JSON. YAML itself reads most of
// JSON, but neither tabs as indentation nor one character written as two escapes.
type jsonTree struct {
	rest  string
	at    position
	found *problems
}

// parseJSON returns the tree of nodes of valid JSON.
func parseJSON(source string, found *problems) *yaml.Node {
	t := jsonTree{rest: source, at: position{1, 1}, found: found}
	return t.value(1)
}

// value reads one value and everything in it.
func (t *jsonTree) value(depth int) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode}
	t.space()
	n.Line, n.Column = t.at.line, t.at.column
	switch t.rest[0] {
	case '{':
		n.Kind, n.Tag = yaml.MappingNode, "!!map"
		n.Content = t.contents(depth)
	case '[':
		n.Kind, n.Tag = yaml.SequenceNode, "!!seq"
		n.Content = t.contents(depth)
	case '"':
		n.Tag, n.Style = "!!str", yaml.DoubleQuotedStyle
		n.Value = t.text()
	default:
		n.Value = t.next(strings.IndexAny(t.rest, " \t\r\n,]}"))
		if n.Value == "null" {
			n.Tag = "!!null"
		}
	}
	return n
}

// contents reads what stands between two brackets. Beyond maxDepth it gives up on the rest of the text.
func (t *jsonTree) contents(depth int) []*yaml.Node {
	if depth > maxDepth {
		t.found.addf(t.at, hintDepth)
		t.rest = ""
		return nil
	}
	t.next(1)
	var nodes []*yaml.Node
	for t.space(); t.rest != "" && t.rest[0] != '}' && t.rest[0] != ']'; t.space() {
		nodes = append(nodes, t.value(depth+1))
	}
	if t.rest != "" {
		t.next(1)
	}
	return nodes
}

// text reads a quoted text, with every escape replaced by what it stands for.
func (t *jsonTree) text() string {
	start := t.at
	t.next(1)
	var b strings.Builder
	halved := false
	for {
		b.WriteString(t.next(strings.IndexAny(t.rest, `"\`)))
		if t.rest[0] == '"' {
			t.next(1)
			return b.String()
		}
		r := t.escape()
		if utf16.IsSurrogate(r) && !halved {
			t.found.addf(start, `this text holds half of a character (\u%04x); write the character itself`, r)
			halved = true
		}
		b.WriteRune(r)
	}
}

// escape reads one character that is written with a backslash, or as two such halves. A half that stands alone is
// returned as it is.
func (t *jsonTree) escape() rune {
	if t.rest[1] != 'u' {
		c := t.next(2)[1]
		if i := strings.IndexByte("bfnrt", c); i >= 0 {
			return rune("\b\f\n\r\t"[i])
		}
		return rune(c)
	}
	r := escaped(t.next(6))
	if whole := utf16.DecodeRune(r, escaped(t.rest)); whole != utf8.RuneError {
		t.next(6)
		return whole
	}
	return r
}

// escaped returns the value of the \uXXXX escape at the start of s, or -1 where there is none.
func escaped(s string) rune {
	if len(s) < 6 || s[:2] != `\u` {
		return -1
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	if err != nil {
		return -1
	}
	return rune(n)
}

// space skips what stands between two values.
func (t *jsonTree) space() {
	for t.rest != "" && strings.IndexByte(" \t\r\n,:", t.rest[0]) >= 0 {
		if strings.HasPrefix(t.rest, "\r\n") {
			t.rest = t.rest[1:]
		}
		if t.rest[0] == '\n' || t.rest[0] == '\r' {
			t.at = position{t.at.line + 1, 0}
		}
		t.next(1)
	}
}

// next takes n bytes that hold no line break.
func (t *jsonTree) next(n int) string {
	taken := t.rest[:n]
	t.rest = t.rest[n:]
	t.at.column += utf8.RuneCountInString(taken)
	return taken
}
