package report

import (
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

// maxContenders is how many pitfalls are named that one answer could put first; more are only counted.
const maxContenders = 3

// order says what to know about the order of the plan: what is level, why overcommitted was moved up, and how sure the
// order is.
func (b *result) order() doc.Text {
	var said []doc.Text
	if n := b.Plan.Level; n > 1 {
		said = append(said, b.say.level(labels(b.Result, b.level())))
	}
	if b.Plan.OvercommittedMoved {
		said = append(said, b.say.firstMakeRoom(b.Topics[b.Plan.Steps[1].Pitfall].Label))
	}
	return doc.JoinWith(" ", append(said, b.firstStep(), b.firstThree())...)
}

// level returns the pitfalls that are level with the first, in the order of the plan. Overcommitted may stand among them
// without being so.
func (b *result) level() []int {
	var level []int
	for _, s := range b.Plan.Steps {
		if len(level) == b.Plan.Level {
			break
		}
		if score.Level(&b.Topics[b.Plan.Steps[0].Pitfall], &b.Topics[s.Pitfall]) {
			level = append(level, s.Pitfall)
		}
	}
	return level
}

// firstStep says whether one answer would put another step first, or nothing where that is known or cannot be: where
// several are level, and where one pitfall alone has a score.
func (b *result) firstStep() doc.Text {
	c := b.sure
	switch {
	case b.Plan.Level > 1 || c.First < 0 || scoredPitfalls(b.Result) < 2:
		return nil
	case c.FirstStable:
		return b.say.firstHolds(b.Group.OnePerson())
	case len(c.Contenders) == 0:
		return b.say.closeToNothing()
	case len(c.Contenders) > maxContenders:
		return b.say.closeToMany(len(c.Contenders))
	default:
		return b.say.closeTo(labels(b.Result, c.Contenders))
	}
}

// firstThree says how likely the first three steps would still be among the first three had others answered.
func (b *result) firstThree() doc.Text {
	c := b.sure
	if c.Resamples == 0 {
		return nil
	}
	var among []likely
	for _, s := range c.Stability {
		if l := s.Likelihood(c.Resamples); l != score.Unsure {
			among = append(among, likely{b.Topics[s.Pitfall].Label, l})
		}
	}
	return b.say.amongFirst(among)
}

// likely is how likely a pitfall would still be among the first three steps.
type likely struct {
	label string
	score.Likelihood
}

// timesAmongFirst is how often a pitfall was among the first three when other people like these were drawn.
type timesAmongFirst struct {
	label string
	times int
}

// draws says in how many resamples the first three steps were among the first three.
func (b *result) draws() doc.Text {
	c := b.sure
	if c.Resamples == 0 {
		return nil
	}
	var among []timesAmongFirst
	for _, s := range c.Stability {
		among = append(among, timesAmongFirst{b.Topics[s.Pitfall].Label, s.Times})
	}
	return b.say.timesAmongFirst(among, c.Resamples)
}
