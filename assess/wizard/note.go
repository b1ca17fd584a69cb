package wizard

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess"
)

// note edits the note on a topic. What is written is kept with every key.
type note struct {
	m     *model
	topic int
	text  textarea.Model
	room  area
}

func newNote(m *model) *note {
	n := &note{m: m, topic: m.session.At.Topic, text: textarea.New()}
	n.text.SetStyles(m.theme.area(n.text.Styles()))
	n.text.Prompt = "┃ "
	n.text.ShowLineNumbers = false
	n.text.CharLimit = assess.MaxNote
	n.text.MaxHeight = 0
	n.text.SetValue(n.answers().Note)
	n.text.Focus()
	return n
}

func (n *note) answers() *assess.TopicAnswers { return &n.m.session.Answers.Topics[n.topic] }

func (n *note) fit(room area) {
	n.room = room
	n.text.SetWidth(room.width)
	n.text.SetHeight(max(1, min(room.height-4, 8)))
}

func (n *note) press(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case k.String() == "esc":
		n.m.back()
	case k.Text != "" && cleanNote(k.Text) != k.Text:
	default:
		n.pass(k, k.Text)
	}
	return nil
}

func (n *note) paste(text string) {
	text = cleanNote(text)
	n.pass(tea.PasteMsg{Content: text}, text)
}

func (n *note) pass(msg tea.Msg, text string) {
	over := n.text.Length()+utf8.RuneCountInString(text) > assess.MaxNote
	n.text, _ = n.text.Update(msg)
	if over && text != "" {
		n.m.notice = "A note has at most 2,000 characters; the rest is cut."
	}
	if kept := strings.TrimSpace(n.text.Value()); kept != n.answers().Note {
		n.answers().Note = kept
		n.m.changed = true
	}
}

func (n *note) draw() []string {
	th := n.m.theme
	lines := []string{fit(th.strong.Render("A note on: "+n.m.Catalogue.Topics[n.topic].Title), n.room.width), ""}
	lines = append(lines, strings.Split(n.text.View(), "\n")...)
	return append(lines, "", th.muted.Render(fmt.Sprintf("%d of 2,000 characters", n.text.Length())))
}

func (n *note) place() string { return topicName(n.m.Catalogue, n.topic) }

func (n *note) tall() bool { return false }

func (n *note) hints() []hint {
	return []hint{{"Esc", "keep and close", 0}, {"Enter", "new line", 2}, {"Ctrl+C", "leave", 1}}
}
