package wizard

import (
	"strings"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// cleanLine returns text as a name may hold it: one line, without what an answers file refuses.
func cleanLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return keep(r)
	}, strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\r\n", "\n"))
}

// cleanNote returns text as a note may hold it. Line breaks stay; whatever else ends a line becomes one.
func cleanNote(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\t':
			return r
		case '\r', '\u2028', '\u2029':
			return '\n'
		}
		return keep(r)
	}, s)
}

// keep drops the characters that no answers file may hold.
func keep(r rune) rune {
	if safetext.Forbidden(r) {
		return -1
	}
	return r
}

// oneLine returns a note as one line, for showing that there is one.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
