package score

import (
	"cmp"
	"slices"

	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
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
	// TooFew reports whether a steady topic moved far enough for a verdict, but too few answered to say which: one side
	// is of one respondent and the other of five or more.
	TooFew bool
}

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
)

// String returns the reason as JSON spells it, such as "not_scored_before", or "" for NoReason.
func (r Reason) String() string {
	return [...]string{"", "not_scored_before", "not_scored_after", "never_scored", "quick_before", "quick_after"}[r]
}

// changeDistance is the least distance between the means of a topic, on the scale of 1 to 5, that counts as a change.
const changeDistance = one / 2

// Compare finds what changed from one result to another of the same coalition. A topic is better or worse when its mean
// moved by half a point or more and, unless both results are of one respondent, by more than any one person could have
// moved it: 4/n, with n the fewest ratings of any rated question of the topic in either result.
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
	few := min(before.Group.Respondents, after.Group.Respondents)
	many := max(before.Group.Respondents, after.Group.Respondents)
	for i := range c.Topics {
		a, b := &before.Topics[i], &after.Topics[i]
		c.Topics[i] = change(a, b, many == 1)
		c.Topics[i].TooFew = few == 1 && many >= minCellSize && c.Topics[i].Verdict == Steady && c.Topics[i].moved() >= changeDistance
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

// moved returns how far the mean of the topic moved, on the scale of 1 to 5, whichever way.
func (c Change) moved() millionths { return round(float64(c.size() / 25)) }

// languagesDiffer reports whether two groups were asked in different languages. A group without any does not tell.
func languagesDiffer(before, after []group.Language) bool {
	return len(before) > 0 && len(after) > 0 &&
		!slices.EqualFunc(before, after, func(a, b group.Language) bool { return a.Tag == b.Tag })
}

// change compares a topic on two sides. alone says that both sides are of one respondent.
func change(before, after *Topic, alone bool) Change {
	c := Change{Before: before.Value, After: after.Value, Reason: incomparable(before, after)}
	if c.Reason != NoReason {
		c.Verdict = NotCompared
		return c
	}
	c.Points = after.Value - before.Value
	moved := c.moved()
	switch {
	case moved < changeDistance:
	case !alone && moved <= oneVote(before, after):
	case (c.Points > 0) == (before.Kind == pitfalls.Pill):
		c.Verdict = Better
	default:
		c.Verdict = Worse
	}
	return c
}

// oneVote returns how far one person can move the mean of a question, where fewest rated it: from 1 to 5 is 4/n.
func oneVote(before, after *Topic) millionths {
	a, _ := before.Raters()
	b, _ := after.Raters()
	return round(4 / float64(min(a, b)))
}

// incomparable returns why a topic cannot be compared, or NoReason.
func incomparable(before, after *Topic) Reason {
	a, b := before.State == Scored, after.State == Scored
	switch {
	case !a && !b:
		return NeverScored
	case !a:
		return NotScoredBefore
	case !b:
		return NotScoredAfter
	case before.Quick && !after.Quick:
		return QuickBefore
	case after.Quick && !before.Quick:
		return QuickAfter
	default:
		return NoReason
	}
}
