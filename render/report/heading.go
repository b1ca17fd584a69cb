package report

import (
	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

// heading says who answered and what to do about it, and what a reader has to know before reading on.
func (b *result) heading() []doc.Block {
	n, roles := b.rated(), b.Group.Roles
	if b.littleKnown() { // which says it
		n.dontKnow = 0
	}
	who := b.say.oneAnswered(n, roles.Members+roles.Partners > 0)
	if !b.Group.OnePerson() {
		who = b.say.severalAnswered(b.Group.Respondents, b.Caution(score.WhoAnswered))
	}
	blocks := []doc.Block{doc.Paragraph{Role: doc.Small, Text: who}}
	warn := func(t doc.Text) { blocks = append(blocks, doc.Paragraph{Role: doc.Warning, Text: t}) }
	if b.Group.CoalitionsDiffer {
		warn(b.say.coalitionsDiffer())
	}
	if b.Confidential {
		warn(b.say.confidential())
	}
	for i := range b.Cautions {
		switch c := &b.Cautions[i]; c.Kind {
		case score.OnePerson, score.WhoAnswered: // that is said
		default:
			warn(b.caution(c))
		}
	}
	return blocks
}

// caution says what to be careful with in the answers.
func (b *result) caution(c *score.Caution) doc.Text {
	switch c.Kind {
	case score.Flat:
		return b.say.flat(c.Rating, c.Count, c.Of)
	case score.OneWay:
		return b.say.oneWay(c.Sum > 0)
	case score.Clashing:
		first := c.Clashes[0]
		return b.say.lookAgain(b.labelOf(first.Practice), b.labelOf(first.Sign), first.Ask)
	case score.LittleKnown:
		return b.say.littleKnown(c.DontKnow, c.Of)
	default:
		return b.say.filesAlike(c.Files, b.Group.Files)
	}
}

// labelOf returns the label of the topic of a question, which is named as in "risk.way-out".
func (b *result) labelOf(question string) string {
	topic, _, _ := b.Group.Catalogue.Place(question)
	return b.Topics[topic].Label
}

// quotedStatement is a statement with the words that one person chose for it.
type quotedStatement struct{ text, label string }

// quoted returns a statement, named as in "risk.way-out", with the answer of one person to it.
func (b *result) quoted(question string) quotedStatement {
	c := b.Group.Catalogue
	topic, i, _ := c.Place(question)
	t := &b.Topics[topic]
	return quotedStatement{t.Topic.Questions[i].Text, t.Questions[i].Tally.Rating().Label(c.Scale(t.Kind))}
}

// answers counts the questions that were asked, those that somebody rated, and those that one person does not know.
type answers struct{ asked, rated, dontKnow int }

// rated counts the questions by how they were answered. A quick run asks one statement of a topic, and so a topic that it
// left open counts as one here.
func (b *result) rated() answers {
	var n answers
	for i := range b.Topics {
		questions := b.Topics[i].Questions
		if b.Depth == assess.Quick && !b.Topics[i].Quick {
			questions = questions[:1]
		}
		for _, q := range questions {
			n.asked++
			switch {
			case q.Rated():
				n.rated++
			case q.Tally.DontKnow > 0:
				n.dontKnow++
			}
		}
	}
	return n
}
