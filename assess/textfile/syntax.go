package textfile

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// addSyntax adds the error of the YAML parser in plain words.
func (r *Reader) addSyntax(err error) {
	var load *yaml.LoadError
	if !errors.As(err, &load) || load.Mark.Line == 0 {
		r.found.addf(start, "the file cannot be read as YAML: %s", Quote(err.Error()))
		return
	}
	at := Position{load.Mark.Line, load.Mark.Column}
	if last := len(lineStarts(r.source)); at.Line > last {
		// The parser ends every text with a line break of its own.
		at = Position{last, utf8.RuneCountInString(r.line(last)) + 1}
	}
	opened := Position{load.ContextMark.Line, load.ContextMark.Column}
	before, after := lineAround(r.line(at.Line), at.Column)
	switch load.Message {
	case "found character that cannot start any token":
		if strings.HasPrefix(after, "\t") {
			r.found.addf(at, hintTab)
		} else {
			r.found.addf(at, "a text that starts with %.1s must be in quotes", after)
		}
		return
	case "mapping values are not allowed in this context":
		if strings.Contains(before, ": ") {
			r.found.addf(at, "this is the second colon of the line; put a text that holds a colon in quotes")
		} else if place, message := r.lineAbove(at.Line); message != "" {
			r.found.addf(place, "%s", message)
		} else {
			r.found.addf(at, "this line does not fit under the line above; look there for a missing colon, or a missing space after it")
		}
		return
	case "did not find expected key":
		if strings.TrimSpace(before) == "" {
			r.found.addf(at, hintPlace)
		} else if open, above := r.openedAbove(at.Line, before); above {
			r.found.addf(open, "the quote that opens here ends only in line %d; add the same quote at the end of this text", at.Line)
		} else {
			r.found.addf(at, "nothing may follow the closing quote or bracket; put the whole text in quotes, or start a new line")
		}
		return
	}
	if place, hidden := r.hiddenBracket(load.Message, opened); hidden {
		r.found.addf(place, "this # begins a comment, in which the closing bracket is lost; put a text that holds a # in double quotes")
		return
	}
	for _, m := range r.mistakes() {
		if !strings.HasPrefix(load.Message, m.message) {
			continue
		}
		if m.opened {
			at = opened
		}
		r.found.addf(at, "%s", strings.ReplaceAll(m.plain, "{line}", strconv.Itoa(opened.Line)))
		return
	}
	r.found.addf(at, "the file cannot be read as YAML: %s", load.Message)
}

// lineAbove finds what is wrong with the last line before another one that has anything in it, if its name has no colon or
// no space after the colon.
func (r *Reader) lineAbove(line int) (at Position, message string) {
	text := ""
	for strings.TrimSpace(text) == "" || strings.HasPrefix(strings.TrimSpace(text), "#") {
		if line--; line == 0 {
			return start, ""
		}
		text = r.line(line)
	}
	before, after, colon := strings.Cut(text, ":")
	at = Position{line, utf8.RuneCountInString(strings.TrimRight(before, " ")) + 1}
	name := strings.TrimSpace(before)
	sign := strings.IndexAny(name, "=;")
	switch {
	case !colon && sign > 0 && r.isKnown(strings.TrimSpace(name[:sign])):
		at.Column = utf8.RuneCountInString(before[:strings.IndexAny(before, "=;")]) + 1
		return at, fmt.Sprintf("%c is in the place of the colon; write a colon and a space", name[sign])
	case !r.isKnown(name):
		return start, ""
	case !colon:
		return at, r.Messages.MissingColon
	case after != "" && after[0] != ' ':
		return at, "put a space after this colon"
	default:
		return start, ""
	}
}

// openedAbove returns where the quote was opened that closes at the end of the beginning of a line, if that is in a line above:
// then the closing quote was forgotten there, and this one was meant to open a text.
func (r *Reader) openedAbove(line int, before string) (at Position, above bool) {
	before = strings.TrimRight(before, " ")
	quote := before[len(before)-1:]
	if quote != `"` && quote != "'" || strings.Count(before, quote)%2 == 0 {
		return start, false
	}
	for line--; line > 0; line-- {
		if text := r.line(line); strings.Count(text, quote)%2 == 1 {
			opening, _, _ := strings.Cut(text, quote)
			return Position{line, utf8.RuneCountInString(opening) + 1}, true
		}
	}
	return start, false
}

