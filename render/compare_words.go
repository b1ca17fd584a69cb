package render

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// changeWords puts the changes of a comparison into words. Topics are named by their index.
type changeWords struct{ *score.Comparison }

func (c changeWords) title(i int) string { return c.After.Topics[i].Title }

// values returns both values, such as "exposure 75 → 25".
func (c changeWords) values(i int) string {
	return measure(c.After.Topics[i].Kind) + " " + c.fromTo(i)
}

// fromTo returns both values, or the one value where they read the same.
func (c changeWords) fromTo(i int) string {
	before, after := c.Before.Topics[i].Shown(), c.After.Topics[i].Shown()
	if before == after {
		return before
	}
	return before + " → " + after
}

// points returns the change, such as "50 lower". It is the difference of the values as they are shown, so that a reader
// finds it right.
func (c changeWords) points(i int) string {
	before, _ := strconv.ParseFloat(c.Before.Topics[i].Shown(), 64)
	after, _ := strconv.ParseFloat(c.After.Topics[i].Shown(), 64)
	points := math.Round((after-before)*1e6) / 1e6
	text := strconv.FormatFloat(math.Abs(points), 'f', -1, 64)
	switch {
	case points < 0:
		return text + " lower"
	case points > 0:
		return text + " higher"
	default:
		return "the same"
	}
}

// answered returns how many answered on both sides.
func (c changeWords) answered(i int) string {
	before, after := coverage(c.Before, &c.Before.Topics[i]), coverage(c.After, &c.After.Topics[i])
	if before == after {
		return before
	}
	return before + " → " + after
}

// verdict returns everything about one topic in one sentence.
func (c changeWords) verdict(i int) string {
	if c.Topics[i].Verdict == score.NotCompared {
		return c.Topics[i].Verdict.String() + ", " + c.reason(i)
	}
	text := c.Topics[i].Verdict.String()
	if c.Topics[i].TooFew {
		text = tooFew
	}
	text += ", " + c.values(i)
	if points := c.points(i); points != "the same" {
		text += ", " + points
	}
	return text + " (answered: " + c.answered(i) + ")"
}

// steady lists the steady topics of a kind with their values: those that are, or those of which too few answers say so.
func (c changeWords) steady(kind pitfalls.Kind, few bool) string {
	var parts []string
	for _, i := range c.Steady {
		if c.After.Topics[i].Kind == kind && c.Topics[i].TooFew == few {
			parts = append(parts, c.title(i)+" "+c.fromTo(i))
		}
	}
	return strings.Join(parts, ", ")
}

// reasons returns why topics are not compared, each reason once, with the topics that it holds for.
func (c changeWords) reasons() []reason {
	var reasons []reason
	for _, i := range c.NotCompared {
		reasons = addReason(reasons, c.reason(i), c.title(i))
	}
	return reasons
}

// addReason adds that a text holds for a topic.
func addReason(reasons []reason, text, title string) []reason {
	n := slices.IndexFunc(reasons, func(r reason) bool { return r.text == text })
	if n < 0 {
		n = len(reasons)
		reasons = append(reasons, reason{text: text})
	}
	reasons[n].titles = append(reasons[n].titles, title)
	return reasons
}

// reason is a text that holds for some topics, such as why they are not compared.
type reason struct {
	text   string
	titles []string
}

// reason says why there is no comparison.
func (c changeWords) reason(i int) string {
	before, after := &c.Before.Topics[i], &c.After.Topics[i]
	switch c.Topics[i].Reason {
	case score.NotScoredBefore:
		return unscored(before) + " before, " + at(after) + " after"
	case score.NotScoredAfter:
		return at(before) + " before, " + unscored(after) + " after"
	case score.NeverScored:
		if unscored(before) == unscored(after) {
			return unscored(before) + " either time"
		}
		return unscored(before) + " before, " + unscored(after) + " after"
	case score.QuickBefore:
		return "answered as a whole before and statement by statement after"
	default:
		return "answered statement by statement before and as a whole after"
	}
}

func measure(k pitfalls.Kind) string {
	if k == pitfalls.Pill {
		return "strength"
	}
	return "exposure"
}

// comparedHeading names the coalition that both results agree on.
func comparedHeading(c *score.Comparison) string {
	before, after := clean(c.Before.Group.Coalition), clean(c.After.Group.Coalition)
	switch {
	case c.CoalitionsDiffer || c.Before.Group.CoalitionsDiffer || c.After.Group.CoalitionsDiffer:
		return "Several coalitions"
	case after == "" && before == "":
		return heading(c.After)
	case after == "":
		return before
	default:
		return after
	}
}

// sideText says when and by how many one of the results was given.
func sideText(r *score.Result) string {
	date := day(r.Group.Date)
	if date == "" {
		date = "without a date"
	}
	return date + ", " + respondents(r)
}

// comparisonCaveats returns what a reader has to know about a comparison before reading on.
func comparisonCaveats(c *score.Comparison) []string {
	var texts []string
	if c.CoalitionsDiffer {
		texts = append(texts, fmt.Sprintf("These are two coalitions: %s before, %s after.",
			clean(c.Before.Group.Coalition), clean(c.After.Group.Coalition)))
	}
	for _, s := range []struct {
		when string
		r    *score.Result
	}{{"before", c.Before}, {"after", c.After}} {
		if s.r.Group.CoalitionsDiffer {
			texts = append(texts, "The files "+s.when+" name different coalitions.")
		}
	}
	if c.CataloguesDiffer {
		texts = append(texts, fmt.Sprintf("The statements changed in between: edition %d before, edition %d after.",
			c.Before.Group.Catalogue.Version, c.After.Group.Catalogue.Version))
	}
	if c.Before.Confidential || c.After.Confidential {
		texts = append(texts, confidential)
	}
	return texts
}

const tooFew = "too few answers to say"

// steadyHeadings are the headings over the steady topics: of those that are, and of those of which too few answers say so.
var steadyHeadings = []struct {
	title string
	few   bool
}{{"Steady", false}, {upperFirst(tooFew), true}}

const firstSteps = "The first steps of the earlier plan"

// noFirstStep says why the earlier plan has no steps.
func (c changeWords) noFirstStep() string {
	if scoredPitfalls(c.Before) == 0 {
		return "None: the earlier answers made no plan."
	}
	return "None: no pitfall was pressing or on watch."
}

// nothingMoved says that no topic got better or worse, as far as there are enough answers to say so.
func (c changeWords) nothingMoved() (title, text string) {
	few := 0
	for _, i := range c.Steady {
		if c.Topics[i].TooFew {
			few++
		}
	}
	if few > 0 {
		return "No sure change", "Of " + count(few, "topic") + " there are too few answers to say whether they got better or worse."
	}
	return "Nothing moved", "No topic got better or worse; see below for what is steady."
}

// nothingCompared reports whether no topic has a score on both sides.
func (c changeWords) nothingCompared() bool { return len(c.NotCompared) == len(c.Topics) }

// judged says what it takes for a topic to be better or worse.
func judged(c *score.Comparison) string {
	text := "Better and worse mean half a point of five or more"
	if c.Before.Group.Respondents > 1 || c.After.Group.Respondents > 1 {
		text += ", and more than any one person's answers can move"
	}
	return text + "; a smaller change is steady."
}
