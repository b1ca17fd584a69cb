package reveal

import (
	"fmt"
	"slices"

	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// list is what to talk about: at most five topics with the reason for each, from which the room chooses.
type list struct {
	*Reveal
	// at is the index of the marked topic.
	at   int
	area tui.Area
}

func (r *Reveal) openList() { r.app.Show(&list{Reveal: r}) }

func (l *list) slide() int { return l.agenda.ListSlide() }

// Fit takes the area over, as far as one reads well.
func (l *list) Fit(a tui.Area) {
	a.Width = min(a.Width, wideArea)
	l.area = a
}

// Keys chooses topics, opens one, or goes on with the first that is chosen.
func (l *list) Keys() []tui.Key {
	onward := "who does what"
	if len(l.talks()) > 0 {
		onward = "begin"
	}
	keys := []tui.Key{
		tui.On(l.onward, "right", "pgdown", "tab").Hint(0, "→", onward).Help("→", "begin with the first topic that is chosen"),
		tui.On(l.app.Back, "left", "esc", "pgup", "shift+tab").Hint(3, "←", "back").Help("←  Esc", "the slides"),
	}
	if len(l.topics) > 0 {
		keys = append(
			keys,
			tui.On(func() { l.move(-1) }, "up", "k").Repeats().Hint(4, "↑↓", "move").Help("↑ ↓", "move between the topics"),
			tui.On(func() { l.move(1) }, "down", "j").Repeats(),
			tui.On(func() { l.move(-len(l.topics)) }, "home"),
			tui.On(func() { l.move(len(l.topics)) }, "end"),
			tui.On(l.toggle, "space").Hint(1, "Space", "choose").Help("Space", "talk about the marked topic, or leave it for another time"),
			tui.On(l.toggle, "x").Answers(),
			tui.On(func() { l.openTalk(l.topics[l.at].ID) }, "enter").Hint(1, "Enter", "open").Help("Enter", "the slide of the marked topic"),
		)
	}
	if l.agenda.MayGive() {
		keys = append(keys, tui.On(func() { l.app.Show(newDots(l)) }, "f").Hint(2, "f", "dots").Help("f", "type how many dots the room gives to each pitfall"))
	}
	return append(keys, l.keys(l)...)
}

func (l *list) move(by int) { l.at = min(max(l.at+by, 0), len(l.topics)-1) }

// toggle chooses the marked topic, or takes it away.
func (l *list) toggle() { l.agenda.Toggle(l.topics[l.at].ID) }

func (l *list) onward() {
	if talks := l.talks(); len(talks) > 0 {
		l.openTalk(talks[0].ID)
		return
	}
	l.o.Onward()
}

// takeDots shows the topics as they are with the dots, and keeps the mark on its topic.
func (l *list) takeDots() {
	marked := ""
	if len(l.topics) > 0 {
		marked = l.topics[l.at].ID
	}
	l.agenda.TakeDots()
	l.renew()
	l.at = max(0, slices.IndexFunc(l.topics, func(t report.TalkTopic) bool { return t.ID == marked }))
}

// Draw draws a topic in two lines, or in one where the area is low: then the reason for the marked one stands below.
func (l *list) Draw() []string {
	th := l.app.Theme
	if len(l.topics) == 0 {
		return style.Wrap(report.NothingToTalkAbout(l.agenda.Result()).String(), l.area.Width)
	}
	lines := []string{style.Fit(th.Strong.Render("What shall we talk about?"), l.area.Width)}
	high := l.area.Height >= 2+2*len(l.topics)
	if high {
		lines = append(lines, "")
	}
	for i := range l.topics {
		t := &l.topics[i]
		lines = append(lines, l.line(t, i == l.at))
		if high {
			lines = append(lines, style.Fit(style.Space(listIndent)+th.Muted.Render(t.Why.String()), l.area.Width))
		}
	}
	if !high {
		free := l.area.Height - len(lines)
		why := style.Wrap(l.topics[l.at].Why.String(), l.area.Width)
		lines = append(lines, tui.Styled(why[:min(len(why), max(0, free))], th.Muted)...)
	}
	return lines
}

// listIndent is what stands before a topic: the mark and the box.
const listIndent = 6

func (l *list) line(t *report.TalkTopic, marked bool) string {
	th := l.app.Theme
	mark, box, look := "  ", "[ ] ", th.Plain
	if marked {
		mark, look = th.Accent.Render("› "), th.Strong
	}
	minutes := ""
	if l.agenda.Chosen(t.ID) {
		box = "[x] "
		if minutes = "no time"; l.topic(t.ID).Minutes > 0 {
			minutes = fmt.Sprintf("%d min", l.topic(t.ID).Minutes)
		}
	}
	return mark + style.Spread(look.Render(box+t.Label), th.Muted.Render(minutes), l.area.Width-2)
}

// Place names the screen.
func (l *list) Place() string { return "What to talk about" }

// Progress says that all slides are shown.
func (l *list) Progress() (done, all int) { return 1, 1 }

// Tall is false: a slide is one block.
func (l *list) Tall() bool { return false }

// Wide is true of all slides, so that none jumps.
func (l *list) Wide() {}
