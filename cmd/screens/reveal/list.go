package reveal

import (
	"fmt"
	"slices"

	"github.com/coalcheck/coalcheck/assess/score"
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

func (l *list) slide() int { return l.listSlide() }

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
	if l.o.Dots.Give != nil && len(l.dotted()) > 0 {
		keys = append(keys, tui.On(func() { l.app.Show(newDots(l)) }, "f").Hint(2, "f", "dots").Help("f", "type how many dots the room gives to each pitfall"))
	}
	return append(keys, l.keys(l)...)
}

func (l *list) move(by int) { l.at = min(max(l.at+by, 0), len(l.topics)-1) }

// toggle chooses the marked topic, or takes it away.
func (l *list) toggle() {
	id := l.topics[l.at].ID
	if i := slices.Index(l.chosen, id); i >= 0 {
		l.chosen = slices.Delete(slices.Clone(l.chosen), i, i+1)
		return
	}
	l.chosen = append(slices.Clone(l.chosen), id)
}

func (l *list) onward() {
	if talks := l.talks(); len(talks) > 0 {
		l.openTalk(talks[0].ID)
		return
	}
	l.o.Onward()
}

// dotted returns the pitfalls that may get dots: those that are no trouble now would not move.
func (r *Reveal) dotted() []int {
	var all []int
	for i := range r.catalogue().Pitfalls() {
		if b := r.o.Result.Topics[i].Band; b == score.Pressing || b == score.Watch {
			all = append(all, i)
		}
	}
	return all
}

// renew shows the topics of another result, and keeps the mark on its topic.
func (l *list) renew(result *score.Result) {
	marked := ""
	if len(l.topics) > 0 {
		marked = l.topics[l.at].ID
	}
	chose := !slices.Equal(slices.Sorted(slices.Values(l.chosen)), slices.Sorted(slices.Values(l.timely())))
	if l.o.Result, l.topics = result, report.TalkTopics(result); !chose {
		l.chosen = l.timely()
	}
	l.at = max(0, slices.IndexFunc(l.topics, func(t report.TalkTopic) bool { return t.ID == marked }))
}

// Draw draws a topic in two lines, or in one where the area is low: then the reason for the marked one stands below.
func (l *list) Draw() []string {
	th := l.app.Theme
	if len(l.topics) == 0 {
		return style.Wrap(report.NothingToTalkAbout(l.o.Result).String(), l.area.Width)
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
			lines = append(lines, style.Fit(style.Space(listIndent)+th.Muted.Render(l.why(t)), l.area.Width))
		}
	}
	if !high {
		free := l.area.Height - len(lines)
		why := style.Wrap(l.why(&l.topics[l.at]), l.area.Width)
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
	if slices.Contains(l.chosen, t.ID) {
		box = "[x] "
		if minutes = "no time"; l.topic(t.ID).Minutes > 0 {
			minutes = fmt.Sprintf("%d min", l.topic(t.ID).Minutes)
		}
	}
	return mark + style.Spread(look.Render(box+t.Label), th.Muted.Render(minutes), l.area.Width-2)
}

// why says why a topic is there, and how many dots it has.
func (l *list) why(t *report.TalkTopic) string {
	if l.o.Dots.Of == nil || t.Topic >= len(l.catalogue().Pitfalls()) || t.Reason == score.WhyDots {
		return t.Why.String()
	}
	switch n := l.o.Dots.Of(t.Topic); n {
	case 0:
		return t.Why.String()
	case 1:
		return t.Why.String() + "; 1 dot"
	default:
		return fmt.Sprintf("%s; %d dots", t.Why, n)
	}
}

// Place names the screen.
func (l *list) Place() string { return "What to talk about" }

// Progress says that all slides are shown.
func (l *list) Progress() (done, all int) { return 1, 1 }

// Tall is false: a slide is one block.
func (l *list) Tall() bool { return false }

// Wide is true of all slides, so that none jumps.
func (l *list) Wide() {}
