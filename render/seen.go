package render

import (
	"fmt"

	"github.com/coalcheck/coalcheck/assess/score"
)

// The two sides that may see a topic differently.
const (
	leaders = "leaders and staff"
	members = "members and partners"
)

// seenDifferently adds the topics that leaders and members rate far apart.
func (p *report) seenDifferently() {
	seen := p.result.SeenDifferently
	if len(seen) == 0 {
		return
	}
	p.section("SEEN DIFFERENTLY", "mean rating of 1 to 5, and how many rated")
	for _, s := range seen {
		p.item(2, "", 0, p.topic(s.Topic).Title)
		p.item(4, "", 0, fmt.Sprintf("%s %s, %s %s", leaders, sideMean(s.Leaders), members, sideMean(s.Members)))
	}
}

// seenDifferently adds a table of the topics that leaders and members rate far apart.
func (m *markdown) seenDifferently() {
	seen := m.result.SeenDifferently
	if len(seen) == 0 {
		return
	}
	m.section("Seen differently")
	m.linef("Mean rating of 1 to 5, and how many rated.\n")
	m.linef("| Topic | %s | %s |\n| --- | --: | --: |", upperFirst(leaders), upperFirst(members))
	for _, s := range seen {
		m.linef("| %s | %s | %s |", escape(m.topic(s.Topic).Title), sideMean(s.Leaders), sideMean(s.Members))
	}
}

// sideMean returns the mean of one side and how many of it rated. One decimal is enough for two means that lie one point
// apart to be printed so.
func sideMean(s score.SideMean) string {
	return fmt.Sprintf("%.1f (%s)", s.Mean, span(s.Fewest, s.Most))
}
