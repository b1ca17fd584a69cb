package wizard

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
)

// note edits the note on a topic. It is stored with every key that changes it.
type note struct {
	m     *model
	topic int
	text  *textArea
	area  area
}

func newNote(m *model) *note {
	n := &note{m: m, topic: m.run.Session.At.Topic}
	n.text = newTextArea(m.theme, assess.MaxNote, n.answers().Note)
	return n
}

func (n *note) answers() *assess.TopicAnswers { return &n.m.run.Session.Answers.Topics[n.topic] }

func (n *note) fit(a area) {
	n.area = a
	n.text.fit(a.width, max(1, min(a.height-4, 8)))
}

func (n *note) press(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case k.String() == "esc":
		n.m.back()
	case k.String() == "enter":
		n.write("\n")
	case k.Text == "":
		n.change(func() { n.text.press(k) })
	case cleanNote(k.Text) == k.Text:
		n.write(k.Text)
	}
	return nil
}

func (n *note) paste(text string) { n.write(cleanNote(text)) }

func (n *note) write(text string) {
	n.change(func() {
		if !n.text.insert(text) {
			n.m.notice = "A note has at most 2,000 characters; the rest is cut."
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
		n.m.changed = true
	}
}

func (n *note) draw() []string {
	th := n.m.theme
	lines := []string{fit(th.strong.Render("A note on: "+n.m.run.Catalogue.Topics[n.topic].Title), n.area.width), ""}
	lines = append(lines, n.text.draw()...)
	return append(lines, "", th.muted.Render(fmt.Sprintf("%d of 2,000 characters", n.text.length())))
}

func (n *note) place() string { return topicName(n.m.run.Catalogue, n.topic) }

func (n *note) tall() bool { return false }

func (n *note) hints() []hint {
	return []hint{{"Esc", "keep and close", 0}, {"Enter", "new line", 2}, {"Ctrl+C", "leave", 1}}
}
