package wizard

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
)

// hands asks the people of a workshop one statement at a time: they raise their hands, and one person types how many.
// It shows no answers to other statements, because first answers anchor the rest.
type hands struct {
	wiz *wizard
	// line is what is typed for the current statement. fresh is true until something is typed: the next digit then begins
	// a new line.
	line  string
	fresh bool
	// before is the count that the statement had when it was shown. It counts while the line is incomplete.
	before assess.Tally
	// here is how many people can raise a hand for it.
	here int
	// unfinished keeps incomplete lines while other screens are shown.
	unfinished map[assess.Place]string
	// remembered is true once the count before this line was, for taking the line back.
	remembered bool
	// warned is true once it was said that going on drops an unfinished line.
	warned bool
	// refused is true after a digit was not taken, until that is corrected or was asked about.
	refused  bool
	revising bool
	area     tui.Area
}

func newHands(wiz *wizard) *hands {
	h := &hands{wiz: wiz, unfinished: map[assess.Place]string{}}
	wiz.counting = h
	h.visit(wiz.run.Session.At)
	return h
}

// visit makes the question at p the current one.
func (h *hands) visit(p assess.Place) {
	s := h.wiz.run.Session
	s.At = p
	h.before, h.here, h.fresh = s.Answers.At(p), s.HereFor(p), true
	h.warned, h.refused, h.remembered = false, false, false
	h.line = assess.FormatHands(h.before, h.here)
	if line, ok := h.unfinished[p]; ok {
		h.line, h.fresh = line, false
	}
}

// revisit shows a statement that was chosen in the review; Enter and Esc then lead back there.
func (h *hands) revisit(p assess.Place) {
	h.visit(p)
	h.revising = true
}

func (h *hands) revises() bool { return h.revising }

// introduces is false: only the statement is to be on the screen.
func (h *hands) introduces() bool { return false }

