package safetext

import "strings"

// TypedLine returns text that was typed or pasted as a name may hold it: one line, without what an answers file
// refuses.
func TypedLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return keep(r)
	}, strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\r\n", "\n"))
}

// TypedNote returns text that was typed or pasted as a note may hold it. Line breaks stay, and anything else that ends
// a line becomes one.
func TypedNote(s string) string {
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
	if Forbidden(r) {
		return -1
	}
	return r
}
