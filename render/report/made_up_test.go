package report_test

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/internal/examples"
)

// quickly returns the result of respondents who all rated the first few pitfalls, each as a whole, and nothing else.
func quickly(tb testing.TB, respondents int, ratings ...assess.Rating) *score.Result {
	tb.Helper()
	sum := group.NewGathering(examples.English).WithBootstrap()
	for i := range respondents {
		a := assess.New(examples.English)
		a.Respondent = strconv.Itoa(i)
		for topic, r := range ratings {
			a.Set(assess.Place{Topic: topic, Question: assess.Overall}, assess.TallyOf(r))
		}
		sum.Add(strconv.Itoa(i), a)
	}
	g, err := sum.Group()
	if err != nil {
		tb.Fatal(err)
	}
	return score.Score(g)
}

// room returns the result of a workshop of 20 with these counts for the first pitfall.
func room(tb testing.TB, counts [5]int) *score.Result {
	tb.Helper()
	a := assess.New(examples.English)
	a.Present = 20
	a.Set(assess.Place{Topic: 0, Question: assess.Overall}, assess.Tally{Counts: counts})
	return score.Score(group.Of(examples.English, a))
}

// rated returns the result of one person who gave these ratings to all pitfalls and to all pills.
func rated(pitfall, pill assess.Rating) *score.Result {
	a := assess.New(examples.English)
	for i := range examples.English.Topics {
		r := pitfall
		if i >= len(examples.English.Pitfalls()) {
			r = pill
		}
		a.Set(assess.Place{Topic: i, Question: assess.Overall}, assess.TallyOf(r))
	}
	return score.Score(group.Of(examples.English, a))
}

// drawHostileResult draws a result of one file or of several with hostile text, open or confidential.
func drawHostileResult(t *rapid.T) *score.Result {
	sum := group.NewGathering(examples.English)
	if rapid.Bool().Draw(t, "resamples") {
		sum.WithBootstrap()
	}
	quick := rapid.Bool().Draw(t, "quick")
	for range rapid.IntRange(1, 7).Draw(t, "files") {
		a := examples.DrawHostile(t)
		for i := range a.Topics { // files of one group are of one depth
			if a.Topics[i].Quick() != quick {
				a.Topics[i] = assess.New(examples.English).Topics[i]
			}
		}
		sum.Add("answers.yaml", a)
	}
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	if rapid.Bool().Draw(t, "confidential") {
		return score.Confidential(g)
	}
	return score.Score(g)
}
