package plantable

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/style"
)

// note edits the note on an action. It is kept with every key that changes it, as one change.
type note struct {
	table *Screen
	key   planfile.Key
	text  *tui.TextArea
	area  tui.Area
	// kept is true once it has changed.
	kept bool
}

// note opens the note on the marked action: what the person wrote there, where somebody else wrote something else.
func (s *Screen) note() {
	r := s.changeable()
	if r == nil {
		return
	}
	text := r.Note
	if c, open := s.o.Table.Disputed(r.Key, planfile.FieldNote); open {
		text = c.Mine
	}
	s.app.Show(&note{table: s, key: r.Key, text: tui.NewTextArea(s.app.Theme, planfile.MaxNote, text)})
}

// Fit gives the text its size.
func (n *note) Fit(a tui.Area) {
	n.area = a
	n.table.Fit(a)
	n.text.Fit(a.Width, max(1, min(a.Height-4, 8)))
}

// Keys closes the note.
func (n *note) Keys() []tui.Key {
	return []tui.Key{
		tui.On(n.table.app.Back, "esc").Hint(0, "Esc", "keep and close"),
		tui.On(func() { n.write("\n") }, "enter").Hint(2, "Enter", "new line"),
		tui.On(n.table.app.Leave, "ctrl+c").Hint(1, "Ctrl+C", "leave"),
	}
}

// Type writes.
func (n *note) Type(k tea.KeyPressMsg) {
	switch {
	case k.Text == "":
		n.change(func() { n.text.Press(k) })
	case safetext.TypedNote(k.Text) == k.Text:
		n.write(k.Text)
	}
}

// Paste writes what is pasted.
func (n *note) Paste(text string) { n.write(safetext.TypedNote(text)) }

func (n *note) write(text string) {
	n.change(func() {
		if !n.text.Insert(text) {
			n.table.app.Say("A note has at most 2,000 characters; the rest is cut.")
		}
	})
}

// change keeps the note if the edit changes the text. One that somebody else has written meanwhile stays in the plan, until the
// person chooses between the two.
func (n *note) change(edit func()) {
	before := n.text.String()
	edit()
	if n.text.String() == before {
		return
	}
	t := n.table.o.Table
	_, theirs := t.Disputed(n.key, planfile.FieldNote)
	if n.kept && !theirs {
		_, err := t.Undo() // all that is written here is one change
		theirs = errors.Is(err, planfile.ErrOverwritten)
	}
	if theirs {
		t.DisputeNote(n.key, n.text.String())
		n.kept = false
	} else {
		n.kept = t.Set(n.key, planfile.FieldNote, n.text.String()) == nil
	}
	n.table.Save()
}

// Draw draws the note alone.
func (n *note) Draw() []string {
	th := n.table.app.Theme
	what := ""
	if r := n.table.row(); r != nil {
		what = r.Do
	}
	lines := []string{style.Fit(th.Strong.Render("A note on: "+what), n.area.Width), ""}
	lines = append(lines, n.text.Draw()...)
	return append(lines, "", th.Muted.Render(fmt.Sprintf("%d of 2,000 characters", n.text.Length())))
}

// Place names the screen.
func (n *note) Place() string { return "Who does what" }

// Tall is false: a note is one block.
func (n *note) Tall() bool { return false }
