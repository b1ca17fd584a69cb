package report

import (
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// arithmetic says how every score came about: the score and the priority with their terms, and the answers to each
// question. docs/arithmetic.md explains the formulas.
func (b *result) arithmetic() []doc.Block {
	if !b.Explain {
		return nil
	}
	blocks := []doc.Block{section(b.say.howCounted(), ""), small(b.say.formulas())}
	if b.Confidential {
		return append(blocks[:1], b.shownFigures()...)
	}
	if draws := b.draws(); !draws.Empty() {
		blocks = append(blocks, small(draws))
	}
	for i := range b.Topics {
		t := &b.Topics[i]
		texts := []doc.Text{b.derivation(t)}
		if t.Kind == pitfalls.Pitfall && t.State == score.Scored {
			texts = append(texts, b.say.priority(t.PriorityTerms()))
		}
		list := items(texts)
		for _, q := range t.Questions {
			list.Items = append(list.Items, doc.Item{
				Text: doc.Words(assess.Statement(b.Group.Catalogue, q.Place)), Tail: []doc.Text{b.votes(t, q)},
			})
		}
		blocks = append(blocks, doc.Section{Level: 2, Name: doc.Words(t.Label)}, list)
	}
	return blocks
}

// derivation returns the formula of a topic's score with its numbers.
func (b *result) derivation(t *score.Topic) doc.Text {
	if t.State != score.Scored {
		return doc.Words(b.say.unscored(t))
	}
	sum, scored := 0.0, 0
	for _, q := range t.Questions {
		if q.Ratings() > 0 {
			sum += q.Mean
			scored++
		}
	}
	return b.say.derivation(t, mean(sum/float64(scored)))
}

// votes returns what was answered to a question: the answer of one respondent, the counts of several.
func (b *result) votes(t *score.Topic, q score.Question) doc.Text {
	if b.Group.Respondents == 1 {
		rating := q.Tally.Rating()
		return b.say.rating(rating, rating.Label(b.Group.Catalogue.Scale(t.Kind)))
	}
	return b.say.counts(q, mean(q.Mean))
}

// mean returns a mean with at most four decimals and no trailing zeros.
func mean(m float64) string {
	return strings.TrimRight(strings.TrimRight(strconv.FormatFloat(m, 'f', 4, 64), "0"), ".")
}
