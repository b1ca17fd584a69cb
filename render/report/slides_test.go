package report

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// workshop returns the result of 23 people with these counts for the first statements of a run.
func workshop(d assess.Depth, tallies ...assess.Tally) *score.Result {
	s := assess.NewSession(pitfalls.English(), d)
	s.Answers.Present = 23
	for i, t := range tallies {
		s.Answers.Set(s.Places()[i], t)
	}
	return score.Score(group.Of(s.Catalogue, s.Answers))
}

func TestSlideSaysWhatTheCountsComeTo(t *testing.T) {
	tests := []struct {
		name             string
		tally            assess.Tally
		verdict, readOut string
	}{
		{
			"split",
			assess.Tally{Counts: [5]int{9, 0, 0, 0, 8}, DontKnow: 1, NotApplicable: 1},
			"Split  mean 2.9, 17 answered, 1 don't know, 1 not applicable, 4 not here or no answer",
			"Split. Mean 2.9, 17 answered, 1 don't know, 1 not applicable, 4 not here or no answer. Never 9, rarely 0, sometimes 0, often 0, always 8.",
		},
		{
			"not split",
			assess.Tally{Counts: [5]int{0, 2, 9, 6, 6}},
			"Not split  mean 3.7, 23 answered",
			"Not split. Mean 3.7, 23 answered. Never 0, rarely 2, sometimes 9, often 6, always 6.",
		},
		{
			"too few to judge",
			assess.Tally{Counts: [5]int{2, 0, 0, 0, 2}},
			"mean 3.0, 4 answered, 19 not here or no answer",
			"Mean 3.0, 4 answered, 19 not here or no answer. Never 2, rarely 0, sometimes 0, often 0, always 2.",
		},
		{
			"nobody",
			assess.Tally{DontKnow: 20, NotApplicable: 3},
			"nobody rated this, 20 don't know, 3 not applicable",
			"Nobody rated this, 20 don't know, 3 not applicable.",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			slides := Slides(workshop(assess.Quick, test.tally))
			if len(slides) != 1 || slides[0].Verdict.String() != test.verdict || slides[0].ReadOut != test.readOut {
				t.Errorf("got %+v; want %q and %q", slides, test.verdict, test.readOut)
			}
		})
	}
}

func TestSlidesSayWhereTheyAre(t *testing.T) {
	one := assess.Tally{Counts: [5]int{1, 1, 1, 1, 1}}
	var places []string
	for _, s := range Slides(workshop(assess.Full, one, assess.Tally{}, one, one)) {
		places = append(places, fmt.Sprintf("%d %s", s.Topic, s.Place))
	}
	if got, want := strings.Join(places, "; "), "0 Pitfalls 1 of 10, 1 of 3; 0 Pitfalls 1 of 10, 3 of 3; 1 Pitfalls 2 of 10, 1 of 3"; got != want {
		t.Errorf("got %s; want %s", got, want)
	}
	slides := Slides(workshop(assess.Quick, make([]assess.Tally, 19)...))
	if len(slides) != 0 {
		t.Errorf("%d slides without an answer", len(slides))
	}
	if got := TopicPlace(pitfalls.English(), 19); got != "Pills 10 of 10" {
		t.Errorf("the last topic is %s", got)
	}
}

// TestWhoIsInNoCount calls people silent only where they cannot have left.
func TestWhoIsInNoCount(t *testing.T) {
	all := group.NewGathering(pitfalls.English())
	for i, rating := range []assess.Rating{4, assess.Unanswered} {
		s := assess.NewSession(pitfalls.English(), assess.Quick)
		s.Rate(s.Places()[i], rating)
		s.Rate(s.Places()[2], 1)
		all.Add(strconv.Itoa(i), s.Finished())
	}
	g, err := all.Group()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := Slides(score.Score(g))[0].Verdict.String(), "mean 4.0, 1 answered, 1 gave no answer"; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
}
