package textfile

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// parseJSON returns the tree of nodes of a source that is valid JSON. YAML itself reads most of JSON, but neither tabs
// as indentation nor one character written as two escapes.
func (r *Reader) parseJSON() *yaml.Node {
	t := jsonTree{Reader: r, decoder: json.NewDecoder(strings.NewReader(r.source)), at: start}
	t.decoder.UseNumber()
	return t.value(1)
}

// jsonTree builds the nodes that YAML would give from the tokens of JSON.
type jsonTree struct {
	*Reader
	decoder *json.Decoder
	// offset and at are the place in the source up to which it is read, in bytes and in lines.
	offset  int
	at      Position
	tooDeep bool
}

// value reads one value and everything in it. It returns nil at a closing bracket, and after a bracket beyond MaxDepth,
// where it gives up on the rest of the text.
func (t *jsonTree) value(depth int) *yaml.Node {
	if t.tooDeep {
		return nil
	}
	rest := t.source[t.offset:]
	t.advance(len(rest) - len(strings.TrimLeft(rest, " \t\r\n,:")))
	n := &yaml.Node{Kind: yaml.ScalarNode, Line: t.at.Line, Column: t.at.Column}
	token, err := t.decoder.Token()
	if err != nil {
		panic(err) // the source is valid
	}
	spelled := t.advance(int(t.decoder.InputOffset()) - t.offset)
	switch token := token.(type) {
	case json.Delim:
		return t.contents(n, token, depth)
	case string:
		n.Tag, n.Style, n.Value = "!!str", yaml.DoubleQuotedStyle, token
		if half, found := halfCharacter(spelled); found {
			t.Addf(n, `this text holds half of a character (\u%04x); write the character itself`, half)
		}
	case nil:
		n.Tag, n.Value = "!!null", spelled
	default:
		n.Value = spelled
	}
	return n
}

// contents reads what is between an opening bracket and its closing one.
func (t *jsonTree) contents(n *yaml.Node, bracket json.Delim, depth int) *yaml.Node {
	switch bracket {
	case '{':
		n.Kind, n.Tag = yaml.MappingNode, "!!map"
	case '[':
		n.Kind, n.Tag = yaml.SequenceNode, "!!seq"
	default:
		return nil
	}
	if depth > t.MaxDepth {
		t.Addf(n, "%s", t.Messages.TooDeep)
		t.tooDeep = true
		return n
	}
	for child := t.value(depth + 1); child != nil; child = t.value(depth + 1) {
		n.Content = append(n.Content, child)
	}
	return n
}

// advance moves on by a number of bytes and returns them.
func (t *jsonTree) advance(bytes int) string {
	passed := t.source[t.offset : t.offset+bytes]
	t.offset += bytes
	last := passed
	if strings.ContainsAny(passed, "\r\n") {
		lines := Lines(passed)
		last = lines[len(lines)-1]
		t.at = Position{t.at.Line + len(lines) - 1, 1}
	}
	t.at.Column += utf8.RuneCountInString(last)
	return passed
}

// escapes matches the escapes of a quoted text. The two halves of a character that is written as two escapes are one
// match.
var escapes = regexp.MustCompile(`\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|.)`)

// halfCharacter returns the first escape of a quoted text that is half of a character without the other half.
// encoding/json replaces it in silence.
func halfCharacter(quoted string) (half rune, found bool) {
	if !strings.Contains(quoted, `\u`) {
		return 0, false
	}
	for _, escape := range escapes.FindAllString(quoted, -1) {
		if digits, ok := strings.CutPrefix(escape, `\u`); ok && len(digits) == 4 {
			code, err := strconv.ParseUint(digits, 16, 16)
			if err == nil && utf16.IsSurrogate(rune(code)) {
				return rune(code), true
			}
		}
	}
	return 0, false
}
