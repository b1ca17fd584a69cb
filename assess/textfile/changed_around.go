package textfile

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// unsurround takes the lines away that a mail or a chat has before and behind the file.
func (m *mender) unsurround() {
	if first := m.firstLine(); first > 0 {
		for i := range first {
			if strings.TrimSpace(m.lines[i]) == "" || strings.HasPrefix(m.lines[i], "#") {
				continue
			}
			m.line = i
			if m.changes[linesBefore].count == 0 {
				m.note(linesBefore, 0, "this line does not belong to the file, which begins in line %d; remove all lines above that", first+1)
			}
			m.empty(i)
		}
	}
	last := m.lastLine()
	for i := last; i < len(m.lines); i++ {
		switch text := strings.TrimRight(m.lines[i], " "); {
		case text == "":
		case m.changes[linesBehind].count > 0:
			m.empty(i)
		case text == "--":
			m.line = i
			m.note(linesBehind, 0, "the signature of a mail begins here; remove this line and all lines below it")
			m.empty(i)
		default:
			m.line = i
			m.note(linesBehind, 0, "this line does not belong to the file; remove it and all lines below it")
			m.empty(i)
		}
	}
}

// firstLine returns where the line is that begins such a file, if what is above it is none of its lines, or else 0.
func (m *mender) firstLine() int {
	r := m.reader
	if r.First == "" {
		return 0
	}
	begins := r.First + ":"
	first := slices.IndexFunc(m.lines, func(l string) bool { return strings.HasPrefix(l, begins) })
	prose := false
	for i := range max(first, 0) {
		line := strings.TrimSpace(m.lines[i])
		name, _, named := strings.Cut(line, ":")
		switch {
		case strings.TrimLeftFunc(line, func(r rune) bool { return r == '-' || safetext.IsLongDash(r) }) == "" || line[0] == '#' || line[0] == '%':
		case r.isKnown(strings.ToLower(strings.TrimSpace(name))):
			return 0
		case !named || strings.ToLower(name) != name:
			prose = true
		}
	}
	if !prose {
		return 0
	}
	return first
}

// lastLine returns where the lines begin, behind the last blank one or with the mark of a signature, that are mere words.
func (m *mender) lastLine() int {
	if i := slices.IndexFunc(m.lines, func(l string) bool { return strings.TrimRight(l, " ") == "--" }); i > 0 {
		return i
	}
	last := len(m.lines)
	for i := last - 1; i > 0; i-- {
		line := strings.TrimSpace(m.lines[i])
		m.text = []rune(m.lines[i])
		switch {
		case line == "":
			if last < len(m.lines) {
				return last
			}
		case line != m.lines[i] && line+" " != m.lines[i] || !m.isProse(0) || strings.Trim(line, ".-=<>|") == "":
			return len(m.lines)
		default:
			last = i
		}
	}
	return len(m.lines)
}

// unnumber takes numbers of lines away that were copied together with the lines.
func (m *mender) unnumber() {
	lines, number := 0, 0
	for i, line := range m.lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		found := lineNumber().FindStringSubmatch(line)
		if found == nil {
			return
		}
		n, _ := strconv.Atoi(found[1])
		if lines++; lines == 1 {
			number = n - i
		} else if n != number+i {
			return
		}
	}
	if lines < 3 {
		return
	}
	for i, line := range m.lines {
		if strings.TrimSpace(line) != "" {
			m.line = i
			m.note(lineNumbers, 0, "the numbers of the lines were copied with them; remove them")
			m.cut(i, part{to: utf8.RuneCountInString(lineNumber().FindString(line))})
		}
	}
}

var lineNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*(\d{1,6})(?:[:.)|]|[ \t])[ \t]?`) })

// part is a part of a line, in characters, and what takes its place: with, unless it is 0.
type part struct {
	from, to int
	with     rune
}

// cut takes parts of a line away, which are in their order.
func (m *mender) cut(line int, parts ...part) {
	text := []rune(m.lines[line])
	before, changed := m.columns[line]
	kept, columns := make([]rune, 0, len(text)), make([]int, 0, len(text))
	keep := func(r rune, i int) {
		if changed {
			i = before[i]
		}
		kept, columns = append(kept, r), append(columns, i)
	}
	next := 0
	for i, r := range text {
		for next < len(parts) && i >= parts[next].to {
			next++
		}
		switch {
		case next == len(parts) || i < parts[next].from:
			keep(r, i)
		case i == parts[next].from && parts[next].with != 0:
			keep(parts[next].with, i)
		}
	}
	m.lines[line], m.columns[line] = string(kept), columns
}
