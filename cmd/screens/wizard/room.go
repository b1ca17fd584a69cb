package wizard

import (
	"cmp"
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
	// unfinished keeps the line that is no whole count while other screens are shown over it.
	unfinished map[assess.Place]string
	// warned is true once it was said that going on drops an unfinished line.
	warned   bool
	revising bool
	room     area
}

func newHands(m *model) *hands {
	h := &hands{m: m, unfinished: map[assess.Place]string{}}
	h.visit(m.run.Session.At)
	return h
}

// visit makes the question at p the current one.
func (h *hands) visit(p assess.Place) {
	s := h.m.run.Session
	s.At = p
	h.before, h.fresh, h.warned = s.Answers.At(p), true, false
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
	"end":       func(h *hands) tea.Cmd { h.turn(len(h.m.run.Session.Places()) - 1); return nil },
	"backspace": func(h *hands) tea.Cmd { h.typed(h.line[:max(0, len(h.line)-1)]); return nil },
	"x":         func(h *hands) tea.Cmd { h.typed(""); return nil },
	".":         func(h *hands) tea.Cmd { h.m.show(&blank{h.m}); return nil },
	"p":         func(h *hands) tea.Cmd { h.m.show(newPresent(h.m)); return nil },
	"m":         func(h *hands) tea.Cmd { h.m.show(newNote(h.m)); return nil },
	"r":         func(h *hands) tea.Cmd { h.review(false); return nil },
	"?":         func(h *hands) tea.Cmd { h.m.show(newTopicHelp(h.m, h.m.run.Session.At.Topic)); return nil },
	"q":         func(h *hands) tea.Cmd { return h.m.leave() },
}

// leavingKeys holds the keys that go to another statement or to the review, as they are named to people.
var leavingKeys = map[string]string{
	"right": "→", "down": "↓", "pgdown": "PgDn", "left": "←", "up": "↑", "pgup": "PgUp", "shift+tab": "Shift+Tab",
	"esc": "Esc", "home": "Home", "end": "End", "r": "r",
}

// maxDigits is how many digits a count has at most.
var maxDigits = len(strconv.Itoa(assess.MaxPresent))

func (h *hands) press(k tea.KeyPressMsg) tea.Cmd {
	key := name(k)
	if sign, ok := leavingKeys[key]; ok {
		return h.away(sign, handsKeys[key])
	}
	h.warned = false
	switch {
	case len(key) == 1 && key[0] >= '0' && key[0] <= '9':
		h.digit(key)
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

// digit puts a digit into the current box, unless the count there would be more than are here.
func (h *hands) digit(key string) {
	line := h.line + key
	if h.fresh {
		line = key
	}
	count := line[strings.LastIndex(line, " ")+1:]
	if len(count) > maxDigits {
		return
	}
	if n, _ := strconv.Atoi(count); n > h.m.run.Session.Answers.Present {
		h.m.notice = fmt.Sprintf("%s is more than the %d here. p: people.", count, h.m.run.Session.Answers.Present)
		return
	}
	h.typed(line)
}

// away leaves the statement. A line that is no count yet first has its say; going on all the same then drops it.
func (h *hands) away(sign string, do func(h *hands) tea.Cmd) tea.Cmd {
	missing, _ := h.missing()
	switch {
	case missing == "":
		return do(h)
	case !h.warned:
		h.warned, h.m.notice = true, fmt.Sprintf("%s %s again drops it.", missing, sign)
		return nil
	}
	dropped := "Not kept: " + strings.TrimSpace(h.line) + "."
	delete(h.unfinished, h.m.run.Session.At)
	cmd := do(h)
	h.m.notice = strings.TrimSpace(dropped + " " + h.m.notice)
	return cmd
}

// typed takes a line over. A whole count is stored at once, so that whoever leaves in any way has it; while the line is
// none, the count from before stands, and an empty line takes it back.
func (h *hands) typed(line string) {
	h.line, h.fresh = line, false
	s := h.m.run.Session
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
	return assess.ParseHands(h.line, h.m.run.Session.Answers.Present)
}

// missing says why the line is no count, and what would help; both are empty where the line is a count, or empty.
func (h *hands) missing() (why, help string) {
	t, numbers, ok := h.tally()
	switch present := h.m.run.Session.Answers.Present; {
	case numbers > 0 && t.Votes() > present:
		return fmt.Sprintf("%d hands, %d here.", t.Votes(), present), "x: clear, p: people."
	case numbers > 0 && !ok:
		return fmt.Sprintf("Five counts, please: %d more.", len(t.Counts)-numbers), "0 if none."
	}
	return "", ""
}

// accept goes on, unless the line needs another look. An empty line leaves the statement open.
func (h *hands) accept() tea.Cmd {
	if why, help := h.missing(); why != "" {
		h.m.notice = why + " " + help
		return nil
	}
	// A line that was too long for the room is a count once more people are here.
	h.typed(h.line)
	open := h.m.run.Session.Answers.At(h.m.run.Session.At).IsZero()
	cmd := h.next()
	if open {
		h.m.notice = "Left open. " + cmp.Or(h.m.notice, "← goes back.")
	}
	return cmd
}

func (h *hands) index() int { return slices.Index(h.m.run.Session.Places(), h.m.run.Session.At) }

func (h *hands) turn(i int) {
	h.visit(h.m.run.Session.Places()[i])
	h.m.changed = true
}

// next shows the next statement. After the last one, and after one that the review asked for, that is the review.
func (h *hands) next() tea.Cmd {
	i, last := h.index(), len(h.m.run.Session.Places())-1
	if h.revising || i == last {
		h.review(i == last && !h.revising)
		return nil
	}
	h.turn(i + 1)
	h.m.notice = scaleTurns(h.m.run.Session, h.m.run.Session.At.Topic)
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
	h.visit(h.m.run.Session.At)
	h.m.show(newReview(h.m, seen))
	if seen {
		h.m.cover()
	}
}

func (h *hands) fit(room area) { h.room = room }

func (h *hands) place() string {
	return fmt.Sprintf("%d of %d", h.index()+1, len(h.m.run.Session.Places()))
}

func (h *hands) tall() bool { return true }

func (h *hands) hints() []hint {
	back, review := hint{"←", "back", 2}, hint{"r", "review", 3}
	if h.revising {
		back, review = hint{"Esc", "review", 2}, hint{"←", "back", 7}
	}
	return []hint{
		{"Tab", "next", 5},
		{"Enter", "ok", 0},
		back,
		{".", "blank", 6},
		{"p", "people", 3},
		review,
		{"?", "help", 7},
		{"q", "leave", 4},
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
