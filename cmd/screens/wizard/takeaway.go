package wizard

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
)

// takeAway is the last screen: which files to take away, and what they are called. Enter writes them, the answers first.
type takeAway struct {
	wiz    *wizard
	things []interview.Thing
	// refusals says of each thing why it was not written, if it was not.
	refusals []refusal
	// at is the thing that is marked.
	at int
	// naming is true while the name of the marked thing is typed into input.
	naming bool
	input  tui.Field
	area   tui.Area
}

// finish asks what to take away.
func (wiz *wizard) finish() {
	wiz.decided()
	wiz.things = wiz.run.TakeAway(wiz.things)
	t := &takeAway{wiz: wiz, things: wiz.things, input: wiz.Theme.NewField(maxPath, "")}
	t.refusals = make([]refusal, len(t.things))
	t.move(0)
	wiz.Show(t)
}

func (t *takeAway) marked() *interview.Thing { return &t.things[t.at] }

// open reports whether a thing can be marked: what the command line names can, once it was refused.
func (t *takeAway) open(i int) bool { return !t.things[i].Given || t.refusals[i].err != nil }

// move marks the thing so many further down, or else the nearest one that can be.
func (t *takeAway) move(by int) {
	step := 1
	if by < 0 {
		step = -1
	}
	for at := t.at + by; at >= 0 && at < len(t.things); at += step {
		if t.open(at) {
			t.at = at
			return
		}
	}
}

func (t *takeAway) begun() bool { return t.things[0].Written }

func (t *takeAway) Keys() []tui.Key {
	use := "finish"
	if t.refusals[0].edited {
		use = "replace the file"
	}
	enter := tui.On(t.enter, "enter").Hint(0, "Enter", use).Help("Enter", "write the marked files, and finish")
	up, down := tui.On(func() { t.step(-1) }, "up"), tui.On(func() { t.step(1) }, "down")
	if t.naming {
		return []tui.Key{
			enter, up, down,
			tui.On(func() { t.name() }, "tab").Hint(1, "Tab", "ok"),
			tui.On(func() { t.naming = false }, "esc", "shift+tab").Hint(1, "Esc", "as it was"),
			t.wiz.ctrlC(2, t.leaving()),
		}
	}
	keys := []tui.Key{
		up.Hint(3, "↑↓", "move").Help("↑ ↓", "move between the files"), down, enter,
		tui.On(t.toggle, "space").Answers().Hint(1, "Space", "on/off").Help("Space", "take a file away, or leave it out"),
		tui.On(t.rename, "e").Answers().Hint(1, "e", "name").Help("e", "change the name of a file"),
		tui.On(t.back, "esc", "left", "shift+tab").Hint(2, "Esc", "back").Help("←  Esc", "screen before"),
		tui.On(func() { t.wiz.listKeys(t) }, "?"),
		// Whoever leaves a name with Esc and types on does not leave.
		t.wiz.leaveKey(4, t.leaving()).Answers(),
	}
	return append(keys, t.wiz.roomKeys()...)
}

// leaving says what leaving now means.
func (t *takeAway) leaving() string {
	if t.begun() {
		return "leave"
	}
	return leaveUnsaved
}

func (t *takeAway) back() {
	if t.begun() {
		t.wiz.Say("Your answers are saved. Enter tries the rest again.")
		return
	}
	t.wiz.Back()
}

func (t *takeAway) toggle() {
	switch m := t.marked(); {
	case m.Written:
		t.wiz.Say("This one is written already.")
	case m.Kind == interview.Answers:
		t.wiz.Say("The answers are always saved.")
	case m.On:
		t.wiz.run.LeaveOut(m)
		t.refusals[t.at] = refusal{}
	default:
		m.On = true
	}
}

// rename begins to type another name.
func (t *takeAway) rename() {
	if t.marked().Written {
		t.wiz.Say("This one is written already.")
		return
	}
	t.naming = true
	t.show(t.marked().Name)
	t.input.Focus()
	t.Fit(t.area)
}

func (t *takeAway) show(name string) {
	t.input.SetValue(safetext.TypedLine(name))
	t.input.CursorEnd()
}

// Type writes a name. Keys that take text away begin to change the one of the marked thing.
func (t *takeAway) Type(k tea.KeyPressMsg) {
	if !t.naming && slices.Contains([]string{"backspace", "ctrl+u", "ctrl+w"}, k.String()) {
		t.rename()
	}
	switch {
	case !t.naming:
		t.wiz.Unknown(k)
	case safetext.TypedLine(k.Text) == k.Text:
		t.edit(func() { t.input.Press(k) })
	}
}

// Paste pastes into a name.
func (t *takeAway) Paste(text string) {
	if t.naming {
		t.edit(func() { t.input.Insert(safetext.TypedLine(text)) })
	}
}

// edit changes the name, and takes back what was said of another one.
func (t *takeAway) edit(change func()) {
	before := t.input.Value()
	change()
	if t.input.Value() != before {
		t.refusals[t.at] = refusal{}
	}
}

// enter takes the name that is typed, if one is, and writes everything.
func (t *takeAway) enter() {
	if t.name() {
		t.takeAll()
	}
}

// step marks another thing, once the name that is typed is taken.
func (t *takeAway) step(by int) {
	if t.name() {
		t.move(by)
	}
}

// name takes the name that is typed, if one is, unless a file has it: then a free one is offered. It reports whether that is done.
func (t *takeAway) name() bool {
	m, typed := t.marked(), t.input.Value()
	if !t.naming || typed == safetext.TypedLine(m.Name) {
		t.naming = false
		return true
	}
	path, err := t.wiz.run.Rename(t.things, t.at, typed)
	switch {
	case path == "":
		t.wiz.Say("Type a name for the file.")
	case err != nil:
		t.refusals[t.at] = t.wiz.refused(path, err)
		t.show(m.Name)
	default:
		t.refusals[t.at], t.naming = refusal{}, false
	}
	return !t.naming
}

// takeAll writes what is marked, and ends once all of it is written.
func (t *takeAway) takeAll() {
	run, todo, overwrite := t.wiz.run, slices.Clone(t.things), t.refusals[0].edited
	t.wiz.Wait(func() func() {
		took := run.TakeAll(todo, overwrite)
		return func() { t.took(took) }
	})
}

func (t *takeAway) took(all []interview.Took) {
	failed := false
	for _, one := range all {
		t.refusals[one.At] = refusal{}
		if t.wiz.run.Taken(&t.things[one.At], one.Path, one.Err) {
			continue
		}
		if t.refusals[one.At] = t.wiz.refused(one.Path, one.Err); !failed {
			t.at, failed = one.At, true
		}
	}
	if !failed {
		t.wiz.Quit()
	}
}

func (t *takeAway) Place() string { return "To take away" }

func (t *takeAway) Tall() bool { return false }
