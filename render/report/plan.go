package report

import (
	"slices"
	"strconv"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

// plan returns the steps of the plan, or why there are none.
func (b *result) plan() []doc.Block {
	steps := b.Plan.Steps
	if len(steps) == 0 {
		return []doc.Block{section(b.say.thePlan(), ""), doc.Paragraph{Role: doc.Lead, Text: b.noSteps()}}
	}
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
	default:
		return b.say.allCalm()
	}
}

// beginSteps returns the heading of a part of the plan. The first steps begin with the reason why they are fewer than
// usual, and with how sure their order is.
func (b *result) beginSteps(when score.When) []doc.Block {
	switch when {
	case score.Now:
		heading := section(b.say.startHere(), "")
		heading.ID = StartHere
		if b.Plan.Limit < 3 && len(b.Plan.Steps) > b.Plan.Limit {
			heading.Remark = b.say.fewerSteps(b.Plan.Limit)
		}
		if sure := b.sensitivity(); !sure.Empty() {
			return []doc.Block{heading, small(sure)}
		}
		return []doc.Block{heading}
	case score.Next:
		return []doc.Block{section(b.say.next(), "")}
	default:
		return []doc.Block{section(b.say.later(), "")}
	}
}

func (b *result) step(s score.Step) []doc.Block {
	t := &b.Topics[s.Pitfall]
	blocks := []doc.Block{
		doc.Section{Level: 2, Number: s.Rank, Name: b.say.step(s.Rank, t.Title), Tail: b.say.outOf100(t)},
		doc.Paragraph{Text: b.why(s)},
	}
	if b.Explain {
		blocks = append(blocks, small(b.say.priority(t.PriorityTerms())))
	}
	var facts doc.Facts
	if len(s.Take) > 0 {
		facts = append(facts, doc.Fact{Label: doc.Words(b.say.take()), Text: b.say.topicsWithBands(b.topics(s.Take))})
	}
	if len(s.LeanOn) > 0 {
		facts = append(facts, doc.Fact{Label: doc.Words(b.say.leanOn()), Text: b.say.topicsWithBands(b.topics(s.LeanOn))})
	}
	facts = append(facts, doc.Fact{Label: doc.Words(b.say.do()), Below: []doc.Block{b.actions(s)}})
	for _, e := range s.Eases {
		facts = append(facts, doc.Fact{Label: doc.Words(b.say.eases()), Text: b.say.because(b.Topics[e.Pitfall].Title, e.Because)})
	}
	blocks = append(blocks, facts)
	if b.Reader != OnPaper { // where a table has them
		blocks = append(blocks, doc.Pen{doc.Words(b.say.owner()), doc.Words(b.say.by())})
	}
	return blocks
}

// why gives the reason for a step: how far its remedies are in place, what it feeds, whether it is a focus, and what to
// do before acting.
func (b *result) why(s score.Step) doc.Text {
	t := &b.Topics[s.Pitfall]
	var fed []*score.Topic
	for _, e := range s.Eases {
		fed = append(fed, &b.Topics[e.Pitfall])
	}
	var said []doc.Text
	switch {
	case !s.CheckRemedies && t.Terms.Rated:
		said = append(said, b.say.remedies(score.Rounded(t.Terms.Remedies), fed))
	case !s.CheckRemedies:
		said = append(said, b.say.noRemedyRated(fed))
	case len(fed) > 0: // that the remedies are in place is said below
		said = append(said, b.say.feedsThese(fed))
	}
	if score.Rounded(t.Terms.Focus) > 1 {
		g := b.Group
		said = append(said, b.say.focus(g.Focus[s.Pitfall], g.FocusVoters, g.Respondents))
	}
	if s.CheckRemedies {
		said = append(said, b.say.checkRemedies())
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
		if a.Topic != s.Pitfall {
			text = doc.Join(text, b.say.actionFrom(b.Topics[a.Topic].Title, b.earlier(s, a)))
		}
		list.Items = append(list.Items, doc.Item{
			Box: doc.Open, Text: b.withSources(text, a.Sources), Tail: []doc.Text{b.say.effort(a.Effort)},
		})
	}
	return list
}

// earlier returns the step before s that has the same action, or 0.
func (b *result) earlier(s score.Step, a score.Action) int {
	for _, earlier := range b.Plan.Steps[:s.Rank-1] {
		if slices.ContainsFunc(earlier.Actions, func(b score.Action) bool { return a.Topic == b.Topic && a.Do == b.Do }) {
			return earlier.Rank
		}
	}
	return 0
}

// later returns the steps that can wait, a line each.
func (b *result) later(steps []score.Step) doc.List {
	list := doc.List{From: steps[0].Rank}
	for _, s := range steps {
		t := &b.Topics[s.Pitfall]
		list.Items = append(list.Items, doc.Item{Text: doc.Words(t.Title), Tail: []doc.Text{b.say.at(t)}})
	}
	return list
}

// whoDoesWhat returns a table to fill in on paper, with an owner and a date for every action of the first steps.
func (b *result) whoDoesWhat() []doc.Block {
	if b.Reader != OnPaper || len(b.Plan.Steps) == 0 {
		return nil
	}
	t := doc.Table{Columns: []doc.Column{
		{Head: doc.Words(b.say.stepHead())},
		{Head: doc.Words(b.say.action())},
		{Head: doc.Words(b.say.effortHead())},
		{Head: doc.Words(b.say.owner())},
		{Head: doc.Words(b.say.by())},
	}}
	for _, s := range b.Plan.Steps {
		if s.When != score.Now {
			break
		}
		for i, a := range s.Actions {
			number := strconv.Itoa(s.Rank) + "." + strconv.Itoa(i+1)
			t.Rows = append(t.Rows, []doc.Text{doc.Words(number), doc.Words(a.Do), b.say.effort(a.Effort)})
		}
	}
	return []doc.Block{section(b.say.whoDoesWhat(), ""), t}
}
