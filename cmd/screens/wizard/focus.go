package wizard

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
)

// focus asks which of the pitfalls above calm matter most. At most three may be chosen, and none has to be.
type focus struct {
	m      *model
	topics []score.Topic
	chosen []string
	form   *huh.Form
	list   *huh.MultiSelect[string]
	room   area
}

func newFocus(m *model, topics []score.Topic) *focus {
	f := &focus{m: m, topics: topics}
	for _, t := range topics {
		if slices.Contains(m.run.Session.Answers.Focus, t.ID) {
			f.chosen = append(f.chosen, t.ID)
		}
	}
	return f
}

// optionIndent is what huh puts before an option: the mark and the box.
const optionIndent = 6

func (f *focus) fit(room area) {
	marked := ""
	if f.list != nil {
		marked, _ = f.list.Hovered()
	}
	f.room = room
	options := make([]huh.Option[string], len(f.topics))
	for i, t := range f.topics {
		options[i] = huh.NewOption(fit(t.Title+", "+t.Band.String(), room.width-optionIndent), t.ID)
	}
	const title = "Which of these matter most to you now?"
	const description = "Up to three; they weigh a quarter more in the plan. You may choose none."
	// Left to itself, huh takes the room for the two texts from the options.
	height := len(options) + len(wrap(title, room.width)) + len(wrap(description, room.width)) + 1
	f.list = huh.NewMultiSelect[string]().
		Title(title).Description(description + "\n").
		Options(options...).Limit(assess.MaxFocus).Filterable(false).
		Height(min(height, room.height)).Value(&f.chosen)
	f.list.WithTheme(f.m.theme.list)
	f.form = newHuh(f.m.theme, room, f.list)
	f.form.Update(tea.KeyPressMsg{Code: tea.KeyHome})
	for range slices.IndexFunc(f.topics, func(t score.Topic) bool { return t.ID == marked }) {
		f.form.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	}
}

func (f *focus) press(k tea.KeyPressMsg) tea.Cmd {
	switch name(k) {
	case "enter", "right", "tab", "pgdown":
		f.m.openPlan()
	case "left", "esc", "shift+tab", "pgup":
		f.m.back()
	case "?":
		f.m.show(newKeyHelp(f.m))
	case "q":
		return f.m.leave()
	case "space", "x":
		f.toggle(k)
	case "up", "down", "home", "end", "j", "k":
		f.form.Update(k)
	}
	return nil
}

func (f *focus) toggle(k tea.KeyPressMsg) {
	before := len(f.chosen)
	marked, _ := f.list.Hovered()
	if before == assess.MaxFocus && !slices.Contains(f.chosen, marked) {
		f.m.notice = "Three is the most. Take one away first."
		return
	}
	f.form.Update(k)
	f.m.run.Session.Answers.Focus = slices.Clone(f.chosen)
	f.m.changed = true
}

func (f *focus) draw() []string { return strings.Split(f.form.View(), "\n") }

func (f *focus) place() string { return "Your focus" }

func (f *focus) tall() bool { return false }

func (f *focus) hints() []hint {
	return []hint{
		{"↑↓", "move", 2}, {"Space", "choose", 0}, {"Enter", "see the plan", 0}, {"←", "back", 1}, {"q", "leave", 3},
	}
}