func (h *hands) Keys() []tui.Key {
	// away are keys that leave the statement. Any other key means that the line is not given up.
	away := func(do func(), names ...string) tui.Key {
		return tui.On(func() { h.away(do) }, names...)
	}
	on := func(do func(), names ...string) tui.Key {
		return tui.On(func() { h.warned = false; do() }, names...)
	}
	digits := tui.OnEach(func(digit string) { h.warned = false; h.digit(digit) }, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
	left, esc := away(h.previous, "left"), away(h.escape, "esc")
	// With nothing typed, Tab does nothing, and the count before may have been a mistake.
	next, undo := on(h.nextBox, "tab", ","), rarelyUndone
	if _, ok := h.wiz.undoable(); h.line != "" {
		next = next.Hint(6, "Tab", "next")
	} else if ok {
		undo = oftenUndone + 1 // the key that blanks the screen matters more
	}
	review := away(func() { h.review(false) }, "r").Help("r", "review all statements, see what is open")
	first, later := left.Hint(2, "←", "back"), esc
	if h.revising {
		first, later = esc.Hint(2, "Esc", "review"), left.Hint(7, "←", "back")
	} else {
		review = review.Hint(3, "r", "review")
	}
	return []tui.Key{
		digits.Answers().Help("2 3 9 6 1", "how many raised a hand for 1, 2, 3, 4 and 5; Space or Tab between them"),
		tui.Note("a sixth", "how many don't know; else the hands that stay down don't"),
		tui.Note("a seventh", "for how many it is not applicable"),
		next,
		on(h.space, "space"),
		on(func() { h.correct(h.line[:max(0, len(h.line)-1)]) }, "backspace").Answers(),
		on(h.accept, "enter").Hint(0, "Enter", "ok").Help("Enter", "accept and go on; with nothing typed, leave it open"),
		first,
		on(func() { h.correct("") }, "x").Answers().Help("x", "take the count back"),
		on(h.wiz.Blank, ".").Hint(5, ".", "blank").Help(".", "blank the screen until any key; also Space, with nothing typed"),
		on(func() { h.wiz.Show(newPeople(h.wiz)) }, "p").Hint(3, "p", "people").Help("p", "change how many people are here"),
		later,
		away(h.next, "right", "down", "pgdown").Help("→  ↓  PgDn", "next statement; again: drop a line that is no count"),
		away(h.previous, "up", "pgup", "shift+tab").Help("←  ↑  PgUp", "statement before"),
		away(func() { h.turn(0) }, "home").Help("Home  End", "first statement, last statement"),
		away(func() { h.turn(len(h.wiz.run.Session.Places()) - 1) }, "end"),
		h.wiz.undoKey(undo),
		h.wiz.noteKey(),
		review,
		on(func() { h.wiz.Show(newHelp(h.wiz, h.wiz.run.Session.At.Topic, h.Keys())) }, "?").Hint(7, "?", "help").
			Help("?", "what the topic means; again: this list"),
		on(h.wiz.Leave, "q").Hint(4, "q", "leave").Help("q  Ctrl+C", "leave; every count is kept, and you can go on later"),
	}
}

// Type takes keys that mean nothing here.
func (h *hands) Type(k tea.KeyPressMsg) {
	h.warned = false
	h.wiz.Unknown(k)
}

// Paste counts nothing.
func (h *hands) Paste(string) { h.warned = false }

// space goes to the next box, or blanks the screen where nothing is typed.
func (h *hands) space() {
	if h.fresh || h.line == "" {
		h.wiz.Blank()
		return
	}
	h.nextBox()
}

func (h *hands) nextBox() {
	if h.line != "" && !strings.HasSuffix(h.line, " ") && len(strings.Fields(h.line)) < assess.HandBoxes {
		h.typed(h.line + " ")
	}
}

// digit puts a digit into the current box, unless the count there would be more than are here.
func (h *hands) digit(key string) {
	line := h.line + key
	if h.fresh {
		line = key
	}
	count := line[strings.LastIndex(line, " ")+1:]
	switch n, _ := strconv.Atoi(count); {
	case n > h.here:
		h.refused = true
		h.wiz.Say(fmt.Sprintf("More than the %d here. p: people.", h.here))
	case len(count) > len(strconv.Itoa(h.here)):
		h.refused = true
		h.wiz.Say("Space goes to the next count.")
	default:
		h.typed(line)
	}
}

// correct takes over a line from which something was taken away, by somebody who has looked at it.
func (h *hands) correct(line string) {
	h.refused = false
	h.typed(line)
}

// doubts asks once about a line of which a digit was not taken: who looks at the room and not at the screen would keep another
// count than was typed.
func (h *hands) doubts() bool {
	doubted := h.refused && h.line != ""
	if h.refused = false; doubted {
		h.wiz.Say("A digit was not taken. Again if right.")
	}
	return doubted
}

// away leaves the statement. A line that is not a complete count stops it once; going on all the same then drops the line.
func (h *hands) away(do func()) {
	_, drop := h.missing()
	switch {
	case drop == "" && h.doubts():
		return
	case drop == "":
		do()
		return
	case !h.warned:
		h.warned = true
		h.wiz.Say(drop)
		return
	}
	dropped := "Not kept: " + strings.TrimSpace(h.line) + "."
	delete(h.unfinished, h.wiz.run.Session.At)
	do()
	h.wiz.Say(strings.TrimSpace(dropped + " " + h.wiz.Notice()))
}

// typed takes a line over. A complete count is stored at once, so that leaving in any way keeps it. While the line is
// incomplete the count from before counts, and an empty line takes that back.
func (h *hands) typed(line string) {
	h.line, h.fresh = line, false
	s := h.wiz.run.Session
	if !h.remembered {
		s.Remember(s.At)
		h.remembered = true
	}
	t, numbers, ok := h.tally()
	if !ok && numbers > 0 || t.Votes() > h.here || s.Count(s.At, t) != nil {
		// What was stored before was within those present, and still is.
		_ = s.Count(s.At, h.before)
		h.unfinished[s.At] = line
	} else {
		delete(h.unfinished, s.At)
	}
	h.wiz.changed = true
}

func (h *hands) tally() (t assess.Tally, numbers int, ok bool) {
	return assess.ParseHands(h.line, h.here)
}

// missing says why the line is not a complete count: to who wants it counted with what would help, and to who goes away
// that it is dropped. Both are empty if it is one, or empty.
func (h *hands) missing() (help, drop string) {
	t, numbers, ok := h.tally()
	more := len(t.Counts) - numbers
	switch {
	case numbers > 0 && t.Votes() > h.here:
		return "Too many hands. x: clear, p: people.", "Too many hands. Again drops them."
	case numbers > 0 && !ok && more == 1:
		return "Five counts, please: 1 more. 0 if none.", "1 more count, please. Again drops it."
	case numbers > 0 && !ok:
		return fmt.Sprintf("Five counts, please: %d more. 0 if none.", more), fmt.Sprintf("%d more counts, please. Again drops it.", more)
	}
	return "", ""
}

// accept goes on, unless the line needs another look: where counts are missing, the next one can be typed at once. An empty line
// leaves the statement open.
func (h *hands) accept() {
	if help, _ := h.missing(); help != "" {
		t, _, _ := h.tally()
		if h.fresh = t.Votes() > h.here; !h.fresh { // else the hands are counted anew
			h.nextBox()
		}
		h.wiz.Say(help)
		return
	}
	if h.doubts() {
		return
	}
	// A line with too many hands is a count once more people are here.
	h.typed(h.line)
	at := h.wiz.run.Session.At
	open := h.wiz.run.Session.Answers.At(at).IsZero()
	if h.revising {
		h.review(false)
		return
	}
	h.wiz.turnFrom(at.Topic)
	h.next()
	if open {
		h.wiz.Say("Left open. ← goes back.")
	}
}

func (h *hands) index() int { return slices.Index(h.wiz.run.Session.Places(), h.wiz.run.Session.At) }

func (h *hands) turn(i int) {
	h.visit(h.wiz.run.Session.Places()[i])
	h.wiz.changed = true
}

// next shows the next statement. After the last one, that is the review.
func (h *hands) next() {
	i, last := h.index(), len(h.wiz.run.Session.Places())-1
	switch {
	case i == last && h.revising:
		h.wiz.Say("This is the last one. Enter: review.")
	case i == last:
		h.review(true)
	default:
		h.turn(i + 1)
	}
}

// previous shows the statement before. Before the first one that is the screen that asks how many are here.
func (h *hands) previous() {
	if i := h.index(); i > 0 {
		h.turn(i - 1)
	} else {
		h.wiz.Back()
	}
}

func (h *hands) escape() {
	if h.revising {
		h.review(false)
	} else {
		h.previous()
	}
}

func (h *hands) review(seen bool) {
	h.revising = false
	h.visit(h.wiz.run.Session.At)
	h.wiz.Show(newReview(h.wiz, seen))
	if seen {
		h.wiz.cover()
	}
}

func (h *hands) Fit(a tui.Area) { h.area = a }

func (h *hands) Place() string {
	return fmt.Sprintf("%d of %d", h.index()+1, len(h.wiz.run.Session.Places()))
}

func (h *hands) Tall() bool { return true }
