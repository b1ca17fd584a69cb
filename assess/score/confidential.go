package score

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
)

// MinShown is how many people must have given an answer for a confidential report to show it. Five is a common
// choice for reports on teams: among four, each knows one answer and can often guess the rest.
const MinShown = 5

// Confidential scores a group like Score, but from nothing that fewer than five people said, and keeps no name and no
// note. The group of the result holds no answers.
//
// Hidden answers are left out before anything is computed. So every other part of the result, a mean, a priority, the
// order of the plan, its sensitivity, would be the same with other hidden answers, and subtraction reveals nothing.
// Left out are:
//
//   - The ratings of a question that fewer than five rated. A topic counts them as not given, and is Suppressed when too
//     few questions remain; nobody can tell whether anybody rated it.
//   - A count of don't know or not applicable under five.
//   - A language in which fewer than five were asked, and a role that fewer than five have.
//   - That files are flat where fewer than five are.
//   - A focus that fewer than five chose, and every focus where fewer than five named any.
//   - What leaders and members see differently, from every question that fewer than five of a side rated, or between one
//     and four of the others: these could be found by subtracting both sides from the whole.
//   - Who stands apart from all others.
//   - The resamples: they are drawn by the content of the files, hidden answers included.
//
// After the result is computed, one more thing is left out: the counts of the five ratings of a question where any of
// them is between one and four. Mean, number of ratings and split are shown alone there.
//
// Two results can be subtracted as well: a second one after one more answer gives that answer away. No rule about one
// result prevents that, so a report has to say so.
func Confidential(g *group.Group) *Result {
	visible := visibleGroup(g)
	asked := askedDepth(g, visible)
	topics := scoreTopics(visible)
	for i := range topics {
		if asked == assess.Quick && !topics[i].Quick {
			topics[i].hideOverall(i)
		}
		topics[i].suppress()
	}
	r := derive(visible, topics)
	r.Depth, r.Confidential = asked, true
	sure := r.Sensitivity()
	r.sensitivity = &sure
	for i := range r.Topics {
		r.Topics[i].hideCounts()
	}
	for i := range r.Plan.Steps {
		r.Plan.Steps[i].Shows.hideCounts(r)
	}
	visible.Topics, visible.Leaders, visible.Members = nil, group.Side{}, group.Side{}
	return r
}

// askedDepth returns how deep a group was asked, as the visible answers tell. Only where none is visible do the hidden
// ones decide: they tell which statements to name as withheld.
func askedDepth(g, visible *group.Group) assess.Depth {
	if quick, full := depths(visible); quick || full {
		return depth(visible)
	}
	return depth(g)
}

// hideOverall makes the topic, whose index is given, one whose overall statement was asked and has no visible answer.
func (t *Topic) hideOverall(topic int) {
	overall := scoreQuestion(assess.Place{Topic: topic, Question: assess.Overall}, assess.Tally{})
	*t = Topic{Topic: t.Topic, Quick: true, Questions: []Question{overall}}
	t.sum()
}

// visibleGroup returns a group of the answers that a confidential report may be computed from.
func visibleGroup(g *group.Group) *group.Group {
	visible := &group.Group{
		Catalogue:   g.Catalogue,
		Date:        g.Date,
		Languages:   visibleLanguages(g.Languages),
		Files:       g.Files,
		Skipped:     g.Skipped,
		Respondents: g.Respondents,
		Workshops:   g.Workshops,
		Roles:       visibleRoles(g.Roles),
		Flat:        visibleCount(g.Flat),
		Invited:     g.Invited,
		FocusVoters: visibleCount(g.FocusVoters),
		Topics:      visibleTopics(g.Topics),
	}
	if visible.FocusVoters > 0 {
		for i, n := range g.Focus {
			visible.Focus[i] = visibleCount(n)
		}
	}
	if g.Leaders.Topics != nil && g.Members.Topics != nil {
		visible.Leaders.Topics, visible.Members.Topics = visibleSides(g)
	}
	return visible
}

