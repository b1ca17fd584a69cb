package wizard

import (
	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/style"
)

// half begins the pitfalls or the pills: it says who is meant, how to rate, and for the pills that the scale turns round.
// It stands before the statements, on a screen without ratings, so that the key that ends the pitfalls rates no pill. The
// pitfalls need it only where the screen before them, or the one of the first of them, has no space to say who is meant.
type half struct {
	wiz    *wizard
	kind   pitfalls.Kind
	reader tui.Reader
	// from is the statement to which one goes back, or nil for the screen before all statements.
	from *assess.Place
}

// asker is a screen that asks statements. The session knows which one is asked.
type asker interface {
	tui.Screen
	visit(p assess.Place)
	revisit(p assess.Place)
	// escape goes back as Esc does.
	escape()
	// revises reports whether the review sent the person here.
	revises() bool
	// introduces reports whether the screen says itself who is meant.
	introduces() bool
}

// introduce shows the beginning of a half before its first statement, however one came to it. A half with answers has
// begun.
func (wiz *wizard) introduce() {
	top, asks := wiz.Top().(asker)
	if !asks {
		return
	}
	s := wiz.run.Session
	kind := s.Catalogue.Topics[s.At.Topic].Kind
	if !wiz.introduced[kind] && !wiz.begun(kind) && !top.introduces() {
		wiz.Show(&half{wiz: wiz, kind: kind, reader: tui.NewReader(), from: wiz.at})
		return
	}
	at := s.At
	wiz.introduced[kind], wiz.at = true, &at
}

// begun reports whether a statement of a kind is answered.
func (wiz *wizard) begun(kind pitfalls.Kind) bool {
	s := wiz.run.Session
	for t := range s.Answers.Topics {
		if s.Catalogue.Topics[t].Kind == kind && s.Answers.Topics[t].Answered() {
			return true
		}
	}
	return false
}

// onward goes to the statement under this screen.
func (h *half) onward() {
	h.wiz.introduced[h.kind] = true
	h.wiz.Back()
}

// back goes to where one came from.
func (h *half) back() {
	h.wiz.Back()
	under := h.wiz.Top().(asker)
	switch {
	case under.revises():
		under.escape()
	case h.from != nil:
		under.visit(*h.from)
		h.wiz.changed = true
	default:
		h.wiz.Back()
	}
}

func (h *half) Fit(a tui.Area) {
	th, scale := h.wiz.Theme, h.wiz.run.Catalogue.Scale(h.kind)
	title := "The pitfalls"
	if h.kind == pitfalls.Pill {
		title = "The pills"
	}
	lines := append([]string{th.Strong.Render(title), ""}, style.Wrap(scale.Before, a.Width)...)
	lines = append(append(lines, ""), tui.Styled(style.Wrap(scale.Asks, a.Width), th.Strong)...)
	for _, text := range scale.Help {
		lines = append(lines, style.Wrap(text, a.Width)...)
	}
	h.reader.Set(lines, nil, a)
}

func (h *half) Keys() []tui.Key {
	keys := []tui.Key{
		tui.On(h.onward, "enter", "right", "tab", "pgdown").Hint(0, "Enter", "go on").Help("Enter  →", "go on to the statements"),
		tui.On(h.back, "left", "esc", "shift+tab", "pgup").Hint(1, "←", "back").Help("←  Esc", "screen before"),
		tui.On(func() { h.wiz.listKeys(h) }, "?"),
		h.wiz.leaveKey(3, "leave"),
	}
	if h.from != nil {
		keys = append(keys, h.wiz.undoKey(rarelyUndone), h.wiz.noteKeyOn(h.from.Topic).Hint(4, "m", "note"))
	}
	return append(keys, h.reader.Keys(2)...)
}

func (h *half) Draw() []string { return h.reader.Draw(h.wiz.Theme) }

func (h *half) Place() string {
	if h.kind == pitfalls.Pill {
		return "Pills"
	}
	return "Pitfalls"
}

func (h *half) Tall() bool { return true }
