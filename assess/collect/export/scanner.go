package export

import (
	"bytes"
	"slices"
)

// scanner divides a text into rows of cells. It is not encoding/csv because that has either too little patience or too much:
// it refuses a quote within a cell, or it takes a quote that is never closed for the rest of the table; and it does not know
// lines that end in a carriage return alone.
type scanner struct {
	text  []byte
	comma byte
	// cells are those of the row. They are good until the next one.
	cells [][]byte
	// row counts rows as a spreadsheet does, line the lines of the text; both from 1.
	row, line int
	at        int
	// consistent reports whether the first rows, two or more, have as many cells each, and enough of them to be those of a table.
	consistent bool
}

// commas are what may be between the cells.
var commas = []byte{',', ';', '\t'}

// newScanner returns a scanner that knows what is between the cells.
func newScanner(text []byte) *scanner {
	s := &scanner{text: bytes.TrimPrefix(text, []byte("\ufeff")), comma: ',', line: 1}
	if first, rest, found := bytes.Cut(s.text, []byte("\n")); found && isComma(bytes.TrimSuffix(first, []byte("\r"))) {
		// Excel's own mark of what is between the cells is a row of its own.
		return &scanner{text: rest, comma: first[len("sep=")], row: 1, line: 2, consistent: true}
	}
	best := 0
	for _, comma := range commas {
		try := *s
		try.comma = comma
		cells, consistent := try.shape()
		consistent = consistent && cells > 1
		if consistent {
			cells += MaxColumns
		}
		if cells > best {
			// Two lines of a letter may well have a comma each.
			s.comma, s.consistent, best = comma, consistent && (comma != ',' || cells > MaxColumns+2), cells
		}
	}
	return s
}

func isComma(line []byte) bool {
	return bytes.HasPrefix(line, []byte("sep=")) && len(line) == len("sep=,") && slices.Contains(commas, line[len("sep=")])
}

// fewRows is how many rows show the shape of a table.
const fewRows = 30

// shape returns the most cells of the first rows, and whether all of them have as many, and are two or more. A row without any cell that has
// something in it does not count.
func (s scanner) shape() (cells int, consistent bool) {
	rows := 0
	consistent = true
	for range fewRows {
		if more, problem := s.next(); !more || problem != nil {
			consistent = consistent && problem == nil
			cells = max(cells, len(s.cells))
			break
		}
		if s.blank() {
			continue
		}
		if rows++; rows > 1 && cells != len(s.cells) {
			consistent = false
		}
		cells = max(cells, len(s.cells))
	}
	return cells, consistent && rows > 1
}

// blank reports whether nothing is in the row.
func (s *scanner) blank() bool {
	return !slices.ContainsFunc(s.cells, func(cell []byte) bool { return len(bytes.TrimSpace(cell)) > 0 })
}

// next reads a row. It reports whether there is one.
func (s *scanner) next() (more bool, p *Problem) {
	if s.at >= len(s.text) {
		return false, nil
	}
	s.row++
	s.cells = s.cells[:0]
	for {
		cell, problem := s.cell()
		if problem != nil {
			return false, problem
		}
		if len(s.cells) == MaxColumns {
			return false, problemf(s.row, 0, "it has more than %d cells, the most that a table may have; leave out columns that are no statements", MaxColumns)
		}
		s.cells = append(s.cells, cell)
		if s.at == len(s.text) {
			return true, nil
		}
		s.at++
		switch s.text[s.at-1] {
		case s.comma:
		case '\r':
			if s.at < len(s.text) && s.text[s.at] == '\n' {
				s.at++
			}
			s.line++
			return true, nil
		default:
			s.line++
			return true, nil
		}
	}
}

// cell reads a cell, and stops before what ends it.
func (s *scanner) cell() ([]byte, *Problem) {
	if s.at < len(s.text) && s.text[s.at] == '"' {
		return s.quoted()
	}
	from := s.at
	for s.at < len(s.text) && !s.ends(s.text[s.at]) {
		s.at++
	}
	return s.text[from:s.at], nil
}

func (s *scanner) ends(b byte) bool { return b == s.comma || b == '\n' || b == '\r' }

// quoted reads a cell in quotes, in which two quotes are one.
func (s *scanner) quoted() ([]byte, *Problem) {
	opened := s.line
	var cell []byte
	for {
		s.at++
		length := bytes.IndexByte(s.text[s.at:], '"')
		if length < 0 {
			return nil, lineProblem(opened, `a quote that opens a cell here is never closed; close it, and write "" for a quote within a cell`)
		}
		part := s.text[s.at : s.at+length]
		s.line += lineBreaks(part)
		s.at += length + 1
		if s.at < len(s.text) && s.text[s.at] == '"' {
			cell = append(append(cell, part...), '"')
			continue
		}
		if s.at < len(s.text) && !s.ends(s.text[s.at]) {
			return nil, lineProblem(s.line, `text follows the quote that closes a cell here; write "" for a quote within a cell`)
		}
		if cell == nil {
			return part, nil
		}
		return append(cell, part...), nil
	}
}

// lineBreaks counts the line breaks of every kind.
func lineBreaks(text []byte) int {
	return bytes.Count(text, []byte("\n")) + bytes.Count(text, []byte("\r")) - bytes.Count(text, []byte("\r\n"))
}
