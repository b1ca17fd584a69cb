package report

import (
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

// StandsOut says in one sentence what stands out in a result, for a moment before the plan. Shows is the statement that shows
// it, where there is one.
func StandsOut(r *score.Result) (lead, shows doc.Text) {
	b := &result{Result: r, say: english{}}
	steps := b.Plan.Now()
	switch {
	case b.Caution(score.Flat) != nil:
		return b.say.allAlike(), nil
	case b.littleKnown():
		return b.say.muchUnknown(), nil
	case len(steps) == 0:
		return b.noSteps(), nil
	case b.Plan.Level > maxContenders:
		return b.say.nothingStandsOut(b.Plan.Level), nil
	case b.Plan.Level > 1:
		return b.say.severalStandOut(labels(r, b.level())), nil
	}
	first := &b.Topics[steps[0].Pitfall]
	if first.Band == score.Pressing {
		return b.say.oneStandsOut(first.Label), b.showsShortly(steps[0])
	}
	return b.say.showsMost(first.Label), b.showsShortly(steps[0])
}
