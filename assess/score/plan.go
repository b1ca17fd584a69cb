package score

import (
	"cmp"
	"slices"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// How much a plan asks at once.
const (
	// maxNow is how many steps to start at once, and maxNowOvercommitted how many when overcommitted is pressing.
	maxNow              = 3
	maxNowOvercommitted = 2
	// maxNext is how many steps come right after those.
	maxNext = 3
	// maxWorking is how many strong pills, and how many calm pitfalls, are named as working.
	maxWorking = 3
	// maxTake is how many pills a step takes up.
	maxTake = 2
	// ownActions is how many actions of the pitfall itself a step holds.
	ownActions = 2
)

// overcommitted is the id of the pitfall that shortens the plan.
const overcommitted = "overcommitted"

// planner derives the plan from scored topics.
type planner struct {
	catalogue *pitfalls.Catalogue
	topics    []Topic
}

func makePlan(c *pitfalls.Catalogue, topics []Topic) Plan {
	p := planner{c, topics}
	plan := Plan{Limit: maxNow}
	if topics[c.Index(overcommitted)].Band == Pressing {
		plan.Limit = maxNowOvercommitted
	}
	plan.Working.Pills, plan.Working.Pitfalls = p.working(Strong), p.working(Calm)
	plan.Steps = p.steps(plan.Limit)
	plan.FindOut = p.where((*Topic).unclear)
	plan.WorthBuilding = p.worthBuilding(plan.Steps)
	plan.Unanswered = p.where(func(t *Topic) bool { return t.Votes.IsZero() && t.State != Suppressed })
	return plan
}

// where returns the indexes of the topics that satisfy a condition, in catalogue order.
func (p planner) where(ok func(*Topic) bool) []int {
	var indexes []int
	for i := range p.topics {
		if ok(&p.topics[i]) {
			indexes = append(indexes, i)
		}
	}
	return indexes
}

// sorted sorts indexes that are in catalogue order; equal topics stay in that order.
func (p planner) sorted(indexes []int, compare func(a, b *Topic) int) []int {
	slices.SortStableFunc(indexes, func(i, j int) int { return compare(&p.topics[i], &p.topics[j]) })
	return indexes
}

// working returns the first few topics in a band, the least urgent first.
func (p planner) working(b Band) []int {
	found := p.sorted(p.where(func(t *Topic) bool { return t.Band == b }), func(a, b *Topic) int { return ByUrgency(b, a) })
	return found[:min(len(found), maxWorking)]
}

// steps returns a step for each pitfall that is pressing or on watch, by priority.
func (p planner) steps(limit int) []Step {
	order := p.sorted(p.where((*Topic).above), comparePriority)
	steps := make([]Step, len(order))
	for i, pitfall := range order {
		steps[i] = p.step(pitfall)
		steps[i].Rank = i + 1
		switch {
		case i < limit:
			steps[i].When = Now
		case i < limit+maxNext:
			steps[i].When = Next
		default:
			steps[i].When = Later
		}
	}
	return steps
}

func (p planner) step(pitfall int) Step {
	t := &p.topics[pitfall]
	s := Step{Pitfall: pitfall, TalkFirst: t.Split}
	for _, id := range t.Pills {
		pill := p.catalogue.Index(id)
		if b := p.topics[pill].Band; b == Strong {
			s.LeanOn = append(s.LeanOn, pill)
		} else if b != NoBand {
			s.Take = append(s.Take, pill)
		}
	}
	slices.SortStableFunc(s.Take, func(i, j int) int {
		return cmp.Or(cmp.Compare(round(p.topics[i].Value), round(p.topics[j].Value)), cmp.Compare(i, j))
	})
	s.Take = s.Take[:min(len(s.Take), maxTake)]
	s.CheckRemedies = len(s.LeanOn) == len(t.Pills)
	s.Actions = p.actions(pitfall, s.Take)
	for _, link := range t.LeadsTo {
		if fed := p.catalogue.Index(link.Pitfall); p.topics[fed].above() {
			s.Eases = append(s.Eases, Ease{fed, link.Because})
		}
	}
	return s
}

// actions returns the first two actions of the pitfall and the first action of the first pill to take.
func (p planner) actions(pitfall int, take []int) []Action {
	actions := make([]Action, 0, ownActions+1)
	own := p.topics[pitfall].Actions
	for i := range own[:min(len(own), ownActions)] {
		actions = append(actions, Action{pitfall, &own[i]})
	}
	if len(take) > 0 {
		actions = append(actions, Action{take[0], &p.topics[take[0]].Actions[0]})
	}
	return actions
}

// worthBuilding returns the weak pills that treat no pitfall in any step.
func (p planner) worthBuilding(steps []Step) []int {
	return p.where(func(t *Topic) bool {
		return t.Band == Weak && !slices.ContainsFunc(steps, func(s Step) bool {
			return slices.Contains(p.topics[s.Pitfall].Pills, t.ID)
		})
	})
}

// above reports whether the topic is a pitfall that is pressing or on watch.
func (t *Topic) above() bool { return t.Band == Pressing || t.Band == Watch }

// unclear reports whether there is something to find out about the topic first: it has too few answers, or at least a
// third of those who rated it or did not know did not know. In a topic that is not applicable there is neither.
func (t *Topic) unclear() bool {
	dk := t.Votes.DontKnow
	return t.State == NotEnoughAnswers || dk > 0 && 3*dk >= t.Votes.Ratings()+dk
}
