package score

import (
	"cmp"
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// MaxTalks is how many topics there are to talk about at most. An hour has time for no more.
const MaxTalks = 5

// Talk is one topic to talk about.
type Talk struct {
	// Topic is the index of a pitfall or pill.
	Topic int
	Why   Why
	// Minutes is the suggested time, or 0 where there is none.
	Minutes int
}

// Why is the reason to talk about a topic.
type Why uint8

// The reasons. A topic that has two of them has WhyDots, or else the first.
const (
	// WhySplit means that some rate it low and some high.
	WhySplit Why = iota
	// WhySides means that leaders and staff see it differently from members and partners.
	WhySides
	// WhyStep means that the plan starts with it now, and that nothing divides people about it.
	WhyStep
	// WhyDots means that the room gave dots to the pitfall, and more than to most others.
	WhyDots
)

// String returns "split", "seen-differently", "first-step" or "dots".
func (w Why) String() string {
	return [...]string{"split", "seen-differently", "first-step", "dots"}[w]
}

// MaxDotted is how many topics a talk begins with because of their dots. A person has as many.
const MaxDotted = assess.MaxFocus

// strongCamps is how strong camps are at least that a talk begins with: a third of all are on the smaller side. It is our
// judgement.
const strongCamps = 200.0 / 3

// Talks returns what to talk about, in order and without minutes, at most MaxTalks topics. The pitfalls to which the room gave the
// most dots come first, at most MaxDotted of them; those with as many dots stand in the order of the plan, and then in that of the
// catalogue. Behind them, what divides people and what the plan starts with take turns, so that neither buries the other:
//
//	what divides: strong splits, the strongest camps first; then what the sides see differently, the largest distance first
//	what the plan starts with now, and nothing divides people about, in its order
//
// Mild splits come after all these, first those of the plan. A strong split begins; where there is none, the plan does. Where people
// are divided about the first step of the plan, even mildly, that step is the first of what divides them, and begins. So the first
// step that nothing divides people about is first or second, where there are no dots.
//
// A confidential result knows no camps. All its splits are strong: five people or more are on each side of one.
func (r *Result) Talks() []Talk {
	talks := r.dotted()
	for _, t := range r.undotted() {
		if !slices.ContainsFunc(talks, func(d Talk) bool { return d.Topic == t.Topic }) {
			talks = append(talks, t)
		}
	}
	return talks[:min(len(talks), MaxTalks)]
}

// WithDots returns the result with the dots that a room gave to pitfalls, by their index, when it looked at it. They change what to
// talk about, and neither priorities nor the plan. Where the room gave none, those of its answers stay.
func (r *Result) WithDots(of func(pitfall int) int) *Result {
	var dots [pitfalls.PitfallCount]int
	for i := range dots {
		dots[i] = of(i)
	}
	with := *r
	if slices.Max(dots[:]) > 0 {
		with.Dots = dots
	}
	return &with
}

// dotted returns the pitfalls with the most dots.
func (r *Result) dotted() []Talk {
	var talks []Talk
	add := func(pitfall int) {
		t := Talk{Topic: pitfall, Why: WhyDots}
		if r.Dots[pitfall] > 0 && !slices.Contains(talks, t) {
			talks = append(talks, t)
		}
	}
	for _, s := range r.Plan.Steps {
		add(s.Pitfall)
	}
	for i := range r.Dots {
		add(i)
	}
	slices.SortStableFunc(talks, func(a, b Talk) int { return cmp.Compare(r.Dots[b.Topic], r.Dots[a.Topic]) })
	return talks[:min(len(talks), MaxDotted)]
}

// undotted returns what to talk about where there are no dots.
func (r *Result) undotted() []Talk {
	dividing, mild := r.dividing()
	var steps []Talk
	for _, s := range r.Plan.Now() {
		t := Talk{Topic: s.Pitfall, Why: r.Divides(s.Pitfall)}
		switch {
		case t.Why == WhyStep:
			steps = append(steps, t)
		case s.Rank == 1:
			dividing, mild = slices.Insert(without(dividing, t), 0, t), without(mild, t)
		}
	}
	first, second := steps, dividing
	if len(dividing) > 0 && (dividing[0].Why == WhySplit || r.isFirstStep(dividing[0].Topic)) {
		first, second = dividing, steps
	}
	var talks []Talk
	for len(first)+len(second) > 0 {
		if len(first) > 0 {
			talks, first = append(talks, first[0]), first[1:]
		}
		first, second = second, first
	}
	return append(talks, mild...)
}

func without(talks []Talk, one Talk) []Talk {
	return slices.DeleteFunc(talks, func(t Talk) bool { return t == one })
}

// Splits returns the topics that are split: the strongest camps first, then pitfalls before pills, then by urgency.
func (r *Result) Splits() []int {
	var split []int
	for i := range r.Topics {
		if r.Topics[i].Split {
			split = append(split, i)
		}
	}
	slices.SortStableFunc(split, func(i, j int) int {
		a, b := &r.Topics[i], &r.Topics[j]
		return cmp.Or(
			cmp.Compare(round(b.Camps), round(a.Camps)),
			cmp.Compare(a.Kind, b.Kind),
			cmp.Compare(round(b.Priority), round(a.Priority)),
			cmp.Compare(round(a.Value), round(b.Value)),
		)
	})
	return split
}

// dividing returns what divides people: strong splits and what the sides see differently; and apart from these mild splits,
// those of steps that start now first.
func (r *Result) dividing() (strong, mild []Talk) {
	var others []Talk
	for _, i := range r.Splits() {
		t := Talk{Topic: i, Why: WhySplit}
		switch {
		case r.Confidential || round(r.Topics[i].Camps) >= round(strongCamps):
			strong = append(strong, t)
		case slices.ContainsFunc(r.Plan.Now(), func(s Step) bool { return s.Pitfall == i }):
			mild = append(mild, t)
		default:
			others = append(others, t)
		}
	}
	for _, s := range r.SeenDifferently {
		if !r.Topics[s.Topic].Split {
			strong = append(strong, Talk{Topic: s.Topic, Why: WhySides})
		}
	}
	return strong, append(mild, others...)
}

// Divides returns the reason to talk about a topic as if it had no dots: WhySplit or WhySides where it divides people, else WhyStep.
func (r *Result) Divides(topic int) Why {
	switch {
	case r.Topics[topic].Split:
		return WhySplit
	case slices.ContainsFunc(r.SeenDifferently, func(s SideDifference) bool { return s.Topic == topic }):
		return WhySides
	default:
		return WhyStep
	}
}

// isFirstStep reports whether the plan begins with a topic.
func (r *Result) isFirstStep(topic int) bool {
	return len(r.Plan.Steps) > 0 && r.Plan.Steps[0].Pitfall == topic
}
