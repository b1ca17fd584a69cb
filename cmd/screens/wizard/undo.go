package wizard

import (
	"fmt"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
)

// The ranks of the hint at u: there is space for it only where it is likely to be wanted.
const rarelyUndone, oftenUndone = 9, 5

// undoKey takes the last answer back. rank is that of its hint.
func (wiz *wizard) undoKey(rank int) tui.Key {
	return tui.On(wiz.undo, "u").TakesBack().Hint(rank, "u", "undo").Help("u", "take the last answer back, wherever it was; again: the one before")
}

// undoable returns where u takes an answer back, if anywhere. In the welcome there is no session yet.
func (wiz *wizard) undoable() (assess.Place, bool) {
	if wiz.run.Session == nil {
		return assess.Place{}, false
	}
	return wiz.run.Session.Undoable()
}

// undo takes the last answer back, shows the statement, and says what it took.
func (wiz *wizard) undo() {
	c, ok := wiz.run.Session.Undo()
	if !ok {
		wiz.Say("There is no answer to take back.")
		return
	}
	wiz.changed = true
	wiz.show(c.At)
	wiz.Say(wiz.undone(c))
}

// show goes to a statement, on the screen that is shown or on the one that asks.
func (wiz *wizard) show(p assess.Place) {
	if _, ok := wiz.Top().(*half); ok {
		wiz.Back()
	}
	if h, ok := wiz.Top().(*hands); ok {
		delete(h.unfinished, p)
	}
	wiz.Top().(interface{ visit(p assess.Place) }).visit(p)
}

// undone says what was taken back, and what is there again. Together they fit in the smallest window. A room that looks on
// sees no counts before the reveal.
func (wiz *wizard) undone(c assess.Change) string {
	hands, scale := wiz.run.CountsHands(), wiz.run.Session.Scale(c.At)
	taken, back := c.Taken.Rating(), c.Back.Rating()
	switch {
	case hands && c.Back.IsZero():
		return "The count here is taken back."
	case hands:
		return "The count from before is back here."
	case c.Taken.IsZero():
		return fmt.Sprintf("Given again: %s.", inWords(back, scale))
	case c.Back.IsZero():
		return fmt.Sprintf("Taken back: %s.", inWords(taken, scale))
	default:
		return fmt.Sprintf("Taken back: %s. Again: %s.", inWords(taken, scale), back)
	}
}
