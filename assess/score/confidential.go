package score

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// MinShown is how many people must have given an answer for a confidential report to show it. Five is a common
// choice for reports on teams: among four, each knows one answer and can often guess the rest.
const MinShown = 5

// Confidential scores a group like Score, but from nothing that fewer than five people said, and from that as it is shown:
// in tens. It first reduces the group to figures, which hold nothing that is not shown, and computes everything else, the
// order of the plan, its actions, what is seen differently, from these. So groups with the same figures have the same
// result, and whatever the result says, it says about all of them.
//
// Two results can be subtracted, such as a second one after one more answer. No rule about one result prevents that.
func Confidential(g *group.Group) *Result { return figuresOf(g).score() }

// figures is all that a confidential result says of a group.
type figures struct {
	catalogue        *pitfalls.Catalogue
	coalition        string // where five files or more name it
	coalitionsDiffer bool
	date             string
	languages        []group.Language // those of five people or more, without their number
	files, skipped   int
	respondents      int
	workshops        int
	invited          int
	roles            group.Roles // those of five people or more
	flat             int         // five files or more
	depth            assess.Depth
	topics           []topicFigures
	sides            sideFigures
}

// topicFigures is what is shown of a topic.
type topicFigures struct {
	quick bool
	// tens is 0 where the topic is withheld.
	tens      ten
	questions []questionFigures
	notes     []string
}

// questionFigures is what is shown of a question: nothing where fewer than five rated it.
type questionFigures struct {
	tens ten
	// split says that five or more are low and five or more high, and few between. There are no bars then: together they
	// would often count these few.
	split bool
	bars  []Bar
}

// figuresOf reduces a group to what is shown of it.
func figuresOf(g *group.Group) *figures {
	f := &figures{
		catalogue:        g.Catalogue,
		coalitionsDiffer: g.CoalitionsDiffer,
		date:             g.Date,
		files:            g.Files,
		skipped:          g.Skipped,
		respondents:      g.Respondents,
		workshops:        g.Workshops,
		invited:          g.Invited,
		roles:            visibleRoles(g.Roles),
		flat:             visiblePart(g.Flat, g.Files-g.Workshops),
	}
	if g.Named >= MinShown {
		f.coalition = g.Coalition
	}
	for _, l := range g.Languages {
		if l.Respondents >= MinShown {
			f.languages = append(f.languages, group.Language{Tag: l.Tag})
		}
	}
	quick, full := false, false
	f.topics = make([]topicFigures, len(g.Topics))
	for i := range g.Topics {
		t := topicFiguresOf(g, i)
		if g.Respondents < MinShown {
			t.notes = nil
		}
		f.topics[i] = t
		if slices.ContainsFunc(t.questions, questionFigures.shown) {
			quick, full = quick || t.quick, full || !t.quick
		}
	}
	f.depth = depthOf(quick, full) // where nothing is shown it is Full: another depth would tell that somebody answered
	for i := range f.topics {
		f.topics[i].withheld(f.depth, &g.Catalogue.Topics[i])
	}
	f.sides = sideFiguresOf(g, f.topics)
	for _, s := range f.sides.seen { // where the bars and the bands of both sides together could tell too much
		for i := range f.topics[s.Topic].questions {
			f.topics[s.Topic].questions[i].bars = nil
		}
	}
	return f
}

// shown reports whether five or more rated the question.
func (q questionFigures) shown() bool { return q.tens > 0 }

// withheld makes a topic of which nothing is shown one that was asked as deep as those that are.
func (t *topicFigures) withheld(d assess.Depth, of *pitfalls.Topic) {
	if slices.ContainsFunc(t.questions, questionFigures.shown) {
		return
	}
	t.quick = d == assess.Quick
	t.questions = make([]questionFigures, len(of.Questions))
	if t.quick {
		t.questions = t.questions[:1]
	}
}

// topicFiguresOf reduces one topic.
func topicFiguresOf(g *group.Group, topic int) topicFigures {
	answers, kind := &g.Topics[topic], g.Catalogue.Topics[topic].Kind
	t := topicFigures{notes: answers.ReadOut}
	var hands group.Topic
	if g.Hands != nil {
		hands = g.Hands[topic]
	}
	var values []float64 // of the questions that are shown
	add := func(all, hands assess.Tally) {
		q, value := questionFiguresOf(kind, minus(all, hands), hands, g.Files-g.Workshops)
		t.questions = append(t.questions, q)
		if q.shown() {
			values = append(values, value)
		}
	}
	if t.quick = answers.Quick(); t.quick {
		add(answers.Overall, hands.Overall)
	} else {
		for i, all := range answers.Questions {
			var raised assess.Tally
			if hands.Questions != nil {
				raised = hands.Questions[i]
			}
			add(all, raised)
		}
	}
	if 2*len(values) >= len(t.questions) {
		t.tens = t.addTens(kind, values)
	}
	return t
}

