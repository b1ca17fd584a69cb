package report

import (
	"fmt"

	"github.com/coalcheck/coalcheck/render/doc"
)

func (english) collected() string  { return "Collected answers" }
func (english) cameFrom() string   { return "Came from" }
func (english) whatBecame() string { return "What became of it" }

func (english) collectedInAll(added, known, refused int) doc.Text {
	return doc.Words(fmt.Sprintf("%d new, %d known already, %d refused.", added, known, refused))
}

func (english) added(file doc.Text) doc.Text { return fill("new: %s", file) }
func (english) wouldBeAdded() doc.Text       { return doc.Words("new") }
func (english) known(by doc.Text) doc.Text   { return fill("known already: the same as %s", by) }
func (english) refused() doc.Text            { return doc.Words("refused") }
func (english) notWritten() doc.Text         { return doc.Words("could not be written") }

func (english) dryRun() doc.Text { return doc.Words("Nothing was written, as --dry-run says.") }

func (english) addAgain() doc.Text {
	return doc.Words("If what is known already is another person's, who answered the same, add it all the same with --again.")
}
