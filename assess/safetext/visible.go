// Package safetext says which characters of text from elsewhere may reach a terminal, makes such text safe to show, and
// finds the name that a misspelled word was meant to be, or lists the names that there are.
package safetext

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Forbidden reports whether a character is allowed nowhere in what people write: control characters except tabs and line
// breaks, line and paragraph separators, characters that reverse the direction of text, the zero-width space and the byte
// order mark, which nobody sees, and the two code points that are no characters. The joiners stay: names in many scripts
// need them.
func Forbidden(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n' && r != '\r'
	case r < 0x7f:
		return false
	case r == 0x200b || r == 0xfeff || r == 0xfffe || r == 0xffff:
		return true
	default:
		return r <= 0x9f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069
	}
}

// Visible returns text from elsewhere, such as the name of a file, for one line of a terminal: each character that
// could act on the terminal, or reverse the text around it, is written as an escape such as \x1b.
func Visible(text string) string { return visible(text, "") }

// VisibleLines is Visible for text of several lines, such as a note: line breaks and tabs stay.
func VisibleLines(text string) string { return visible(text, "\n\t") }

func visible(text, keep string) string {
	acts := func(r rune) bool { return (r < ' ' || Forbidden(r)) && !strings.ContainsRune(keep, r) }
	if utf8.ValidString(text) && !strings.ContainsFunc(text, acts) {
		return text
	}
	var b strings.Builder
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		if acts(r) || r == utf8.RuneError && size == 1 {
			quoted := strconv.QuoteToASCII(text[:size])
			b.WriteString(quoted[1 : len(quoted)-1])
		} else {
			b.WriteString(text[:size])
		}
		text = text[size:]
	}
	return b.String()
}
