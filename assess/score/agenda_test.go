package score_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// inRoom returns the result of a room of 23, with these counts for the overall statements of topics.
func inRoom(t interface{ Fatal(...any) }, counts map[int][5]int) *score.Result {
	s := assess.NewSession(pitfalls.English(), assess.Quick)
	if err := s.SetPresent(23); err != nil {
		t.Fatal(err)
	}
	for topic, c := range counts {
		if err := s.Count(assess.Place{Topic: topic, Question: assess.Overall}, assess.Tally{Counts: c}); err != nil {
			t.Fatal(err)
		}
	}
	return score.Score(group.Of(s.Catalogue, s.Finished()))
}

func TestAgenda(t *testing.T) {
	r := inRoom(t, map[int][5]int{2: {0, 0, 0, 0, 10}, 3: {8, 0, 0, 0, 8}})
	split, step := score.Talk{Topic: 3, Why: score.WhySplit}, score.Talk{Topic: 2, Why: score.WhyStep}
	with := func(t score.Talk, minutes int) score.Talk { t.Minutes = minutes; return t }
	want := score.Agenda{Open: 3, Close: 6, Talks: []score.Talk{with(split, 16), with(step, 15)}}
	if got := r.Agenda(40); !reflect.DeepEqual(got, want) {
		t.Errorf("for 40 minutes: %+v, want %+v", got, want)
	}
	// There is time for one talk alone, and that is the step.
	want = score.Agenda{Open: 1, Close: 1, Talks: []score.Talk{with(step, 8), split}}
	if got := r.Agenda(10); !reflect.DeepEqual(got, want) {
		t.Errorf("for 10 minutes: %+v, want %+v", got, want)
	}
}

func TestAgendaFitsTheTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		minutes := rapid.IntRange(3, 240).Draw(t, "minutes")
		r := inRoom(t, drawCounts(t))
		a := r.Agenda(minutes)
		sum, ended := a.Open+a.Close, false
		for _, talk := range a.Talks {
			sum += talk.Minutes
			if ended && talk.Minutes > 0 {
				t.Fatalf("a talk after one without minutes: %+v", a)
			}
			ended = ended || talk.Minutes == 0
			if steps := r.Plan.Steps; len(steps) > 0 && steps[0].Pitfall == talk.Topic && steps[0].When == score.Now && talk.Minutes == 0 {
				t.Fatalf("no minutes for the first step of the plan: %+v", a)
			}
		}
		if sum != minutes || a.Open < 1 || a.Close < 1 {
			t.Fatalf("%d minutes in an agenda for %d: %+v", sum, minutes, a)
		}
	})
}
