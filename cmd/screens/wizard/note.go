package wizard

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// note edits the note on a topic. It is stored with every key that changes it.
type note struct {
	wiz   *wizard
	topic int
	text  *tui.TextArea
	area  tui.Area
}

func newNote(wiz *wizard) *note {
	n := &note{wiz: wiz, topic: wiz.run.Session.At.Topic}
	n.text = tui.NewTextArea(wiz.Theme, assess.MaxNote, n.answers().Note)
	return n
}

func (n *note) answers() *assess.TopicAnswers { return &n.wiz.run.Session.Answers.Topics[n.topic] }

func (n *note) Fit(a tui.Area) {
	n.area = a
	n.text.Fit(a.Width, max(1, min(a.Height-4, 8)))
}

func (n *note) Keys() []tui.Key {
	return []tui.Key{
		tui.On(n.wiz.Back, "esc").Hint(0, "Esc", "keep and close"),
		tui.On(func() { n.write("\n") }, "enter").Hint(2, "Enter", "new line"),
		n.wiz.ctrlC(1, "leave"),
	}
}

func (n *note) Type(k tea.KeyPressMsg) {
	switch {
	case k.Text == "":
		n.change(func() { n.text.Press(k) })
	case safetext.TypedNote(k.Text) == k.Text:
		n.write(k.Text)
	}
}

func (n *note) Paste(text string) { n.write(safetext.TypedNote(text)) }

func (n *note) write(text string) {
	n.change(func() {
		if !n.text.Insert(text) {
			n.wiz.Say("A note has at most 2,000 characters; the rest is cut.")
		}
	})
}

// change stores the note if the edit changes the text. Otherwise a note from a file stays as it was written there.
func (n *note) change(edit func()) {
	before := n.text.String()
	edit()
	after := n.text.String()
	if note := strings.TrimSpace(after); after != before && note != n.answers().Note {
		n.answers().Note = note
		n.wiz.changed = true
	}
}

func (n *note) Draw() []string {
	th := n.wiz.Theme
	lines := []string{style.Fit(th.Strong.Render("A note on: "+n.wiz.run.Catalogue.Topics[n.topic].Title), n.area.Width), ""}
	lines = append(lines, n.text.Draw()...)
	return append(lines, "", th.Muted.Render(fmt.Sprintf("%d of 2,000 characters", n.text.Length())))
}

func (n *note) Place() string { return report.TopicPlace(n.wiz.run.Catalogue, n.topic) }

func (n *note) Tall() bool { return false }

// oneLine returns a note as one line, for showing that there is one.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
