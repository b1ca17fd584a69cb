package cmd

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// displayPath returns the name of a file as messages show it: in quotes where it is empty or holds anything that could
// disturb a terminal, and so that a message that it begins is no formula of a spreadsheet.
func displayPath(path string) string {
	path = notFlag(path)
	// The joiners are part of words in many scripts.
	disturbs := func(r rune) bool { return !strconv.IsPrint(r) && r != '\u200c' && r != '\u200d' }
	if path == "" || !utf8.ValidString(path) || strings.ContainsFunc(path, disturbs) {
		return strconv.Quote(path)
	}
	return path
}

// notFlag returns the name of a file as no program takes it for a flag, and no spreadsheet for a formula.
func notFlag(path string) string {
	if path != "-" && safetext.BeginsFormula(path) {
		return "./" + path
	}
	return path
}

// shellQuote returns the name of a file as one word of a command line that can be pasted into a shell.
func shellQuote(path string) string {
	path = notFlag(path)
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
