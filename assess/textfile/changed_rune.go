package textfile

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// mendRune mends one character, which is not part of anybody's own words.
func (m *mender) mendRune(i int) {
	r := m.text[i]
	if r < 0x80 {
		m.put(r, i)
		return
	}
	switch digit, kind := plainDigit(r); {
	case kind != "":
		m.note(foreignDigit, i, "%c is %s; write %c", r, kind, digit)
		m.put(digit, i)
	case safetext.StraightQuote(r) != 0:
		if !m.isBetweenWords(i) { // then it is an apostrophe
			m.noteQuote(i)
			r = safetext.StraightQuote(r)
		}
		m.put(r, i)
	case safetext.IsLongDash(r):
		m.mendDash(i)
	case string(r) == byteOrderMark:
		m.note(strayMark, i, "an invisible byte order mark (U+FEFF) is here, as after joining files; delete it")
	case isInvisible(r):
		m.note(invisible, i, "%s is here; delete it, if need be with the characters beside it, and type those again", invisibleName(r))
	case unicode.IsSpace(r):
		m.note(specialSpace, i, "%s is here; put an ordinary space in its place", spaceName(r))
		m.put(' ', i)
	case narrow(r) != r:
		m.note(wideSign, i, "%c is a full-width sign; write %c", r, narrow(r))
		m.put(narrow(r), i)
	case letters(r) != "":
		m.note(ligature, i, "%c is one sign for several letters, as in a PDF document; write %s", r, letters(r))
		for _, letter := range letters(r) {
			m.put(letter, i)
		}
	default:
		m.put(r, i)
	}
}

func (m *mender) noteQuote(i int) {
	m.note(curlyQuote, i, `the quote %c is curly, as word processors and phones write it; write a straight one, " or '`, m.text[i])
}

// mendDash mends a long dash in a name or a date, before the item of a list, and in a line of dashes. Elsewhere nothing
// says that it should be a short one.
func (m *mender) mendDash(i int) {
	line := strings.TrimFunc(string(m.text), isBlank)
	switch {
	case strings.TrimFunc(line, func(r rune) bool { return r == '-' || safetext.IsLongDash(r) }) == "":
		for range 3 - min(len([]rune(line)), 3) {
			m.put('-', i)
		}
	case !m.isBetweenWords(i) && (i != indentation(m.text) || i+1 == len(m.text) || !isBlank(m.text[i+1])):
		m.put(m.text[i], i)
		return
	}
	m.note(longDash, i, "the dash %c is a long one, as word processors write it; write a hyphen, -", m.text[i])
	m.put('-', i)
}

// isBetweenWords reports whether there are letters or digits on both sides.
func (m *mender) isBetweenWords(i int) bool {
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return i > 0 && i+1 < len(m.text) && inWord(m.text[i-1]) && inWord(m.text[i+1])
}

// isBlank reports whether a character is a space of any kind, or not to be seen at all.
func isBlank(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) }

// isInvisible reports whether a character only changes how others look, or does nothing.
func isInvisible(r rune) bool {
	return r > 0x7f && (unicode.Is(unicode.Cf, r) || r >= 0xfe00 && r <= 0xfe0f || r == 0x20e3 || r == 0x34f)
}

func invisibleName(r rune) string {
	switch r {
	case 0x200b:
		return "a zero-width space, which is invisible (U+200B),"
	case 0xad:
		return "a soft hyphen, which is invisible (U+00AD),"
	case 0x200c, 0x200d, 0x2060:
		return fmt.Sprintf("a joiner, which is invisible (U+%04X),", r)
	default:
		return fmt.Sprintf("an invisible character (U+%04X)", r)
	}
}

func spaceName(r rune) string {
	switch r {
	case 0xa0, 0x202f, 0x2007:
		return fmt.Sprintf("a no-break space (U+%04X)", r)
	case 0x3000:
		return "a full-width space (U+3000)"
	default:
		return fmt.Sprintf("a space of a special width (U+%04X)", r)
	}
}

// plainDigit returns the digit that another one means, and what that one is; or "" where a character is none.
func plainDigit(r rune) (digit rune, kind string) {
	switch {
	case r >= '０' && r <= '９':
		return safetext.NarrowRune(r), "a full-width digit"
	case r >= '①' && r <= '⑨':
		return '1' + r - '①', "a digit in a circle"
	case r >= '⁴' && r <= '⁹':
		return '4' + r - '⁴', "a raised digit"
	case r == '¹' || r == '²' || r == '³':
		return map[rune]rune{'¹': '1', '²': '2', '³': '3'}[r], "a raised digit"
	case r > unicode.MaxASCII && unicode.IsDigit(r):
		return safetext.NarrowRune(r), "a digit of another script"
	default:
		return 0, ""
	}
}

// narrow returns the ordinary form of a full-width sign or letter, and every other character as it is.
func narrow(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '﹕' || r == '∶':
		return ':'
	default:
		return r
	}
}

// letters returns the letters of which a character is made, or "".
func letters(r rune) string {
	if r < 'ﬀ' || r > 'ﬆ' {
		return ""
	}
	return []string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-'ﬀ']
}
