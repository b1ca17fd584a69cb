package wizard

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// help shows what a topic means or the list of all keys.
type help struct {
	m     *model
	pager pager
	// topic is an index into the catalogue, or -1 for the keys.
	topic int
	// keys are those of the screen under the help.
	keys []keyUse
}

func newTopicHelp(m *model, topic int) *help {
	return &help{m: m, pager: newPager(), topic: topic, keys: m.keys()}
}

func newKeyHelp(m *model) *help { return newTopicHelp(m, -1) }

func (h *help) fit(room area) {
	lines := h.m.theme.keyList(h.keys, room.width)
	if h.topic >= 0 {
		lines = h.m.theme.meaning(h.m.run.Catalogue, h.topic, room.width)
	}
	h.pager.set(strings.Join(lines, "\n"), room)
}

func (h *help) press(k tea.KeyPressMsg) tea.Cmd {
	switch name(k) {
	case "?":
		if h.topic < 0 {
			h.m.back()
		} else {
			h.m.show(newKeyHelp(h.m))
		}
	case "esc", "enter", "left", "q":
		h.m.back()
	default:
		h.pager.press(k)
	}
	return nil
}

func (h *help) draw() []string { return h.pager.draw(h.m.theme) }

func (h *help) place() string {
	if h.topic < 0 {
		return "All keys"
	}
	return topicName(h.m.run.Catalogue, h.topic)
}

func (h *help) tall() bool { return true }

func (h *help) hints() []hint {
	again := "all keys"
	if h.topic < 0 {
		again = "close"
	}
	return []hint{{"Esc", "close", 0}, {"?", again, 1}, {"↑↓", "scroll", 2}}
}

// keyList lists all keys with what they do.
func (t *theme) keyList(keys []keyUse, width int) []string {
	const column = 14
	lines := []string{t.strong.Render("Keys"), ""}
	for _, k := range keys {
		for i, does := range wrap(k.does, width-column) {
			label := ""
			if i == 0 {
				label = t.accent.Render(k.keys)
			}
			lines = append(lines, pad(label, column)+does)
		}
	}
	return lines
}

// meaning explains a topic: what it is, why it matters, what helps, and where the text comes from.
func (t *theme) meaning(c *pitfalls.Catalogue, topic, width int) []string {
	about := &c.Topics[topic]
	lines := styled(wrap(about.Title, width), t.strong)
	lines = append(lines, "")
	lines = append(lines, wrap(about.Summary, width)...)
	section := func(head string, items []string) {
		if len(items) == 0 {
			return
		}
		lines = append(lines, "", t.accent.Render(head))
		for _, item := range items {
			for i, line := range wrap(item, width-2) {
				lead := "  "
				if i == 0 {
					lead = t.muted.Render("· ")
				}
				lines = append(lines, lead+line)
			}
		}
	}
	var feeds, helps []string
	for _, l := range about.LeadsTo {
		feeds = append(feeds, fmt.Sprintf("It feeds “%s”. %s", c.Topic(l.Pitfall).Title, l.Because))
	}
	for _, id := range about.Pills {
		helps = append(helps, c.Topic(id).Title+". "+c.Topic(id).Summary)
	}
	section("Why it matters", feeds)
	section("What helps", helps)
	section("What it prevents or relieves", treats(c, about.ID))
	section("A first step", []string{fmt.Sprintf("%s (%s)", about.Actions[0].Do, about.Actions[0].Effort)})
	section("Sources", sources(c, about))
	if about.Basis == pitfalls.BasisTitle {
		lines = append(lines, styled(wrap("Of this pill, only the title comes from the list's author.", width), t.muted)...)
	}
	return lines
}

// treats names the pitfalls that the pill with this id treats.
func treats(c *pitfalls.Catalogue, id string) []string {
	var titles []string
	for _, p := range c.Pitfalls() {
		if slices.Contains(p.Pills, id) {
			titles = append(titles, p.Title)
		}
	}
	return titles
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
