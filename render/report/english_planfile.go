package report

import (
	"fmt"

	"github.com/coalcheck/coalcheck/render/doc"
)

func (english) asOf(day string) doc.Text {
	return doc.Text{{Words: "As of " + day, Said: "as of " + day}}
}

func (english) answerAgain(day doc.Text) doc.Text {
	return fill("The day to answer again has come: %s. When you have, see what changed with `coalcheck compare BEFORE AFTER`.", day)
}

func (english) manyOpen(open, most int) doc.Text {
	return fill("%d actions are open. Few coalitions keep more than %d in view: drop some, or put them off.", open, most)
}

func (english) lastTimesPlan() string { return "Last time's plan" }

func (english) openOf(open, of int) doc.Text {
	if open == 0 {
		return doc.Words("nothing is open any more")
	}
	return fill("%d of %d still open", open, of)
}

func (english) nothingDecided() doc.Text { return doc.Words("Nothing has been decided yet.") }

func (english) late() string            { return "Late" }
func (english) dueSoon(days int) string { return fmt.Sprintf("Due in the next %d days", days) }
func (english) nobodyNamed() string     { return "Nobody named" }
func (english) done() string            { return "Done" }
func (english) dropped() string         { return "Dropped" }
func (english) open() string            { return "Open" }

func (english) dueBy(day doc.Text) doc.Text     { return fill("by %s", day) }
func (english) doneOn(day doc.Text) doc.Text    { return fill("done %s", day) }
func (english) droppedOn(day doc.Text) doc.Text { return fill("dropped %s", day) }

func (english) furtherActions() string { return "Further actions" }

func (english) leftOutOfPlan() doc.Text { return doc.Words("left out") }

func (english) nobodyYet() doc.Text { return doc.Words("nobody yet") }
func (english) about() string       { return "About" }
func (english) note() string        { return "Note" }

func (english) whoDoes(owner, do string) string {
	if owner == "" {
		return do
	}
	return owner + ": " + do
}

func (english) reviewEntry(coalition string) string {
	if coalition == "" {
		return "Answer coalcheck again, and compare"
	}
	return "Answer coalcheck again for " + coalition + ", and compare"
}

func (english) task() string    { return "Task" }
func (english) dueDate() string { return "Due date" }
func (english) status() string  { return "Status" }
