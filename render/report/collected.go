package report

import (
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/collect/export"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// Collected returns what became of answers that came from elsewhere. Those that were new are in a folder, unless it was a dry
// run. Then it says how tables among them were read, and a dry run shows a map to start from.
func Collected(arrivals []collect.Arrival, tables []*export.Table, folder string, dry bool, c *pitfalls.Catalogue) *doc.Document {
	var say sentences = english{}
	table := doc.Table{Columns: []doc.Column{{Head: doc.Words(say.cameFrom())}, {Head: doc.Words(say.whatBecame())}}}
	added, known, perhaps, refused := 0, 0, 0, 0
	differ := false
	for i := range arrivals {
		a := &arrivals[i]
		var became doc.Text
		switch {
		case a.Err != nil:
			refused++
			became = say.refused()
		case a.Perhaps:
			perhaps++
			became = say.perhapsKnown(doc.Foreign(a.Known))
		case a.Differs:
			known++
			differ = true
			became = say.knownOtherwise(doc.Foreign(a.Known))
		case a.Known != "":
			known++
			became = say.known(doc.Foreign(a.Known), a.Kind == collect.Row)
		case dry:
			added++
			became = say.wouldBeAdded()
		case a.Written == "":
			became = say.notWritten()
		default:
			added++
			became = say.added(doc.Foreign(a.Written))
		}
		table.Rows = append(table.Rows, []doc.Text{doc.Foreign(a.Source), became})
	}
	d := &doc.Document{Lang: say.lang(), Kind: doc.Words(say.collected()), Name: doc.Foreign(folder)}
	d.Blocks = append(d.Blocks, doc.Paragraph{Role: doc.Lead, Text: say.collectedInAll(added, known, perhaps, refused)})
	if dry {
		d.Blocks = append(d.Blocks, doc.Paragraph{Text: say.dryRun()})
	}
	d.Blocks = append(d.Blocks, table)
	if perhaps > 0 {
		d.Blocks = append(d.Blocks, doc.Paragraph{Text: say.whatIsPerhapsKnown()})
	}
	if differ {
		d.Blocks = append(d.Blocks, doc.Paragraph{Text: say.replaceFiles()})
	}
	if known+perhaps > 0 {
		d.Blocks = append(d.Blocks, doc.Paragraph{Role: doc.Small, Text: say.addAgain()})
	}
	for _, t := range tables {
		d.Blocks = append(d.Blocks, readTable(say, t, c)...)
	}
	if dry {
		d.Blocks = append(d.Blocks, mapToStart(say, tables, c)...)
	}
	return d
}
