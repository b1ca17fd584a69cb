// Package plantable is the screen on which a coalition decides who does what by when: a row for each action, changed in
// place. Every change is in the plan file before the next frame.
package plantable

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Options is what the screen shows and changes.
type Options struct {
	Table     *planfile.Table
	File      *planfile.File
	Catalogue *pitfalls.Catalogue
	// Today is the day as of which actions are late. It has the table's.
	Today time.Time
	// Onward opens what comes after the table, or is nil where nothing does.
	Onward func()
	// Last reports whether nothing comes after the table, and Onward ends the app.
	Last bool
}

// Screen is the table on the screen.
type Screen struct {
	app  *tui.App
	o    Options
	area tui.Area
	// lines are those of the list: headings and rows. at is the index of the marked row, top the first line in sight.
	lines   []line
	at, top int
	// failed is why the plan is not in its file, or nil.
	failed error
	// warned is true once it was said that something is undecided. quit is true when the person leaves by choice.
	warned, quit bool
	// ending is true once it was said that going on ends the app.
	ending bool
}

// New returns the screen for an app that may show others before and after it.
func New(app *tui.App, o Options) *Screen {
	s := &Screen{app: app, o: o}
	s.list()
	s.first()
	return s
}

// Run shows the table alone until the person leaves. It reports whether they did so by q, and not by Ctrl+C or a signal.
func Run(ctx context.Context, t tui.Terminal, o Options) (quit bool, err error) {
	s := newAlone(t, o)
	err = s.app.Run(ctx)
	s.Keep()
	return s.quit, err
}

// newAlone returns the screen in an app of its own.
func newAlone(t tui.Terminal, o Options) *Screen {
	var s *Screen
	app := tui.NewApp(t, tui.Frame{
		Title:    func() string { return o.Table.Plan().Coalition },
		Progress: func() (done, all int) { return s.progress() },
		Leave:    func() bool { return s.MayLeave() },
		Kept:     "Your plan is kept.",
	})
	s = New(app, o)
	app.Show(s)
	if o.File.Held {
		app.Say("Open elsewhere, too: changes are merged.")
	}
	return s
}

// progress counts the actions of the plan, and those that are done or dropped.
func (s *Screen) progress() (done, all int) {
	all = len(s.o.Table.Plan().Actions())
	return all - s.o.Table.Open(), all
}

// MayLeave keeps what is half typed, and reports whether the person may leave: where something is undecided, it says so
// once.
func (s *Screen) MayLeave() bool {
	s.Keep()
	if n := len(s.o.Table.Conflicts()); n > 0 && !s.warned {
		s.warned, s.quit = true, false
		s.app.Say(fmt.Sprintf("Undecided: %d (marked !). Again: leave.", n))
		return false
	}
	return true
}

// Renew shows a table that was changed elsewhere.
func (s *Screen) Renew() {
	s.list()
	if s.o.File.Made() {
		s.Save()
	}
}

// Warning says that the plan is in no file, where that is so.
func (s *Screen) Warning() string {
	if s.failed == nil {
		return ""
	}
	return "Not on disk for now; kept while this window is open."
}

// Keep keeps what is half typed, before the app ends.
func (s *Screen) Keep() {
	if typing, ok := s.app.Top().(interface{ keep() bool }); ok {
		typing.keep()
	}
}

// Fit takes the area over.
func (s *Screen) Fit(a tui.Area) {
	s.area = a
	s.scroll()
}

// Keys changes the marked row, and moves between them.
func (s *Screen) Keys() []tui.Key {
	page := max(1, s.listHeight()-1)
	move := func(by int, names ...string) tui.Key { return tui.On(func() { s.move(by) }, names...).Repeats() }
	add := tui.On(s.add, "a").Answers().Help("a", "add an action of your own")
	if s.o.Table.MayAdd() == nil {
		add = add.Hint(3, "a", "add")
	}
	leave := "leave out"
	if r := s.row(); r != nil && r.Left {
		leave = "take in"
	}
	keys := []tui.Key{
		move(-1, "up", "k").Hint(4, "↑↓", "move").Help("↑ ↓", "move between the actions; PgUp and PgDn by a screen"),
		move(1, "down", "j"),
		move(-page, "pgup"),
		move(page, "pgdown"),
		move(-len(s.lines), "home").Help("Home  End", "first action, last action"),
		move(len(s.lines), "end"),
		tui.On(s.whoAndWhen, "enter", "o").Answers().Hint(0, "Enter", "who, when").Help("Enter  o", "write who does it, and then by when"),
		tui.On(s.when, "d").Answers().Help("d", "write by when alone"),
		tui.On(func() { s.do(s.o.Table.Tick) }, "space").Answers().Hint(1, "Space", "done").Help("Space", "done, or open again"),
		tui.On(func() { s.do(s.o.Table.Drop) }, "x").Answers().Hint(5, "x", "dropped").Help("x", "given up, or open again"),
		add,
		tui.On(s.note, "m").Answers().Hint(7, "m", "note").Help("m", "write a note"),
		tui.On(s.leaveOrAdopt, "l").Answers().Hint(6, "l", leave).Help("l", "leave the action out of the plan, or take it in again"),
		tui.On(s.undo, "u").TakesBack().Hint(8, "u", "undo").Help("u", "take the last change back; again: the one before"),
		tui.On(func() { s.app.Show(tui.NewKeyList(s.app, s.app.Keys(s))) }, "?").Hint(4, "?", "keys"),
	}
	if len(s.conflicts()) > 0 {
		keys = append(
			keys,
			tui.On(func() { s.choose(true) }, "y").Answers().Hint(0, "y", "yours").Help("y", "take what you wrote, where somebody else wrote something else"),
			tui.On(func() { s.choose(false) }, "t").Answers().Hint(0, "t", "theirs").Help("t", "leave what somebody else wrote"),
		)
	}
	if s.o.Onward != nil {
		onward := "go on"
		if s.o.Last {
			onward = "done"
		}
		keys = append(keys, tui.On(s.onward, "right", "tab").Hint(1, "→", onward).Help("→  Tab", onward))
	}
	if s.o.Onward != nil || s.app.Under() != nil {
		return append(
			keys,
			tui.On(s.app.Back, "left", "esc", "shift+tab").Hint(2, "←", "back").Help("←  Esc", "screen before"),
			tui.On(s.app.Leave, "q").Hint(3, "q", "leave").Help("q  Ctrl+C", "leave; the plan is kept"),
		)
	}
	return append(keys, tui.On(s.leave, "q").Hint(2, "q", "leave").Help("q  Ctrl+C", "leave; everything is in the file"))
}

