package collect

import (
	"errors"
	"fmt"
	"io"
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
	goesOnYAML = pattern(`^(?:[\t \x{a0}#]|[a-z_]+:(?:\s|$)|[A-Za-z_-]+:\s*$)`)
	margins    = pattern(`^` + margin)
	encoding   = pattern(`(?im)^content-transfer-encoding:\s*(\S+)`)
)

var errEncoded = errors.New("this mail is stored in a form in which its words cannot be read; open it in a mail program, and copy its text into a file")

var errBrokenOff = errors.New("these answers break off before their end; ask for them again, as a file or as a code")

// pasted returns the answers files that were copied into a text called name.
func pasted(name, text string, c *pitfalls.Catalogue) []Arrival {
	var all []Arrival
	for _, at := range pastedJSON().FindAllStringIndex(text, -1) {
		answers, whole := cutJSON(decoded(text, at[0]))
		all = append(all, arrivalOf(name, lineAt(text, at[0]), answers, whole, c))
		if !whole { // all that follows would be within it
			break
		}
	}
	end := 0
	for _, at := range pastedYAML().FindAllStringSubmatchIndex(text, -1) {
		if at[0] >= end {
			answers, size := cutYAML(decoded(text, at[0]), text[at[2]:at[3]])
			all = append(all, arrivalOf(name, lineAt(text, at[0]), answers, true, c))
			end = at[0] + size
		}
	}
	return all
}

// lineAt returns the line of a place, from 1.
func lineAt(text string, at int) int { return 1 + strings.Count(text[:at], "\n") }

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

// decoded returns the text from a place on, as much as answers may have, as it was before it was sent.
func decoded(text string, from int) string {
	rest := text[from:min(len(text), from+answersfile.MaxSize)]
	if encodingOf(text[max(0, from-answersfile.MaxSize):from]) != "quoted-printable" {
		return rest
	}
	plain, _ := io.ReadAll(quotedprintable.NewReader(strings.NewReader(rest))) // an error ends it, and what is missing will be missed
	return string(plain)
}

// encodingOf returns how the last part of a mail is stored, as its header says, or "".
func encodingOf(text string) string {
	headers := encoding().FindAllStringSubmatch(text, -1)
	if len(headers) == 0 {
		return ""
	}
	return strings.ToLower(headers[len(headers)-1][1])
}

// cutJSON returns the object with which a text begins, with blanks for the margins of its lines, and whether it has an end. Where a
// line ends within a text of it, a mail program has broken that.
func cutJSON(text string) (object string, whole bool) {
	var b strings.Builder
	depth, quoted, escaped := 0, false, false
	for i := 0; i < len(text); i++ {
		char := text[i]
		switch {
		case char == '\r':
			continue
		case char == '\n':
			before := margins().FindString(text[i+1:])
			i += len(before)
			if !quoted {
				b.WriteString("\n" + strings.Repeat(" ", utf8.RuneCountInString(before)))
			} else if !strings.HasSuffix(b.String(), " ") {
				b.WriteByte(' ')
			}
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
	return b.String(), false
}

// cutYAML returns the answers with which a text begins, without a margin that all their lines have, and how many bytes of the
// text they take.
func cutYAML(text, before string) (answers string, size int) {
	var b strings.Builder
	empty := 0
	for line := range strings.Lines(text) {
		words, inside := strings.CutPrefix(strings.TrimRight(line, "\t \r\n\u00a0"), before)
		if words == "" || !inside && strings.Trim(words, "\t >\u00a0") == "" {
			empty++
			size += len(line)
			continue
		}
		if !inside || words == "--" || empty > 0 && !goesOnYAML().MatchString(words) {
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
