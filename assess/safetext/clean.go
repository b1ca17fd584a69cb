package safetext

import (
	"strings"
	"unicode"
)

// Clean makes text from elsewhere safe for one line of anything: whatever ends a line or acts on a terminal becomes a
// space, and so does every run of spaces. None is left at the ends.
func Clean(text string) string {
	if printable(text) && !strings.HasPrefix(text, " ") && !strings.HasSuffix(text, " ") && !strings.Contains(text, "  ") {
		return text
	}
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, " "), breaks), " ")
}

// OneLine is Clean for a part of a line: it keeps the spaces, also those at the ends.
func OneLine(text string) string {
	if printable(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if breaks(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, " "))
}

// breaks reports whether a character may not stand in a line, or is a space.
func breaks(r rune) bool { return unicode.IsSpace(r) || Forbidden(r) }

// printable reports whether a text has nothing but the printable characters of ASCII, as most texts do. It saves them the
// work of looking at each as Unicode.
func printable(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}
