package wizard

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
)

// topic asks the statements of one topic at a time. Where the run stands is the session's place; rows remembers the
// statement on each screen, so that going back shows a screen as it was left.
type topic struct {
	m    *model
	rows []int
	room area
	plan topicPlan
	// revising is true when the review sent the person here; the answer then leads back to it.
	revising bool
}

func newTopic(m *model) *topic {
	t := &topic{m: m, rows: make([]int, len(m.run.Catalogue.Topics))}
	for i := range t.rows {
		t.rows[i] = -1
	}
	t.visit(m.run.Session.At)
	return t
}

// topicKeys says what the keys do that rate nothing.
var topicKeys = map[string]func(t *topic) tea.Cmd{
	"up":        func(t *topic) tea.Cmd { t.step(-1); return nil },
	"down":      func(t *topic) tea.Cmd { t.step(1); return nil },
	"tab":       (*topic).onward,
	"enter":     (*topic).onward,
	"shift+tab": (*topic).backward,
	"right":     (*topic).next,
	"pgdown":    (*topic).next,
	"left":      (*topic).previous,
	"pgup":      (*topic).previous,
	"esc":       (*topic).escape,
	"home":      func(t *topic) tea.Cmd { t.turn(0); return nil },
	"end":       func(t *topic) tea.Cmd { t.turn(len(t.rows) - 1); return nil },
	"m":         func(t *topic) tea.Cmd { t.m.show(newNote(t.m)); return nil },
	"r":         func(t *topic) tea.Cmd { t.review(false); return nil },
	"?":         func(t *topic) tea.Cmd { t.m.show(newTopicHelp(t.m, t.index())); return nil },
	"q":         func(t *topic) tea.Cmd { return t.m.leave() },
}

func (t *topic) press(k tea.KeyPressMsg) tea.Cmd {
	if r, ok := ratingOf[name(k)]; ok {
		return t.rate(r)
	}
	if do, ok := topicKeys[name(k)]; ok {
		return do(t)
	}
	return nil
}

// index is the topic that is shown, places its questions, and row the current one of them.
func (t *topic) index() int { return t.m.run.Session.At.Topic }

func (t *topic) places() []assess.Place { return t.m.run.Session.Topic(t.index()) }

func (t *topic) row() int { return slices.Index(t.places(), t.m.run.Session.At) }

// visit makes the question at p the current one.
func (t *topic) visit(p assess.Place) {
	t.m.run.Session.At = p
	t.rows[p.Topic] = t.row()
}

// revisit shows a question that was chosen in the review; the answer then leads back there.
func (t *topic) revisit(p assess.Place) {
	t.visit(p)
	t.revising = true
}

// turn shows the topic with this index: at the statement where it was left, or at its first open one.
func (t *topic) turn(i int) {
	places := t.m.run.Session.Topic(i)
	row := t.rows[i]
	if row < 0 || row >= len(places) {
		row = max(0, slices.IndexFunc(places, t.open))
	}
	t.visit(places[row])
	t.m.changed = true
}

func (t *topic) open(p assess.Place) bool { return t.m.run.Session.Rating(p) == assess.Unanswered }

// step moves within the screen and reports whether there was a statement to move to.
func (t *topic) step(by int) bool {
	places, row := t.places(), t.row()+by
	if row < 0 || row >= len(places) {
		return false
	}
	t.visit(places[row])
	t.m.changed = true
	return true
}

// rate answers the current statement and moves on. Taking an answer back stays where it is.
func (t *topic) rate(r assess.Rating) tea.Cmd {
	s := t.m.run.Session
	at, row, changing := s.At, t.row(), !t.open(s.At)
	s.Rate(at, r)
	t.m.changed = true
	if r == assess.Unanswered {
		return nil
	}
	places := t.places()
	if next := slices.IndexFunc(places[row:], t.open); next >= 0 {
		t.visit(places[row+next])
		return nil
	}
	if next := slices.IndexFunc(places, t.open); next >= 0 {
		t.visit(places[next])
		return nil
	}
	// All is answered. Who is changing answers may want to change the next one too.
	if changing && row < len(places)-1 && !t.revising {
		t.step(1)
		return nil
	}
	given := r.Label(s.Scale(at))
	if r.Scored() {
		given = r.String() + " " + given
	}
	t.next()
	if _, here := t.m.top().(*topic); here && t.m.notice == "" {
		t.m.notice = fmt.Sprintf("Given: %s. ← goes back.", given)
	}
	return nil
}

// onward goes on without an answer: to the next statement, then to the next screen.
func (t *topic) onward() tea.Cmd {
	if !t.step(1) {
		t.next()
	}
	return nil
}

func (t *topic) backward() tea.Cmd {
	if !t.step(-1) {
		t.previous()
	}
	return nil
}

// next shows the next screen. After the last topic that is the review.
func (t *topic) next() tea.Cmd {
	if last := t.index() == len(t.rows)-1; last || t.revising {
		t.review(last && !t.revising)
		return nil
	}
	t.turn(t.index() + 1)
	t.m.notice = scaleTurns(t.m.run.Session, t.index())
	return nil
}

// previous shows the screen before. Before the first topic that is the form.
func (t *topic) previous() tea.Cmd {
	if t.index() == 0 {
		t.m.back()
		return nil
	}
	t.turn(t.index() - 1)
	return nil
}

func (t *topic) escape() tea.Cmd {
	if t.revising {
		t.review(false)
		return nil
	}
	return t.previous()
}

// review opens the review: at the way to the plan when all topics were seen, else at the current question.
func (t *topic) review(seen bool) {
	t.revising = false
	t.m.show(newReview(t.m, seen))
}

func (t *topic) place() string { return topicName(t.m.run.Catalogue, t.index()) }

func (t *topic) tall() bool { return false }

func (t *topic) hints() []hint {
	back := hint{"←", "back", 1}
	if t.revising {
		back = hint{"Esc", "review", 1}
	}
	return []hint{
		{"1-5", "rate", 0},
		{"d", "don't know", 3},
		{"n", "n/a", 4},
		{"↑↓", "move", 8},
		back,
		{"→", "next", 2},
		{"m", "note", 6},
		{"r", "review", 7},
		{"?", "help", 1},
		{"q", "leave", 5},
	}
}
