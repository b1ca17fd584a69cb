package wizard

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
)

// present asks which coalition is in the room and how many people that are.
type present struct {
	m    *model
	name textinput.Model
	// count is the number as it is typed; fresh means that the next digit begins anew.
	count string
	fresh bool
	// unsure is a number so large that it was asked about, or 0.
	unsure int
	// naming reports whether the name has the focus, and not the number.
	naming bool
	room   area
}

func newPresent(m *model) *present {
	a := m.run.Session.Answers
	p := &present{m: m, name: textinput.New(), naming: a.Present == 0, fresh: true}
	p.name.Prompt = "› "
	p.name.Placeholder = "you may leave this empty"
	p.name.CharLimit = assess.MaxName
	p.name.SetStyles(m.theme.input(p.name.Styles()))
	p.name.SetValue(a.Coalition)
	if a.Present > 0 {
		p.count = strconv.Itoa(a.Present)
	}
	p.focus(p.naming)
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

func (p *present) fit(room area) {
	p.room = room
	p.name.SetWidth(max(1, room.width-3))
	p.name.CursorEnd()
}

func (p *present) press(k tea.KeyPressMsg) tea.Cmd {
	switch key := k.String(); {
	case key == "esc", p.naming && key == "shift+tab":
		p.m.back()
	case p.naming && (key == "enter" || key == "tab" || key == "down"):
		p.focus(false)
	case p.naming && k.Text != "" && cleanLine(k.Text) != k.Text:
	case p.naming:
		p.pass(k)
	case key == "shift+tab", key == "up":
		p.focus(true)
	case key == "enter":
		p.accept()
	case key == "backspace":
		p.count, p.fresh = p.count[:max(0, len(p.count)-1)], false
	case len(k.Text) == 1 && k.Text[0] >= '0' && k.Text[0] <= '9':
		if p.fresh {
			p.count, p.fresh = "", false
		}
		if len(p.count) < len(strconv.Itoa(assess.MaxPresent)) {
			p.count += k.Text
		}
	}
	return nil
}

func (p *present) paste(text string) {
	if p.naming {
		p.pass(tea.PasteMsg{Content: strings.TrimSpace(cleanLine(text))})
	}
}

func (p *present) pass(msg tea.Msg) {
	p.name, _ = p.name.Update(msg)
	if name := strings.TrimSpace(p.name.Value()); name != p.m.run.Session.Answers.Coalition {
		p.m.run.Session.Answers.Coalition = name
		p.m.changed = true
	}
}

// manyPeople is how many people make one ask whether counts were typed where the people belong.
const manyPeople = 500

// accept takes the number over and shows the statement.
func (p *present) accept() {
	n, err := strconv.Atoi(p.count)
	if err != nil {
		p.m.notice = "How many people are here? Type a number."
		return
	}
	if before := p.m.run.Session.Answers.Present; p.unsure != n && n > manyPeople && n > 10*before {
		p.unsure = n
		p.m.notice = people(n) + "? Enter again if that is right."
		return
	}
	if err := p.m.run.Session.SetPresent(n); err != nil {
		p.m.notice = err.Error()
		return
	}
	p.m.changed, p.fresh = true, true
	if h := p.under(); h != nil {
		h.visit(p.m.run.Session.At)
		p.m.back()
		return
	}
	p.m.show(newHands(p.m))
}

// under returns the statement from which one came here, or nil.
func (p *present) under() *hands {
	if n := len(p.m.screens); n > 1 {
		h, _ := p.m.screens[n-2].(*hands)
		return h
	}
	return nil
}

func (p *present) draw() []string {
	th := p.m.theme
	mark := map[bool]string{true: th.accent.Render("› "), false: "  "}
	count := th.strong.Render(p.count)
	if !p.naming {
		count += th.cursor.Render(" ")
	}
	p.name.Prompt = mark[p.naming]
	lines := []string{
		th.strong.Render("What is the coalition called?"), p.name.View(), "",
		th.strong.Render("How many people are here?"), mark[!p.naming] + count, "",
	}
	lines = append(lines, styled(wrap("Everyone who may raise a hand counts. Raised hands are seen by all: they are not anonymous.", p.room.width), th.muted)...)
	return lines[:min(len(lines), p.room.height)]
}

func (p *present) place() string { return "The room" }

func (p *present) tall() bool { return false }

func (p *present) hints() []hint {
	enter := "next"
	if !p.naming {
		enter = "begin"
		if p.m.run.Answered() > 0 || p.under() != nil {
			enter = "go on"
		}
	}
	return []hint{{"Enter", enter, 0}, {"Shift+Tab", "back", 2}, {"Ctrl+C", "leave", 1}}
}
