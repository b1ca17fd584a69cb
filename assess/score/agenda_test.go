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

func TestTalks(t *testing.T) {
	split, higher := [5]int{8, 0, 0, 0, 8}, [5]int{8, 0, 0, 0, 12} // camps 100 and 80
	pressing, calm := [5]int{0, 0, 0, 0, 10}, [5]int{10, 0, 0, 0, 0}
	tests := []struct {
		name   string
		counts map[int][5]int
		want   []score.Talk
	}{
		{"nothing is answered", nil, nil},
		{"nothing presses", map[int][5]int{0: calm, 1: calm}, nil},
		{"the plan alone", map[int][5]int{2: pressing, 3: calm}, []score.Talk{{Topic: 2}}},
		{"splits before the plan", map[int][5]int{2: pressing, 3: split}, []score.Talk{{Topic: 3, Split: true}, {Topic: 2}}},
		{"the strongest camps first", map[int][5]int{2: higher, 3: split, 11: higher, 12: split}, []score.Talk{
			{Topic: 3, Split: true}, {Topic: 12, Split: true}, {Topic: 2, Split: true}, {Topic: 11, Split: true},
		}},
		{"of equal camps, pitfalls by priority", map[int][5]int{2: split, 3: {0, 8, 0, 0, 8}}, []score.Talk{{Topic: 3, Split: true}, {Topic: 2, Split: true}}},
		{
			"pills after pitfalls, weakest first",
			map[int][5]int{3: split, 11: {0, 8, 0, 0, 8}, 12: split},
			[]score.Talk{{Topic: 3, Split: true}, {Topic: 12, Split: true}, {Topic: 11, Split: true}},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := inRoom(t, test.counts).Talks(); !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

func TestAgenda(t *testing.T) {
	r := inRoom(t, map[int][5]int{2: {0, 0, 0, 0, 10}, 3: {8, 0, 0, 0, 8}})
	want := score.Agenda{Open: 3, Close: 6, Talks: []score.Talk{{Topic: 3, Split: true, Minutes: 16}, {Topic: 2, Minutes: 15}}}
	if got := r.Agenda(40); !reflect.DeepEqual(got, want) {
		t.Errorf("for 40 minutes: %+v, want %+v", got, want)
	}
	// There is time for one talk alone, and that is the step.
	want = score.Agenda{Open: 1, Close: 1, Talks: []score.Talk{{Topic: 2, Minutes: 8}, {Topic: 3, Split: true}}}
	if got := r.Agenda(10); !reflect.DeepEqual(got, want) {
		t.Errorf("for 10 minutes: %+v, want %+v", got, want)
	}
}

func TestAgendaFitsTheTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := map[int][5]int{}
		for topic := range 20 {
			if rapid.Bool().Draw(t, "answered") {
				var c [5]int
				for i := range c {
					c[i] = rapid.IntRange(0, 4).Draw(t, "count")
				}
				counts[topic] = c
			}
		}
		minutes := rapid.IntRange(3, 240).Draw(t, "minutes")
		r := inRoom(t, counts)
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
