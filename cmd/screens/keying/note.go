package keying

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/style"
)

// notes asks on which topic a note on the sheet is. The list begins with that of the statement that is marked.
func (s *screen) notes() {
	s.asked = false
	l := &topicList{screen: s}
	if sheet := s.sheet(); !sheet.AtRole() {
		l.at = sheet.Place(sheet.At()).Topic
	}
	s.app.Show(l)
}

// topicList is the list of topics.
type topicList struct {
	*screen
	at int
}

// Keys chooses a topic.
func (l *topicList) Keys() []tui.Key {
	move := func(by int, names ...string) tui.Key {
		return tui.On(func() { l.at = min(max(l.at+by, 0), len(l.catalogue.Topics)-1) }, names...).Repeats()
	}
	return []tui.Key{
		move(-1, "up", "k").Hint(1, "↑↓", "choose"), move(1, "down", "j"),
		move(-l.rows(), "pgup"), move(l.rows(), "pgdown"), move(-len(l.catalogue.Topics), "home"), move(len(l.catalogue.Topics), "end"),
		tui.On(l.open, "enter", "right").Hint(0, "Enter", "write"),
		tui.On(l.app.Back, "esc", "left", "q").Hint(2, "Esc", "back to the sheet"),
	}
}

// Type passes over what is no choice.
func (l *topicList) Type(k tea.KeyPressMsg) { l.app.Unknown(k) }

// Paste passes over what is pasted.
func (l *topicList) Paste(string) {}

func (l *topicList) open() {
	text := l.sheet().Answers.Topics[l.at].Note
	l.app.Show(&note{screen: l.screen, topic: l.at, text: tui.NewTextArea(l.app.Theme, assess.MaxNote, text)})
}

// rows is how many topics are in sight.
func (l *topicList) rows() int { return max(1, l.area.Height-2) }

// Draw draws the topics, with the beginnings of their notes.
func (l *topicList) Draw() []string {
	th, topics := l.app.Theme, l.catalogue.Topics
	lines := []string{th.Strong.Render("On which topic is the note?"), ""}
	top := min(max(0, l.at-l.rows()/2), max(0, len(topics)-l.rows()))
	for i := top; i < min(len(topics), top+l.rows()); i++ {
		mark, text := "  ", topics[i].Label
		if i == l.at {
			mark, text = th.Accent.Render("› "), th.Strong.Render(text)
		}
		if note := l.sheet().Answers.Topics[i].Note; note != "" {
			text += th.Muted.Render("  " + safetext.Visible(style.OneLine(note)))
		}
		lines = append(lines, style.Fit(mark+text, l.area.Width))
	}
	return lines
}

// note edits a note. It is kept with every key.
type note struct {
	*screen
	topic int
	text  *tui.TextArea
}

// Fit gives the text its size.
func (n *note) Fit(a tui.Area) {
	n.screen.Fit(a)
	n.text.Fit(a.Width, max(1, min(a.Height-4, 8)))
}

// Keys closes the note.
func (n *note) Keys() []tui.Key {
	return []tui.Key{
		tui.On(n.close, "esc").Hint(0, "Esc", "keep and close"),
		tui.On(func() { n.write("\n") }, "enter").Hint(2, "Enter", "new line"),
		tui.On(n.app.Leave, "ctrl+c").Hint(1, "Ctrl+C", "leave"),
	}
}

// close goes back to the sheet, past the list.
func (n *note) close() {
	n.app.BackTo(func(s tui.Screen) bool { return s == tui.Screen(n.screen) })
}

// Type writes.
func (n *note) Type(k tea.KeyPressMsg) {
	switch {
	case k.Text == "":
		n.edit(func() { n.text.Press(k) })
	case safetext.TypedNote(k.Text) == k.Text:
		n.write(k.Text)
	}
}

// Paste writes what is pasted.
func (n *note) Paste(text string) { n.write(safetext.TypedNote(text)) }

func (n *note) write(text string) {
	n.edit(func() {
		if !n.text.Insert(text) {
			n.app.Say("A note has at most 2,000 characters; the rest is cut.")
		}
	})
}

func (n *note) edit(do func()) {
	n.change(func() {
		do()
		n.sheet().Answers.Topics[n.topic].Note = n.text.String()
	})
}

// Draw draws the note alone.
func (n *note) Draw() []string {
	th := n.app.Theme
	lines := []string{style.Fit(th.Strong.Render("A note on: "+n.catalogue.Topics[n.topic].Label), n.area.Width), ""}
	lines = append(lines, n.text.Draw()...)
	return append(lines, "", th.Muted.Render(fmt.Sprintf("%d of 2,000 characters", n.text.Length())))
}
