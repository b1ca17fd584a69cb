package collect

import (
	"bufio"
	"errors"
	"fmt"
	"iter"
	"mime/quotedprintable"
	"strings"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Answers that were copied into a mail stand between other words, quoted or not, and mail programs break their long lines and put
// no-break spaces before them. What JSON holds can be told from that: its braces say where it ends, and no line breaks within its
// texts. Of YAML, everything up to an empty line belongs to the answers, and behind it what is indented or looks like a name with
// a colon. What cannot be told is refused, and never left out.

// margin matches what mail programs put before a line.
const margin = `[\t \x{a0}>]*`

var (
	pastedJSON = pattern(`\{[\s\x{a0}>]*["“”„]format["“”]\s*:\s*["“”„]coalcheck/`)
	pastedYAML = pattern(`(?m)^(` + margin + `)format\s*:\s*["'“”]?coalcheck/`)
	beginsYAML = pattern(`^format\s*:\s*["'“”]?coalcheck/`)
	goesOnYAML = pattern(`^(?:[\t \x{a0}#]|[a-z_]+:(?:\s|$)|[A-Za-z_-]+:\s*$)`)
	margins    = pattern(`^` + margin)
	encoding   = pattern(`(?im)^content-transfer-encoding:\s*(\S+)`)
)

var errEncoded = errors.New("this mail is stored in a form in which its words cannot be read; open it in a mail program, and copy its text into a file")

var errBrokenOff = errors.New("these answers break off before their end; ask for them again, as a file or as a code")

// pasted returns the answers files that were copied into a text called name.
func pasted(name, text string, c *pitfalls.Catalogue) []Arrival {
	var all []Arrival
	m, end := newMail(text), 0
	for _, at := range pastedJSON().FindAllStringIndex(text, -1) {
		if at[0] < end { // within the one before
			continue
		}
		m.goTo(at[0])
		answers, whole := cutJSON(m.lines())
		all = append(all, arrivalOf(name, m.line, answers, whole, c))
		if !whole { // all that follows would be within it
			break
		}
		end = at[0] + len(answers) - 1
	}
	m, end = newMail(text), 0
	for _, at := range pastedYAML().FindAllStringSubmatchIndex(text, -1) {
		if at[0] < end {
			continue
		}
		m.goTo(at[0])
		answers, size := cutYAML(m.lines(), text[at[2]:at[3]])
		all = append(all, arrivalOf(name, m.line, answers, true, c))
		end = at[0] + size
	}
	return all
}

// mail is a text that is walked through once, from its beginning to its end.
type mail struct {
	text string
	// at is a place in the text, and line the number of its line.
	at, line int
	// encodings are the places of the headers that say how what is behind them is stored, as far as they are ahead. encoded is
	// whether quoted-printable is stored at the place.
	encodings [][]int
	encoded   bool
}

func newMail(text string) *mail {
	return &mail{text: text, line: 1, encodings: encoding().FindAllStringSubmatchIndex(text, -1)}
}

// goTo goes on to a place.
func (m *mail) goTo(at int) {
	m.line += strings.Count(m.text[m.at:at], "\n")
	m.at = at
	for len(m.encodings) > 0 && m.encodings[0][0] < at {
		header := m.encodings[0]
		m.encoded = strings.EqualFold(m.text[header[2]:header[3]], "quoted-printable")
		m.encodings = m.encodings[1:]
	}
}

// lines returns the lines from the place on, as they were before they were sent: as much as answers may have.
func (m *mail) lines() iter.Seq[string] {
	rest := m.text[m.at:min(len(m.text), m.at+answersfile.MaxSize)]
	if !m.encoded {
		return strings.Lines(rest)
	}
	return func(yield func(string) bool) {
		decoded := bufio.NewReader(quotedprintable.NewReader(strings.NewReader(rest)))
		for {
			line, err := decoded.ReadString('\n') // an error ends it, and what is missing will be missed
			if line != "" && !yield(line) || err != nil {
				return
			}
		}
	}
}

// arrivalOf reads answers that begin on a line of a text.
func arrivalOf(name string, line int, answers string, whole bool, c *pitfalls.Catalogue) Arrival {
	a := Arrival{Source: fmt.Sprintf("%s:%d", name, line), Kind: File, Text: []byte(answers)}
	if !whole {
		a.Err = &CodeError{a.Source, errBrokenOff}
		return a
	}
	a.Answers, a.Err = answersfile.Read(name, a.Text, c)
	if wrong, ok := errors.AsType[*textfile.Error](a.Err); ok {
		for i := range wrong.Problems {
			wrong.Problems[i].Line += line - 1
		}
	} else if answersfile.IsJSON(a.Text) {
		a.Text = answersfile.JSON(a.Answers, c)
	}
	return a
}

// encodingOf returns how the last part of a mail is stored, as its header says, or "".
func encodingOf(text string) string {
	headers := encoding().FindAllStringSubmatch(text, -1)
	if len(headers) == 0 {
		return ""
	}
	return strings.ToLower(headers[len(headers)-1][1])
}

// cutJSON returns the object with which lines begin, with blanks for the margins of the lines, and whether it has an end. Where a
// line ends within a text of it, a mail program has broken that.
func cutJSON(lines iter.Seq[string]) (object string, whole bool) {
	var b strings.Builder
	depth, quoted, escaped := 0, false, false
	for line := range lines {
		if b.Len() > 0 {
			margin := margins().FindString(line)
			line = line[len(margin):]
			if !quoted {
				b.WriteString("\n" + strings.Repeat(" ", utf8.RuneCountInString(margin)))
			} else if !strings.HasSuffix(b.String(), " ") {
				b.WriteByte(' ')
			}
		}
		for i := range len(line) {
			char := line[i]
			switch {
			case char == '\r', char == '\n':
				continue
			case escaped:
				escaped = false
			case quoted:
				escaped, quoted = char == '\\', char != '"'
			case char == '"':
				quoted = true
			case char == '{':
				depth++
			case char == '}':
				depth--
			}
			b.WriteByte(char)
			if depth == 0 {
				return b.String() + "\n", true
			}
		}
	}
	return b.String(), false
}

// cutYAML returns the answers with which lines begin, without a margin that all of them have, and how many bytes the lines take.
// They end before others that have the same margin.
func cutYAML(lines iter.Seq[string], margin string) (answers string, size int) {
	var b strings.Builder
	empty := 0
	for line := range lines {
		words, inside := strings.CutPrefix(strings.TrimRight(line, "\t \r\n\u00a0"), margin)
		if words == "" || !inside && strings.Trim(words, "\t >\u00a0") == "" {
			empty++
			size += len(line)
			continue
		}
		another := b.Len() > 0 && beginsYAML().MatchString(words)
		if !inside || another || words == "--" || empty > 0 && !goesOnYAML().MatchString(words) {
			break
		}
		b.WriteString(strings.Repeat("\n", empty) + indented(words) + "\n")
		empty = 0
		size += len(line)
	}
	return b.String(), size
}

// indented returns a line with spaces for the no-break spaces before it.
func indented(line string) string {
	words := strings.TrimLeft(line, " \u00a0")
	return strings.Repeat(" ", utf8.RuneCountInString(line)-utf8.RuneCountInString(words)) + words
}
