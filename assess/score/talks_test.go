package score_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// said returns talks as in "3 split".
func said(talks []score.Talk) string {
	all := make([]string, len(talks))
	for i, t := range talks {
		all[i] = fmt.Sprint(t.Topic, " ", t.Why)
	}
	return strings.Join(all, ", ")
}

func TestTalks(t *testing.T) {
	// Camps 100, 80, 67 and 60. A third of all on the smaller side makes a split strong.
	even, fourFifths, third, mild := [5]int{8, 0, 0, 0, 8}, [5]int{8, 0, 0, 0, 12}, [5]int{6, 0, 0, 0, 12}, [5]int{6, 0, 0, 0, 14}
	pressing, calm := [5]int{0, 0, 0, 0, 10}, [5]int{10, 0, 0, 0, 0}
	for _, test := range []struct {
		name   string
		counts map[int][5]int
		want   string
	}{
		{"nothing is answered", nil, ""},
		{"nothing presses", map[int][5]int{0: calm, 1: calm}, ""},
		{"a step alone", map[int][5]int{2: pressing, 3: calm}, "2 first-step"},
		{"a strong split begins", map[int][5]int{0: pressing, 13: even}, "13 split, 0 first-step"},
		{"with a third on the smaller side", map[int][5]int{0: pressing, 13: third}, "13 split, 0 first-step"},
		{"a mild split does not", map[int][5]int{0: pressing, 13: mild}, "0 first-step, 13 split"},
		{
			"splits and steps take turns",
			map[int][5]int{0: pressing, 2: pressing, 3: pressing, 13: even, 14: fourFifths},
			"13 split, 2 first-step, 14 split, 0 first-step, 3 first-step",
		},
		{
			"mild splits come after the steps",
			map[int][5]int{0: pressing, 2: pressing, 11: mild, 13: mild, 14: fourFifths},
			"14 split, 2 first-step, 0 first-step, 11 split, 13 split",
		},
		{
			"five at most, with the first step",
			map[int][5]int{0: pressing, 11: even, 12: even, 13: even, 14: even, 15: even},
			"11 split, 0 first-step, 12 split, 13 split, 14 split",
		},
		{
			"a split first step stands before stronger splits",
			map[int][5]int{2: {2, 4, 0, 0, 14}, 13: even, 0: {0, 0, 10, 0, 0}}, // 0 is on watch
			"2 split, 0 first-step, 13 split",
		},
		{
			"mild splits of the plan stand before others",
			map[int][5]int{0: pressing, 2: mild, 11: {7, 0, 0, 0, 15}},
			"0 first-step, 2 split, 11 split",
		},
		{"the strongest camps first", map[int][5]int{11: fourFifths, 12: even, 13: third}, "12 split, 11 split, 13 split"},
		{"of equal camps, pills weakest first", map[int][5]int{11: {0, 8, 0, 0, 8}, 12: even}, "12 split, 11 split"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := said(inRoom(t, test.counts).Talks()); got != test.want {
				t.Errorf("got %s; want %s", got, test.want)
			}
		})
	}
}

// Dots of the room come before all other reasons, three at most; equal ones stand in the order of the plan. The rest follows.
func TestDotsComeFirst(t *testing.T) {
	counts := map[int][5]int{
		0: {0, 0, 0, 0, 10}, 2: {0, 0, 0, 0, 10}, 3: {0, 0, 10, 0, 0}, 4: {0, 0, 10, 0, 0}, 11: {8, 0, 0, 0, 8}, 13: {8, 0, 0, 0, 12},
	}
	for _, test := range []struct {
		name string
		dots map[int]int
		want string
	}{
		{"none", nil, "11 split, 2 first-step, 13 split, 0 first-step, 4 first-step"},
		{"one pitfall", map[int]int{4: 1}, "4 dots, 11 split, 2 first-step, 13 split, 0 first-step"},
		{"three at most", map[int]int{0: 1, 2: 2, 3: 12, 4: 9}, "3 dots, 4 dots, 2 dots, 11 split, 13 split"},
		{"as many dots, in the order of the plan", map[int]int{0: 5, 2: 5}, "2 dots, 0 dots, 11 split, 13 split, 4 first-step"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := inRoom(t, counts)
			with := r.WithDots(func(pitfall int) int { return test.dots[pitfall] })
			if got := said(with.Talks()); got != test.want {
				t.Errorf("got %s; want %s", got, test.want)
			}
			if r.Dots != [pitfalls.PitfallCount]int{} {
				t.Errorf("the dots of the result before are %v", r.Dots)
			}
			if agenda := with.Agenda(8); len(test.dots) > 0 && said(agenda.Talks) != test.want {
				t.Errorf("with time for one talk the agenda is %s", said(agenda.Talks))
			}
		})
	}
}

// The dots of a room's answers reach its talk; those of a plan file take their place where there are any.
func TestDotsOfAnswers(t *testing.T) {
	c := pitfalls.English()
	a := assess.New(c)
	a.Present, a.Dots[3] = 20, 12
	a.Topics[3].Overall = assess.Tally{Counts: [5]int{20}}
	r := score.Score(group.Of(c, a))
	if got := said(r.Talks()); got != "3 dots" {
		t.Errorf("got %s", got)
	}
	if got := said(r.WithDots(func(int) int { return 0 }).Talks()); got != "3 dots" {
		t.Errorf("without dots in the plan: %s", got)
	}
	if got := said(r.WithDots(func(pitfall int) int { return pitfall / 9 }).Talks()); got != "9 dots" {
		t.Errorf("with others: %s", got)
	}
}

// TestTheFirstStepIsNotBuried holds for any counts: the first step that nothing divides people about is first or second, no
// topic comes twice, and no mild split stands before a step.
func TestTheFirstStepIsNotBuried(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := inRoom(t, drawCounts(t))
		talks := r.Talks()
		if len(talks) > score.MaxTalks {
			t.Fatalf("%d topics", len(talks))
		}
		seen := map[int]bool{}
		for i, talk := range talks {
			if seen[talk.Topic] {
				t.Fatalf("twice: %s", said(talks))
			}
			seen[talk.Topic] = true
			topic := &r.Topics[talk.Topic]
			if (talk.Why == score.WhySplit) != topic.Split {
				t.Fatalf("%s of a topic with split %t", talk.Why, topic.Split)
			}
			first := len(r.Plan.Steps) > 0 && r.Plan.Steps[0].Pitfall == talk.Topic
			later := slices.ContainsFunc(talks[i+1:], func(t score.Talk) bool { return t.Why == score.WhyStep })
			if topic.Split && 3*topic.Camps < 199.9999 && !first && later {
				t.Fatalf("a mild split before a step: %s", said(talks))
			}
		}
		for _, s := range r.Plan.Now() {
			if !r.Topics[s.Pitfall].Split {
				if i := slices.IndexFunc(talks, func(t score.Talk) bool { return t.Topic == s.Pitfall }); i < 0 || i > 1 {
					t.Fatalf("the first step that all agree on is number %d of %s", i+1, said(talks))
				}
				break
			}
		}
	})
}

func drawCounts(t *rapid.T) map[int][5]int {
	counts := map[int][5]int{}
	for topic := range 20 {
		if rapid.Bool().Draw(t, "answered") {
			var c [5]int
			for i := range c {
				c[i] = rapid.IntRange(0, 4).Draw(t, "count")
			}
			if rapid.Bool().Draw(t, "camps") {
				c[1], c[2], c[3] = 0, 0, 0
			}
			counts[topic] = c
		}
	}
	return counts
}
