package answersfile

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/coalcheck/coalcheck/assess"
)

// How much of the name of a coalition or of a person goes into the name of a file, in characters and in bytes. Disks allow
// 255 bytes in all.
const (
	longestName = 60
	largestPart = 100
)

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
// as riverside-youth-coalition-anna-berg-2026-11-21.yaml. It has no folder, and only letters with their signs, digits and hyphens before
// its ending.
func Name(a *assess.Answers) string { return named(a, hyphenated(a.Respondent)) + Extensions[0] }

// NameFor offers a name for a file of another kind that is made from answers, such as
// riverside-youth-coalition-plan-2026-11-21.yaml. It names nobody who answered: what is in it belongs to the coalition. kind may
// be empty; ending begins with a dot.
func NameFor(a *assess.Answers, kind, ending string) string { return named(a, kind) + ending }

// named puts a word between the name of the coalition and the date.
func named(a *assess.Answers, word string) string {
	parts := []string{cmp.Or(hyphenated(a.Coalition), "coalition"), word, a.Date}
	name := strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), "-")
	if device(name) {
		name = "coalition-" + name
	}
	return name
}

// hyphenated returns the words of a name with hyphens between them, cut to longestName and largestPart.
func hyphenated(text string) string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), func(r rune) bool { return !startsWord(r) && !goesOn(r) })
	for i := range words {
		words[i] = strings.TrimRightFunc(strings.TrimLeftFunc(words[i], goesOn), isJoiner)
	}
	words = slices.DeleteFunc(words, func(word string) bool { return word == "" })
	return strings.TrimRight(cut(strings.Join(words, "-")), "-")
}

// cut returns the first characters of a text. What people see as one character, such as a letter with its vowel sign, stays
// whole.
func cut(text string) string {
	if len(text) <= longestName {
		return text
	}
	end, joined, count := 0, false, 0
	for i, r := range text + " " {
		if !goesOn(r) && !joined {
			end = i
		}
		if count++; count > longestName || i+utf8.RuneLen(r) > largestPart {
			break
		}
		joined = isJoiner(r) || norm.NFC.PropertiesString(string(r)).CCC() == virama
	}
	return text[:end]
}

// virama is the combining class of the signs that join two letters in the scripts of India.
const virama = 9

func startsWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// goesOn reports whether a character belongs to the letter before it, in many scripts as its vowel.
func goesOn(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Mc) && r != emoji || isJoiner(r) }

// emoji is the sign after which a character is a picture.
const emoji = '\ufe0f'

func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }
