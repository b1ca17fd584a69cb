package report

import (
	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

// few reports whether a confidential report shows nothing, because fewer than five people answered.
func few(r *score.Result) bool { return r.Confidential && r.Group.Respondents < score.MinShown }

// side says how one side rated a topic: in a confidential report by its band alone.
func (b *result) side(s score.SideMean) doc.Text {
	if b.Confidential {
		return b.say.sideBand(s.Band)
	}
	return b.say.sideMean(s)
}

// shownDistributions returns which parts of all rated statements low and high, where that may be shown.
func (b *result) shownDistributions(topics []int) []doc.Block {
	var list doc.List
	for _, i := range topics {
		for _, q := range b.Topics[i].Questions {
			if q.Split || q.Bars != nil {
				list.Items = append(list.Items, doc.Item{
					Text: doc.Words(assess.Statement(b.Group.Catalogue, q.Place)), Tail: []doc.Text{b.say.tens(q)},
				})
			}
		}
	}
	if list.Items == nil {
		return nil
	}
	return []doc.Block{section(b.say.howYouAnswered(), b.say.answersRemark()), list}
}

// shownFigures says what a confidential report shows of every topic and its questions.
func (b *result) shownFigures() []doc.Block {
	blocks := []doc.Block{small(b.say.inTens())}
	for i := range b.Topics {
		t := &b.Topics[i]
		value := doc.Words(b.say.unscored(t))
		if t.State == score.Scored {
			value = b.say.measured(t.Kind, b.say.outOf100(t))
		}
		list := items([]doc.Text{value})
		for _, q := range t.Questions {
			list.Items = append(list.Items, doc.Item{
				Text: doc.Words(assess.Statement(b.Group.Catalogue, q.Place)), Tail: []doc.Text{b.say.tens(q)},
			})
		}
		blocks = append(blocks, doc.Section{Level: 2, Name: doc.Words(t.Label)}, list)
	}
	return blocks
}