// onward opens what comes after the table. Where that ends the app it asks once: one key too many would take a room to a prompt.
func (s *Screen) onward() {
	if s.o.Last && !s.ending {
		s.ending = true
		s.app.Say("→ again ends this; all is kept.")
		return
	}
	s.o.Onward()
}

func (s *Screen) leave() {
	s.quit = true
	s.app.Leave()
}

// Place names the screen.
func (s *Screen) Place() string { return "Who does what" }

// Tall is true: a list can use a high window.
func (s *Screen) Tall() bool { return true }

// row returns the marked action, or nil where there is none.
func (s *Screen) row() *planfile.Row {
	if s.at < 0 || s.at >= len(s.lines) {
		return nil
	}
	return s.lines[s.at].row
}

// do changes the marked action.
func (s *Screen) do(change func(key planfile.Key) error) {
	r := s.row()
	if r == nil {
		s.app.Say("There is no action yet: a adds one.")
		return
	}
	s.done(change(r.Key))
}

// done says why a change was refused, or saves it. It reports whether it was made.
func (s *Screen) done(err error) bool {
	switch {
	case err == nil:
		s.Save()
		return true
	case errors.Is(err, planfile.ErrManyOpen):
		s.app.Say("Nine are open: finish or drop one first.")
	case errors.Is(err, planfile.ErrManyActions):
		s.app.Say("A plan has 100 actions at most.")
	case errors.Is(err, planfile.ErrLeftOut):
		s.app.Say("It is left out: l takes it in again.")
	case errors.Is(err, planfile.ErrTooLong):
		s.app.Say("That is too long; nothing was changed.")
	}
	return false
}

// Save writes the plan into its file. What somebody else has changed there is taken over.
func (s *Screen) Save() {
	merged, err := s.o.File.Save(s.o.Table)
	s.failed = err
	s.list()
	switch merged {
	case 0:
	case 1:
		s.app.Say("Somebody else has changed 1 action.")
	default:
		s.app.Say(fmt.Sprintf("Somebody else has changed %d actions.", merged))
	}
}

func (s *Screen) leaveOrAdopt() {
	change := s.o.Table.Leave
	if r := s.row(); r != nil && r.Left {
		change = s.o.Table.Adopt
	}
	s.do(change)
}

// undo takes the last change back, shows its action, and says what it took.
func (s *Screen) undo() {
	c, err := s.o.Table.Undo()
	switch {
	case errors.Is(err, planfile.ErrNothing):
		s.app.Say("There is no change to take back.")
		return
	case errors.Is(err, planfile.ErrOverwritten):
		s.app.Say("Somebody else has changed that since.")
		return
	}
	s.Save()
	s.mark(c.Key)
	s.app.Say(undone(c))
}

// undone says what was taken back.
func undone(c planfile.Change) string {
	switch {
	case c.Added:
		return "The action that you added is gone."
	case c.Left:
		return "The action is in the plan again."
	case c.Adopted:
		return "The action is left out again."
	}
	return [...]string{
		planfile.FieldOwner: "Who does it is as it was.",
		planfile.FieldDue:   "The day is as it was.",
		planfile.FieldState: "The mark is as it was.",
		planfile.FieldNote:  "The note is as it was.",
	}[c.Field]
}

// choose ends the first conflict about the marked action.
func (s *Screen) choose(mine bool) {
	if all := s.conflicts(); len(all) > 0 {
		s.done(s.o.Table.Choose(all[0], mine))
	}
}

// conflicts returns what two people have changed of the marked action.
func (s *Screen) conflicts() []planfile.Conflict {
	var all []planfile.Conflict
	for _, c := range s.o.Table.Conflicts() {
		if r := s.row(); r != nil && r.Key == c.Key {
			all = append(all, c)
		}
	}
	return all
}
