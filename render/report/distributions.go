package report

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// distributions returns how many of several people gave each answer, in the topics to begin with and in those that are split. A
// confidential report has what it shows of that.
func (b *result) distributions() []doc.Block {
	if b.Group.Respondents == 1 {
		return nil
	}
	topics := b.Splits()
	for _, s := range b.Plan.Now() {
		if !slices.Contains(topics, s.Pitfall) {
			topics = append(topics, s.Pitfall)
		}
	}
	slices.Sort(topics)
	if b.Confidential {
		return b.shownDistributions(topics)
	}
	var blocks []doc.Block
	for _, kind := range kinds {
		scale := b.Group.Catalogue.Scale(kind)
		tally := tallyOf(kind, scale.Labels[:])
		tally.Label = doc.Words(b.say.statement())
		for _, i := range topics {
			if t := &b.Topics[i]; t.Kind == kind {
				tally.Rows = append(tally.Rows, b.counts(t)...)
			}
		}
		if len(tally.Rows) > 0 {
			blocks = append(blocks, doc.Section{Level: 2, Name: doc.Words(b.say.half(kind))}, tally)
		}
	}
	if blocks == nil {
		return nil
	}
	return append([]doc.Block{section(b.say.howYouAnswered(), b.say.answersRemark())}, blocks...)
}

// counts returns how many gave each answer to the statements of a topic that anybody rated.
func (b *result) counts(t *score.Topic) []doc.Counts {
	var rows []doc.Counts
	for _, q := range t.Questions {
		if q.Ratings() > 0 {
			rows = append(rows, doc.Counts{Label: doc.Words(assess.Statement(b.Group.Catalogue, q.Place)), N: q.Tally.Counts[:]})
		}
	}
	return rows
}

// tallyOf returns a tally without rows. High ratings are bad for a pitfall and good for a pill.
func tallyOf(kind pitfalls.Kind, labels []string) doc.Tally {
	low, high := doc.Good, doc.Bad
	if kind == pitfalls.Pill {
		low, high = doc.Bad, doc.Good
	}
	var t doc.Tally
	for i, label := range labels {
		a := doc.Answer{Label: doc.Words(label)}
		switch middle := len(labels) / 2; {
		case i < middle:
			a.Tone = low
		case i > middle:
			a.Tone = high
		}
		t.Scale = append(t.Scale, a)
	}
	return t
}
