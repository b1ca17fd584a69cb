// Package spreadsheet writes tables as values between commas (RFC 4180), for spreadsheets and for tools that import tasks.
package spreadsheet

import (
	"encoding/csv"
	"io"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// byteOrderMark tells spreadsheets that the text is UTF-8.
const byteOrderMark = "\ufeff"

// Write writes a head and rows. What a spreadsheet would take for a formula gets an apostrophe before it, and what would act
// on a terminal is written as an escape.
func Write(w io.Writer, head []string, rows [][]string) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	table := csv.NewWriter(w)
	table.UseCRLF = true
	for _, row := range append([][]string{head}, rows...) {
		cells := make([]string, len(row))
		for i, text := range row {
			if cells[i] = safetext.VisibleLines(text); safetext.BeginsFormula(text) {
				cells[i] = "'" + cells[i]
			}
		}
		if err := table.Write(cells); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}
