package render

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

const arithmeticText = "A question's mean is over its ratings of 1 to 5. A topic's score is " +
	"100 × (mean − 1) / 4, where the mean is that of its rated questions. A priority is the exposure × " +
	"(1 − half of the share of remedies in place) × the focus."

// arithmetic adds how every score came about: the answers to each question, the mean, the exposure or strength, and
// the priority with its terms. docs/arithmetic.md explains the formulas.
func (p *report) arithmetic() {
	p.section("HOW THIS WAS COUNTED", "")
	p.paragraph(2, p.theme.muted, arithmeticText)
	for i := range p.result.Topics {
		t := p.topic(i)
		p.blank()
		p.paragraph(2, p.theme.strong, t.Title)
		p.item(4, "", 0, p.derivation(t))
		if t.Kind == pitfalls.Pitfall && t.State == score.Scored {
			p.item(4, "", 0, "priority "+t.Arithmetic())
		}
		for _, q := range t.Questions {
			statement := assess.Statement(p.result.Group.Catalogue, q.Place)
			p.itemLines(4, "", 0, p.withTail(statement, p.votes(t, q), p.width-4))
		}
	}
}

// derivation returns the formula of a topic's score with its numbers.
func (p *report) derivation(t *score.Topic) string {
	if t.State != score.Scored {
		return unscored(t)
	}
	name := "exposure"
	if t.Kind == pitfalls.Pill {
		name = "strength"
	}
	sum, scored := 0.0, 0
	for _, q := range t.Questions {
		if q.Ratings() > 0 {
			sum += q.Mean
			scored++
		}
	}
	return fmt.Sprintf("%s %s = 100 × (%s − 1) / 4, %s", name, t.Shown(), trimmed(sum/float64(scored)), t.Band)
}

// votes returns what was answered to a question: the answer of one respondent, the counts of several.
func (p *report) votes(t *score.Topic, q score.Question) string {
	if p.result.Group.Respondents == 1 && !p.result.Confidential {
		if q.Tally.IsZero() {
			return "open"
		}
		rating := q.Tally.Rating()
		label := rating.Label(p.result.Group.Catalogue.Scale(t.Kind))
		if rating.Scored() {
			return rating.String() + " " + label
		}
		return label
	}
	return tally(q)
}

// trimmed returns a mean with at most four decimals and no trailing zeros.
func trimmed(mean float64) string {
	return strings.TrimRight(strings.TrimRight(strconv.FormatFloat(mean, 'f', 4, 64), "0"), ".")
}
