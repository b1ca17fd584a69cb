package score

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
)

// sideFigures is what is shown of leaders and staff on one side, members and partners on the other.
type sideFigures struct {
	// withheld says that a side has fewer than five people, or that hands were counted.
	withheld bool
	seen     []SideDifference
	views    *TwoViews
}

// sideMargin is how near to one end of the scale what is shown may let a side be. It is wider than the outermost tens.
const sideMargin = 20

// sideFiguresOf returns the topics that the sides see differently: their bands are two apart, as in calm and pressing, so that
// their means are more than one point apart. Of the means only the bands are kept. A question counts where five or more of
// both sides rated it, and of the others either nobody or five or more: these could be told by subtraction. Where the bands,
// beside what is shown of the whole group, would tell too much of a side, the topic is left out.
func sideFiguresOf(g *group.Group, topics []topicFigures) sideFigures {
	if g.Workshops > 0 || g.Leaders.Respondents < MinShown || g.Members.Respondents < MinShown {
		return sideFigures{withheld: true}
	}
	var f sideFigures
	scored := 0
	for i := range topics {
		sides := sidesOf(g, i)
		if !sides.scored() {
			continue
		}
		scored++
		if l, m := sides.band(sides.leaders), sides.band(sides.members); sides.show(l, m, &topics[i]) {
			s := SideDifference{Topic: i, Leaders: SideMean{Band: l}, Members: SideMean{Band: m}, Rosier: Leaders}
			if m == Calm || m == Strong {
				s.Rosier = Members
			}
			f.seen = append(f.seen, s)
		}
	}
	f.views = twoViews(f.seen, scored)
	return f
}

// twoApart reports whether a topic is well on one side and badly on the other.
func twoApart(a, b Band) bool {
	return min(a, b) == Calm && max(a, b) == Pressing || min(a, b) == Weak && max(a, b) == Strong
}

// topicSides is what both sides and the others answered to the questions of a topic that they may be shown of.
type topicSides struct {
	group *group.Group
	index int
	// questions holds the indexes of these questions among those that were asked.
	questions        []int
	leaders, members []assess.Tally
}

// sidesOf returns the sides of a topic.
func sidesOf(g *group.Group, topic int) topicSides {
	s := topicSides{group: g, index: topic}
	add := func(question int, all, leaders, members assess.Tally) {
		others := minus(minus(all, leaders), members)
		few := others.Ratings()
		if leaders.Ratings() < MinShown || members.Ratings() < MinShown || few > 0 && few < MinShown {
			return
		}
		s.questions = append(s.questions, question)
		s.leaders, s.members = append(s.leaders, leaders), append(s.members, members)
	}
	whole, leaders, members := &g.Topics[topic], &g.Leaders.Topics[topic], &g.Members.Topics[topic]
	if whole.Quick() {
		add(0, whole.Overall, leaders.Overall, members.Overall)
		return s
	}
	for i := range whole.Questions {
		add(i, whole.Questions[i], leaders.Questions[i], members.Questions[i])
	}
	return s
}

// scored reports whether the topic has a score on both sides: these rated at least half of its questions.
func (s *topicSides) scored() bool {
	asked := len(s.group.Topics[s.index].Questions)
	if s.group.Topics[s.index].Quick() {
		asked = 1
	}
	return len(s.questions) > 0 && 2*len(s.questions) >= asked
}

// band returns the band of a scored topic from what one side answered.
func (s *topicSides) band(side []assess.Tally) Band {
	sum := 0.0
	for _, answers := range side {
		sum += scoreOf(answers)
	}
	return bandOf(s.group.Catalogue.Topics[s.index].Kind, round(sum/float64(len(side))))
}

// show reports whether the bands of the sides are two apart, and may be shown beside the tens of the topic and its questions.
// They may where all on both sides may have rated all of it, and what is shown leaves open what each side said: else it would be
// known that some did not rate, or that all of a side said nearly the same.
func (s *topicSides) show(leaders, members Band, shown *topicFigures) bool {
	g := s.group
	people := []float64{float64(g.Leaders.Respondents), float64(g.Members.Respondents)}
	if others := g.Respondents - g.Leaders.Respondents - g.Members.Respondents; others > 0 {
		people = append(people, float64(others))
	}
	return twoApart(leaders, members) && !s.tellTooMuch(leaders, members, shown, people)
}

// tellTooMuch reports whether the figures tell too much where so many leaders, members and, if there are any, others rated every
// question.
func (s *topicSides) tellTooMuch(leaders, members Band, shown *topicFigures, people []float64) bool {
	kind, n := s.group.Catalogue.Topics[s.index].Kind, float64(len(s.questions))
	// What the whole group's scores, those of the sides and those of the others may be, question by question.
	whole, parts := make([]*span, len(s.questions)), [3][]*span{}
	for i, q := range s.questions {
		whole[i] = new(shown.questions[q].tens.scores(kind))
		for side := range parts {
			parts[side] = append(parts[side], new(anyScore))
		}
	}
	total := 0.0
	for _, p := range people {
		total += p
	}
	ones := slices.Repeat([]float64{1}, len(s.questions))
	for range 4 { // until little changes
		if len(s.questions) == shownQuestions(shown) {
			of := shown.tens.scores(kind)
			narrow(whole, ones, span{of.low * n, of.high * n})
		}
		for side, band := range []Band{leaders, members} {
			r := rangeOf(band)
			narrow(parts[side], ones, span{float64(r.low) / float64(one) * n, float64(r.high) / float64(one) * n})
		}
		for i := range s.questions {
			spans := []*span{parts[0][i], parts[1][i], parts[2][i]}[:len(people)]
			narrow(spans, people, span{whole[i].low * total, whole[i].high * total})
		}
	}
	return slices.ContainsFunc(slices.Concat(parts[0], parts[1]), func(s *span) bool { return s.tellsTooMuch(sideMargin) })
}

// shownQuestions counts the questions of a topic that are shown.
func shownQuestions(t *topicFigures) int {
	n := 0
	for _, q := range t.questions {
		if q.shown() {
			n++
		}
	}
	return n
}
