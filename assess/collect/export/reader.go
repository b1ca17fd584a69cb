package export

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// reader reads one table.
type reader struct {
	*Table
	Options
	catalogue *pitfalls.Catalogue
	find      *finder
	// needed are the columns whose cells are kept, and date is the one of the dates, or -1.
	needed []int
	date   int
	people []record
}

// record is what is kept of a row.
type record struct {
	row int
	// cells are those of the needed columns.
	cells []string
}

func (r *reader) read(text []byte) {
	if p := unreadable(text); p != nil {
		r.Err.add(p)
		return
	}
	s := newScanner(text)
	r.consistent = s.consistent
	rows, p := firstRows(*s)
	if p != nil && len(rows) == 0 {
		r.Err.add(p)
		return
	}
	top := r.find.findHead(rows)
	r.columnsOf(top.cells)
	if len(r.Columns) < 2 {
		r.Err.addf(0, 0, "the table has one column; in a table of form answers, commas, semicolons or tabs are between the cells of a row: export it again as CSV")
		return
	}
	r.checkColumns()
	r.Err.Mappable = len(r.Err.Problems) > 0
	if r.Statements() == 0 {
		return
	}
	for range top.rows {
		if more, _ := s.next(); !more {
			break
		}
	}
	if r.date < 0 {
		r.findMoments(*s)
	}
	r.need()
	if !r.keep(s) {
		return
	}
	if len(r.people) == 0 {
		r.Err.addf(0, 0, "there are heads and no rows below them: nobody has answered yet, or the wrong table was exported")
		return
	}
	r.understand()
}

// unreadable says why a text cannot be read at all, or nil.
func unreadable(text []byte) *Problem {
	const csv = `in Excel, save it as "CSV UTF-8", and in an editor choose UTF-8 under "Encoding"`
	switch {
	case len(text) > MaxSize:
		return problemf(0, 0, "the table is larger than %d MiB, the most that can be read; leave out columns that are no statements", MaxSize>>20)
	case bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")):
		return problemf(0, 0, "the table is stored as UTF-16; %s", csv)
	case bytes.IndexByte(text, 0) >= 0:
		return problemf(0, 0, "this is not a text file; export the answers as CSV")
	case !utf8.Valid(text):
		return &Problem{Line: badLine(text), Message: "the table is not stored as UTF-8; " + csv}
	}
	return nil
}

// badLine returns the first line that is not UTF-8.
func badLine(text []byte) int {
	line := 1
	for rest := range bytes.Lines(text) {
		if !utf8.Valid(rest) {
			break
		}
		line++
	}
	return line
}

// firstRows returns the rows among which the heads are, and the next one, or the problem before that.
func firstRows(s scanner) (rows [][]string, p *Problem) {
	for range headRows + 1 {
		var more bool
		if more, p = s.next(); !more || p != nil {
			break
		}
		cells := make([]string, len(s.cells))
		for i, cell := range s.cells {
			cells[i] = string(start(bytes.TrimSpace(cell)))
		}
		rows = append(rows, cells)
	}
	return rows, p
}

// start returns the first MaxCell characters of a cell: no statement is longer.
func start(cell []byte) []byte {
	if len(cell) <= MaxCell {
		return cell
	}
	end := 0
	for range MaxCell {
		_, size := utf8.DecodeRune(cell[end:])
		end += size
	}
	return cell[:end]
}

// keep keeps of each row what is needed. It reports whether the rows could be read to the end.
func (r *reader) keep(s *scanner) bool {
	for {
		more, p := s.next()
		switch {
		case p != nil:
			r.Err.add(p)
			return false
		case !more:
			return true
		case s.blank():
			continue
		case len(r.people) == MaxRows:
			r.Err.addf(s.row, 0, "there are more than %d rows, the most that a table may have; divide it", MaxRows)
			return false
		case !r.fits(s):
			continue
		}
		rec := record{s.row, make([]string, len(r.needed))}
		for i, column := range r.needed {
			rec.cells[i] = r.cell(s, column)
		}
		r.people = append(r.people, rec)
	}
}

// fits reports whether a row has as many cells as there are heads. What it has beyond them may be empty.
func (r *reader) fits(s *scanner) bool {
	have, want := len(s.cells), len(r.Columns)
	if have > want && len(bytes.TrimSpace(bytes.Join(s.cells[want:], nil))) == 0 {
		have = want
	}
	if have != want {
		r.Err.addf(s.row, 0, "it has %s, and there are %d heads; look for a quote or a separator that is missing or too many", cells(have), want)
	}
	return have == want
}

func cells(n int) string {
	if n == 1 {
		return "1 cell"
	}
	return fmt.Sprintf("%d cells", n)
}

// need says which columns are kept.
func (r *reader) need() {
	r.needed = []int{}
	for i := range r.Columns {
		switch r.Columns[i].Use {
		case NotRead, Ignored, Dropped:
		default:
			r.needed = append(r.needed, i)
		}
	}
}

// findMoments finds the column of dates where no head says which it is: form tools write days with the time of the day in every language.
// No cell of it has anything else.
func (r *reader) findMoments(s scanner) {
	var all []int
	for i := range r.Columns {
		if r.Columns[i].Use == NotRead {
			all = append(all, i)
		}
	}
	seen := make([]bool, len(r.Columns))
	for len(all) > 0 {
		if more, p := s.next(); !more || p != nil {
			break
		}
		all = slices.DeleteFunc(all, func(i int) bool {
			var cell []byte
			if i < len(s.cells) {
				cell = bytes.TrimSpace(s.cells[i])
			}
			moment := len(cell) <= MaxCell && isMoment(string(cell))
			seen[i] = seen[i] || moment
			return !moment && len(cell) > 0
		})
	}
	if i := slices.IndexFunc(all, func(i int) bool { return seen[i] }); i >= 0 {
		r.date = all[i]
		c := &r.Columns[r.date]
		c.Use, c.How, c.rank = Date, ByHead, len(dateHeads)
	}
}

// cell returns the text of a cell without what is around it.
func (r *reader) cell(s *scanner, column int) string {
	text := strings.TrimSpace(string(s.cells[column]))
	text = strings.TrimRight(text, "; ") // of Microsoft Forms
	if n := utf8.RuneCountInString(text); n > MaxCell {
		r.Err.addf(s.row, column+1, "%d characters are too many; use %d at most", n, MaxCell)
		return ""
	}
	return text
}
