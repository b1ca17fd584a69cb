package plantable

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/style"
)

// edit is the table while one writes into a row: who, by when, or what to do. Whatever is typed is kept when it is closed,
// however that is; u takes it back.
type edit struct {
	*Screen
	kind  kind
	key   planfile.Key
	field tui.Field
	// next is what comes after this, or nil.
	next func()
	// refused is true once it was said that the action cannot be added, and added once it is.
	refused, added bool
}

// kind is what is written.
type kind int

const (
	who kind = iota
	when
	what
)

// ask returns what is asked for, and limit how long the answer may be, in characters.
func (k kind) ask() string { return [...]string{"Who does it?", "By when?", "What shall be done?"}[k] }

func (k kind) limit() int { return [...]int{planfile.MaxOwner, planfile.MaxOwner, planfile.MaxDo}[k] }

func (s *Screen) write(k kind, text string, next func()) {
	e := &edit{Screen: s, kind: k, field: s.app.Theme.NewField(k.limit(), text), next: next}
	if r := s.row(); r != nil {
		e.key = r.Key
	}
	e.field.CursorEnd()
	e.field.Focus()
	s.app.Show(e)
}

// whoAndWhen asks who does the marked action, and then by when.
func (s *Screen) whoAndWhen() {
	if r := s.changeable(); r != nil {
		s.write(who, r.Owner, s.when)
	}
}

// when asks by when. The field is empty, because nobody corrects a day letter by letter.
func (s *Screen) when() {
	if s.changeable() != nil {
		s.write(when, "", nil)
	}
}

// add asks what shall be done.
func (s *Screen) add() {
	if err := s.o.Table.MayAdd(); err != nil {
		s.done(err)
		return
	}
	s.write(what, "", s.whoAndWhen)
}

// changeable returns the marked action, unless there is none or it is left out, which it says.
func (s *Screen) changeable() *planfile.Row {
	r := s.row()
	switch {
	case r == nil:
		s.app.Say("There is no action yet: a adds one.")
		return nil
	case r.Left:
		s.done(planfile.ErrLeftOut)
		return nil
	}
	return r
}

// Fit takes the area over.
func (e *edit) Fit(a tui.Area) {
	e.Screen.Fit(a)
	e.field.SetWidth(max(1, a.Width-3))
	e.field.SetCursor(e.field.Position())
}

// Keys keeps what is typed.
func (e *edit) Keys() []tui.Key {
	use := "keep"
	switch {
	case e.kind == what:
		use = "keep, then who"
	case e.next != nil:
		use = "keep, then by when"
	}
	return []tui.Key{
		tui.On(e.enter, "enter", "tab").Hint(0, "Enter", use),
		tui.On(e.close, "esc").Hint(1, "Esc", "keep and close"),
		tui.On(e.app.Leave, "ctrl+c").Hint(2, "Ctrl+C", "leave"),
	}
}

// Type writes.
func (e *edit) Type(k tea.KeyPressMsg) {
	if safetext.TypedLine(k.Text) == k.Text {
		e.field.Press(k)
	}
}

// Paste writes what is pasted.
func (e *edit) Paste(text string) { e.field.Insert(safetext.TypedLine(text)) }

// enter keeps what is typed and goes on. What is no day stays to be corrected, and an action that cannot be added stays, too.
func (e *edit) enter() {
	if !e.keep() {
		return
	}
	e.app.Back()
	if e.next != nil && (e.kind != what || e.added) {
		e.next()
	}
}

// close keeps what is typed. An action that cannot be added stays on the screen until one closes it again.
func (e *edit) close() {
	refused := e.refused
	kept := e.keep()
	if e.refused && !refused {
		return
	}
	e.app.Back()
	if !kept && e.kind == when {
		e.app.Say("That was no day: it is as it was.")
	}
}

// keep takes over what is typed, and reports whether it can be.
func (e *edit) keep() bool {
	text := e.field.Value()
	switch {
	case e.kind == who && planfile.TakesAway(text):
		e.done(e.o.Table.Set(e.key, planfile.FieldOwner, ""))
	case e.kind == who:
		e.done(e.o.Table.Set(e.key, planfile.FieldOwner, text))
	case e.kind == what:
		key, err := e.o.Table.Add(e.key, text)
		if e.refused = err != nil && !errors.Is(err, planfile.ErrNothing); e.refused {
			return e.done(err)
		}
		e.field.SetValue("") // it is added once
		if e.added = e.done(err); e.added {
			e.mark(key)
		}
	case strings.TrimSpace(text) == "":
	case planfile.TakesAway(text):
		e.done(e.o.Table.Set(e.key, planfile.FieldDue, ""))
	default:
		day, err := planfile.DayOf(text, e.o.Today)
		if err != nil {
			return false
		}
		e.done(e.o.Table.Set(e.key, planfile.FieldDue, day.Format("2006-01-02")))
	}
	return true
}

// Draw draws the table with the field below it.
func (e *edit) Draw() []string {
	th := e.app.Theme
	return e.draw([]string{
		style.Fit(th.Strong.Render(e.kind.ask())+th.Muted.Render(" "+e.about()), e.area.Width), e.field.View(),
		style.Fit(e.remark(), e.area.Width),
	})
}

// about says which action it is, where one is changed.
func (e *edit) about() string {
	if r := e.row(); r != nil && e.kind != what {
		return r.Do
	}
	return ""
}

// remark says what was understood of a day, or what else there is to know.
func (e *edit) remark() string {
	th, text := e.app.Theme, e.field.Value()
	if e.kind == who && planfile.TakesAway(text) {
		return th.Accent.Render("nobody")
	}
	if e.kind != when {
		return th.Muted.Render([...]string{who: "a name, or several", what: "in one sentence"}[e.kind])
	}
	day, err := planfile.DayOf(text, e.o.Today)
	switch r := e.row(); {
	case strings.TrimSpace(text) == "" && r != nil && r.Due != "":
		return th.Muted.Render(fullDay(r.Due) + "; - takes it away")
	case strings.TrimSpace(text) == "":
		return th.Muted.Render("10 dec, fri, in two weeks, 2026-12-10")
	case planfile.TakesAway(text):
		return th.Accent.Render("no day")
	case errors.Is(err, planfile.ErrTwoDays):
		return th.Alert.Render("Two days: write the month, as in 4 mar.")
	case err != nil:
		return th.Alert.Render("No day yet. As in: 10 dec, fri, 3 weeks.")
	default:
		look, farOff := th.Accent, planfile.FarOff(text, e.o.Today)
		if farOff {
			look = th.Alert
		}
		return look.Render(understood(day, e.o.Today, farOff))
	}
}

// Place names what is written.
func (e *edit) Place() string { return "Who does what" }
