package score

import (
	"cmp"
	"iter"
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Sensitivity says how sure the order of the plan is.
type Sensitivity struct {
	// First is the index of the pitfall of the first step, or -1 where the plan has no step or the result is confidential;
	// then nothing else is set.
	First int
	// FirstStable reports whether it would stay first had any one person rated any one question one step higher or
	// lower.
	FirstStable bool
	// Contenders holds the pitfalls that one such change would put first, in the order of the plan now.
	Contenders []int
	// EmptiesPlan reports whether one such change would leave no step in the plan.
	EmptiesPlan bool
	// Resamples is how many resamples of the respondents were scored: 1,000, or 0 where there are none, or fewer than
	// five respondents.
	Resamples int
	// Stability says of each of the first three steps how sure its place among them is. It is nil where Resamples is 0.
	Stability []StepStability
}

// StepStability says how sure it is that a pitfall is among the first three steps.
type StepStability struct {
	// Pitfall is the index of the pitfall.
	Pitfall int
	// Times is in how many of the resamples it is among the first three, 0 to Sensitivity.Resamples.
	Times int
}

// firstSteps is how many steps are looked at in resamples. It does not depend on the limit of the plan.
const firstSteps = 3

// Sensitivity computes how sure the order of the plan is. It scores the answers again for every change of one rating by
// one step, some hundred times, and for every resample of the group.
func (r *Result) Sensitivity() Sensitivity {
	if len(r.Plan.Steps) == 0 || r.Confidential {
		return Sensitivity{First: -1}
	}
	c := Sensitivity{First: r.Plan.Steps[0].Pitfall}
	r.changeOneRating(&c)
	if r.Group.Bootstrap != nil && r.Group.Respondents >= group.MinRespondents {
		c.Resamples = group.ResampleCount
		c.Stability = r.stability()
	}
	return c
}

// changeOneRating finds the pitfalls that one different rating would put first.
func (r *Result) changeOneRating(c *Sensitivity) {
	c.FirstStable = true
	changed := slices.Clone(r.Topics)
	var questions [4]Question // more than a topic has
	for i := range r.Topics {
		if r.Topics[i].State != Scored {
			continue // it has as many ratings after a change, so it stays unscored
		}
		affected := r.prioritizedBy(i)
		for j, q := range r.Topics[i].Questions {
			for tally := range oneStepFrom(q.Tally) {
				copy(changed, r.Topics)
				t := &changed[i]
				*t = Topic{Topic: t.Topic, Quick: t.Quick, Questions: append(questions[:0], t.Questions...)}
				t.Questions[j] = scoreQuestion(q.Place, tally)
				t.sum()
				for _, pitfall := range affected {
					prioritize(changed, pitfall, r.Group)
				}
				c.compare(firstOf(changed))
			}
		}
	}
	slices.SortStableFunc(c.Contenders, func(i, j int) int {
		return cmp.Or(compareSteps(&r.Topics[i], &r.Topics[j]), cmp.Compare(i, j))
	})
}

// compare notes which pitfall comes first after a change, or -1.
func (c *Sensitivity) compare(first int) {
	switch {
	case first == c.First:
		return
	case first < 0:
		c.EmptiesPlan = true
	case !slices.Contains(c.Contenders, first):
		c.Contenders = append(c.Contenders, first)
	}
	c.FirstStable = false
}

// prioritizedBy returns the pitfalls whose priority a topic has a part in.
func (r *Result) prioritizedBy(topic int) []int {
	if r.Topics[topic].Kind == pitfalls.Pitfall {
		return []int{topic}
	}
	var treated []int
	for i, p := range r.Group.Catalogue.Pitfalls() {
		if slices.Contains(p.Pills, r.Topics[topic].ID) {
			treated = append(treated, i)
		}
	}
	return treated
}

// oneStepFrom returns every tally in which one rating is one step higher or lower.
func oneStepFrom(t assess.Tally) iter.Seq[assess.Tally] {
	return func(yield func(assess.Tally) bool) {
		for from, n := range t.Counts {
			for _, to := range [...]int{from - 1, from + 1} {
				if n == 0 || to < 0 || to >= len(t.Counts) {
					continue
				}
				u := t
				u.Counts[from]--
				u.Counts[to]++
				if !yield(u) {
					return
				}
			}
		}
	}
}

// firstOf returns the pitfall that a plan from these topics would start with, or -1.
func firstOf(topics []Topic) int {
	first := -1
	for i := range topics {
		if topics[i].above() && (first < 0 || compareSteps(&topics[i], &topics[first]) < 0) {
			first = i
		}
	}
	return first
}

// stability scores every resample and counts in how many of them the first three steps are among the first three.
func (r *Result) stability() []StepStability {
	g := &group.Group{Catalogue: r.Group.Catalogue, Topics: make([]group.Topic, len(r.Topics))}
	for i := range g.Topics {
		g.Topics[i].Questions = make([]assess.Tally, len(r.Group.Catalogue.Topics[i].Questions))
	}
	var steps []StepStability
	for _, step := range r.Plan.Steps[:min(len(r.Plan.Steps), firstSteps)] {
		steps = append(steps, StepStability{Pitfall: step.Pitfall})
	}
	topics := make([]Topic, len(r.Topics))
	questions := make([]Question, 0, questionCount(g))
	var first [pitfalls.PitfallCount]int
	for i := range group.ResampleCount {
		r.Group.Bootstrap.Sample(i, g)
		scoreInto(topics, questions, g)
		for pitfall := range pitfalls.PitfallCount {
			prioritize(topics, pitfall, g)
		}
		order, _ := appendOrder(first[:0], g.Catalogue, topics)
		order = order[:min(len(order), firstSteps)]
		for j := range steps {
			if slices.Contains(order, steps[j].Pitfall) {
				steps[j].Times++
			}
		}
	}
	return steps
}

// Likelihood is how likely it is, in words, that a pitfall would still be among the first three steps.
type Likelihood uint8

// The likelihoods. Their cut points, 500, 750 and 900 of 1,000, are our judgement.
const (
	Unsure Likelihood = iota
	Perhaps
	VeryProbably
	AlmostSurely
)

// Likelihood returns how likely it is in words, where the pitfall was among the first three in Times of so many resamples.
func (s StepStability) Likelihood(resamples int) Likelihood {
	switch perMille := 1000 * s.Times; {
	case perMille >= 900*resamples:
		return AlmostSurely
	case perMille >= 750*resamples:
		return VeryProbably
	case perMille >= 500*resamples:
		return Perhaps
	default:
		return Unsure
	}
}
