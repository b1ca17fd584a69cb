package score

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Score derives the result and the plan from the answers of a group. It changes nothing in the group; the result
// refers to the group and to its catalogue.
func Score(g *group.Group) *Result {
	topics := scoreTopics(g)
	seen, views := sideDifferences(g)
	r := derive(g, topics, seen, views, cautions(g, topics), &g.Catalogue.Talk)
	r.Dots = g.Dots
	return r
}

// derive returns the result of a group whose topics are scored each by itself. seen and views are what its sides see
// differently, said is what a reader has to know before the plan, and talk what to do where people are split.
func derive(g *group.Group, topics []Topic, seen []SideDifference, views *TwoViews, said []Caution, talk *pitfalls.Action) *Result {
	for i := range g.Catalogue.Pitfalls() {
		prioritize(topics, i, g)
	}
	return &Result{
		Group:           g,
		Depth:           depth(g),
		Topics:          topics,
		Plan:            makePlan(g.Catalogue, topics, seen, said, talk),
		SeenDifferently: seen,
		TwoViews:        views,
		Cautions:        said,
	}
}

// depth returns how the topics that have an answer were answered. Without any answer it is Full.
func depth(g *group.Group) assess.Depth {
	quick, full := depths(g)
	return depthOf(quick, full)
}

// depthOf returns the depth of answers, given whether any are quick and any full.
func depthOf(quick, full bool) assess.Depth {
	switch {
	case quick && full:
		return assess.Mixed
	case quick:
		return assess.Quick
	default:
		return assess.Full
	}
}

// depths reports whether any topic was answered by its overall statement, and any question by question.
func depths(g *group.Group) (quick, full bool) {
	for _, t := range g.Topics {
		quick = quick || t.Quick()
		full = full || slices.ContainsFunc(t.Questions, func(q assess.Tally) bool { return !q.IsZero() })
	}
	return quick, full
}

// scoreTopics scores each topic by itself: everything but priorities, which need the strength of the pills.
func scoreTopics(g *group.Group) []Topic {
	topics := make([]Topic, len(g.Topics))
	scoreInto(topics, make([]Question, 0, questionCount(g)), g) // one block of questions for all topics
	for i := range topics {
		topics[i].spread()
	}
	return topics
}

// scoreInto sets topics to their scores, without how far their ratings lie apart. Their questions go into questions, which is empty and has room for all.
func scoreInto(topics []Topic, questions []Question, g *group.Group) {
	for i := range g.Topics {
		answers := &g.Topics[i]
		first := len(questions)
		questions = appendQuestions(questions, i, answers)
		topics[i] = Topic{
			Topic:     &g.Catalogue.Topics[i],
			Quick:     answers.Quick(),
			Questions: slices.Clip(questions[first:]),
			Notes:     answers.Notes,
		}
		topics[i].sum()
	}
}

// questionCount returns how many questions the topics have at most.
func questionCount(g *group.Group) int {
	n := 0
	for i := range g.Topics {
		n += max(len(g.Topics[i].Questions), 1)
	}
	return n
}

// appendQuestions appends what was asked about a topic: its overall statement alone where that was answered, else its
// signs or practices, also where nothing was.
func appendQuestions(questions []Question, topic int, answers *group.Topic) []Question {
	if answers.Quick() {
		return append(questions, scoreQuestion(assess.Place{Topic: topic, Question: assess.Overall}, answers.Overall))
	}
	for i, tally := range answers.Questions {
		questions = append(questions, scoreQuestion(assess.Place{Topic: topic, Question: i}, tally))
	}
	return questions
}

// scoreQuestion returns one question with its mean.
func scoreQuestion(at assess.Place, t assess.Tally) Question {
	return Question{Place: at, Tally: t, Mean: meanOf(t)}
}

// meanOf returns Σ k·count(k) / Σ count(k) over the ratings k of 1 to 5, or 0 where there is none.
func meanOf(t assess.Tally) float64 {
	n, sum := 0, 0
	for i, count := range t.Counts {
		n += count
		sum += (i + 1) * count
	}
	if n == 0 {
		return 0
	}
	return float64(sum) / float64(n)
}

// sum derives the topic's counts, state, value and band from its questions. With m the mean of the means of those of
// its questions that were rated, the value is 100·(m − 1)/4.
func (t *Topic) sum() {
	means := 0.0
	for _, q := range t.Questions {
		t.Votes = t.Votes.Plus(q.Tally)
		if !q.notApplicable() {
			t.Asked++
		}
		if q.Tally.Ratings() > 0 {
			t.Answered++
			means += q.Mean
		}
	}
	switch {
	case t.Asked == 0:
		t.State = NotApplicable
	case 2*t.Answered < t.Asked:
		t.State = NotEnoughAnswers
	default:
		m := means / float64(t.Answered)
		t.Value = 100 * (m - 1) / 4
		t.Band = bandOf(t.Kind, round(t.Value))
	}
}

// notApplicable reports whether the question was called not applicable, and neither rated nor answered with don't know.
func (q Question) notApplicable() bool {
	return q.Tally.NotApplicable > 0 && q.Tally.Votes() == q.Tally.NotApplicable
}
