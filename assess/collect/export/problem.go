package export

import (
	"fmt"
	"strings"
)

// maxProblems is how many problems of a table are said one by one.
const maxProblems = 50

// Problem is one thing that is wrong with a table.
type Problem struct {
	// Row and Column count as a spreadsheet does, from 1. A Row or a Column of 0 means none, or more than one.
	Row, Column int
	// Line is the line of the text where it cannot be divided into rows, or 0.
	Line int
	// Message says what is wrong and what to do.
	Message string
}

func problemf(row, column int, format string, args ...any) *Problem {
	return &Problem{Row: row, Column: column, Message: fmt.Sprintf(format, args...)}
}

func lineProblem(line int, message string) *Problem { return &Problem{Line: line, Message: message} }

// where names the place of a problem, with a colon and a space behind it.
func (p *Problem) where() string {
	switch {
	case p.Line > 0:
		return fmt.Sprintf("line %d: ", p.Line)
	case p.Row > 0 && p.Column > 0:
		return fmt.Sprintf("row %d, column %s: ", p.Row, Letters(p.Column))
	case p.Row > 0:
		return fmt.Sprintf("row %d: ", p.Row)
	case p.Column > 0:
		return fmt.Sprintf("column %s: ", Letters(p.Column))
	default:
		return ""
	}
}

// Letters returns the letters by which a spreadsheet calls a column: A, B and so on to Z, then AA.
func Letters(column int) string {
	letters := ""
	for ; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return letters
}

// Error is everything that is wrong with a table.
type Error struct {
	// Name is what the file is called.
	Name string
	// Problems holds the first problems, and More is how many came after those.
	Problems []Problem
	More     int
	// Mappable reports whether a map can help: words or columns are not ours.
	Mappable bool
}

// Error returns one line for each problem.
func (e *Error) Error() string {
	var b strings.Builder
	for i := range e.Problems {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(e.Name + ": " + e.Problems[i].where() + e.Problems[i].Message)
	}
	switch {
	case e.More == 1:
		fmt.Fprintf(&b, "\n%s: 1 more problem", e.Name)
	case e.More > 1:
		fmt.Fprintf(&b, "\n%s: %d more problems", e.Name, e.More)
	}
	return b.String()
}

// add adds a problem. Beyond maxProblems it is only counted.
func (e *Error) add(p *Problem) {
	if len(e.Problems) == maxProblems {
		e.More++
		return
	}
	e.Problems = append(e.Problems, *p)
}

// addf adds a problem at a place. The arguments are put into words only when it is among the first ones.
func (e *Error) addf(row, column int, format string, args ...any) {
	if len(e.Problems) == maxProblems {
		e.More++
		return
	}
	e.Problems = append(e.Problems, *problemf(row, column, format, args...))
}
