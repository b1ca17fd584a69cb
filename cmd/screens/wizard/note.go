package wizard

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
)

// note edits the note on a topic. What is written is kept with every key.
type note struct {
	m     *model
	topic int
	text  editor
	room  area
}

func newNote(m *model) *note {
	n := &note{m: m, topic: m.session.At.Topic, text: editor{limit: assess.MaxNote}}
	n.text.insert(n.answers().Note)
	return n
}

func (n *note) answers() *assess.TopicAnswers { return &n.m.session.Answers.Topics[n.topic] }

func (n *note) fit(room area) {
	n.room = room
	n.text.width = max(1, room.width-3) // a bar, a space, and the cursor behind the last character
	n.text.height = max(1, min(room.height-4, 8))
}

func (n *note) press(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case k.String() == "esc":
		n.m.back()
	case k.String() == "enter":
		n.write("\n")
	case k.Text != "":
		if cleanNote(k.Text) == k.Text {
			n.write(k.Text)
		}
	case n.text.press(k):
		n.keep()
	}
	return nil
}

func (n *note) paste(text string) { n.write(cleanNote(text)) }

func (n *note) write(text string) {
	if !n.text.insert(text) {
		n.m.notice = "A note has at most 2,000 characters; the rest is cut."
	}
	n.keep()
}

func (n *note) keep() {
	if kept := strings.TrimSpace(n.text.String()); kept != n.answers().Note {
		n.answers().Note = kept
		n.m.changed = true
	}
}

func (n *note) draw() []string {
	th := n.m.theme
	lines := []string{fit(th.strong.Render("A note on: "+n.m.Catalogue.Topics[n.topic].Title), n.room.width), ""}
	lines = append(lines, n.text.draw(th)...)
	return append(lines, "", th.muted.Render(fmt.Sprintf("%d of 2,000 characters", len(n.text.text))))
}

func (n *note) place() string { return topicName(n.m.Catalogue, n.topic) }

func (n *note) tall() bool { return false }

func (n *note) hints() []hint {
	return []hint{{"Esc", "keep and close", 0}, {"Enter", "new line", 2}, {"Ctrl+C", "leave", 1}}
}
