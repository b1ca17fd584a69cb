package cmd

import (
	"runtime"
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

// shellQuote returns the name of a file as one word of a command line that can be pasted into a shell of this system. One
// that holds what no shell can be given is quoted for reading alone.
func shellQuote(path string) string { return quoteFor(runtime.GOOS, path) }

func quoteFor(system, path string) string {
	path = notFlag(path)
	signs := "-_./:,+@%"
	if system == "windows" {
		signs += `\`
	}
	unsafe := func(r rune) bool {
		return !unicode.In(r, unicode.Letter, unicode.Digit, unicode.Mark) && !strings.ContainsRune(signs, r)
	}
	if path == "" || !strings.ContainsFunc(path, unsafe) || displayPath(path) != path {
		return displayPath(path)
	}
	if system != "windows" && strings.ContainsAny(path, `"$`+"`\\!") {
		return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
	}
	return `"` + path + `"`
}

// shellArgs returns paths as arguments of a command line, each with a text before it.
func shellArgs(before string, paths []string) string {
	var b strings.Builder
	for _, path := range paths {
		b.WriteString(before)
		b.WriteString(shellQuote(path))
	}
	return b.String()
}
