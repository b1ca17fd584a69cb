package reveal

import (
	"errors"
	"fmt"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// decision is where one writes what the room has decided about a topic. It becomes an action of the plan, or where that has no room
// for it, a part of the note on the topic. Whatever is typed is kept when it is closed, however that is.
type decision struct {
	*talk
	field tui.Field
	// refused is true once it was said that this cannot be kept.
	refused bool
}

func (t *talk) decide() {
	d := &decision{talk: t, field: t.app.Theme.NewField(planfile.MaxDo, "")}
	d.field.Focus()
	t.app.Show(d)
}

// Fit gives the field its width.
func (d *decision) Fit(a tui.Area) {
	d.talk.Fit(a)
	d.field.SetWidth(max(1, a.Width-3))
	d.field.SetCursor(d.field.Position())
}

// Keys keeps what is typed.
func (d *decision) Keys() []tui.Key {
	return []tui.Key{
		tui.On(d.close, "enter", "tab").Hint(0, "Enter", "decided"),
		tui.On(d.close, "esc").Hint(1, "Esc", "keep and close"),
		tui.On(d.app.Leave, "ctrl+c").Hint(2, "Ctrl+C", "leave"),
	}
}

// Type writes.
func (d *decision) Type(k tea.KeyPressMsg) {
	switch {
	case k.Text == "":
		d.field.Press(k)
	case safetext.TypedLine(k.Text) == k.Text:
		d.write(k.Text)
	}
}

// Paste writes what is pasted.
func (d *decision) Paste(text string) { d.write(safetext.TypedLine(text)) }

func (d *decision) write(text string) {
	d.refused = false
	if utf8.RuneCountInString(d.field.Value()+text) > planfile.MaxDo {
		d.app.Say("At most 300 characters; the rest is cut.")
	}
	d.field.Insert(text)
}

func (d *decision) close() {
	if d.mayClose() {
		d.app.Back()
	}
}

// mayClose keeps what is typed. What cannot be kept stays on the screen until one closes it again.
func (d *decision) mayClose() bool {
	if d.keep() || d.refused {
		return true
	}
	d.refused = true
	return false
}

// keep adds the action, or puts it into the note where the plan has no room for it, and says what has become of it. It reports
// whether nothing is left to be kept.
func (d *decision) keep() bool {
	table, text := d.o.Table, d.field.Value()
	_, left, err := table.Decide(d.catalogue().Topic(d.id), text)
	if errors.Is(err, planfile.ErrNothing) {
		return true
	}
	if err != nil && table.AddNote(d.id, report.Decided(text)) != nil {
		d.app.Say("No room for it. Again: it is not kept.")
		return false
	}
	d.field.SetValue("") // it is added once
	d.o.Plan.Save()
	switch {
	case errors.Is(err, planfile.ErrManyOpen):
		d.app.Say("Nine are open: it is in the note now.")
	case err != nil:
		d.app.Say("The plan is full: it is in the note now.")
	case left != "":
		d.app.Say("Nine are open. Left out: " + d.wording(left))
	}
	return true
}

// wording says what is to be done in an action.
func (r *Reveal) wording(key planfile.Key) string {
	for _, row := range r.o.Table.Rows() {
		if row.Key == key {
			return row.Do
		}
	}
	return ""
}

// Draw draws the field below the topic.
func (d *decision) Draw() []string {
	th, topic := d.app.Theme, d.topic(d.id)
	lines := append(d.head(), "", style.Fit(th.Strong.Render("What do we decide?"), d.area.Width), d.field.View(), "")
	lines = append(lines, tui.Styled(style.Wrap("In one sentence. Who does it, and by when, comes on the last slide.", d.area.Width), th.Muted)...)
	return append(append(lines, ""), d.ask(topic)...)
}

// note is where one writes what was said about a topic. It is kept with every key that changes it.
type note struct {
	*talk
	text *tui.TextArea
}

// note opens the note on the topic. What is added to an earlier one begins on a line of its own.
func (t *talk) note() {
	text := t.o.Table.Note(t.id)
	if text != "" && utf8.RuneCountInString(text) < planfile.MaxNote {
		text += "\n"
	}
	t.app.Show(&note{talk: t, text: tui.NewTextArea(t.app.Theme, planfile.MaxNote, text)})
}

// Fit gives the text its size.
func (n *note) Fit(a tui.Area) {
	n.talk.Fit(a)
	n.text.Fit(a.Width, max(1, min(a.Height-4, 8)))
}

// Keys closes the note.
func (n *note) Keys() []tui.Key {
	return []tui.Key{
		tui.On(n.app.Back, "esc").Hint(0, "Esc", "keep and close"),
		tui.On(n.thenDecide, "tab").Hint(1, "Tab", "decide"),
		tui.On(func() { n.write("\n") }, "enter").Hint(2, "Enter", "new line"),
		tui.On(n.app.Leave, "ctrl+c").Hint(3, "Ctrl+C", "leave"),
	}
}

// thenDecide closes the note, and asks what is decided: after Esc, letters do nothing at first.
func (n *note) thenDecide() {
	n.app.Back()
	n.decide()
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
			n.app.Say("A note has at most 2,000 characters; the rest is cut.")
		}
	})
}

// change keeps the note if the edit changes it. Where somebody else has written into it meanwhile, the text has that, too.
func (n *note) change(edit func()) {
	edit()
	if n.o.Table.SetNote(n.id, n.text.String()) != nil {
		return
	}
	mine := n.o.Table.Note(n.id)
	n.o.Plan.Save()
	if merged := n.o.Table.Note(n.id); merged != mine {
		n.text.Replace(merged)
		n.app.Say("Somebody else has written here, too.")
	}
}

// Draw draws the note below the topic.
func (n *note) Draw() []string {
	lines := append(n.head(), "")
	lines = append(lines, n.text.Draw()...)
	return append(lines, "", n.app.Theme.Muted.Render(fmt.Sprintf("%d of 2,000 characters", n.text.Length())))
}
