package report

import (
	"slices"

	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// Topics returns the list of all topics: the id, our label, the author's title, and the one statement that stands for all.
func Topics(c *pitfalls.Catalogue, reader Reader) *doc.Document {
	var say sentences = english{}
	d := &doc.Document{Lang: say.lang(), Name: doc.Words(say.allTopics())}
	for _, h := range halves(c) {
		var facts doc.Facts
		for _, t := range c.Topics[h.first : h.first+h.count] {
			text := doc.Words(t.Label)
			if t.Title != t.Label {
				text = append(text, doc.NewLine)
				text = append(text, say.byItsAuthor(t.Title)...)
			}
			text = append(text, doc.NewLine, doc.Span{Words: t.Overall, Style: doc.Muted})
			facts = append(facts, doc.Fact{Label: doc.Styled(doc.Code, t.ID), Text: text})
		}
		d.Blocks = append(d.Blocks, section(say.half(h.kind), ""), facts)
	}
	if reader == AtPrompt {
		d.Blocks = append(d.Blocks, small(say.moreAboutOne(c.Topics[0].ID)))
	}
	return d
}

// Topic returns everything that the catalogue says about one topic: what it means, its signs or practices, how it
// connects to others, what to do, and where each of these comes from.
func Topic(c *pitfalls.Catalogue, t *pitfalls.Topic) *doc.Document {
	b := &explanation{catalogue: c, topic: t, say: english{}}
	blocks := []doc.Block{doc.Paragraph{Text: doc.Words(t.Summary)}}
	if t.Title != t.Label {
		blocks = append(blocks, small(b.say.labeled(t.Label)))
	}
	if t.Basis == pitfalls.BasisTitle {
		blocks = append(blocks, small(b.say.onlyTitle()))
	}
	blocks = slices.Concat(blocks, b.questions(), b.connections(), b.actions(), b.check())
	blocks = append(blocks, section(b.say.sources(), ""), b.cited.list(c), small(doc.JoinWith(" ", b.say.adapted(), b.say.disclaimer())))
	return &doc.Document{Lang: b.say.lang(), Kind: doc.Words(b.say.kind(t.Kind)), Name: doc.Words(t.Title), Blocks: blocks}
}

// explanation is a document about one topic.
type explanation struct {
	catalogue *pitfalls.Catalogue
	topic     *pitfalls.Topic
	say       sentences
	cited     citations
}

func (b *explanation) questions() []doc.Block {
	list := doc.List{From: 1}
	for _, q := range b.topic.Questions {
		list.Items = append(list.Items, doc.Item{Text: b.from(doc.Words(q.Text), q.Basis, q.Sources)})
	}
	return []doc.Block{
		section(b.say.questions(b.topic.Kind), ""),
		small(scale(b.say, b.catalogue.Scale(b.topic.Kind))),
		list,
		doc.Paragraph{Text: b.say.inQuickRun(b.topic.Overall)},
	}
}

// connections says what a pitfall feeds and which pills treat it, or which pitfalls a pill treats.
func (b *explanation) connections() []doc.Block {
	var feeds, connected []doc.Text
	heading := b.say.treatedBy()
	if b.topic.Kind == pitfalls.Pill {
		heading = b.say.treats()
		for _, p := range b.catalogue.Pitfalls() {
			if slices.Contains(p.Pills, b.topic.ID) {
				connected = append(connected, doc.Words(p.Label))
			}
		}
	}
	for _, l := range b.topic.LeadsTo {
		feeds = append(feeds, b.from(b.say.because(b.catalogue.Topic(l.Pitfall).Label, l.Because), l.Basis, l.Sources))
	}
	for _, id := range b.topic.Pills {
		connected = append(connected, doc.Words(b.catalogue.Topic(id).Label))
	}
	var blocks []doc.Block
	if len(feeds) > 0 {
		blocks = append(blocks, section(b.say.feeds(), ""), items(feeds))
	}
	return append(blocks, section(heading, ""), items(connected))
}

func (b *explanation) actions() []doc.Block {
	list := doc.List{From: 1}
	for _, a := range b.topic.Actions {
		from := b.say.ourStep()
		if a.How != pitfalls.HowOurs {
			from = b.say.cited(b.cited.cite(a.Sources), a.How == pitfalls.HowAdapted)
		}
		list.Items = append(list.Items, doc.Item{
			Text: doc.Join(doc.Words(a.Do+" "), from), Tail: []doc.Text{b.say.effort(a.Effort)},
		})
	}
	return []doc.Block{section(b.say.whatToDo(), ""), list}
}

// check says what one sees when the actions of a pitfall work.
func (b *explanation) check() []doc.Block {
	c := b.topic.Check
	if c == (pitfalls.Check{}) {
		return nil
	}
	return []doc.Block{section(b.say.whenItWorks(), ""), items([]doc.Text{b.say.afterDays(30, c.Days30), b.say.afterDays(90, c.Days90)})}
}

// from says behind a text where it comes from: the numbers of its sources, or that it is our own judgement.
func (b *explanation) from(t doc.Text, basis pitfalls.Basis, sources []string) doc.Text {
	if basis == pitfalls.BasisOurs {
		return doc.JoinWith(" ", t, b.say.ourJudgement())
	}
	return doc.JoinWith(" ", t, b.say.cited(b.cited.cite(sources), false))
}
