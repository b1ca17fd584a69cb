package report

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

// plan returns all steps of the plan.
func (b *result) plan() []doc.Block {
	steps := b.Plan.Steps
	var blocks []doc.Block
	for i, s := range steps {
		if i == 0 || s.When != steps[i-1].When {
			blocks = append(blocks, b.beginSteps(s.When)...)
		}
		if s.When == score.Later {
			return append(blocks, b.later(steps[i:]))
		}
		blocks = append(blocks, b.step(s)...)
	}
	return blocks
}

// noSteps says what a plan without steps means.
func (b *result) noSteps() doc.Text {
	scored, open := scoredPitfalls(b.Result), 0
	for i := range b.Group.Catalogue.Pitfalls() {
		if state := b.Topics[i].State; state == score.NotEnoughAnswers || state == score.Suppressed {
			open++
		}
	}
	switch {
	case scored == 0 && b.Confidential:
		return b.say.tooLittleForPlan()
	case scored+open == 0:
		return b.say.nothingApplies()
	case scored == 0:
		return b.say.nothingScored()
	case open > 0:
		return b.say.calmSoFar()
	case len(b.Plan.WorthBuilding) > 0:
		return b.say.calmWithout(b.nothingInPlace())
	default:
		return b.say.allCalm()
	}
}

// nothingInPlace reports whether every pill that has a score is weak.
func (b *result) nothingInPlace() bool {
	return !slices.ContainsFunc(b.Topics, func(t score.Topic) bool { return t.Band == score.Partial || t.Band == score.Strong })
}

// beginSteps returns the heading of a part of the plan. The first steps begin with what to know about their order.
func (b *result) beginSteps(when score.When) []doc.Block {
	switch when {
	case score.Now:
		heading := section(b.say.stepByStep(), "")
		heading.ID = StepByStep
		if order := b.order(); !order.Empty() {
			return []doc.Block{heading, small(order)}
		}
		return []doc.Block{heading}
	case score.Next:
		return []doc.Block{section(b.say.next(), "")}
	default:
		return []doc.Block{section(b.say.later(), "")}
	}
}

// step returns a step with its actions. One that starts now also has its reasons, its pills, what it may ease and how to
// see that it works.
func (b *result) step(s score.Step) []doc.Block {
	t := &b.Topics[s.Pitfall]
	now := s.When == score.Now
	blocks := []doc.Block{doc.Section{ID: t.ID, Level: 2, Number: s.Rank, Name: b.say.step(s.Rank, t.Label), Tail: b.say.outOf100(t)}}
	if now {
		blocks = append(blocks, doc.Paragraph{Text: b.why(s)})
	}
	if b.Explain && !b.Confidential {
		blocks = append(blocks, small(b.say.priority(t.PriorityTerms())))
	}
	facts := doc.Facts{{Label: doc.Words(b.say.showsAs()), Text: b.shows(s)}}
	if now {
		facts = append(facts, b.pills(s)...)
	}
	facts = append(facts, doc.Fact{Label: doc.Words(b.say.do()), Below: []doc.Block{b.actions(s)}})
	if now {
		for _, e := range s.Eases {
			facts = append(facts, doc.Fact{Label: doc.Words(b.say.eases()), Text: b.say.because(b.Topics[e.Pitfall].Label, e.Because)})
		}
		facts = append(facts, doc.Fact{Label: doc.Words(b.say.inDays(30)), Text: doc.Words(t.Check.Days30)})
	}
	blocks = append(blocks, facts)
	if b.isTaken(s) {
		return blocks
	}
	return append(blocks, doc.Pen{doc.Words(b.say.owner()), doc.Words(b.say.by())})
}

// pills returns which pills to build and which to rely on, and what puts these in doubt.
func (b *result) pills(s score.Step) doc.Facts {
	var facts doc.Facts
	if len(s.Take) > 0 {
		facts = append(facts, doc.Fact{Label: doc.Words(b.say.take()), Text: b.say.topicsWithBands(b.topics(s.Take))})
	}
	if len(s.LeanOn) > 0 {
		facts = append(facts, doc.Fact{Label: doc.Words(b.say.leanOn()), Text: b.say.topicsWithBands(b.topics(s.LeanOn))})
	}
	for _, d := range s.Doubts {
		facts = append(facts, doc.Fact{Label: doc.Words(b.say.inDoubt()), Text: b.say.holdsFor([]string{b.Topics[d.Pill].Label}, d.Clash.Ask)})
	}
	return facts
}

// shows returns the statement in which a pitfall shows most, with how it was rated.
func (b *result) shows(s score.Step) doc.Text {
	c := b.Group.Catalogue
	labels := c.Frequency.Labels
	statement := assess.Statement(c, s.Shows.Place)
	label := s.Shows.Label().Label(&c.Frequency)
	switch {
	case b.Group.Respondents == 1:
		return b.say.rated(statement, label)
	case s.Shows.High > 0:
		return b.say.ratedHigh(statement, labels[3], labels[4], s.Shows.High, s.Shows.Of)
	default:
		return b.say.ratedOnAverage(statement, label)
	}
}

// why gives the reason for a step: how far what helps is in place, whether it is a focus, and whether people are
// split.
func (b *result) why(s score.Step) doc.Text {
	t := &b.Topics[s.Pitfall]
	var said []doc.Text
	switch {
	case s.CheckRemedies:
		said = append(said, b.say.checkRemedies())
	case t.Terms.Rated:
		said = append(said, b.say.remedies(score.Rounded(t.Terms.Remedies)))
	default:
		said = append(said, b.say.noRemedyRated())
	}
	if score.Rounded(t.Terms.Focus) > 1 {
		g := b.Group
		said = append(said, b.say.focus(g.Focus[s.Pitfall], g.FocusVoters, g.Respondents))
	}
	if s.TalkFirst {
		said = append(said, b.say.talkFirst())
	}
	return doc.JoinWith(" ", said...)
}

func (b *result) topics(indexes []int) []*score.Topic {
	topics := make([]*score.Topic, len(indexes))
	for n, i := range indexes {
		topics[n] = &b.Topics[i]
	}
	return topics
}

func (b *result) actions(s score.Step) doc.List {
	list := doc.List{From: 1}
	for _, a := range s.Actions {
		text := doc.Words(a.Do)
		if a.Topic != s.Pitfall && a.Topic != score.NoTopic {
			text = doc.Join(text, b.say.actionFrom(b.Topics[a.Topic].Label))
		}
		item := doc.Item{Box: doc.Open, Text: b.withSources(text, a.Sources), Tail: []doc.Text{b.say.effort(a.Effort)}}
		if b.Decided != nil && s.When == score.Now {
			b.decide(&item, a)
		}
		list.Items = append(list.Items, item)
	}
	return list
}

// later returns the steps that can wait, a line each.
func (b *result) later(steps []score.Step) doc.List {
	list := doc.List{From: steps[0].Rank}
	for _, s := range steps {
		t := &b.Topics[s.Pitfall]
		list.Items = append(list.Items, doc.Item{Text: doc.Words(t.Label), Tail: []doc.Text{b.say.at(t)}})
	}
	return list
}
