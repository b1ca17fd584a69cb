package textfile

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// explainChanges looks for what editors, phones, chats and mail programs did to the text, outside of what people wrote in
// their own words. Each kind of change is one problem, at its first place. The other problems are then those of the text
// as it was meant.
func (r *Reader) explainChanges(check func(root *yaml.Node)) {
	if at, found := r.conflict(); found {
		r.found = problems{}
		r.found.addf(at, "%s", conflictMessage)
		return
	}
	m := mender{reader: r, lines: Lines(r.source), columns: map[int][]int{}, opaque: -1}
	m.mendAll()
	if !slices.ContainsFunc(m.changes[:], func(c change) bool { return c.count > 0 }) {
		return
	}
	original, starts := r.source, r.starts
	r.source, r.starts, r.found, r.other = strings.Join(m.lines, "\n"), nil, problems{}, false
	r.parseAndCheck(check)
	r.source, r.starts = original, starts
	if r.other {
		return
	}
	left := r.found
	r.found = problems{more: left.more}
	for _, c := range m.changes {
		if c.count > 0 {
			r.found.addf(c.at, "%s", c.String())
		}
	}
	for _, p := range left.first {
		r.found.addf(m.original(Position{p.Line, p.Column}), "%s", p.Message)
	}
}

const conflictMessage = "this line is a mark of git between two versions of the file that conflict; keep one version, and remove the lines " +
	"that begin with <<<<<<<, ======= or >>>>>>>"

// conflict returns the first mark of a conflict between two versions, if there is one.
func (r *Reader) conflict() (at Position, found bool) {
	lines := Lines(r.source)
	inText := r.inText(lines)
	for i, line := range lines {
		mark, _, _ := strings.Cut(line, " ")
		if slices.Contains(conflictMarks, mark) && (mark != "=======" || line == mark) && !inText[i] {
			return Position{i + 1, 1}, true
		}
	}
	return start, false
}

var conflictMarks = []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"}

// change is one kind of change that programs make to text.
type change struct {
	message string
	at      Position // of the first one
	count   int
}

// String says what is wrong at the first place, and how often it is.
func (c change) String() string {
	if c.count == 1 {
		return c.message
	}
	return fmt.Sprintf("%s (and %d more like it)", c.message, c.count-1)
}

// changeKind is an index of changes.
type changeKind int

const (
	codeFence changeKind = iota
	quotedMail
	linesBefore
	linesBehind
	lineNumbers
	listMarks
	htmlMarks
	jsonComments
	wrappedComment
	wrappedText
	slashes
	curlyQuote
	longDash
	specialSpace
	invisible
	strayMark
	foreignDigit
	wideSign
	ligature
	capital
	changeKinds // how many there are
)

// mender turns a text into what was meant before programs changed it, line by line, and keeps what it found. Lines stay in
// their places.
type mender struct {
	reader  *Reader
	lines   []string
	changes [changeKinds]change
	// columns holds, for each line that has changed, the original column of each of its characters, both from 0.
	columns map[int][]int

	// line is the index of the line that is mended, text what it was, out and from what it becomes and the column of each
	// character.
	line int
	text []rune
	out  []rune
	from []int
	// depth is how many brackets are open. opaque is the indentation of a text in somebody's own words that may go on in
	// lines further to the right, or -1.
	depth, opaque int
	// comment reports whether the line before ends in a long comment, words whether it is in somebody's own words.
	comment, words bool
}

// original returns the place in the text as it was.
func (m *mender) original(at Position) Position {
	if columns, changed := m.columns[at.Line-1]; changed {
		switch {
		case at.Column-1 < len(columns):
			at.Column = columns[at.Column-1] + 1
		case len(columns) > 0:
			at.Column = columns[len(columns)-1] + 2
		default:
			at.Column = 1
		}
	}
	return at
}

// note counts a change at a column of the line. The arguments are put into words only for the first one.
func (m *mender) note(kind changeKind, column int, format string, args ...any) {
	c := &m.changes[kind]
	if c.count == 0 {
		c.at, c.message = m.original(Position{m.line + 1, column + 1}), fmt.Sprintf(format, args...)
	}
	c.count++
}

// empty takes a line away that does not belong to the file.
func (m *mender) empty(line int) {
	m.lines[line], m.columns[line] = "", []int{}
}

func (m *mender) mendAll() {
	m.unfence()
	m.unquote()
	m.unsurround()
	m.unnumber()
	m.unmark()
	m.unHTML()
	m.unJSONComment()
	for i := range m.lines {
		m.line, m.text = i, []rune(m.lines[i])
		m.out, m.from = m.out[:0], m.from[:0]
		m.mendLine()
		if mended := string(m.out); mended != m.lines[i] {
			m.lines[i], m.columns[i] = mended, m.fromOriginal(i)
		}
	}
}

// fromOriginal returns the columns of the line that was mended in the text as it was: quotes of a mail may have been
// removed from it before.
func (m *mender) fromOriginal(line int) []int {
	columns := slices.Clone(m.from)
	if before, changed := m.columns[line]; changed {
		for i, c := range columns {
			columns[i] = before[min(c, len(before)-1)]
		}
	}
	return columns
}

// unfence takes the marks of code away, and what is around them.
func (m *mender) unfence() {
	var fences []int
	for i, line := range m.lines {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~") {
			fences = append(fences, i)
		}
	}
	if len(fences) == 0 || m.reader.inText(m.lines)[fences[0]] {
		return
	}
	for _, i := range fences {
		m.line = i
		m.note(codeFence, 0, "this line marks code in a chat or in Markdown; remove it, and everything that is not between two such lines")
		m.empty(i)
	}
	if len(fences) == 2 {
		for i := range m.lines {
			if i < fences[0] || i > fences[1] {
				m.empty(i)
			}
		}
	}
}

// inText reports of each line whether it is indented below a name whose value people write in their own words.
func (r *Reader) inText(lines []string) []bool {
	in := make([]bool, len(lines))
	opaque := -1 // the indentation of the name, or -1
	for i, text := range lines {
		line := []rune(text)
		indent := indentation(line)
		if in[i] = opaque >= 0 && (indent == len(line) || indent > opaque); in[i] || indent == len(line) {
			continue
		}
		opaque = -1
		if name, _, found := strings.Cut(text, ":"); found && slices.Contains(r.Texts, strings.TrimSpace(name)) {
			opaque = indent
		}
	}
	return in
}

// unquote takes the marks of a quoted mail away, and the lines of the mail around it.
func (m *mender) unquote() {
	quoted, others := 0, 0
	for _, line := range m.lines {
		switch {
		case strings.HasPrefix(line, ">"):
			quoted++
		case strings.TrimSpace(line) != "":
			others++
		}
	}
	if quoted == 0 {
		return
	}
	for i, line := range m.lines {
		rest, cut := line, 0
		for strings.HasPrefix(rest, ">") {
			rest = strings.TrimPrefix(rest[1:], " ")
			cut = len(line) - len(rest)
		}
		if cut == 0 {
			if quoted > others {
				m.empty(i)
			}
			continue
		}
		m.line = i
		m.note(quotedMail, 0, `> begins the lines of a quoted mail; remove it and the space after it, and the lines that are not quoted`)
		columns := make([]int, len([]rune(rest)))
		for c := range columns {
			columns[c] = cut + c
		}
		m.lines[i], m.columns[i] = rest, columns
	}
}

// indentation returns how many characters of a line come before its first visible one.
func indentation(line []rune) int {
	i := slices.IndexFunc(line, func(r rune) bool { return !isBlank(r) })
	if i < 0 {
		return len(line)
	}
	return i
}