func visibleTopics(topics []group.Topic) []group.Topic {
	visible := make([]group.Topic, len(topics))
	for i, t := range topics {
		visible[i].Overall = visibleTally(t.Overall)
		for _, q := range t.Questions {
			visible[i].Questions = append(visible[i].Questions, visibleTally(q))
		}
	}
	return visible
}

func visibleTally(t assess.Tally) assess.Tally {
	if t.Ratings() < MinShown {
		t.Counts = [5]int{}
	}
	t.DontKnow = visibleCount(t.DontKnow)
	t.NotApplicable = visibleCount(t.NotApplicable)
	return t
}

func visibleCount(n int) int {
	if n < MinShown {
		return 0
	}
	return n
}

// visibleRoles returns the roles that five or more have. It returns none where between one and four have all the others
// together: subtraction would count these.
func visibleRoles(r group.Roles) group.Roles {
	visible := group.Roles{
		Leaders: visibleCount(r.Leaders), Staff: visibleCount(r.Staff),
		Members: visibleCount(r.Members), Partners: visibleCount(r.Partners), Untold: visibleCount(r.Untold),
	}
	if others := r.Total() - visible.Total(); others > 0 && others < MinShown {
		return group.Roles{}
	}
	return visible
}

func visibleLanguages(languages []group.Language) []group.Language {
	return slices.DeleteFunc(slices.Clone(languages), func(l group.Language) bool { return l.Respondents < MinShown })
}

// visibleSides returns what leaders and what members answered, question by question only where both sides, and the
// others if there are any, are five or more.
func visibleSides(g *group.Group) (leaders, members []group.Topic) {
	leaders, members = visibleTopics(g.Leaders.Topics), visibleTopics(g.Members.Topics)
	hide := func(all assess.Tally, l, m *assess.Tally) {
		others := all.Ratings() - l.Ratings() - m.Ratings()
		if l.Ratings() == 0 || m.Ratings() == 0 || others > 0 && others < MinShown {
			l.Counts, m.Counts = [5]int{}, [5]int{}
		}
	}
	for i, t := range g.Topics {
		hide(t.Overall, &leaders[i].Overall, &members[i].Overall)
		for j, all := range t.Questions {
			hide(all, &leaders[i].Questions[j], &members[i].Questions[j])
		}
	}
	return leaders, members
}

// suppress marks what is not shown: every question without ratings, so that nobody can tell whether anybody rated it,
// except one that five or more call not applicable. It forgets who stands apart, because that is one person.
func (t *Topic) suppress() {
	t.Apart = false
	for i := range t.Questions {
		q := &t.Questions[i]
		q.Apart = assess.Unanswered
		q.Suppressed = q.Tally.Ratings() == 0 && !q.notApplicable()
	}
	if t.State == NotEnoughAnswers {
		t.State = Suppressed
	}
}

// hideCounts hides how many gave each rating where fewer than five gave one, and with the counts of a question its camps
// and the counts in the sum of the topic.
func (t *Topic) hideCounts() {
	hidden := false
	t.Camps = 0
	for i := range t.Questions {
		q := &t.Questions[i]
		if q.small() {
			q.ratings, q.hiddenVariance = q.Tally.Ratings(), variance(q.Tally)
			q.CountsSuppressed = true
			q.Tally.Counts, q.Camps = [5]int{}, 0
			hidden = true
		}
		t.Camps = max(t.Camps, q.Camps)
	}
	if hidden {
		t.ratings = t.Votes.Ratings()
		t.Votes.Counts = [5]int{}
	}
}

// hideCounts hides how many rated 4 or 5 where the counts of the question are hidden.
func (s *Shows) hideCounts(r *Result) {
	hidden := slices.ContainsFunc(r.Topics[s.Place.Topic].Questions, func(q Question) bool {
		return q.Place == s.Place && q.CountsSuppressed
	})
	if hidden {
		s.High, s.Of = 0, 0
	}
}

// small reports whether between one and four gave one of the ratings.
func (q Question) small() bool {
	return slices.ContainsFunc(q.Tally.Counts[:], func(n int) bool { return n > 0 && n < MinShown })
}
