package report

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/collect/export"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// readTable returns how a table was read: what each column is, which statements are missing, and what was left out.
func readTable(say sentences, t *export.Table, c *pitfalls.Catalogue) []doc.Block {
	blocks := []doc.Block{
		doc.Section{Level: 1, Name: doc.Words(say.howRead())},
		doc.Paragraph{Text: say.statementsFound(doc.Foreign(t.Name), t.Statements(), t.Near())},
	}
	var near doc.List
	table := doc.Table{Columns: []doc.Column{{Head: doc.Words(say.columnLetter())}, {Head: doc.Words(say.columnRead())}}}
	for i := range t.Columns {
		column := &t.Columns[i]
		table.Rows = append(table.Rows, []doc.Text{doc.Words(export.Letters(i + 1)), readAs(say, column, c)})
		if column.How == export.ByNearness {
			near.Items = append(near.Items, doc.Item{Text: say.nearly(export.Letters(i+1), doc.Foreign(column.Head), assess.Statement(c, column.Place))})
		}
	}
	if len(near.Items) > 0 {
		blocks = append(blocks, near)
	}
	blocks = append(blocks, table)
	if len(t.Missing) > 0 {
		var missing doc.List
		for _, p := range t.Missing {
			missing.Items = append(missing.Items, doc.Item{Text: say.missing(export.ID(c, p), assess.Statement(c, p))})
		}
		blocks = append(blocks, doc.Paragraph{Text: say.statementsMissing(len(t.Missing))}, missing)
	}
	blocks = append(blocks, wordList(say.mappedWords(), t.Mapped, func(w export.Word) doc.Text {
		return say.mapped(doc.Foreign(w.Text), w.Means, w.Cells)
	})...)
	return append(blocks, leftOut(say, t)...)
}

// longestHead is how much of the head of a column is shown in a table, in characters.
const longestHead = 36

// readAs says what a column was read as, and how that was found out.
func readAs(say sentences, column *export.Column, c *pitfalls.Catalogue) doc.Text {
	switch column.Use {
	case export.Statement:
		return say.readAsStatement(export.ID(c, column.Place), column.How)
	case export.Note:
		return say.readAsNote(c.Topics[column.Place.Topic].Label)
	default:
		head := []rune(column.Head)
		if len(head) > longestHead {
			head = append(head[:longestHead-1], '…')
		}
		return say.readAsOther(column.Use, doc.Foreign(string(head)))
	}
}

// leftOut says what in a table was left out, and the words in it that are not ours.
func leftOut(say sentences, t *export.Table) []doc.Block {
	var blocks []doc.Block
	add := func(text doc.Text) { blocks = append(blocks, doc.Paragraph{Text: text}) }
	if t.Unfinished > 0 {
		add(say.unfinished(t.Unfinished))
	}
	if t.Unanswered > 0 {
		add(say.unanswered(t.Unanswered))
	}
	if t.Undated {
		add(say.undated())
	}
	unknown := append(slices.Clone(t.Unknown), t.UnknownRoles...)
	blocks = append(blocks, wordList(say.unknownWords(), unknown, func(w export.Word) doc.Text {
		return say.unknownWord(doc.Foreign(w.Text), w.Cells)
	})...)
	if t.MoreUnknown > 0 {
		add(say.moreUnknownWords(t.MoreUnknown))
	}
	return blocks
}

// wordList returns a list of words below a sentence, or nothing where there are none.
func wordList(sentence string, words []export.Word, say func(export.Word) doc.Text) []doc.Block {
	if len(words) == 0 {
		return nil
	}
	var list doc.List
	for _, w := range words {
		list.Items = append(list.Items, doc.Item{Text: say(w)})
	}
	return []doc.Block{doc.Paragraph{Text: doc.Words(sentence)}, list}
}

// mapToStart returns a map to start from, for what is in tables and not ours.
func mapToStart(say sentences, tables []*export.Table, c *pitfalls.Catalogue) []doc.Block {
	lines := export.Draft(tables, c)
	if len(lines) == 0 {
		return nil
	}
	return []doc.Block{doc.Section{Level: 1, Name: doc.Words(say.mapToStart())}, doc.Paragraph{Text: say.saveMap()}, doc.Verbatim(lines)}
}
