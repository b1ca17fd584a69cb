package safetext

import (
	"strings"
	"unicode"
)

// Narrow returns what was typed with the ASCII characters that its characters stand for: the digits of every script, and
// the full-width forms of East Asian input methods. Everything else stays.
func Narrow(text string) string { return strings.Map(NarrowRune, text) }

// NarrowRune is Narrow for one character.
func NarrowRune(r rune) rune {
	switch {
	case r <= unicode.MaxASCII:
		return r
	case r == '\u3000': // the space of East Asian input methods
		return ' '
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case unicode.IsDigit(r):
		return '0' + value(r)
	default:
		return r
	}
}

// value returns what a digit stands for. In Unicode, the digits of each script are ten in a row.
func value(digit rune) rune {
	first := digit
	for _, r := range unicode.Nd.R16 {
		if rune(r.Lo) <= digit && digit <= rune(r.Hi) {
			first = rune(r.Lo)
		}
	}
	for _, r := range unicode.Nd.R32 {
		if rune(r.Lo) <= digit && digit <= rune(r.Hi) { //nolint:gosec // Unicode ends long before
			first = rune(r.Lo) //nolint:gosec // as above
		}
	}
	return (digit - first) % 10
}
