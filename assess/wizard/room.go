package wizard

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
)

// hands asks a room one statement at a time: people raise their hands, and somebody types how many. Nothing on it tells
// how other statements were answered, because first answers anchor the rest.
type hands struct {
	m *model
	// line is what is typed for the current statement, fresh whether nothing was typed since it was shown: the next digit
	// then begins anew.
	line  string
	fresh bool
	// before is the count that the statement had when it was shown. It stands while the line is no whole count.
	before assess.Tally
	// unfinished keeps the lines that are no whole count, so that going away and back loses nothing.
	unfinished map[assess.Place]string
	revising   bool
	room       area
}

func newHands(m *model) *hands {
	h := &hands{m: m, unfinished: map[assess.Place]string{}}
	h.visit(m.session.At)
	return h
}

// visit makes the question at p the current one.
func (h *hands) visit(p assess.Place) {
	s := h.m.session
	s.At = p
	h.before, h.fresh = s.Answers.At(p), true
	h.line = assess.FormatHands(h.before, s.Answers.Present)
	if line, ok := h.unfinished[p]; ok {
		h.line, h.fresh = line, false
	}
}

// revisit shows a statement that was chosen in the review; the answer then leads back there.
func (h *hands) revisit(p assess.Place) {
	h.visit(p)
	h.revising = true
}

// handsKeys says what the keys do that count nothing.
var handsKeys = map[string]func(h *hands) tea.Cmd{
	"enter":     (*hands).accept,
	"right":     (*hands).next,
	"down":      (*hands).next,
	"pgdown":    (*hands).next,
	"left":      (*hands).previous,
	"up":        (*hands).previous,
	"pgup":      (*hands).previous,
	"shift+tab": (*hands).previous,
	"esc":       (*hands).escape,
	"home":      func(h *hands) tea.Cmd { h.turn(0); return nil },
	"end":       func(h *hands) tea.Cmd { h.turn(len(h.m.session.Places()) - 1); return nil },
	"backspace": func(h *hands) tea.Cmd { h.typed(strings.TrimRight(h.line[:max(0, len(h.line)-1)], " ")); return nil },
	"x":         func(h *hands) tea.Cmd { h.typed(""); return nil },
	".":         func(h *hands) tea.Cmd { h.m.show(&blank{h.m}); return nil },
	"p":         func(h *hands) tea.Cmd { h.m.show(newPresent(h.m)); return nil },
	"m":         func(h *hands) tea.Cmd { h.m.show(newNote(h.m)); return nil },
	"r":         func(h *hands) tea.Cmd { h.review(false); return nil },
	"?":         func(h *hands) tea.Cmd { h.m.show(newTopicHelp(h.m, h.m.session.At.Topic)); return nil },
	"q":         func(h *hands) tea.Cmd { return h.m.leave() },
}

// maxDigits is how many digits a count has at most.
var maxDigits = len(strconv.Itoa(assess.MaxPresent))

func (h *hands) press(k tea.KeyPressMsg) tea.Cmd {
	key := name(k)
	switch {
	case len(key) == 1 && key[0] >= '0' && key[0] <= '9':
		if h.fresh {
			h.line = ""
		}
		h.typed(h.line + key)
	case key == "space" && (h.fresh || h.line == ""):
		return handsKeys["."](h)
	case key == "space", key == "tab", key == ",":
		if h.line != "" && !strings.HasSuffix(h.line, " ") && len(strings.Fields(h.line)) < assess.HandBoxes {
			h.typed(h.line + " ")
		}
	default:
		if do, ok := handsKeys[key]; ok {
			return do(h)
		}
	}
	return nil
}

// typed takes a line over. A whole count is stored at once, so that whoever leaves in any way has it; while the line is
// none, the count from before stands, and an empty line takes it back.
func (h *hands) typed(line string) {
	if last := line[strings.LastIndex(line, " ")+1:]; len(last) > maxDigits {
		return
	}
	h.line, h.fresh = line, false
	s := h.m.session
	t, numbers, ok := h.tally()
	if !ok && numbers > 0 || s.Count(s.At, t) != nil {
		// What was stored before was within those present, and still is.
		_ = s.Count(s.At, h.before)
		h.unfinished[s.At] = line
	} else {
		delete(h.unfinished, s.At)
	}
	h.m.changed = true
}

func (h *hands) tally() (t assess.Tally, numbers int, ok bool) {
	return assess.ParseHands(h.line, h.m.session.Answers.Present)
}

// accept goes on, unless the line needs another look. An empty line leaves the statement open.
func (h *hands) accept() tea.Cmd {
	t, numbers, ok := h.tally()
	switch present := h.m.session.Answers.Present; {
	case numbers > 0 && t.Votes() > present:
		h.m.notice = fmt.Sprintf("%d hands, %d here. Correct a count, or p: more people.", t.Votes(), present)
	case numbers > 0 && !ok:
		h.m.notice = fmt.Sprintf("Five counts, please: %d more. 0 where no hand is up.", len(t.Counts)-numbers)
	default:
		return h.next()
	}
	return nil
}

func (h *hands) index() int { return slices.Index(h.m.session.Places(), h.m.session.At) }

func (h *hands) turn(i int) {
	h.visit(h.m.session.Places()[i])
	h.m.changed = true
}

// next shows the next statement. After the last one, and after one that the review asked for, that is the review.
func (h *hands) next() tea.Cmd {
	i, last := h.index(), len(h.m.session.Places())-1
	if h.revising || i == last {
		h.review(i == last && !h.revising)
		return nil
	}
	h.turn(i + 1)
	h.m.notice = scaleTurns(h.m.session, h.m.session.At.Topic)
	return nil
}

// previous shows the statement before. Before the first one that is who is here.
func (h *hands) previous() tea.Cmd {
	if i := h.index(); i > 0 {
		h.turn(i - 1)
	} else {
		h.m.back()
	}
	return nil
}

func (h *hands) escape() tea.Cmd {
	if h.revising {
		h.review(false)
		return nil
	}
	return h.previous()
}

func (h *hands) review(seen bool) {
	h.revising = false
	h.visit(h.m.session.At)
	h.m.show(newReview(h.m, seen))
}

func (h *hands) fit(room area) { h.room = room }

func (h *hands) place() string {
	return fmt.Sprintf("%d of %d", h.index()+1, len(h.m.session.Places()))
}

func (h *hands) tall() bool { return true }

func (h *hands) hints() []hint {
	back := hint{"←", "back", 2}
	if h.revising {
		back = hint{"Esc", "review", 2}
	}
	return []hint{
		{"Space", "next box", 3},
		{"Enter", "accept", 0},
		back,
		{".", "blank", 1},
		{"p", "people", 4},
		{"r", "review", 5},
		{"?", "help", 6},
		{"q", "leave", 3},
	}
}

// blank is an empty screen, so that the room looks at whoever speaks. Any key goes back.
type blank struct{ m *model }

func (b *blank) fit(area) {}

func (b *blank) press(tea.KeyPressMsg) tea.Cmd {
	b.m.back()
	return nil
}

func (b *blank) draw() []string { return nil }

func (b *blank) place() string { return "" }

func (b *blank) tall() bool { return true }

func (b *blank) hints() []hint { return nil }
