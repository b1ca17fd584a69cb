package score

import (
	"cmp"
	"slices"

	"github.com/coalcheck/coalcheck/assess/group"
)

// Comparison is what changed between two results.
type Comparison struct {
	Before, After *Result
	// Topics holds the change of each topic of the catalogue, by the topic's index.
	Topics []Change
	// Better and Worse hold the topics that got so, the largest improvement or decline first; Steady and NotCompared
	// the others. Ties, Steady and NotCompared are in catalogue order.
	Better, Worse, Steady, NotCompared []int
	// First holds the pitfalls that the plan of the first result asked to start with, in its order.
	First []int
	// NewSplits holds the topics whose answers are far apart after and were not before, EndedSplits those whose answers
	// were far apart before and are no more; both in catalogue order.
	NewSplits, EndedSplits []int
	// CoalitionsDiffer reports whether the two results name different coalitions, CataloguesDiffer whether their answers
	// are to different editions of the catalogue, LanguagesDiffer whether they were not asked in the same languages.
	CoalitionsDiffer, CataloguesDiffer, LanguagesDiffer bool
}

// Change is what changed about one topic.
type Change struct {
	Verdict Verdict
	// Reason says why there is no comparison. It is NoReason unless Verdict is NotCompared.
	Reason Reason
	// Before and After are exposure or strength on the two sides, 0 to 100; 0 where the topic is not scored.
	Before, After float64
	// Points is After − Before, -100 to 100. Of a pitfall a lower value is better, of a pill a higher one. It is 0
	// unless there is a comparison.
	Points float64
	// Rule says what the verdict comes from. It is NoRule unless there is a comparison.
	Rule Rule
	// Steps is, by the rule BySteps, by how many steps of the scale the answers moved, all questions that were rated on both
	// sides together: above 0 to higher ratings. It is 0 by the other rule.
	Steps int
	// Moved is, by the rules ByVariance and ByTens, by how much the mean moved, -4 to 4, and Noise how much it would move by
	// chance in most cases: 2·√(v₁/n₁ + v₂/n₂). Both are 0 by the other rule.
	Moved, Noise float64
	// Chance reports whether a steady topic moved far enough for a verdict, and only Noise keeps it from one.
	Chance bool
}

// Rule is how a change is told from none.
type Rule uint8

// The rules.
const (
	NoRule Rule = iota
	// BySteps counts the steps by which one person's answers moved.
	BySteps
	// ByVariance holds the change of a mean of several people against how much their ratings vary.
	ByVariance
	// ByTens holds the change of a score that is shown in tens against how much ratings usually vary, because a confidential
	// result does not tell how much they do.
	ByTens
)

// String returns the rule as JSON spells it, such as "steps", or "" for NoRule.
func (r Rule) String() string { return [...]string{"", "steps", "variance", "tens"}[r] }

// Verdict is the direction of a change.
type Verdict uint8

// The verdicts.
const (
	Steady Verdict = iota
	Better
	Worse
	NotCompared
)

// String returns the verdict as JSON spells it, such as "not_compared".
func (v Verdict) String() string {
	return [...]string{"steady", "better", "worse", "not_compared"}[v]
}

// Reason is why two results of a topic are not compared.
type Reason uint8

// The reasons.
const (
	NoReason Reason = iota
	// NotScoredBefore, NotScoredAfter and NeverScored mean that the topic has no score then.
	NotScoredBefore
	NotScoredAfter
	NeverScored
	// QuickBefore means that the topic was answered by its overall statement before and question by question after,
	// QuickAfter the reverse.
	QuickBefore
	QuickAfter
	// OneBefore means that one person answered before and several people after, OneAfter the reverse.
	OneBefore
	OneAfter
	// NothingShared means that no question was rated on both sides.
	NothingShared
	// TooFewRatings means that fewer than three rated one of the questions, on one side or both.
	TooFewRatings
)

// String returns the reason as JSON spells it, such as "not_scored_before", or "" for NoReason.
func (r Reason) String() string {
	return [...]string{
		"", "not_scored_before", "not_scored_after",
		"never_scored", "quick_before", "quick_after", "one_before", "one_after",
		"nothing_shared", "too_few_ratings",
	}[r]
}

// Compare finds what changed from one result to another of the same coalition.
func Compare(before, after *Result) *Comparison {
	c := &Comparison{
		Before:           before,
		After:            after,
		Topics:           make([]Change, len(before.Topics)),
		CataloguesDiffer: before.Group.Catalogue.Version != after.Group.Catalogue.Version,
	}
	first, second := before.Group.Coalition, after.Group.Coalition
	c.CoalitionsDiffer = first != "" && second != "" && first != second
	c.LanguagesDiffer = languagesDiffer(before.Group.Languages, after.Group.Languages)
	lists := [...]*[]int{Steady: &c.Steady, Better: &c.Better, Worse: &c.Worse, NotCompared: &c.NotCompared}
	rule := changeRule{oneBefore: before.Group.OnePerson(), oneAfter: after.Group.OnePerson()}
	if before.Confidential || after.Confidential {
		rule.inTens, rule.squaredNoise = true, assumedNoise(before.Group.Respondents, after.Group.Respondents)
	}
	for i := range c.Topics {
		a, b := &before.Topics[i], &after.Topics[i]
		c.Topics[i] = rule.change(a, b)
		list := lists[c.Topics[i].Verdict]
		*list = append(*list, i)
		if b.Split && !a.Split {
			c.NewSplits = append(c.NewSplits, i)
		}
		if a.Split && !b.Split {
			c.EndedSplits = append(c.EndedSplits, i)
		}
	}
	c.largestFirst(c.Better)
	c.largestFirst(c.Worse)
	for _, step := range before.Plan.Steps {
		if step.When == Now {
			c.First = append(c.First, step.Pitfall)
		}
	}
	return c
}

func (c *Comparison) largestFirst(topics []int) {
	slices.SortStableFunc(topics, func(i, j int) int {
		return cmp.Compare(round(c.Topics[j].size()), round(c.Topics[i].size()))
	})
}

// size returns by how many points the topic moved, whichever way.
func (c Change) size() float64 { return max(c.Points, -c.Points) }

// languagesDiffer reports whether two groups were asked in different languages. A group without any does not tell.
func languagesDiffer(before, after []group.Language) bool {
	return len(before) > 0 && len(after) > 0 &&
		!slices.EqualFunc(before, after, func(a, b group.Language) bool { return a.Tag == b.Tag })
}
