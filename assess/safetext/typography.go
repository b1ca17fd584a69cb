package safetext

import "strings"

// StraightQuote returns the straight quote in whose place word processors, phones and web pages put a character, or 0.
func StraightQuote(r rune) rune {
	switch {
	case strings.ContainsRune("“”„‟«»〝〞″", r):
		return '"'
	case strings.ContainsRune("‘’‚‛‹›′", r):
		return '\''
	default:
		return 0
	}
}

// IsLongDash reports whether a character looks like a hyphen and is none.
func IsLongDash(r rune) bool {
	return r >= 0x2010 && r <= 0x2015 || r == 0x2212 || r == 0xfe58 || r == 0xfe63
}
