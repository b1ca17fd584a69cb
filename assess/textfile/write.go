package textfile

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Block returns a text as a file spells it: one of several lines as a block that people can read, with this
// indentation, else as Scalar does.
func Block(text, indent string) string {
	body, ended := strings.CutSuffix(text, "\n")
	lines := strings.Split(body, "\n")
	first, last := lines[0], lines[len(lines)-1]
	if len(lines) < 2 || first == "" || first[0] == ' ' || last == "" || slices.ContainsFunc(lines, unfitForBlock) {
		return Scalar(text)
	}
	var b strings.Builder
	b.WriteByte('|')
	if !ended {
		b.WriteByte('-')
	}
	for _, l := range lines {
		b.WriteByte('\n')
		if l != "" {
			b.WriteString(indent + l)
		}
	}
	return b.String()
}

// unfitForBlock reports whether a line in a block would be read back differently, or would hide something from a
// reader.
func unfitForBlock(line string) bool {
	return strings.HasSuffix(line, " ") || strings.ContainsFunc(line, needsEscape)
}

// Scalar returns a text as a file spells it in one line: without quotes only where every reader of YAML takes it for
// text.
func Scalar(s string) string {
	if IsPlainScalar(s) {
		return s
	}
	return DoubleQuoted(s)
}

// DoubleQuoted returns a text in double quotes, with every character escaped that could not stay as it is.
func DoubleQuoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case needsEscape(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// needsEscape reports whether a character must be escaped in a text. A tab would be read back, but is invisible; the others
// are refused when the file is read.
func needsEscape(r rune) bool { return r == '\t' || r == '\r' || safetext.Forbidden(r) }

// reserved lists the words that some reader of YAML takes for something other than text.
var reserved = []string{"true", "false", "yes", "no", "on", "off", "y", "n", "null"}

// IsPlainScalar reports whether a text needs no quotes: it starts with a letter, has no sign that means something in
// YAML, no space at its ends, and is none of the reserved words.
func IsPlainScalar(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(first) || strings.HasSuffix(s, " ") || slices.Contains(reserved, strings.ToLower(s)) {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" .,;()'/&+!?-–—’…", r)
	})
}
