package textfile

import (
	"fmt"
	"strconv"
	"strings"
)

// maxQuoted is how many characters of a file's text an error repeats.
const maxQuoted = 60

// character names a character that is not allowed where it was found.
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
	case r == 0x200b:
		return "a zero-width space, which is invisible (U+200B),"
	case r == 0xfeff:
		return "a byte order mark, which is invisible (U+FEFF),"
	case r == 0xfffe || r == 0xffff:
		return fmt.Sprintf("a code point that is no character (U+%04X)", r)
	default:
		return fmt.Sprintf("an invisible character that reverses the text around it (U+%04X)", r)
	}
}

// Quote returns text from a file for use in an error: in quotes, cut to maxQuoted characters and with everything that
// could disturb a terminal written as an escape.
func Quote(s string) string {
	n := 0
	for i := range s {
		if n == maxQuoted {
			return strconv.Quote(s[:i]) + "..."
		}
		n++
	}
	return strconv.Quote(s)
}

// Spelled returns text from a file unchanged where it is short and simple, else quoted.
func Spelled(s string) string {
	simple := func(r rune) bool {
		return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune("+-._/~", r)
	}
	if s == "" || len(s) > maxQuoted || strings.ContainsFunc(s, func(r rune) bool { return !simple(r) }) {
		return Quote(s)
	}
	return s
}
