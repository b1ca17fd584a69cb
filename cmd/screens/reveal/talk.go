package reveal

import (
	"fmt"
	"slices"

	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// talk is the slide of a topic to talk about: its bars, what to ask, and how much time is left. Where that does not fit, it has
// several pages, one below the other.
type talk struct {
	*Reveal
	// id is the topic.
	id string
	// page is the page that is shown.
	page int
	area tui.Area
}

func (r *Reveal) openTalk(id string) { r.app.Show(&talk{Reveal: r, id: id}) }

// index returns which of the chosen topics this is, or -1.
func (t *talk) index() int {
	return slices.IndexFunc(t.talks(), func(one report.TalkTopic) bool { return one.ID == t.id })
}

func (t *talk) slide() int { return t.agenda.TalkSlide(t.index()) }

// Fit takes the area over.
func (t *talk) Fit(a tui.Area) { t.area = a }

// Keys leads through the talk.
func (t *talk) Keys() []tui.Key {
	onward, clock := "next", "stop"
	if t.following() == nil {
		onward = "who does what"
	}
	if !t.running() {
		clock = "start"
	}
	keys := []tui.Key{
		tui.On(t.next, "right", "pgdown", "tab").Hint(0, "→", onward).Help("→", "next topic, and after the last one who does what"),
		tui.On(t.previous, "left", "pgup", "shift+tab").Help("←", "topic before"),
		tui.On(t.app.Back, "esc", "enter").Hint(4, "Esc", "list").Help("Esc  Enter", "what to talk about"),
	}
	if t.timed() {
		keys = append(keys, tui.On(t.stopOrStart, "space").Answers().Hint(2, "Space", clock).Help("Space", "stop the clock, or start it again"))
	}
	if t.o.Table != nil {
		keys = append(
			keys,
			tui.On(t.decide, "d").Answers().Hint(1, "d", "decide").Help("d", "write what is decided; it goes to who does what"),
			tui.On(t.note, "m").Answers().Hint(1, "m", "note").Help("m", "write a note on the topic; it goes to the plan file"),
		)
	}
	more := tui.On(func() { t.turn(1) }, "down", "j")
	if len(t.pages()) > 1 {
		more = more.Hint(1, "↓", "more").Help("↑ ↓", "what does not fit on the screen")
	}
	keys = append(keys, more, tui.On(func() { t.turn(-1) }, "up", "k"))
	return append(keys, t.keys(t)...)
}

// turn shows another page. After the last one comes the first.
func (t *talk) turn(by int) {
	n := len(t.pages())
	t.page = (min(t.page, n-1) + by + n) % n
}

// following returns the chosen topic after this one, or nil.
func (t *talk) following() *report.TalkTopic { return t.neighbor(1) }

// neighbor returns the next chosen topic in a direction, or nil.
func (t *talk) neighbor(by int) *report.TalkTopic {
	at := slices.IndexFunc(t.topics, func(one report.TalkTopic) bool { return one.ID == t.id })
	for i := at + by; i >= 0 && i < len(t.topics); i += by {
		if t.agenda.Chosen(t.topics[i].ID) {
			return &t.topics[i]
		}
	}
	return nil
}

func (t *talk) next() {
	if following := t.following(); following != nil {
		t.id, t.page = following.ID, 0
		return
	}
	t.o.Onward()
}

func (t *talk) previous() {
	if before := t.neighbor(-1); before != nil {
		t.id, t.page = before.ID, 0
		return
	}
	t.app.Back()
}

// timed reports whether there are minutes for the topic.
func (t *talk) timed() bool { return t.topic(t.id).Minutes > 0 }

// Draw draws a page below the topic and its time.
func (t *talk) Draw() []string {
	pages := t.pages()
	return append(t.head(), pages[min(t.page, len(pages)-1)]...)
}

// head draws what every page begins with: the topic, and how much time is left.
func (t *talk) head() []string {
	th, topic := t.app.Theme, t.topic(t.id)
	return []string{style.Spread(th.Strong.Render(topic.Label), t.clock(topic.Minutes), t.area.Width)}
}

// clock draws how much time is left.
func (t *talk) clock(minutes int) string {
	th := t.app.Theme
	if minutes == 0 {
		return th.Muted.Render("for another time")
	}
	text, over := report.TimeLeft(minutes, t.spent())
	switch {
	case !t.running():
		return th.Muted.Render(text + ", stopped")
	case over:
		return th.Alert.Render(text)
	default:
		return th.Accent.Render(text)
	}
}

// Place says which topic of how many this is.
func (t *talk) Place() string {
	if t.index() < 0 {
		return "Talk"
	}
	return fmt.Sprintf("Talk %d of %d", t.index()+1, len(t.talks()))
}

// Progress says how much of the minutes is over.
func (t *talk) Progress() (done, all int) {
	return int(t.spent().Seconds()), t.topic(t.id).Minutes * 60
}

// Tall is false: a slide is one block.
func (t *talk) Tall() bool { return false }

// Wide says that bars stand side by side.
func (t *talk) Wide() {}
