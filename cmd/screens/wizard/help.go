package wizard

import (
	"fmt"
	"slices"

	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// help shows what a topic means.
type help struct {
	wiz    *wizard
	reader tui.Reader
	// topic is an index into the catalogue.
	topic int
	// keys are those of the screen under the help.
	keys []tui.Key
}

func newHelp(wiz *wizard, topic int, keys []tui.Key) *help {
	return &help{wiz: wiz, reader: tui.NewReader(), topic: topic, keys: keys}
}

func (h *help) Fit(a tui.Area) {
	h.reader.Set(meaning(h.wiz.Theme, h.wiz.run.Catalogue, h.topic, a.Width), nil, a)
}

func (h *help) Keys() []tui.Key {
	return append([]tui.Key{
		tui.On(h.wiz.Back, "esc", "enter", "left", "q").Hint(0, "Esc", "close"),
		tui.On(func() { h.wiz.Show(tui.NewKeyList(h.wiz.App, h.keys)) }, "?").Hint(1, "?", "all keys"),
	}, h.reader.Keys(2)...)
}

func (h *help) Draw() []string { return h.reader.Draw(h.wiz.Theme) }

func (h *help) Place() string { return report.TopicPlace(h.wiz.run.Catalogue, h.topic) }

func (h *help) Tall() bool { return true }

// meaning explains a topic: what it is, why it matters, what helps, and where the text comes from.
func meaning(t *tui.Theme, c *pitfalls.Catalogue, topic, width int) []string {
	about := &c.Topics[topic]
	lines := tui.Styled(style.Wrap(about.Label, width), t.Strong)
	if about.Title != about.Label {
		lines = append(lines, tui.Styled(style.Wrap("Its author calls it “"+about.Title+"”.", width), t.Muted)...)
	}
	lines = append(lines, "")
	lines = append(lines, style.Wrap(about.Summary, width)...)
	section := func(head string, items []string) {
		if len(items) == 0 {
			return
		}
		lines = append(lines, "", t.Accent.Render(head))
		for _, item := range items {
			for i, line := range style.Wrap(item, width-2) {
				lead := "  "
				if i == 0 {
					lead = t.Muted.Render("· ")
				}
				lines = append(lines, lead+line)
			}
		}
	}
	var feeds, helps []string
	for _, l := range about.LeadsTo {
		feeds = append(feeds, fmt.Sprintf("It can add to “%s”. %s", c.Topic(l.Pitfall).Label, l.Because))
	}
	for _, id := range about.Pills {
		helps = append(helps, c.Topic(id).Label+". "+c.Topic(id).Summary)
	}
	section("Why it matters", feeds)
	section("What helps", helps)
	section("What it prevents or relieves", treats(c, about.ID))
	section("A first step", []string{fmt.Sprintf("%s (%s)", about.Actions[0].Do, about.Actions[0].Effort)})
	section("Who is meant", []string{c.Scale(about.Kind).Before})
	section("How to rate", c.Scale(about.Kind).Help)
	section("Sources", sources(c, about))
	if about.Basis == pitfalls.BasisTitle {
		lines = append(lines, tui.Styled(style.Wrap("Of this pill, only the title comes from the list's author.", width), t.Muted)...)
	}
	return lines
}

// treats names the pitfalls that the pill with this id treats.
func treats(c *pitfalls.Catalogue, id string) []string {
	var labels []string
	for _, p := range c.Pitfalls() {
		if slices.Contains(p.Pills, id) {
			labels = append(labels, p.Label)
		}
	}
	return labels
}

// sources credits the publications behind a topic's statements and links.
func sources(c *pitfalls.Catalogue, about *pitfalls.Topic) []string {
	var ids []string
	for _, q := range about.Questions {
		ids = append(ids, q.Sources...)
	}
	for _, l := range about.LeadsTo {
		ids = append(ids, l.Sources...)
	}
	var credits, seen []string
	for _, id := range ids {
		if slices.Contains(seen, id) {
			continue
		}
		seen = append(seen, id)
		s := c.Source(id)
		credits = append(credits, fmt.Sprintf("%s, %s", s.Title, s.Publisher))
	}
	return credits
}
