package report

import "github.com/coalcheck/coalcheck/render/doc"

// maxContenders is how many pitfalls are named that one answer could put first; more are only counted.
const maxContenders = 3

// sensitivity says how sure the order of the plan is, or nothing where there is nothing to say: one step and no other
// pitfall that it could be ahead of.
func (b *result) sensitivity() doc.Text {
	c := b.Sensitivity()
	var said []doc.Text
	if c.First >= 0 && scoredPitfalls(b.Result) > 1 {
		switch {
		case c.FirstStable:
			said = append(said, b.say.firstHolds())
		case len(c.Contenders) == 0:
			said = append(said, b.say.closeToNothing())
		case len(c.Contenders) > maxContenders:
			said = append(said, b.say.closeToMany(len(c.Contenders)))
		default:
			said = append(said, b.say.closeTo(titles(b.Result, c.Contenders)))
		}
	}
	if c.Resamples > 0 {
		var among []timesAmongFirst
		for _, s := range c.Stability {
			among = append(among, timesAmongFirst{b.Topics[s.Pitfall].Title, s.Times})
		}
		said = append(said, b.say.amongFirst(among, c.Resamples))
	}
	return doc.JoinWith(" ", said...)
}

// timesAmongFirst is how often a pitfall was among the first three when other people like these were asked.
type timesAmongFirst struct {
	title string
	times int
}
