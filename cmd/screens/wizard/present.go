package wizard

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/style"
)

// present asks which coalition a workshop is about, and how many people are present.
type present struct {
	wiz  *wizard
	name tui.Field
	// count is the number as it is typed. The next digit begins anew where it is still the one of before, which is fresh, or
	// where it was doubted.
	count          string
	fresh, doubted bool
	// unsure is a number so large that it was asked about, or 0.
	unsure int
	// naming reports whether the name has the focus, and not the number.
	naming bool
	area   tui.Area
}

func newPresent(wiz *wizard) *present {
	a := wiz.run.Session.Answers
	p := &present{wiz: wiz, name: wiz.Theme.NewField(assess.MaxName, a.Coalition), naming: a.Present == 0, fresh: true}
	p.name.Placeholder = "you may leave this empty"
	p.focus(p.naming)
	return p
}

// newPeople returns it for a number that has changed: the cursor stands there.
func newPeople(wiz *wizard) *present {
	p := newPresent(wiz)
	p.focus(false)
	return p
}

func (p *present) focus(name bool) {
	p.naming = name
	if name {
		p.name.Focus()
	} else {
		p.name.Blur()
	}
}

// Fit shows how many people are here now, which may have changed since this screen was left.
func (p *present) Fit(a tui.Area) {
	p.area = a
	if here := p.wiz.run.Session.Here(); p.fresh && here > 0 {
		p.count = strconv.Itoa(here)
	}
	p.name.SetWidth(max(1, a.Width-3))
	p.name.CursorEnd()
}

func (p *present) Keys() []tui.Key {
	enter := tui.On(func() { p.focus(false) }, "enter", "tab", "down").Hint(0, "Enter", "next")
	back := tui.On(p.wiz.Back, "shift+tab").Hint(2, "Shift+Tab", "back")
	if !p.naming {
		use := "begin"
		if p.wiz.run.Answered() > 0 || p.under() != nil {
			use = "go on"
		}
		enter = tui.On(p.accept, "enter").Hint(0, "Enter", use)
		back = tui.On(func() { p.focus(true) }, "shift+tab", "up").Hint(2, "Shift+Tab", "back")
	}
	keys := []tui.Key{enter, back, p.wiz.ctrlC(1, "leave"), tui.On(p.wiz.Back, "esc")}
	if !p.naming {
		keys = append(keys, p.wiz.roomKeys()...)
	}
	return keys
}

func (p *present) Type(k tea.KeyPressMsg) {
	switch {
	case p.naming:
		if safetext.TypedLine(k.Text) == k.Text {
			p.edit(func() { p.name.Press(k) })
		}
	case k.String() == "backspace":
		p.count, p.fresh, p.doubted = p.count[:max(0, len(p.count)-1)], false, false
	default:
		p.wiz.Unknown(k)
		p.digit(tui.Name(k))
	}
}

// digit adds a digit to the number.
func (p *present) digit(name string) {
	if len(name) != 1 || name[0] < '0' || name[0] > '9' {
		return
	}
	if p.fresh || p.doubted {
		p.count, p.fresh, p.doubted = "", false, false
	}
	if len(p.count) < len(strconv.Itoa(assess.MaxPresent)) {
		p.count += name
	}
}

func (p *present) Paste(text string) {
	if p.naming {
		p.edit(func() { p.name.Insert(strings.TrimSpace(safetext.TypedLine(text))) })
	}
}

// edit changes the name, and keeps it.
func (p *present) edit(change func()) {
	change()
	if name := strings.TrimSpace(p.name.Value()); name != p.wiz.run.Session.Answers.Coalition {
		p.wiz.run.Session.Answers.Coalition = name
		p.wiz.changed = true
	}
}

// manyPeople is how many people make one ask whether counts were typed where the people belong.
const manyPeople = 500

// accept takes the number over and shows the statement.
func (p *present) accept() {
	n, err := strconv.Atoi(p.count)
	if err != nil {
		p.wiz.Say("How many people are here? Type a number.")
		return
	}
	s := p.wiz.run.Session
	switch before := s.Here(); {
	case n == before && n > 0:
		p.goOn()
	case n > manyPeople && n > 10*before && p.unsure != n:
		p.unsure = n
		p.wiz.Say(fmt.Sprintf("%d people? Enter again if right.", n))
	case s.NeedsReason(n):
		p.doubted = true
		p.wiz.Show(&fewer{present: p, here: n})
	default:
		p.take(s.SetHere(n))
	}
}

// take takes over what came of a new number of people.
func (p *present) take(err error) {
	if err != nil {
		p.wiz.Say(err.Error())
		return
	}
	p.wiz.changed = true
	p.goOn()
}

// goOn shows the statement, or the review from which one came.
func (p *present) goOn() {
	p.fresh = true
	_, said := p.draw()
	p.wiz.introduced[pitfalls.Pitfall] = p.wiz.introduced[pitfalls.Pitfall] || said
	if h := p.under(); h != nil {
		h.visit(p.wiz.run.Session.At)
		p.wiz.Back()
		return
	}
	if _, reviews := p.wiz.Under().(*review); reviews && p.wiz.counting != nil {
		p.wiz.counting.visit(p.wiz.run.Session.At)
		p.wiz.Back()
		return
	}
	p.wiz.Show(newHands(p.wiz))
}

// under returns the statement from which one came here, or nil.
func (p *present) under() *hands {
	h, _ := p.wiz.Under().(*hands)
	return h
}

func (p *present) Draw() []string {
	lines, _ := p.draw()
	return lines[:min(len(lines), p.area.Height)]
}

// draw returns the lines, and whether there is space for those on who is meant in the pitfalls, which are next.
func (p *present) draw() (lines []string, said bool) {
	th := p.wiz.Theme
	mark := map[bool]string{true: th.Accent.Render("› "), false: "  "}
	count := th.Strong.Render(p.count)
	if !p.naming {
		count += th.Cursor.Render(" ")
	}
	p.name.Prompt = mark[p.naming]
	lines = []string{
		th.Strong.Render("What is the coalition called?"), p.name.View(), "",
		th.Strong.Render("How many people are here?"), mark[!p.naming] + count, "",
	}
	lines = append(lines, tui.Styled(style.Wrap("Everyone who may raise a hand counts. Raised hands are seen by all: they are not anonymous.", p.area.Width), th.Muted)...)
	before := style.Wrap(p.wiz.run.Catalogue.Frequency.Before, p.area.Width)
	if said = len(lines)+1+len(before) <= p.area.Height; said {
		lines = append(append(lines, ""), before...)
	}
	return lines, said
}

func (p *present) Place() string { return "The room" }

func (p *present) Tall() bool { return false }
