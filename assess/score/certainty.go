package score

import (
	"cmp"
	"iter"
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Certainty says how sure the order of the plan is.
type Certainty struct {
	// First is the index of the pitfall of the first step, or -1 where the plan has no step; then nothing else is set.
	First int
	// FirstStays reports whether it would stay first had any one person rated any one question one step higher or lower.
	FirstStays bool
	// Rivals holds the pitfalls that one such change would put first, in the order of their priority now.
	Rivals []int
	// Emptied reports whether one such change would leave no step in the plan.
	Emptied bool
	// Resamples is how many resamples of the respondents were scored: 1,000, or 0 where there are none, or fewer than
	// five respondents.
	Resamples int
	// Stays says of each of the first three steps how sure its place among them is. It is nil where Resamples is 0.
	Stays []Stay
}

// Stay says how sure it is that a pitfall is among the first three steps.
type Stay struct {
	// Pitfall is the index of the pitfall.
	Pitfall int
	// Times is in how many of the resamples it is among the first three, 0 to Certainty.Resamples.
	Times int
}

const (
	// firstSteps is how many steps are looked at in resamples, whatever the limit of the plan.
	firstSteps = 3
	// minResampled is how many respondents it takes for resamples to mean anything.
	minResampled = 5
)

// Certainty computes how sure the order of the plan is. It scores the answers again for every change of one rating by
// one step, some hundred times, and for every resample of the group.
func (r *Result) Certainty() Certainty {
	switch {
	case r.certainty != nil:
		return *r.certainty
	case len(r.Plan.Steps) == 0:
		return Certainty{First: -1}
	}
	c := Certainty{First: r.Plan.Steps[0].Pitfall}
	r.changeOneRating(&c)
	if r.Group.Resamples != nil && r.Group.Respondents >= minResampled {
		c.Resamples = group.ResampleCount
		c.Stays = r.stays()
	}
	return c
}

// changeOneRating finds out what one different rating would put first.
func (r *Result) changeOneRating(c *Certainty) {
	c.FirstStays = true
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
	slices.SortStableFunc(c.Rivals, func(i, j int) int {
		return cmp.Or(comparePriority(&r.Topics[i], &r.Topics[j]), cmp.Compare(i, j))
	})
}

// compare notes which pitfall comes first after a change, or -1.
func (c *Certainty) compare(first int) {
	switch {
	case first == c.First:
		return
	case first < 0:
		c.Emptied = true
	case !slices.Contains(c.Rivals, first):
		c.Rivals = append(c.Rivals, first)
	}
	c.FirstStays = false
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
		if topics[i].above() && (first < 0 || comparePriority(&topics[i], &topics[first]) < 0) {
			first = i
		}
	}
	return first
}

// stays scores every resample and counts in how many of them the first three steps are among the first three.
func (r *Result) stays() []Stay {
	g := &group.Group{Catalogue: r.Group.Catalogue, Topics: make([]group.Topic, len(r.Topics))}
	for i := range g.Topics {
		g.Topics[i].Questions = make([]assess.Tally, len(r.Group.Catalogue.Topics[i].Questions))
	}
	var stays []Stay
	for _, step := range r.Plan.Steps[:min(len(r.Plan.Steps), firstSteps)] {
		stays = append(stays, Stay{Pitfall: step.Pitfall})
	}
	topics := make([]Topic, len(r.Topics))
	questions := make([]Question, 0, questionCount(g))
	for i := range group.ResampleCount {
		r.Group.Resamples.Sample(i, g)
		scoreInto(topics, questions, g)
		for pitfall := range pitfalls.PitfallCount {
			prioritize(topics, pitfall, g)
		}
		for j := range stays {
			if amongFirst(topics, stays[j].Pitfall) {
				stays[j].Times++
			}
		}
	}
	return stays
}

// amongFirst reports whether a pitfall would be in one of the first three steps of a plan from these topics.
func amongFirst(topics []Topic, pitfall int) bool {
	if !topics[pitfall].above() {
		return false
	}
	before := 0
	for i := range topics {
		if topics[i].above() && cmp.Or(comparePriority(&topics[i], &topics[pitfall]), cmp.Compare(i, pitfall)) < 0 {
			before++
		}
	}
	return before < firstSteps
}
