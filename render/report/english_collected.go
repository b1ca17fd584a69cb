package report

import (
	"fmt"

	"github.com/coalcheck/coalcheck/assess/collect/export"
	"github.com/coalcheck/coalcheck/render/doc"
)

func (english) collected() string  { return "Collected answers" }
func (english) cameFrom() string   { return "Came from" }
func (english) whatBecame() string { return "What became of it" }

func (english) collectedInAll(added, known, perhaps, refused int) doc.Text {
	if perhaps > 0 {
		return doc.Words(fmt.Sprintf("%d new, %d known already, %d perhaps known, %d refused.", added, known, perhaps, refused))
	}
	return doc.Words(fmt.Sprintf("%d new, %d known already, %d refused.", added, known, refused))
}

func (english) added(file doc.Text) doc.Text { return fill("new: %s", file) }
func (english) wouldBeAdded() doc.Text       { return doc.Words("new") }
func (english) refused() doc.Text            { return doc.Words("refused") }
func (english) notWritten() doc.Text         { return doc.Words("could not be written") }

func (english) known(by doc.Text, row bool) doc.Text {
	if row { // its file may have been changed since
		return fill("known already, as %s", by)
	}
	return fill("known already: the same as %s", by)
}

func (english) perhapsKnown(by doc.Text) doc.Text { return fill("perhaps known, as %s: not added", by) }

func (english) knownOtherwise(by doc.Text) doc.Text {
	return fill("known already, as %s, which has other answers", by)
}

func (english) whatIsPerhapsKnown() doc.Text {
	return doc.Words("What is perhaps known agrees with a file of the folder in all that both say. It is the same person where a column was added or a spreadsheet changed the times.")
}

func (english) replaceFiles() doc.Text {
	return doc.Words("Where a file has other answers than the table gives now, somebody has changed the file or the map. To take those of the table, remove the file and collect again.")
}

func (english) dryRun() doc.Text { return doc.Words("Nothing was written, as --dry-run says.") }

func (english) addAgain() doc.Text {
	return doc.Words("If what is known already is another person's, who answered the same, add it all the same with --again.")
}

func (english) howRead() string      { return "How a table was read" }
func (english) columnLetter() string { return "Column" }
func (english) columnRead() string   { return "Read as" }

func (english) statementsFound(table doc.Text, found, near int) doc.Text {
	switch {
	case near == 1:
		return fill("In %s, %d columns are statements of ours, 1 of them in nearly our words: see whether it is meant.", table, found)
	case near > 1:
		return fill("In %s, %d columns are statements of ours, %d of them in nearly our words: see whether they are meant.", table, found, near)
	case found == 0:
		return fill("In %s, no column is a statement of ours.", table)
	case found == 1:
		return fill("In %s, 1 column is a statement of ours.", table)
	default:
		return fill("In %s, %d columns are statements of ours.", table, found)
	}
}

func (english) nearly(column string, head doc.Text, statement string) doc.Text {
	return fill("Column %s, “%s”, is read as “%s”", column, head, statement)
}

func (english) readAsStatement(id string, how export.How) doc.Text {
	name := doc.Styled(doc.Code, id)
	switch how {
	case export.ByID:
		return fill("%s, by its id", name)
	case export.ByBrackets:
		return fill("%s, as a row of a grid", name)
	case export.ByNearness:
		return fill("%s, in nearly our words", name)
	case export.ByMap:
		return fill("%s, by the map", name)
	default:
		return fill("%s, word for word", name)
	}
}

func (english) readAsNote(topic string) doc.Text { return fill("notes on %s", topic) }

func (english) readAsOther(use export.Use, head doc.Text) doc.Text {
	switch use {
	case export.Coalition:
		return fill("coalition: %s", head)
	case export.Role:
		return fill("role: %s", head)
	case export.Date:
		return fill("date: %s", head)
	case export.Respondent:
		return fill("who answered: %s", head)
	case export.Dropped:
		return fill("dropped, as it tells who answered: %s", head)
	case export.Ignored:
		return fill("not read, by the map: %s", head)
	default:
		return fill("not read: %s", head)
	}
}

func (english) statementsMissing(n int) doc.Text {
	if n == 1 {
		return doc.Words("1 statement has no column, and so no answers:")
	}
	return doc.Words(fmt.Sprintf("%d statements have no column, and so no answers:", n))
}

func (english) missing(id, statement string) doc.Text {
	return fill("%s: %s", doc.Styled(doc.Code, id), statement)
}

func (english) mappedWords() string { return "The map says what these words mean:" }

func (english) mapped(word doc.Text, means string, cells int) doc.Text {
	if cells == 1 {
		return fill("“%s” is %s, in 1 cell", word, means)
	}
	return fill("“%s” is %s, in %d cells", word, means, cells)
}

func (english) unfinished(rows int) doc.Text {
	if rows == 1 {
		return doc.Words("1 row has no date of submission: this person did not finish, and was left out.")
	}
	return doc.Words(fmt.Sprintf("%d rows have no date of submission: these people did not finish, and were left out.", rows))
}

func (english) unanswered(rows int) doc.Text {
	if rows == 1 {
		return doc.Words("1 row has no answers, and was left out.")
	}
	return doc.Words(fmt.Sprintf("%d rows have no answers, and were left out.", rows))
}

func (english) undated() doc.Text {
	return fill("The dates were left out, because day, month and year can be read in more than one way. `--dates dmy` reads them with the day first, `--dates mdy` with the month first.")
}

func (english) unknownWords() string { return "These words are not ours:" }

func (english) unknownWord(word doc.Text, cells int) doc.Text {
	if cells == 1 {
		return fill("“%s”, in 1 cell", word)
	}
	return fill("“%s”, in %d cells", word, cells)
}

func (english) moreUnknownWords(n int) doc.Text {
	if n == 1 {
		return doc.Words("1 more word is not ours. Do people write in their own words here?")
	}
	return doc.Words(fmt.Sprintf("%d more words are not ours. Do people write in their own words here?", n))
}

func (english) mapToStart() string { return "A map to start from" }

func (english) saveMap() doc.Text {
	return fill("Save these lines in a file, such as `map.yaml`, say in it what words and columns mean, and collect again with `--map map.yaml`.")
}
