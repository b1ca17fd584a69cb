package wizard

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// focus asks which of the pitfalls above calm matter most. At most three may be chosen, and none has to be.
type focus struct {
	wiz    *wizard
	topics []score.Topic
	chosen []string
	// none is true once the person went on without choosing. Then Enter chooses nothing until the mark is moved.
	none bool
	form *huh.Form
	list *huh.MultiSelect[string]
	area tui.Area
}

func newFocus(wiz *wizard, topics []score.Topic) *focus {
	f := &focus{wiz: wiz, topics: topics}
	for _, t := range topics {
		if slices.Contains(wiz.run.Session.Answers.Focus, t.ID) {
			f.chosen = append(f.chosen, t.ID)
		}
	}
	return f
}

// optionIndent is what huh puts before an option: the mark and the box.
const optionIndent = 6

func (f *focus) Fit(a tui.Area) {
	marked := ""
	if f.list != nil {
		marked, _ = f.list.Hovered()
	}
	f.area = a
	options := make([]huh.Option[string], len(f.topics))
	for i, t := range f.topics {
		options[i] = huh.NewOption(style.Fit(t.Label+", "+report.Band(&t), a.Width-optionIndent), t.ID)
	}
	const title = "Which of these matter most to you now?"
	const description = "Up to three; they weigh a quarter more in the plan. You may choose none with →."
	// Left to itself, huh takes the rows for the two texts from the options.
	height := len(options) + len(style.Wrap(title, a.Width)) + len(style.Wrap(description, a.Width)) + 1
	f.list = huh.NewMultiSelect[string]().
		Title(title).Description(description + "\n").
		Options(options...).Limit(assess.MaxFocus).Filterable(false).
		Height(min(height, a.Height)).Value(&f.chosen)
	f.list.WithTheme(f.wiz.Theme.List)
	f.form = newHuh(f.wiz.Theme, a, f.list)
	f.form.Update(tea.KeyPressMsg{Code: tea.KeyHome})
	for range slices.IndexFunc(f.topics, func(t score.Topic) bool { return t.ID == marked }) {
		f.form.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	}
}

func (f *focus) Keys() []tui.Key {
	move := func(key rune) func() {
		return func() {
			f.none = false
			f.form.Update(tea.KeyPressMsg{Code: key})
		}
	}
	enter, right := tui.On(f.enter, "enter").Hint(0, "Enter", "see the plan"), tui.On(f.onward, "right", "tab", "pgdown")
	if len(f.chosen) == 0 && !f.none {
		enter, right = enter.Hint(0, "Enter", "take it"), right.Hint(1, "→", "none")
	}
	return []tui.Key{
		tui.On(move(tea.KeyUp), "up", "k").Hint(2, "↑↓", "move").Help("↑ ↓", "move"),
		tui.On(move(tea.KeyDown), "down", "j"),
		tui.On(move(tea.KeyHome), "home"),
		tui.On(move(tea.KeyEnd), "end"),
		tui.On(f.toggle, "space", "x").Answers().Hint(0, "Space", "choose").Help("Space", "choose a pitfall, or take it away; three at most"),
		enter.Help("Enter", "see the plan; where none is chosen, with the marked pitfall as your focus"),
		right.Help("→  Tab", "see the plan, with no focus where none is chosen"),
		tui.On(f.wiz.Back, "left", "esc", "shift+tab", "pgup").Hint(1, "←", "back").Help("←  Esc", "screen before"),
		tui.On(func() { f.wiz.listKeys(f) }, "?"),
		f.wiz.leaveKey(3, "leave"),
	}
}

// enter goes on with what is chosen, and else with the pitfall that is marked.
func (f *focus) enter() {
	if len(f.chosen) == 0 && !f.none {
		f.toggle()
	}
	f.wiz.openPlan()
}

func (f *focus) onward() {
	f.none = len(f.chosen) == 0
	f.wiz.openPlan()
}

func (f *focus) toggle() {
	before := len(f.chosen)
	marked, _ := f.list.Hovered()
	if before == assess.MaxFocus && !slices.Contains(f.chosen, marked) {
		f.wiz.Say("Three is the most. Take one away first.")
		return
	}
	f.form.Update(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
	f.wiz.run.Session.Answers.Focus = slices.Clone(f.chosen)
	f.wiz.changed = true
}

func (f *focus) Draw() []string { return strings.Split(f.form.View(), "\n") }

func (f *focus) Place() string { return "Your focus" }

func (f *focus) Tall() bool { return false }