// hiddenBracket returns the place of a # that makes a comment of the closing bracket which the parser missed.
func (r *Reader) hiddenBracket(message string, opened Position) (at Position, hidden bool) {
	if !strings.HasPrefix(message, "did not find expected ','") || opened.Line == 0 {
		return start, false
	}
	line := r.line(opened.Line)
	before, comment, found := strings.Cut(line, " #")
	return Position{opened.Line, utf8.RuneCountInString(before) + 2}, found && strings.ContainsAny(comment, "]}")
}

// lineAround returns the text of a line before a position, and from there on.
func lineAround(line string, column int) (before, after string) {
	for i := range line {
		column--
		if column == 0 {
			return line[:i], line[i:]
		}
	}
	return line, ""
}

// mistake explains a message of the YAML parser to people who do not know YAML.
type mistake struct {
	// message is how the parser's message begins.
	message string
	// opened places the problem where the construct began instead of where the parser gave up.
	opened bool
	// plain is the explanation. The number of the line where the construct began replaces {line}.
	plain string
}

const (
	hintTab    = "a tab is used for indentation here; use spaces"
	hintPlace  = "this line does not fit under the lines above; start it in the same column as its neighbors"
	hintTag    = "a text that starts with ! must be in quotes"
	hintEscape = `a backslash in double quotes starts a special character, and this one is unknown; write \\ for a backslash`
	hintAlias  = "a text that starts with * or & must be in quotes"
	hintBlock  = "after | or >, the text starts on the next line"
)

// mistakes lists the messages that people run into. Every other one is passed on.
func (r *Reader) mistakes() []mistake {
	return []mistake{
		{"found a tab character where an indentation space is expected", false, hintTab},
		{"found a tab character that violates indentation", false, hintTab},
		{"found mixed spaces and tabs in indentation", false, hintTab},
		{"did not find expected '-' indicator", false, hintPlace},
		{"could not find expected ':'", true, r.Messages.MissingColon},
		{"found unexpected end of stream", true, "this quote is never closed; add the same quote at the end of the text"},
		{"found unexpected document indicator", true, "this quote is never closed; add the same quote at the end of the text"},
		{"did not find expected ',' or ']'", false, "a comma or a closing ] is missing here, for the [ in line {line}"},
		{"did not find expected ',' or '}'", false, "a comma or a closing } is missing here, for the { in line {line}"},
		{"did not find expected node content", false, "something is missing before this"},
		{"block sequence entries are not allowed in this context", false, "a dash is out of place here; put a text that starts with a dash in quotes"},
		{"mapping keys are not allowed in this context", false, "a question mark is out of place here; put a text that starts with one in quotes"},
		{"did not find expected alphabetic or numeric character", false, hintAlias},
		{"found unknown escape character", false, hintEscape},
		{"did not find expected hexadecimal number", false, hintEscape},
		{"found invalid Unicode character escape code", false, hintEscape},
		{"found a comment without preceding whitespace", false, "put a space before the #"},
		{"did not find expected comment or line break", false, hintBlock},
		{"found an indentation indicator equal to 0", false, hintBlock},
		{"did not find expected <document start>", false, r.Messages.AfterEnd},
		{"found unexpected content after document-end marker", false, r.Messages.AfterEnd},
		{"did not find expected whitespace or line break", false, hintTag},
		{"found undefined tag handle", false, hintTag},
		{"found unknown directive name", false, r.Messages.Directive},
		{"found incompatible YAML document", false, r.Messages.Directive},
		{"could not find expected directive name", false, r.Messages.Directive},
		{"exceeded max depth", false, r.Messages.TooDeep},
		{"unknown anchor", false, hintAlias},
	}
}
