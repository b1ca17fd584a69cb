package report

import (
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

// maxContenders is how many topics a line of the first page names; more are only counted.
const maxContenders = 3

// howSure says for the first page how sure the order of the plan is.
func (b *result) howSure() doc.Text {
	said := b.firstStep()
	switch {
	case b.Plan.Level > maxContenders:
		said = b.say.manyAreLevel(b.Plan.Level)
	case b.Plan.Level > 1:
		said = b.say.level(labels(b.Result, b.level()))
	case b.Confidential && scoredPitfalls(b.Result) > 1:
		said = b.say.tensAreRough()
	case b.asksOthers():
		said = b.say.firstAmongThree(b.sure.Stability[0].Likelihood(b.sure.Resamples))
	}
	return said
}

// asksOthers reports whether the first page says what others would have answered, because no small slip changes what comes first.
func (b *result) asksOthers() bool {
	return b.sure.Resamples > 0 && b.sure.FirstStable && scoredPitfalls(b.Result) > 1
}

// order says what else to know about the order of the plan: why overcommitted was moved up, and what would make it another one.
func (b *result) order() doc.Text {
	var said []doc.Text
	if b.Plan.Level > maxContenders {
		said = append(said, b.say.level(labels(b.Result, b.level())))
	}
	if b.Plan.OvercommittedMoved {
		said = append(said, b.say.firstMakeRoom(b.Topics[b.Plan.Steps[1].Pitfall].Label))
	}
	if b.Plan.Level == 1 && b.asksOthers() {
		said = append(said, b.say.firstHolds())
	}
	if b.Group.OnePerson() {
		if b.Plan.Level == 1 && b.sure.FirstStable && scoredPitfalls(b.Result) > 1 {
			said = append(said, b.say.askedAgain())
		}
		said = append(said, b.say.onePerson())
	}
	return doc.JoinWith(" ", append(said, b.firstThree())...)
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
		return b.say.firstHolds()
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
