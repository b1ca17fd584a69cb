package textfile

import (
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// longLine is from how many characters on a mail program may have broken a line.
const longLine = 60

// mendLine mends a line, but for what somebody wrote in their own words, and comments.
func (m *mender) mendLine() {
	indent := indentation(m.text)
	if m.opaque >= 0 && (indent == len(m.text) || visibleIndent(m.text) > m.opaque) {
		m.words = indent < len(m.text)
		m.keep(0, len(m.text))
		return
	}
	if m.words && m.isBrokenOff(indent) {
		m.note(wrappedText, indent, "this looks like the end of the text above, which a mail program broke off; join the two lines")
		return
	}
	m.opaque, m.words = -1, false
	long := m.comment
	m.comment = false
	if long && m.depth == 0 && m.isProse(indent) {
		m.note(wrappedComment, indent, "this looks like the end of the comment above, which a mail program broke off; join the two lines")
		m.comment = true
		return
	}
	if strings.HasPrefix(string(m.text[indent:]), "//") {
		m.note(slashes, indent, "// begins no comment in such a file; remove the line, or write # in place of // where the file is not JSON")
		return
	}
	for i := 0; i < len(m.text); {
		i = m.mendAt(i, indent)
	}
}

// isBrokenOff reports whether the line is several words, and no name with an answer whose colon is missing.
func (m *mender) isBrokenOff(indent int) bool {
	words := strings.Fields(string(m.text[indent:]))
	return m.isProse(indent) && len(words) > 1 && !m.isName(words[0]) && len([]rune(words[len(words)-1])) > 2
}

// visibleIndent returns how far to the right a line begins: what nobody sees takes no space.
func visibleIndent(line []rune) int {
	n := 0
	for _, r := range line[:indentation(line)] {
		if !isInvisible(r) {
			n++
		}
	}
	return n
}

// isProse reports whether the line has words and nothing that has a meaning in such a file.
func (m *mender) isProse(indent int) bool {
	line := string(m.text[indent:])
	return line != "" && !strings.HasPrefix(line, "- ") && !strings.ContainsAny(line, ":：#{}[]") && !m.reader.isKnown(strings.TrimSpace(line))
}

// mendAt mends what is at an index of the line and returns the index of what comes next.
func (m *mender) mendAt(i, indent int) int {
	switch c := narrow(m.text[i]); {
	case isBlank(c):
		m.mendRune(i)
	case c == '#' && (i == 0 || isBlank(m.text[i-1])):
		m.comment = len(m.text) >= longLine
		m.keep(i, len(m.text))
		return len(m.text)
	case c == '{' || c == '[':
		m.depth++
		m.mendRune(i)
	case c == '}' || c == ']':
		m.depth = max(m.depth-1, 0)
		m.mendRune(i)
	case c == ',' && m.depth > 0:
		m.mendRune(i)
	default:
		return m.mendToken(i, indent)
	}
	return i + 1
}

// mendToken mends a name or a value. Behind a name whose value people write in their own words, or that is not known, it
// passes over the value.
func (m *mender) mendToken(i, indent int) int {
	end := m.tokenEnd(i)
	colon := m.skipBlanks(end)
	if !m.isColon(colon, m.text[end-1]) {
		m.mendRunes(i, end)
		return end
	}
	first := len(m.out)
	m.mendRunes(i, end)
	name := strings.Trim(string(m.out[first:]), `"'`)
	if lower := strings.ToLower(name); lower != name && !m.reader.isKnown(name) && m.reader.isKnown(lower) {
		m.note(capital, i, "names are written in small letters: %q, not %q", lower, name)
		copy(m.out[first:], []rune(strings.ToLower(string(m.out[first:]))))
		name = lower
	}
	m.mendRunes(end, colon+1)
	value := m.skipBlanks(colon + 1)
	if narrow(m.text[colon]) != m.text[colon] && value == colon+1 && value < len(m.text) {
		m.put(' ', colon)
	}
	m.mendRunes(colon+1, value)
	ownWords := slices.Contains(m.reader.Texts, name)
	if ownWords && m.depth == 0 {
		m.opaque, m.words = indent, value < len(m.text)
	}
	if ownWords || !m.reader.isKnown(name) {
		return m.passOver(value)
	}
	return value
}

// tokenEnd returns where a name or value ends that starts at an index.
func (m *mender) tokenEnd(i int) int {
	if end := m.quotedEnd(i); end > 0 {
		return end
	}
	end := i + 1
	for j := i; j < len(m.text); j++ {
		c := narrow(m.text[j])
		if m.isColon(j, c) && j > i || c == '#' && isBlank(m.text[j-1]) || m.depth > 0 && strings.ContainsRune(",{}[]", c) {
			break
		}
		if !isBlank(c) {
			end = j + 1
		}
	}
	return end
}

// quotedEnd returns where a quoted text ends that starts at an index, or 0 where none starts or its end is not in the line.
// Between brackets the quotes may be curly.
func (m *mender) quotedEnd(i int) int {
	opening := m.text[i]
	switch {
	case opening == '"' || opening == '\'':
		for j := i + 1; j < len(m.text); j++ {
			switch m.text[j] {
			case opening:
				return j + 1
			case '\\':
				if opening == '"' {
					j++
				}
			}
		}
	case m.depth > 0 && safetext.StraightQuote(opening) != 0:
		for j := i + 1; j < len(m.text); j++ {
			next := m.skipBlanks(j + 1)
			if safetext.StraightQuote(m.text[j]) != 0 && (next == len(m.text) || strings.ContainsRune(",:{}[]", narrow(m.text[next]))) {
				return j + 1
			}
		}
	}
	return 0
}

// isColon reports whether a colon that ends a name is at an index. Behind a closing quote no space needs to follow it.
func (m *mender) isColon(i int, before rune) bool {
	switch {
	case i >= len(m.text) || narrow(m.text[i]) != ':':
		return false
	case m.text[i] != ':' || before == '"' || before == '\'' || safetext.StraightQuote(before) != 0:
		return true
	default:
		return i+1 == len(m.text) || isBlank(m.text[i+1])
	}
}

// passOver keeps a value that somebody wrote in their own words. Curly quotes around it are mended where it cannot be read
// without quotes.
func (m *mender) passOver(i int) int {
	end := m.valueEnd(i)
	last := end
	for last > i && isBlank(m.text[last-1]) {
		last--
	}
	if last-i < 2 || safetext.StraightQuote(m.text[i]) == 0 || safetext.StraightQuote(m.text[last-1]) == 0 || m.depth == 0 && !needsQuotes(string(m.text[i:last])) {
		m.comment = m.depth == 0 && len(m.text) >= longLine && strings.Contains(string(m.text[i:end]), "  # ")
		m.keep(i, end)
		return end
	}
	m.noteQuote(i)
	m.put('"', i)
	for j := i + 1; j < last-1; j++ {
		if m.text[j] == '"' || m.text[j] == '\\' {
			m.put('\\', j)
		}
		m.put(m.text[j], j)
	}
	m.noteQuote(last - 1)
	m.put('"', last-1)
	m.keep(last, end)
	return end
}

// valueEnd returns where a value in somebody's own words ends: at the end of the line or, between brackets, where the next
// value starts.
func (m *mender) valueEnd(i int) int {
	if i == len(m.text) || m.depth == 0 {
		return len(m.text)
	}
	if end := m.quotedEnd(i); end > 0 {
		return end
	}
	if n := slices.IndexFunc(m.text[i:], func(r rune) bool { return strings.ContainsRune(",}]", r) }); n >= 0 {
		return i + n
	}
	return len(m.text)
}

// needsQuotes reports whether YAML would not read a text to its end without quotes.
func needsQuotes(text string) bool {
	return strings.Contains(text, ": ") || strings.Contains(text, " #")
}

func (m *mender) skipBlanks(i int) int {
	for i < len(m.text) && isBlank(m.text[i]) {
		i++
	}
	return i
}

// put adds a character to the mended line, which comes from a column.
func (m *mender) put(r rune, column int) {
	m.out, m.from = append(m.out, r), append(m.from, column)
}

// keep adds a part of the line as it is.
func (m *mender) keep(from, to int) {
	for i := from; i < to; i++ {
		m.put(m.text[i], i)
	}
}

func (m *mender) mendRunes(from, to int) {
	for i := from; i < to; i++ {
		m.mendRune(i)
	}
}
