package textfile

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// unmark takes the marks of lists away that stand before names. A hyphen is one where names without it stand beside it, or
// where every line has one: else the file is a list.
func (m *mender) unmark() {
	bare, marked := 0, 0
	for _, line := range m.lines {
		if found := listMark().FindStringSubmatch(line); found != nil && m.isName(found[4]) {
			marked++
		} else if name, _, _ := strings.Cut(line, ":"); m.isName(name) {
			bare++
		} else if strings.TrimSpace(line) != "" {
			marked = -len(m.lines)
		}
	}
	inText := m.reader.inText(m.lines)
	mixed := m.reader.unparsed && (bare > 0 || marked > 1)
	for i, line := range m.lines {
		found := listMark().FindStringSubmatch(line)
		if found == nil || !m.isName(found[4]) || inText[i] {
			continue
		}
		if named := strings.HasSuffix(found[3], ":"); found[2] == "-" && (!mixed || !named || m.reader.Lists) {
			continue
		}
		indent := utf8.RuneCountInString(found[1])
		m.line = i
		m.note(listMarks, indent, "%s marks the item of a list; remove it and the space after it", found[2])
		m.cut(i, part{from: indent, to: utf8.RuneCountInString(strings.TrimSuffix(found[0], found[3]))})
	}
}

func (m *mender) isName(text string) bool { return m.reader.isKnown(strings.ToLower(text)) }

// listMark matches the mark of a list and the name behind it.
var listMark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\s*)([-*+•◦·‣▪●○⁃∙])\s+(([\pL\pN_-]+)\s*:?)`)
})

// unHTML takes the tags and character references of web pages away, but for those in somebody's own words.
func (m *mender) unHTML() {
	inText := m.reader.inText(m.lines)
	for i, line := range m.lines {
		name, _, _ := strings.Cut(line, ":")
		if !strings.ContainsAny(line, "<&") || inText[i] || slices.Contains(m.reader.Texts, strings.TrimSpace(name)) {
			continue
		}
		m.line = i
		var parts []part
		column, done := 0, 0
		for _, at := range htmlMark().FindAllStringIndex(line, -1) {
			column += utf8.RuneCountInString(line[done:at[0]])
			mark := line[at[0]:at[1]]
			m.note(htmlMarks, column, "%s is a sign of web pages (HTML); remove it, or write what it stands for", mark)
			p := part{from: column, to: column + utf8.RuneCountInString(mark)}
			if strings.EqualFold(mark, "&nbsp;") {
				p.with = ' '
			}
			parts = append(parts, p)
			column, done = p.to, at[1]
		}
		if parts != nil {
			m.cut(i, parts...)
		}
	}
}

var htmlMark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)</?(?:a|b|blockquote|br|code|div|em|font|i|li|ol|p|pre|span|strong|table|td|tr|ul)(?:\s[^<>]*)?/?>` +
		`|&(?:amp|apos|gt|hellip|ldquo|lsquo|lt|mdash|nbsp|ndash|quot|rdquo|rsquo|#\d{1,6}|#x[0-9a-f]{1,5});`)
})

// unJSONComment takes comments away where the file is like JSON, but for those that take a whole line.
func (m *mender) unJSONComment() {
	if !strings.HasPrefix(strings.TrimLeft(m.reader.source, " \t\r\n"), "{") {
		return
	}
	within := false // a comment of several lines
	for i, line := range m.lines {
		if !within && !strings.Contains(line, "//") && !strings.Contains(line, "/*") {
			continue
		}
		m.line = i
		var parts []part
		parts, within = m.jsonComments([]rune(line), within)
		if parts != nil {
			m.cut(i, parts...)
		}
	}
}

// jsonComments returns the comments of a line, and whether the last one goes on in the next line. within says that the line
// begins in a comment.
func (m *mender) jsonComments(text []rune, within bool) (parts []part, goesOn bool) {
	from := 0
	var quote rune
	for i := 0; i < len(text); i++ {
		next := rune(0)
		if i+1 < len(text) {
			next = text[i+1]
		}
		switch c := text[i]; {
		case within && c == '*' && next == '/':
			parts, within = append(parts, part{from: from, to: i + 2}), false
			i++
		case within:
		case quote != 0 && c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c != '/' || i > 0 && !strings.ContainsRune(" \t,{}[]\"'0123456789", text[i-1]):
		case next == '/' && indentation(text) < i:
			m.note(jsonComments, i, "JSON has no comments; remove this one")
			return append(parts, part{from: i, to: len(text)}), false
		case next == '*':
			m.note(jsonComments, i, "JSON has no comments; remove this one")
			within, from = true, i
			i++
		}
	}
	if within {
		parts = append(parts, part{from: from, to: len(text)})
	}
	return parts, within
}
