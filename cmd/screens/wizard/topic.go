package wizard

import (
	"fmt"
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/report"
)

// topic asks the statements of one topic at a time. The current one is the session's place; rows remembers the statement
// on each screen, so that going back shows a screen as it was left.
type topic struct {
	wiz    *wizard
	rows   []int
	area   tui.Area
	layout topicLayout
	// revising is true when the review sent the person here; Enter and Esc then lead back to it.
	revising bool
}

func newTopic(wiz *wizard) *topic {
	t := &topic{wiz: wiz, rows: make([]int, len(wiz.run.Catalogue.Topics))}
	for i := range t.rows {
		t.rows[i] = -1
	}
	t.visit(wiz.run.Session.At)
	return t
}

func (t *topic) Keys() []tui.Key {
	var keys []tui.Key
	for _, k := range ratingKeys {
		keys = append(keys, tui.On(func() { t.rate(k.rating) }, k.name).Answers().Hint(k.rank, k.sign, k.hint).Help(k.signs, k.use))
	}
	enter := tui.On(t.onward, "enter", "tab").Help("Enter, Tab", "go on without an answer; Shift+Tab goes back")
	left, esc := tui.On(t.previous, "left"), tui.On(t.escape, "esc")
	if t.revising {
		enter = tui.On(t.escape, "enter").Hint(1, "Enter", "review").Help("Enter, Esc", "back to the review")
	} else {
		left = left.Hint(1, "←", "back")
	}
	undo := rarelyUndone
	if last, ok := t.wiz.undoable(); ok && last.Topic == t.index() {
		undo = oftenUndone
	}
	return append(keys,
		t.wiz.undoKey(undo),
		tui.On(func() { t.step(-1) }, "up").Hint(8, "↑↓", "move").Help("↑ ↓", "move between the statements"),
		tui.On(func() { t.step(1) }, "down"),
		enter,
		tui.On(t.onward, "tab"),
		tui.On(t.backward, "shift+tab"),
		left, esc,
		tui.On(t.next, "right", "pgdown").Hint(2, "→", "next").Help("→  PgDn", "next screen"),
		tui.On(t.previous, "pgup").Help("←  PgUp  Esc", "screen before"),
		tui.On(func() { t.turn(0) }, "home").Help("Home  End", "first topic, last topic"),
		tui.On(func() { t.turn(len(t.rows) - 1) }, "end"),
		t.wiz.noteKey().Hint(6, "m", "note"),
		tui.On(func() { t.review(false) }, "r").Hint(7, "r", "review").Help("r", "review all answers, see what is open"),
		tui.On(func() { t.wiz.Show(newHelp(t.wiz, t.index(), t.Keys())) }, "?").Hint(1, "?", "help").
			Help("?", "what the topic means; again: this list"),
		t.wiz.leaveKey(5, "leave"),
	)
}

// index is the topic that is shown, places its questions, and row the current one of them.
func (t *topic) index() int { return t.wiz.run.Session.At.Topic }

func (t *topic) places() []assess.Place { return t.wiz.run.Session.Topic(t.index()) }

func (t *topic) row() int { return slices.Index(t.places(), t.wiz.run.Session.At) }

// visit makes the question at p the current one.
func (t *topic) visit(p assess.Place) {
	t.wiz.run.Session.At = p
	t.rows[p.Topic] = t.row()
}

// revisit shows a question that was chosen in the review; Enter and Esc then lead back there.
func (t *topic) revisit(p assess.Place) {
	t.visit(p)
	t.revising = true
}

func (t *topic) revises() bool { return t.revising }

func (t *topic) introduces() bool { return len(t.beginning()) > 0 }

// turn shows the topic with this index: at the statement where it was left, or at its first open one.
func (t *topic) turn(i int) {
	places := t.wiz.run.Session.Topic(i)
	row := t.rows[i]
	if row < 0 || row >= len(places) {
		row = max(0, slices.IndexFunc(places, t.open))
	}
	t.visit(places[row])
	t.wiz.changed = true
}

func (t *topic) open(p assess.Place) bool { return t.wiz.run.Session.Rating(p) == assess.Unanswered }

// step moves within the screen and reports whether there was a statement to move to.
func (t *topic) step(by int) bool {
	places, row := t.places(), t.row()+by
	if row < 0 || row >= len(places) {
		return false
	}
	t.visit(places[row])
	t.wiz.changed = true
	return true
}

// rate answers the current statement and moves on. Taking an answer back stays where it is.
func (t *topic) rate(r assess.Rating) {
	s := t.wiz.run.Session
	at, row, changing := s.At, t.row(), !t.open(s.At)
	s.Rate(at, r)
	t.wiz.changed = true
	if r == assess.Unanswered {
		return
	}
	places := t.places()
	if next := slices.IndexFunc(places[row:], t.open); next >= 0 {
		t.visit(places[row+next])
		return
	}
	if next := slices.IndexFunc(places, t.open); next >= 0 {
		t.visit(places[next])
		return
	}
	given := inWords(r, s.Scale(at))
	if t.revising {
		t.wiz.Say(fmt.Sprintf("Given: %s. Enter: review.", given))
		return
	}
	// All is answered. A person who changes answers may want to change the next one too.
	if changing && t.step(1) {
		return
	}
	t.wiz.turnFrom(at.Topic)
	t.next()
	if _, here := t.wiz.Top().(*topic); here {
		t.wiz.Say(fmt.Sprintf("Given: %s. u takes it back.", given))
	}
}

// onward goes on without an answer: to the next statement, then to the next screen.
func (t *topic) onward() {
	if !t.step(1) {
		t.next()
	}
}

func (t *topic) backward() {
	if !t.step(-1) {
		t.previous()
	}
}

// next shows the next screen. After the last topic that is the review.
func (t *topic) next() {
	last := t.index() == len(t.rows)-1
	switch {
	case last && t.revising:
		t.wiz.Say("This is the last one. Enter: review.")
	case last:
		t.review(true)
	default:
		t.turn(t.index() + 1)
	}
}

// previous shows the screen before. Before the first topic that is the form.
func (t *topic) previous() {
	if t.index() == 0 {
		t.wiz.Back()
		return
	}
	t.turn(t.index() - 1)
}

func (t *topic) escape() {
	if t.revising {
		t.review(false)
		return
	}
	t.previous()
}

// review opens the review: at the way to the plan when all topics were seen, else at the current question.
func (t *topic) review(seen bool) {
	t.revising = false
	t.wiz.Show(newReview(t.wiz, seen))
}

func (t *topic) Place() string { return report.TopicPlace(t.wiz.run.Catalogue, t.index()) }

func (t *topic) Tall() bool { return false }
