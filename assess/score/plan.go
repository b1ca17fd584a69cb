package score

import (
	"cmp"
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// How much a plan asks at once.
const (
	// maxNow is how many steps to start at once, and maxNowOvercommitted how many when overcommitted is pressing.
	maxNow              = 3
	maxNowOvercommitted = 2
	// maxNext is how many steps come right after those.
	maxNext = 3
	// maxAtEase is how many strong pills are named as in place, and how many calm pitfalls as no trouble now.
	maxAtEase = 3
	// maxTake is how many pills a step takes up.
	maxTake = 2
)

// planner derives the plan from scored topics.
type planner struct {
	catalogue *pitfalls.Catalogue
	topics    []Topic
	seen      []SideDifference
	talk      *pitfalls.Action
	// clashes holds the pairs of statements that one person rated high and that rarely go together.
	clashes []*pitfalls.Clash
	// pressing reports whether any step of the plan is pressing. used holds the actions of pills that stand in it already.
	pressing bool
	used     []*pitfalls.Action
}

// makePlan derives the plan. seen holds what the sides see differently, said what to be careful with; talk is what to do first
// where people are split.
func makePlan(c *pitfalls.Catalogue, topics []Topic, seen []SideDifference, said []Caution, talk *pitfalls.Action) Plan {
	p := planner{catalogue: c, topics: topics, seen: seen, talk: talk}
	if clash := find(said, Clashing); clash != nil {
		p.clashes = clash.Clashes
	}
	plan := Plan{Limit: maxNow}
	if topics[c.Index(overcommitted)].Band == Pressing {
		plan.Limit = maxNowOvercommitted
	}
	plan.InPlace, plan.NoTrouble = p.atEase(Strong), p.atEase(Calm)
	order, moved := appendOrder(nil, c, topics)
	plan.OvercommittedMoved, plan.Level = moved, level(order, topics)
	plan.Steps = p.steps(order, plan.Limit)
	if find(said, Flat) != nil && len(plan.Steps) > 0 {
		first := &plan.Steps[0]
		first.Actions = slices.Insert(first.Actions, 0, Action{Topic: NoTopic, Action: &c.AskTwo, For: ForFlat})
	}
	plan.FindOut = p.where((*Topic).unclear)
	plan.WorthBuilding = p.worthBuilding(plan.Steps)
	plan.Unanswered = p.where(func(t *Topic) bool { return t.Answered == 0 && t.Votes.IsZero() && t.State != Suppressed })
	return plan
}

// where returns the indexes of the topics that satisfy a condition, in catalogue order.
func (p *planner) where(ok func(*Topic) bool) []int {
	var indexes []int
	for i := range p.topics {
		if ok(&p.topics[i]) {
			indexes = append(indexes, i)
		}
	}
	return indexes
}

// sorted sorts indexes that are in catalogue order; equal topics stay in that order.
func (p *planner) sorted(indexes []int, compare func(a, b *Topic) int) []int {
	slices.SortStableFunc(indexes, func(i, j int) int { return compare(&p.topics[i], &p.topics[j]) })
	return indexes
}

// atEase returns the first few topics in a band, the least urgent first, but for those that are in doubt: by their answers,
// because the sides see them differently, or because answers to them clash.
func (p *planner) atEase(b Band) []int {
	found := p.where(func(t *Topic) bool { return t.Band == b && !t.doubtful() })
	found = slices.DeleteFunc(found, func(i int) bool {
		return p.clashing(i) || slices.ContainsFunc(p.seen, func(s SideDifference) bool { return s.Topic == i })
	})
	found = p.sorted(found, func(a, b *Topic) int { return ByUrgency(b, a) })
	return found[:min(len(found), maxAtEase)]
}

// clashing reports whether a statement of a topic is in one of the pairs that clash.
func (p *planner) clashing(topic int) bool {
	return slices.ContainsFunc(p.clashes, func(c *pitfalls.Clash) bool {
		pill, _, _ := p.catalogue.Place(c.Practice)
		pitfall, _, _ := p.catalogue.Place(c.Sign)
		return topic == pill || topic == pitfall
	})
}

// doubtful reports whether a topic whose score is good may not be: it is split, one person sees it much worse than all
// others, or a third or more do not know.
func (t *Topic) doubtful() bool {
	return t.Split || t.unclear() || slices.ContainsFunc(t.Questions, func(q Question) bool {
		return q.Apart != assess.Unanswered && (q.Apart > middle) == (t.Kind == pitfalls.Pitfall)
	})
}

// middle is the rating that is neither low nor high.
const middle assess.Rating = 3

// steps returns a step for each of the pitfalls, in their order.
func (p *planner) steps(order []int, limit int) []Step {
	p.pressing = slices.ContainsFunc(order, func(i int) bool { return p.topics[i].Band == Pressing })
	steps := make([]Step, len(order))
	for i, pitfall := range order {
		when := Later
		switch {
		case i < limit:
			when = Now
		case i < limit+maxNext:
			when = Next
		}
		steps[i] = p.step(pitfall, when)
		steps[i].Rank = i + 1
	}
	return steps
}

func (p *planner) step(pitfall int, when When) Step {
	t := &p.topics[pitfall]
	s := Step{Pitfall: pitfall, When: when, TalkFirst: t.Split}
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
	s.Doubts = p.doubts(pitfall, s.LeanOn)
	s.CheckRemedies = len(s.LeanOn) == len(t.Pills)
	signs := t.worstFirst()
	s.Shows = shows(signs[0])
	s.Actions = p.actions(&s, signs)
	for _, link := range t.LeadsTo {
		if fed := p.catalogue.Index(link.Pitfall); p.topics[fed].above() {
			s.Eases = append(s.Eases, Ease{fed, link.Because})
		}
	}
	return s
}

// doubts returns those of the strong pills of a pitfall whose practice clashes with one of its signs.
func (p *planner) doubts(pitfall int, strong []int) []Doubt {
	var doubts []Doubt
	for _, c := range p.clashes {
		pill, _, _ := p.catalogue.Place(c.Practice)
		if sign, _, _ := p.catalogue.Place(c.Sign); sign == pitfall && slices.Contains(strong, pill) {
			doubts = append(doubts, Doubt{pill, c})
		}
	}
	return doubts
}

// worthBuilding returns the weak pills that treat no pitfall in any step.
func (p *planner) worthBuilding(steps []Step) []int {
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
