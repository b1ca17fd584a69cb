package report

import (
	"strconv"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// Questions returns every statement of a questionnaire, numbered in the order in which they are asked. On paper there are
// columns to answer them in.
func Questions(c *pitfalls.Catalogue, d assess.Depth, reader Reader) *doc.Document {
	var say sentences = english{}
	out := &doc.Document{Lang: say.lang(), Name: doc.Words(say.allQuestions(d))}
	questionnaire := assess.Questionnaire{Catalogue: c, Depth: d}
	number := 1
	for _, h := range halves(c) {
		s := c.Scale(h.kind)
		out.Blocks = append(out.Blocks, section(say.half(h.kind), ""), doc.Paragraph{Text: doc.Words(s.Before)}, small(scale(say, s)))
		var help []doc.Text
		for _, text := range s.Help {
			help = append(help, doc.Words(text))
		}
		out.Blocks = append(out.Blocks, items(help))
		var statements []string
		for t := h.first; t < h.first+h.count; t++ {
			if d == assess.Full {
				out.Blocks = append(out.Blocks, doc.Section{Level: 2, Name: doc.Words(c.Topics[t].Label)})
				statements = nil
			}
			for _, place := range questionnaire.Topic(t) {
				statements = append(statements, questionnaire.Statement(place))
			}
			if d == assess.Full || t == h.first+h.count-1 {
				out.Blocks = append(out.Blocks, statementList(say, number, statements, reader))
				number += len(statements)
			}
		}
	}
	last := say.answerThem()
	if reader == OnPaper {
		last = say.disclaimer()
	}
	out.Blocks = append(out.Blocks, small(last))
	return out
}

// statementList returns numbered statements, on paper with columns for the answers.
func statementList(say sentences, from int, statements []string, reader Reader) doc.Block {
	if reader != OnPaper {
		l := doc.List{From: from}
		for _, s := range statements {
			l.Items = append(l.Items, doc.Item{Text: doc.Words(s)})
		}
		return l
	}
	t := doc.Table{Group: "statements", Columns: []doc.Column{{Right: true}, {Head: doc.Words(say.statement())}}}
	for rating := assess.Rating(1); rating <= 5; rating++ {
		t.Columns = append(t.Columns, doc.Column{Head: doc.Words(rating.String())})
	}
	t.Columns = append(t.Columns, doc.Column{Head: doc.Words(say.dontKnow())}, doc.Column{Head: doc.Words(say.notApplicable())})
	for i, s := range statements {
		t.Rows = append(t.Rows, []doc.Text{doc.Words(strconv.Itoa(from + i)), doc.Words(s)})
	}
	return t
}

// half is the pitfalls or the pills, which have a scale each.
type half struct {
	kind         pitfalls.Kind
	first, count int
}

func halves(c *pitfalls.Catalogue) []half {
	return []half{
		{pitfalls.Pitfall, 0, len(c.Pitfalls())},
		{pitfalls.Pill, len(c.Pitfalls()), len(c.Pills())},
	}
}

// scale returns the question above the statements and, in a line of its own, the words for the ratings.
func scale(say sentences, s *pitfalls.Scale) doc.Text {
	return append(append(doc.Words(s.Asks), doc.NewLine), say.ratings(s.Labels[:])...)
}
