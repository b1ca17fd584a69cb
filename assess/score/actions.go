package score

import (
	"cmp"
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// NoTopic is the index of the topic of an action that belongs to none.
const NoTopic = -1

// What an action answers where it is neither a sign nor a pill.
const (
	// ForQuick means a quick answer, which tells no sign.
	ForQuick = "quick"
	// ForTalk means that people are split.
	ForTalk = "talk"
	// ForFlat means that the answers are flat.
	ForFlat = "flat"
)

// secondSign is the least mean of the second sign of a pitfall at which the step has an action for it. It is our judgement.
const secondSign = 3 * one

// maxOwnActions is how many actions of the pitfall itself a step holds.
const maxOwnActions = 2

// ActionID names an action in the whole catalogue, as in "unclear-roles.talk" or "ask-two". It never changes.
func (r *Result) ActionID(a Action) string {
	if a.Topic == NoTopic {
		return a.ID
	}
	return r.Topics[a.Topic].ID + "." + a.ID
}

// worstFirst returns the rated questions of a topic: the highest mean first, then the largest share of ratings 4 and 5;
// the others in catalogue order.
func (t *Topic) worstFirst() []Question {
	rated := slices.DeleteFunc(slices.Clone(t.Questions), func(q Question) bool { return !q.Rated() })
	slices.SortStableFunc(rated, func(p, q Question) int {
		return cmp.Or(
			cmp.Compare(round(q.Mean), round(p.Mean)),
			cmp.Compare(round(highShare(q.Tally.Counts)), round(highShare(p.Tally.Counts))),
		)
	})
	return rated
}

// shows returns how a pitfall shows: in the worst of its questions.
func shows(worst Question) Shows {
	counts := worst.Tally.Counts
	return Shows{Place: worst.Place, Mean: worst.Mean, High: counts[3] + counts[4], Of: worst.Tally.Ratings()}
}

// actions returns what to do in a step, given the signs of its pitfall, the worst first. Steps that start now have two
// actions of the pitfall and one of a pill, or one in all where nothing is pressing; those that come next have one, and
// later ones none. A split pitfall begins with a talk, which takes the place of its second action. No action stands in
// two steps.
func (p *planner) actions(s *Step, signs []Question) []Action {
	if s.When == Later {
		return nil
	}
	own := p.ownActions(s.Pitfall, signs)
	if s.TalkFirst {
		talk := Action{Topic: s.Pitfall, Action: p.talk, For: ForTalk}
		own = slices.Insert(own, 0, talk)[:min(len(own)+1, maxOwnActions)]
	}
	if s.When == Next || !p.pressing {
		return own[:min(len(own), 1)]
	}
	if fit, ok := p.fit(s); ok {
		own = append(own, fit)
	}
	return own
}

// ownActions returns up to two actions of the pitfall itself: those of its quick answer, or the first action of its worst
// sign and then the first of the second sign where that is high enough and the action is another one, else the next of the
// worst sign.
func (p *planner) ownActions(pitfall int, signs []Question) []Action {
	t := &p.topics[pitfall]
	if signs[0].Place.Question == assess.Overall {
		return p.named(pitfall, ForQuick, t.Topic.Quick[:])
	}
	worst := &t.Topic.Questions[signs[0].Place.Question]
	actions := p.named(pitfall, worst.ID, worst.Actions)
	actions = actions[:min(len(actions), maxOwnActions)]
	if len(signs) < 2 || round(signs[1].Mean) < secondSign {
		return actions
	}
	second := &t.Topic.Questions[signs[1].Place.Question]
	more := p.named(pitfall, second.ID, second.Actions[:min(len(second.Actions), 1)])
	if len(more) == 0 || len(actions) > 0 && more[0].Action == actions[0].Action {
		return actions
	}
	return append(actions[:min(len(actions), 1)], more...)
}

// named returns the actions of a topic with these ids.
func (p *planner) named(topic int, answers string, ids []string) []Action {
	var actions []Action
	for _, id := range ids {
		if a := p.topics[topic].Action(id); a != nil {
			actions = append(actions, Action{Topic: topic, Action: a, For: answers})
		}
	}
	return actions
}

// fit returns the action of the first pill to take that helps against the pitfall, or of the second where the first one's
// stands in an earlier step.
func (p *planner) fit(s *Step) (_ Action, ok bool) {
	for _, pill := range s.Take {
		t := &p.topics[pill]
		fits := p.topics[s.Pitfall].Fits
		i := slices.IndexFunc(fits, func(f pitfalls.Fit) bool { return f.Pill == t.ID })
		if i < 0 {
			continue
		}
		if a := t.Action(fits[i].Action); a != nil && !slices.Contains(p.used, a) {
			p.used = append(p.used, a)
			return Action{Topic: pill, Action: a, For: t.ID}, true
		}
	}
	return Action{}, false
}
