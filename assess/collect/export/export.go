// Package export reads tables of answers as form tools export them (CSV), one person a row. It finds out which column is
// which statement, and guesses nothing in silence: the table of columns says how each was read.
//
// What such tables look like: Google Forms writes a column for each question, and "Question [Row]" for the rows of a grid;
// Microsoft Forms writes each statement of a Likert question as a column, with a digit behind equal heads; SurveyMonkey
// writes two rows of heads, the first with a question once and empty cells after it; LimeSurvey writes codes or texts between
// semicolons; KoBo puts the group before the question, with a slash. Columns may also be called by our ids.
package export

import (
	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The limits of a table.
const (
	// MaxSize is the largest file, in bytes.
	MaxSize = 64 << 20
	// MaxRows is the most rows below the heads.
	MaxRows = 10_000
	// MaxColumns is the most columns.
	MaxColumns = 500
	// MaxCell is the longest cell of a column that is read, in characters. Of a head, no more is looked at.
	MaxCell = 2000
)

// Options say how a table is to be read.
type Options struct {
	// Names makes the name of a person the respondent, or the address where there is no name. Without it both are dropped.
	Names bool
	// Dates is the order of days that do not begin with the year.
	Dates Order
	// Map says what words and columns mean that are not ours. It may be nil.
	Map *Map
}

// Order is the order of day and month in dates.
type Order uint8

// The orders.
const (
	// AnyOrder takes dates only where they can be read in one way.
	AnyOrder Order = iota
	DayFirst
	MonthFirst
)

// Table is what was found in a table.
type Table struct {
	// Name is what the file is called.
	Name string
	// Columns are all columns, in their order.
	Columns []Column
	// Depth is how the statements were asked, Quick or Full; or Mixed, which is an error.
	Depth assess.Depth
	// Missing are the statements of that depth for which there is no column.
	Missing []assess.Place
	// Unknown are the words in cells of statements that are no answers of ours, and UnknownRoles those that are no roles.
	Unknown, UnknownRoles []Word
	// MoreUnknown is how many words there are beyond the first ones of each kind, which are listed.
	MoreUnknown int
	// Mapped are the words that the map explained.
	Mapped []Word
	// Unfinished is how many rows have no date of submission and were left out, Unanswered how many without any answer.
	Unfinished, Unanswered int
	// Undated reports whether the dates were left out because day and month could not be told apart.
	Undated bool
	// People are the rows, as long as nothing is wrong. Err is what is wrong.
	People []Person
	Err    *Error

	// consistent reports whether the first rows have as many cells each.
	consistent bool
}

// Word is a text that stands in cells.
type Word struct {
	Text string
	// Means is what a map says that it means.
	Means string
	// Cells is in how many cells it stands.
	Cells int
}

// Person is the row of one person.
type Person struct {
	// Row counts as a spreadsheet does, from 1.
	Row     int
	Answers *assess.Answers
	// ID tells the row by what the person said: the same row has the same one in a longer export, too.
	ID string
}

// Read reads a table. The text may be cut off beyond MaxSize.
func Read(name string, text []byte, o Options, c *pitfalls.Catalogue) *Table {
	t := &Table{Name: name, Err: &Error{Name: name}}
	r := &reader{Table: t, Options: o, catalogue: c, find: newFinder(c)}
	r.read(text)
	if len(t.Err.Problems) > 0 {
		t.People = nil
	} else {
		t.Err = nil
	}
	return t
}

// Statements returns how many columns are statements.
func (t *Table) Statements() int { return t.count(func(c Column) bool { return c.Use == Statement }) }

// Near returns how many columns are statements in nearly the same words.
func (t *Table) Near() int { return t.count(func(c Column) bool { return c.How == ByNearness }) }

func (t *Table) count(is func(Column) bool) int {
	n := 0
	for _, c := range t.Columns {
		if is(c) {
			n++
		}
	}
	return n
}

// LooksLikeOne reports whether the text is a table at all: a column of it is a statement, or each of its rows has as many cells
// as the others.
func (t *Table) LooksLikeOne() bool { return t.Statements() > 0 || t.consistent }

// IsRegular reports whether the first rows have as many cells each. A line of a mail that is a statement makes no table.
func (t *Table) IsRegular() bool { return t.consistent }
