package score

import (
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// prioritize sets the priority and its terms of the pitfall with index i, if it is scored.
func prioritize(topics []Topic, i int, g *group.Group) {
	t := &topics[i]
	if t.State != Scored {
		return
	}
	t.Terms = Terms{Exposure: t.Value, Focus: 1, FocusVotes: g.Focus[i], FocusVoters: g.FocusVoters}
	t.Terms.Remedies, t.Terms.Rated = remedies(g.Catalogue, topics, t.Pills)
	if g.FocusVoters > 0 {
		t.Terms.Focus = 1 + float64(0.25*float64(g.Focus[i])/float64(g.FocusVoters))
	}
	t.Priority = t.Terms.priority()
}

// priority returns exposure × (1 − s/2) × focus, where s is the remedies as a share of 1. Remedies in full use so halve
// a priority and never erase it, and a pitfall that does not show ranks last with any pills.
func (t Terms) priority() float64 {
	factor := 1 - float64(t.Remedies/200)
	return t.Exposure * factor * t.Focus
}

// remedies returns the mean strength of those of the pills that are scored, and whether any is.
func remedies(c *pitfalls.Catalogue, topics []Topic, pills []string) (mean float64, rated bool) {
	sum, n := 0.0, 0
	for _, id := range pills {
		if pill := &topics[c.Index(id)]; pill.State == Scored {
			sum += pill.Value
			n++
		}
	}
	if n == 0 {
		return 0, false
	}
	return sum / float64(n), true
}