// addTens returns the ten of a topic, given the scores of its shown questions, of which there is one. Where this and the tens
// of the questions together would tell too much of one of them, it is that of the mean of their tens; where they would tell more of
// one than its own ten does, it has no bars.
func (t *topicFigures) addTens(k pitfalls.Kind, values []float64) ten {
	sum, sumOfTens := 0.0, 0.0
	var shown []*questionFigures
	var spans []*span
	var weights []float64
	for i := range t.questions {
		if q := &t.questions[i]; q.shown() {
			sumOfTens += float64(q.tens)
			shown, spans, weights = append(shown, q), append(spans, new(q.tens.scores(k))), append(weights, 1)
		}
	}
	for _, v := range values {
		sum += v
	}
	n := float64(len(values))
	tens := tenOf(k, sum/n)
	of := tens.scores(k)
	narrow(spans, weights, span{of.low * n, of.high * n})
	narrowed := func(i int) bool { return *spans[i] != shown[i].tens.scores(k) }
	for i := range shown {
		if spans[i].tellsTooMuch(outermost) || narrowed(i) && spans[i].high-spans[i].low < leastWidth {
			return tenOf(k, sumOfTens/n)
		}
	}
	for i, q := range shown {
		if narrowed(i) {
			q.bars = nil
		}
	}
	return tens
}

// questionFiguresOf reduces what so many persons, and what workshops, answered to one question, and returns its score, too. The
// ratings of persons count where five or more gave one. Beside hands, which all have seen, they count as what is shown of
// them alone, and as if all of them had rated: who was in the workshop could subtract its hands.
func questionFiguresOf(k pitfalls.Kind, persons, hands assess.Tally, people int) (q questionFigures, value float64) {
	alone, shown := persons.Ratings() >= MinShown, hands.Ratings() > 0
	switch {
	case alone && shown:
		own, _ := questionFiguresOf(k, persons, assess.Tally{}, people)
		value = scoreOf(hands)
		share := float64(people) / float64(people+hands.Ratings())
		value += float64((float64(own.tens) - value) * share)
		return questionFigures{tens: tenOf(k, value), split: own.split && split(hands)}, value
	case hands.Ratings() >= MinShown:
		value = scoreOf(hands)
		return questionFigures{tens: tenOf(k, value), split: split(hands) && smallerCamp(hands) >= MinShown}, value
	case !alone:
		return questionFigures{}, 0
	}
	value = scoreOf(persons)
	q.tens = tenOf(k, value)
	if q.split = showsSplit(persons, q.tens); q.split {
		return q, value
	}
	if found := bars(persons); found != nil {
		if shown := inTenths(found); !barsTellFew(shown, k, q.tens, people) {
			q.bars = shown
		}
	}
	return q, value
}

// showsSplit reports whether ratings with this ten are shown as split: five or more are low and five or more high, and few
// between. Where the ten is an outermost one, this could tell a count.
func showsSplit(t assess.Tally, tens ten) bool {
	return split(t) && smallerCamp(t) >= MinShown && tens != lowestTen && tens != highestTen
}

// scoreOf returns the score of a question, 0 to 100, from ratings of which there is one.
func scoreOf(t assess.Tally) float64 { return 25 * (meanOf(t) - 1) }

// minus returns a tally without a part of it.
func minus(t, part assess.Tally) assess.Tally {
	for i, n := range part.Counts {
		t.Counts[i] -= n
	}
	t.DontKnow -= part.DontKnow
	t.NotApplicable -= part.NotApplicable
	return t
}

// visiblePart returns how many of some are something, or 0 where these or the others are between one and four.
func visiblePart(n, of int) int {
	if n < MinShown || n < of && of-n < MinShown {
		return 0
	}
	return n
}

// visibleRoles returns the roles that five or more have. It returns none where between one and four have all the others
// together: subtraction would count these.
func visibleRoles(r group.Roles) group.Roles {
	visible := r
	for _, n := range []*int{&visible.Leaders, &visible.Staff, &visible.Members, &visible.Partners, &visible.Untold} {
		if *n < MinShown {
			*n = 0
		}
	}
	if visiblePart(visible.Total(), r.Total()) == 0 {
		return group.Roles{}
	}
	return visible
}
