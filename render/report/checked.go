package report

import "github.com/coalcheck/coalcheck/render/doc"

// CheckedSheet is what became of a sheet of paper that was keyed again.
type CheckedSheet struct {
	// File is the name of its file, and Corrected how many answers were corrected in it.
	File      string
	Corrected int
	// Failed reports whether the file could not be corrected.
	Failed bool
}

// Checked returns what became of sheets of paper in a folder that were keyed again.
func Checked(sheets []CheckedSheet, folder string) *doc.Document {
	var say sentences = english{}
	table := doc.Table{Columns: []doc.Column{{Head: doc.Words(say.sheetFile())}, {Head: doc.Words(say.whatBecame())}}}
	right, corrected, failed := 0, 0, 0
	for _, s := range sheets {
		var became doc.Text
		switch {
		case s.Failed:
			failed++
			became = say.notCorrected()
		case s.Corrected > 0:
			corrected++
			became = say.corrected(s.Corrected)
		default:
			right++
			became = say.right()
		}
		table.Rows = append(table.Rows, []doc.Text{doc.Foreign(s.File), became})
	}
	return &doc.Document{
		Lang: say.lang(), Kind: doc.Words(say.checked()), Name: doc.Foreign(folder),
		Blocks: []doc.Block{doc.Paragraph{Role: doc.Lead, Text: say.checkedInAll(right, corrected, failed)}, table},
	}
}
