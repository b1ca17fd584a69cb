package cmd

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// displayPath returns the name of a file as messages show it: in quotes where it is empty or holds anything that could
// disturb a terminal.
func displayPath(path string) string {
	// The joiners are part of words in many scripts.
	disturbs := func(r rune) bool { return !strconv.IsPrint(r) && r != '\u200c' && r != '\u200d' }
	if path == "" || !utf8.ValidString(path) || strings.ContainsFunc(path, disturbs) {
		return strconv.Quote(path)
	}
	return path
}

// shellQuote returns the name of a file as one word of a command line that can be pasted into a shell.
func shellQuote(path string) string {
	if strings.HasPrefix(path, "-") {
		path = "./" + path
	}
	safe := func(r rune) bool {
		return unicode.In(r, unicode.Letter, unicode.Digit, unicode.Mark) || strings.ContainsRune("-_./:\\,+@%", r)
	}
	if path == "" || !strings.ContainsFunc(path, func(r rune) bool { return !safe(r) }) || displayPath(path) != path {
		return displayPath(path)
	}
	if strings.ContainsAny(path, `"$`+"`\\!") {
		return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
	}
	return `"` + path + `"`
}
