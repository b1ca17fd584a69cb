package report

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// findOut says what to find out, each text once, with the topics that it holds for.
func (b *result) findOut() []doc.Block {
	if len(b.Plan.FindOut) == 0 {
		return nil
	}
	var reasons []reason
	for _, i := range b.Plan.FindOut {
		if !slices.Contains(b.Plan.Unanswered, i) {
			reasons = addReason(reasons, b.toFindOut(&b.Topics[i]), b.Topics[i].Label)
		}
	}
	var texts []doc.Text
	for _, r := range reasons {
		texts = append(texts, b.say.holdsFor(r.labels, r.text))
	}
	if unanswered := b.Plan.Unanswered; len(unanswered) > 0 {
		text := b.say.notAnswered(labels(b.Result, unanswered))
		if len(unanswered) == len(b.Topics) {
			text = b.say.nothingAnswered(len(unanswered))
		}
		if b.Reader != OnPaper { // where nobody can answer
			text = doc.JoinWith(" ", text, b.say.answerThese(b.Reader, b.Group.Files > 1))
		}
		texts = append(texts, text)
	}
	return []doc.Block{section(b.say.whatToFindOut(), ""), items(texts)}
}

func (b *result) toFindOut(t *score.Topic) string {
	ask := b.say.ask(b.whomToAsk(t))
	if t.State == score.NotEnoughAnswers && t.Votes.DontKnow == 0 {
		return b.say.tooFewRated(t.Answered, t.Asked, ask)
	}
	return b.say.tooManyDontKnows(t.Votes.DontKnow, t.Votes.DontKnow+t.Ratings(), ask)
}

// asked is whom to ask about a topic.
type asked int

const (
	askMembers asked = iota
	askLeader
	askStaff // what leaders ask where others ask a leader
)

func (b *result) whomToAsk(t *score.Topic) asked {
	switch {
	case t.Ask == pitfalls.AskMembers:
		return askMembers
	case b.Group.OnePerson() && b.Group.Roles.Leaders > 0:
		return askStaff
	default:
		return askLeader
	}
}

// worthBuilding returns the weak pills that treat nothing in the plan. Where there is no plan, it is the weakest of them
// that comes first, because one practice is enough to begin with.
func (b *result) worthBuilding() []doc.Block {
	pills := b.Plan.WorthBuilding
	if len(pills) == 0 {
		return nil
	}
	if len(b.Plan.Steps) == 0 {
		weakest := b.weakest()
		list := doc.List{Items: []doc.Item{b.worth(weakest)}}
		blocks := []doc.Block{section(b.say.worthBuilding(), ""), list}
		others := slices.DeleteFunc(slices.Clone(pills), func(i int) bool { return i == weakest })
		if len(others) > 0 {
			blocks = append(blocks, doc.Paragraph{Text: b.say.anotherTime(labels(b.Result, others))})
		}
		return blocks
	}
	var list doc.List
	for _, i := range pills {
		list.Items = append(list.Items, b.worth(i))
	}
	return []doc.Block{section(b.say.worthBuilding(), b.say.worthRemark()), list}
}

// weakest returns the weakest of the pills that are worth building.
func (b *result) weakest() int {
	return slices.MinFunc(b.Plan.WorthBuilding, func(i, j int) int { return score.ByUrgency(&b.Topics[i], &b.Topics[j]) })
}

func (b *result) worth(pill int) doc.Item {
	t := &b.Topics[pill]
	a := &t.Actions[0]
	return doc.Item{Text: b.withSources(b.say.worth(t, a.Do), a.Sources), Tail: []doc.Text{b.say.effort(a.Effort)}}
}
