package export

import (
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// heading is the head of a column.
type heading struct {
	// shown is the head in one line.
	shown string
	// whole is the head. above is that of the row above, where there are two rows of heads.
	whole, above string
	// row is the text in the last brackets, or the lower one of two heads.
	row string
}

func singleHeading(cell string) heading {
	h := heading{shown: safetext.Clean(cell), whole: cell}
	if text := strings.TrimSpace(cell); strings.HasSuffix(text, "]") {
		if open := strings.LastIndexByte(text, '['); open >= 0 {
			h.row = text[open+1 : len(text)-1]
		}
	}
	return h
}

func doubleHeading(above, below string) heading {
	if below == "" {
		return singleHeading(above)
	}
	return heading{shown: safetext.Clean(above + " [" + below + "]"), whole: above + " " + below, above: above, row: below}
}

// headRows is among how many rows the heads are looked for.
const headRows = 3

// head is what is above the rows of people: the heads, and how many rows down to there.
type head struct {
	cells []heading
	rows  int
}

// findHead returns the row, or the two rows, in which most columns are statements. Of equals it is the first one.
func (f *finder) findHead(rows [][]string) head {
	var best head
	most := -1
	for i := range min(headRows, len(rows)) {
		single := head{rows: i + 1}
		for _, cell := range rows[i] {
			single.cells = append(single.cells, singleHeading(cell))
		}
		found := f.statementsIn(single.cells)
		if found > most {
			best, most = single, found
		}
		if i+1 == len(rows) || !f.areTwo(rows[i], rows[i+1]) {
			continue
		}
		double := head{cells: filled(rows[i], rows[i+1]), rows: i + 2}
		n := f.statementsIn(double.cells)
		responses := n == found && slices.ContainsFunc(rows[i+1], isResponse)
		if n > most || n == most && responses {
			best, most = double, n
		}
	}
	return best
}

// areTwo reports whether two rows may be two rows of heads: the lower one begins with an empty cell, and has no answer of ours in it.
func (f *finder) areTwo(above, below []string) bool {
	isAnswer := func(cell string) bool {
		return ownRating(cell, &f.catalogue.Frequency) != assess.Unanswered || ownRating(cell, &f.catalogue.Truth) != assess.Unanswered
	}
	return above[0] != "" && below[0] == "" && !slices.ContainsFunc(below, isAnswer)
}

// isResponse reports whether SurveyMonkey writes this below a question that has one answer.
func isResponse(cell string) bool { return cell == "Response" || cell == "Open-Ended Response" }

// filled returns the heads of two rows. In the upper one a question has its text once, and empty cells after it.
func filled(above, below []string) []heading {
	var all []heading
	question := ""
	for i := range max(len(above), len(below)) {
		cell := at(above, i)
		if cell != "" {
			question = cell
		}
		if cell == "" && at(below, i) != "" {
			cell = question
		}
		all = append(all, doubleHeading(cell, at(below, i)))
	}
	return all
}

func at(cells []string, i int) string {
	if i < len(cells) {
		return cells[i]
	}
	return ""
}

// statementsIn counts the heads that are statements.
func (f *finder) statementsIn(heads []heading) int {
	n := 0
	for _, h := range heads {
		if _, how := f.find(h); how != NotFound {
			n++
		}
	}
	return n
}
