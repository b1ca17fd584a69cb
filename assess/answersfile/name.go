package answersfile

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess"
)

// longestName is how much of the name of a coalition or of a person goes into the name of a file, in bytes.
const longestName = 60

// device reports whether Windows takes a name for a device, with any ending: text written there is lost.
func device(name string) bool {
	switch strings.TrimRight(name, "0123456789") {
	case "con", "prn", "aux", "nul":
		return len(name) == 3
	case "com", "lpt":
		return len(name) == 4
	default:
		return false
	}
}

// Name offers a name for an answers file, from the coalition, the respondent and the date where there are any, such
// as riverside-youth-coalition-anna-berg-2026-11-21.yaml. It has no folder, and only letters, digits and hyphens before
// its ending.
func Name(a *assess.Answers) string {
	parts := []string{cmp.Or(hyphenated(a.Coalition), "coalition"), hyphenated(a.Respondent), a.Date}
	name := strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), "-")
	if device(name) {
		name = "coalition-" + name
	}
	return name + ".yaml"
}

// hyphenated returns the words of a name with hyphens between them, cut to longestName.
func hyphenated(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	name := strings.Join(words, "-")
	for len(name) > longestName {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	return strings.TrimRight(name, "-")
}
