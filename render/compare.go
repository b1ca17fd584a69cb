package render

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Comparison writes what changed between two results as terminal text, with no line wider than the width.
func Comparison(w io.Writer, c *score.Comparison, o Options) error {
	p := &comparison{page: newPage(o), change: changeWords{c}}
	p.header()
	p.moved("BETTER", c.Better)
	p.moved("WORSE", c.Worse)
	if len(c.Better)+len(c.Worse) == 0 {
		p.section("NOTHING MOVED", "")
		p.paragraph(2, p.theme.strong, nothingMoved(c))
	}
	p.firstPlan()
	p.titles("NEWLY SPLIT", "the answers lie far apart now: talk about these first", c.NewSplits)
	p.titles("NO LONGER SPLIT", "the answers have come together", c.EndedSplits)
	p.steady()
	p.notCompared()
	p.blank()
	p.paragraph(0, p.theme.muted, judged(c)+" "+disclaimer)
	return p.writeTo(w)
}

// comparison is the terminal report of what changed.
type comparison struct {
	*page
	change changeWords
}

func (p *comparison) header() {
	p.spread(p.theme.title.Render(comparedHeading(p.change.Comparison)), p.theme.muted.Render("what changed"))
	p.item(0, p.theme.muted.Render("Before"), 8, sideText(p.change.Before))
	p.item(0, p.theme.muted.Render("After"), 8, sideText(p.change.After))
	for _, text := range comparisonCaveats(p.change.Comparison) {
		p.paragraph(0, p.theme.strong, text)
	}
}

// moved adds topics with both values, the change and how many answered.
func (p *comparison) moved(heading string, topics []int) {
	if len(topics) == 0 {
		return
	}
	p.blank()
	p.spread(p.theme.heading.Render(heading), p.theme.muted.Render("answered"))
	rows := make([][]string, len(topics))
	widths := make([]int, 4)
	for n, i := range topics {
		rows[n] = []string{p.change.title(i), p.change.values(i), p.change.points(i), p.change.answered(i)}
		for k, text := range rows[n] {
			widths[k] = max(widths[k], lipgloss.Width(text))
		}
	}
	const gap = 2
	room := p.width - gap - widths[1] - gap - widths[2] - gap - widths[3] - gap
	if room < minName {
		for _, row := range rows {
			p.item(2, "", 0, row[0])
			p.itemLines(4, "", 0, p.withTail(row[1]+", "+row[2], row[3], p.width-4))
		}
		return
	}
	for _, row := range rows {
		lines := p.wrap(row[0], room)
		p.line("  ", pad(lines[0], room), "  ", pad(row[1], widths[1]), "  ", pad(row[2], widths[2]), "  ",
			p.theme.muted.Render(padLeft(row[3], widths[3])))
		for _, l := range lines[1:] {
			p.line("  ", l)
		}
	}
}

// firstPlan says how the pitfalls moved that the plan of the first result asked to start with.
func (p *comparison) firstPlan() {
	p.section("WHAT THE FIRST PLAN ASKED FOR FIRST", "")
	if len(p.change.First) == 0 {
		p.item(2, "", 0, noFirstStep)
	}
	for n, i := range p.change.First {
		p.item(2, strconv.Itoa(n+1), 3, p.change.title(i)+": "+p.change.verdict(i))
	}
}

func (p *comparison) titles(heading, remark string, topics []int) {
	if len(topics) == 0 {
		return
	}
	p.section(heading, remark)
	for _, i := range topics {
		p.item(2, "", 0, p.change.title(i))
	}
}

func (p *comparison) steady() {
	if len(p.change.Steady) == 0 {
		return
	}
	p.section("STEADY", "")
	for _, kind := range []pitfalls.Kind{pitfalls.Pitfall, pitfalls.Pill} {
		if text := p.change.steady(kind); text != "" {
			p.item(2, p.theme.muted.Render(upperFirst(measure(kind))), 10, text)
		}
	}
}

func (p *comparison) notCompared() {
	if len(p.change.NotCompared) == 0 {
		return
	}
	p.section("NO COMPARISON", "")
	for _, r := range p.change.reasons() {
		p.item(2, "", 0, list(r.titles)+": "+r.text)
	}
}

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
	text := c.Topics[i].Verdict.String() + ", " + c.values(i)
	if points := c.points(i); points != "the same" {
		text += ", " + points
	}
	return text + " (answered: " + c.answered(i) + ")"
}

// steady lists the steady topics of a kind with their values.
func (c changeWords) steady(kind pitfalls.Kind) string {
	var parts []string
	for _, i := range c.Steady {
		if c.After.Topics[i].Kind == kind {
			parts = append(parts, c.title(i)+" "+c.fromTo(i))
		}
	}
	return strings.Join(parts, ", ")
}

// reasons returns why topics are not compared, each reason once, with the topics that it holds for.
func (c changeWords) reasons() []reason {
	var reasons []reason
	for _, i := range c.NotCompared {
		text := c.reason(i)
		n := slices.IndexFunc(reasons, func(r reason) bool { return r.text == text })
		if n < 0 {
			n = len(reasons)
			reasons = append(reasons, reason{text: text})
		}
		reasons[n].titles = append(reasons[n].titles, c.title(i))
	}
	return reasons
}

// reason is why some topics are not compared.
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
	return texts
}

const noFirstStep = "Nothing: no pitfall was pressing or on watch."

func nothingMoved(c *score.Comparison) string {
	if len(c.Steady) == 0 {
		return "There is nothing that can be compared."
	}
	return "No topic got better or worse; see below for what is steady."
}

// judged says what it takes for a topic to be better or worse.
func judged(c *score.Comparison) string {
	text := "Better and worse mean half a point of five or more"
	if c.Before.Group.Respondents > 1 || c.After.Group.Respondents > 1 {
		text += ", and more than any one person's answers can move"
	}
	return text + "; a smaller change is steady."
}
