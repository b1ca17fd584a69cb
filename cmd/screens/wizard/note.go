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
	// left is the topic whose last answer has just turned the page, and shown the one on the screen. Mostly they are the same.
	left, shown int
	text        *tui.TextArea
	area        tui.Area
}

// newNote opens the note on a topic: on left, the one that was answered with the last key, or else on the one that is shown.
func newNote(wiz *wizard, left int) *note {
	n := &note{wiz: wiz, left: left, shown: wiz.run.Session.At.Topic}
	if left == noTopic {
		n.left = n.shown
	}
	n.open(n.left)
	return n
}

// open shows the note on a topic.
func (n *note) open(topic int) {
	n.topic = topic
	n.text = tui.NewTextArea(n.wiz.Theme, assess.MaxNote, n.answers().Note)
}

// turn shows the note on the other topic.
func (n *note) turn() {
	n.open(n.left + n.shown - n.topic)
	n.Fit(n.area)
}

// noTopic is said for a topic where there is none.
const noTopic = -1

// noteKey writes a note: directly after an answer that turned the page, on the topic just answered.
func (wiz *wizard) noteKey() tui.Key { return wiz.noteKeyOn(wiz.left) }

func (wiz *wizard) noteKeyOn(left int) tui.Key {
	return tui.On(func() { wiz.Show(newNote(wiz, left)) }, "m").
		Help("m", "write a note about the topic; after an answer that turned the page, about the one answered")
}

func (n *note) answers() *assess.TopicAnswers { return &n.wiz.run.Session.Answers.Topics[n.topic] }

func (n *note) Fit(a tui.Area) {
	n.area = a
	n.text.Fit(a.Width, max(1, min(a.Height-4, 8)))
}

func (n *note) Keys() []tui.Key {
	keys := []tui.Key{
		tui.On(n.wiz.Back, "esc").Hint(0, "Esc", "keep and close"),
		tui.On(func() { n.write("\n") }, "enter").Hint(2, "Enter", "new line"),
		n.wiz.ctrlC(1, "leave"),
	}
	if n.left != n.shown {
		keys = append(keys, tui.On(n.turn, "tab").Hint(0, "Tab", "the other topic"))
	}
	return keys
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
	lines := []string{style.Fit(th.Strong.Render("A note on: "+n.wiz.run.Catalogue.Topics[n.topic].Label), n.area.Width), th.Muted.Render(n.which())}
	lines = append(lines, n.text.Draw()...)
	return append(lines, "", th.Muted.Render(fmt.Sprintf("%d of 2,000 characters", n.text.Length())))
}

// which says which of two topics the note is on.
func (n *note) which() string {
	switch {
	case n.left == n.shown:
		return ""
	case n.topic == n.left:
		return "You have just answered this one."
	default:
		return "This one comes next."
	}
}

func (n *note) Place() string { return report.TopicPlace(n.wiz.run.Catalogue, n.topic) }

func (n *note) Tall() bool { return false }
