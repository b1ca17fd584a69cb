package assess

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxQuoted is how many characters of a file's text an error repeats.
const maxQuoted = 60

// Forbidden reports whether a character may stand nowhere in an answers file, neither as it is nor as an escape: control
// characters but for tabs and line breaks, line and paragraph separators, what reverses the direction of text, and the
// two code points that are no characters. A name may hold no tab and no line break either.
func Forbidden(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n' && r != '\r'
	case r < 0x7f:
		return false
	default:
		return r <= 0x9f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfffe || r == 0xffff
	}
}

// character names a character that may not stand where it was found.
func character(r rune) string {
	switch {
	case r == '\t':
		return "a tab"
	case r == '\n' || r == '\r':
		return "a line break"
	case r <= 0x9f:
		return fmt.Sprintf("a control character (U+%04X)", r)
	case r == 0x2028 || r == 0x2029:
		return fmt.Sprintf("a line separator (U+%04X)", r)
	case r == 0xfffe || r == 0xffff:
		return fmt.Sprintf("a code point that is no character (U+%04X)", r)
	default:
		return fmt.Sprintf("an invisible character that reverses the text around it (U+%04X)", r)
	}
}

// quote returns text from a file for use in an error: in quotes, cut to maxQuoted characters and with everything that
// could disturb a terminal written as an escape.
func quote(s string) string {
	n := 0
	for i := range s {
		if n == maxQuoted {
			return strconv.Quote(s[:i]) + "..."
		}
		n++
	}
	return strconv.Quote(s)
}

// spelled returns text from a file as it stands there when it is short and simple, else quoted.
func spelled(s string) string {
	simple := func(r rune) bool {
		return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune("+-._/~", r)
	}
	if s == "" || len(s) > maxQuoted || strings.ContainsFunc(s, func(r rune) bool { return !simple(r) }) {
		return quote(s)
	}
	return s
}

// inWords joins words as in "a, b and c".
func inWords(words []string, and string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + and + " " + words[last]
}

// Visible returns text for showing it in one line of a terminal, where it may hold what comes from elsewhere, such as
// the name of a file: with every character that could act on the terminal, or reverse the text around it, written as
// an escape such as \x1b.
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
