package textfile

import (
	"fmt"
	"slices"
	"strings"
)

// MaxProblems is how many problems of a file are reported one by one; the rest are only counted.
const MaxProblems = 50

// Problem is one thing that is wrong with a file.
type Problem struct {
	// Line and Column say where, both from 1. Column counts characters, not bytes.
	Line, Column int
	// Message says what is wrong and what would be right.
	Message string
	// Source is what is around the place in its line, for showing it with a mark under the column: at most excerptLength
	// characters on either side. It is raw: clean it before it is shown.
	Source string
	// Before is how many characters of Source come before the place. Where that is less than Column-1, the rest was cut.
	Before int
}

// excerptLength is how much of a line is kept before and after the place of a problem. No terminal shows more of it.
const excerptLength = 128

// Error is everything that is wrong with one file.
type Error struct {
	// Name is what the file was called on the command line.
	Name string
	// Problems holds the first MaxProblems problems in the order of the file.
	Problems []Problem
	// More is how many problems came after those.
	More int
	// Other reports that this is no such file at all. Kind says what kind of file it is instead, as an Other does, or is nil.
	Other bool
	Kind  error
}

// KeepFirst forgets all problems but the first, and counts them.
func (e *Error) KeepFirst() {
	e.More += len(e.Problems) - 1
	e.Problems = slices.Clone(e.Problems[:1])
}

// Unwrap returns Kind.
func (e *Error) Unwrap() error { return e.Kind }

// Error returns one line for each problem: name:line:column: message.
func (e *Error) Error() string {
	var b strings.Builder
	for i, p := range e.Problems {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%s:%d:%d: %s", e.Name, p.Line, p.Column, p.Message)
	}
	switch {
	case e.More == 1:
		fmt.Fprintf(&b, "\n%s: 1 more problem", e.Name)
	case e.More > 1:
		fmt.Fprintf(&b, "\n%s: %d more problems", e.Name, e.More)
	}
	return b.String()
}

// Position is a place in a file. Both numbers count from 1; columns count characters.
type Position struct{ Line, Column int }

// Before reports whether a place comes before another one.
func (p Position) Before(q Position) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Column < q.Column
}

// problems gathers what is wrong with a file. It keeps the first MaxProblems in the order of the file and only counts
// the rest, so that a file in which everything is wrong costs no more than one that is right.
type problems struct {
	first []Problem
	more  int
	kind  error
}

// addf adds a problem. The arguments are put into words only when the problem is among those that are kept.
func (p *problems) addf(at Position, format string, args ...any) {
	i := len(p.first)
	for i > 0 && at.Before(Position{p.first[i-1].Line, p.first[i-1].Column}) {
		i--
	}
	if len(p.first) == MaxProblems {
		p.more++
		if i == MaxProblems {
			return
		}
		p.first = p.first[:MaxProblems-1]
	}
	problem := Problem{Line: at.Line, Column: at.Column, Message: fmt.Sprintf(format, args...)}
	p.first = slices.Insert(p.first, i, problem)
}

// err returns the problems of a file as an *Error, or nil when there are none.
func (p *problems) err(r *Reader) error {
	if len(p.first) == 0 {
		return nil
	}
	for i := range p.first {
		p.first[i].excerpt(r.line(p.first[i].Line))
	}
	return &Error{Name: r.Name, Problems: p.first, More: p.more, Other: r.other, Kind: p.kind}
}

// excerpt keeps what is around the place of the problem. It copies it, so that the rest of the text can be forgotten.
func (p *Problem) excerpt(line string) {
	p.Before = min(p.Column-1, excerptLength)
	line = skip(line, p.Column-1-p.Before)
	p.Source = strings.Clone(line[:len(line)-len(skip(line, p.Before+excerptLength))])
}

// skip returns a text without its first n characters.
func skip(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[i:]
		}
		n--
	}
	return ""
}
