package score

import (
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// actionsOf names each action of a step, with what it answers.
func actionsOf(r *Result, s *Step) string {
	var names []string
	for _, a := range s.Actions {
		names = append(names, r.ActionID(a)+" for "+a.For)
	}
	return strings.Join(names, ", ")
}

// In the catalogue the signs of overcommitted are answered so: slipping-follow-up by list-what-was-agreed and
// sort-three-piles, overwhelmed by ask-the-busiest and add-up-hours, rival-priorities by pick-three-priorities and
// vote-with-dots.
func TestActionsOfAStep(t *testing.T) {
	const weakPlan = "have-a-plan: 1 1"
	for _, test := range []struct {
		name  string
		lines []string
		want  string
	}{
		{
			"the two worst signs",
			[]string{"overcommitted: 3 5 4"},
			"overcommitted.ask-the-busiest for overwhelmed, overcommitted.pick-three-priorities for rival-priorities",
		},
		{
			"equal means: catalogue order",
			[]string{"overcommitted: 4 4 4"},
			"overcommitted.list-what-was-agreed for slipping-follow-up, overcommitted.ask-the-busiest for overwhelmed",
		},
		{
			"equal means: the larger share of 4 and 5",
			[]string{"present: 9", "overcommitted: 0/0/6/0/2 0/0/4/4/0 0/0/6/0/2"},
			"overcommitted.ask-the-busiest for overwhelmed, overcommitted.list-what-was-agreed for slipping-follow-up",
		},
		{
			"the second sign at 3",
			[]string{"overcommitted: 5 3 1", "unclear-roles: 5 5 5"},
			"overcommitted.list-what-was-agreed for slipping-follow-up, overcommitted.ask-the-busiest for overwhelmed",
		},
		{
			"the second sign under 3",
			[]string{"overcommitted: 5 2 1", "unclear-roles: 5 5 5"},
			"overcommitted.list-what-was-agreed for slipping-follow-up, overcommitted.sort-three-piles for slipping-follow-up",
		},
		{
			"one sign rated enough",
			[]string{"overcommitted: . 5 2"},
			"overcommitted.ask-the-busiest for overwhelmed, overcommitted.add-up-hours for overwhelmed",
		},
		{
			"a quick answer",
			[]string{"overcommitted: overall 5"},
			"overcommitted.sort-three-piles for quick, overcommitted.pick-three-priorities for quick",
		},
		{
			"a pill to take",
			[]string{"overcommitted: 3 5 4", weakPlan},
			"overcommitted.ask-the-busiest for overwhelmed, overcommitted.pick-three-priorities for rival-priorities, have-a-plan.hours-per-step for have-a-plan",
		},
		{
			"nothing pressing: one action",
			[]string{"overcommitted: 3 3 3", weakPlan},
			"overcommitted.list-what-was-agreed for slipping-follow-up",
		},
		{
			"split in one sign of three",
			[]string{"present: 9", "overcommitted: 1/0/0/0/4 1/0/0/0/5 2/0/0/0/4", "have-a-plan: 9/0/0/0/0 9/0/0/0/0"},
			"overcommitted.ask-the-busiest for overwhelmed, overcommitted.list-what-was-agreed for slipping-follow-up, have-a-plan.hours-per-step for have-a-plan",
		},
		{
			"split in two signs",
			[]string{"present: 9", "overcommitted: 2/0/0/0/4 1/0/0/0/5 2/0/0/0/4", "have-a-plan: 9/0/0/0/0 9/0/0/0/0"},
			"overcommitted.talk for talk, overcommitted.ask-the-busiest for overwhelmed, have-a-plan.hours-per-step for have-a-plan",
		},
		{
			"split and quick",
			[]string{"present: 9", "overcommitted: overall 2/0/0/0/5"},
			"overcommitted.talk for talk, overcommitted.sort-three-piles for quick",
		},
		{
			"split with nothing pressing",
			[]string{"present: 9", "overcommitted: overall 4/0/0/0/3"},
			"overcommitted.talk for talk",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, test.lines...)
			if got := actionsOf(r, stepOf(r, "overcommitted")); got != test.want {
				t.Errorf("actions\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestNextHasOneActionAndLaterNone(t *testing.T) {
	r := scoreLines(t, append(all(pitfalls.Pitfall, "4"), all(pitfalls.Pill, "1")...)...)
	for _, s := range r.Plan.Steps {
		if want := map[When]int{Now: 3, Next: 1, Later: 0}[s.When]; len(s.Actions) != want {
			t.Errorf("step %d, %s: %d actions; want %d", s.Rank, s.When, len(s.Actions), want)
		}
	}
}

// Unrealistic expectations and under-communicating both may take find-your-avatar with the same action, and key-support
// with different ones.
func TestAnActionOfAPillStandsOnce(t *testing.T) {
	steps := []string{"unrealistic-expectations: 5 5 5", "under-communicating: 4 4 4"}
	for _, test := range []struct {
		name          string
		lines         []string
		first, second string
	}{
		{
			"the second pill in its place",
			[]string{"find-your-avatar: 1 1", "key-support: 2 2"},
			"find-your-avatar.second-contact", "key-support.answer-sheet",
		},
		{"no other pill", []string{"find-your-avatar: 1 1"}, "find-your-avatar.second-contact", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, append(test.lines, steps...)...)
			fit := func(id string) string {
				for _, a := range stepOf(r, id).Actions {
					if r.Topics[a.Topic].Kind == pitfalls.Pill {
						return r.ActionID(a)
					}
				}
				return ""
			}
			first, second := fit("unrealistic-expectations"), fit("under-communicating")
			if first != test.first || second != test.second {
				t.Errorf("%q and %q; want %q and %q", first, second, test.first, test.second)
			}
		})
	}
}

func TestShows(t *testing.T) {
	for _, test := range []struct {
		name, line, question string
		mean                 float64
		high, of             int
	}{
		{"one sign at always, two at never", "overcommitted: 1 1 5", "rival-priorities", 5, 1, 1},
		{"one person at sometimes", "overcommitted: 2 3 3", "overwhelmed", 3, 0, 1},
		{"a quick answer", "overcommitted: overall 4", "overall", 4, 1, 1},
		{"several", "overcommitted: 0/0/9/0/0 0/0/0/5/2/1 0/0/9/0/0", "overwhelmed", 30.0 / 7, 7, 7},
		{"several who differ", "overcommitted: 0/0/9/0/0 0/1/2/5/2 0/0/9/0/0", "overwhelmed", 3.8, 7, 10},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, "present: 12", test.line)
			s := stepOf(r, "overcommitted").Shows
			q := Question{Place: s.Place}
			if got := topic(t, r, "overcommitted").QuestionID(q); got != test.question || round(s.Mean) != round(test.mean) || s.High != test.high || s.Of != test.of {
				t.Errorf("shows in %s at %v, %d of %d; want %s, %v, %d of %d", got, s.Mean, s.High, s.Of, test.question, test.mean, test.high, test.of)
			}
		})
	}
}

// Whatever the worst sign of a pitfall is, the plan answers it.
func TestEverySignIsAnswered(t *testing.T) {
	for _, p := range pitfalls.English().Pitfalls() {
		for i, sign := range p.Questions {
			ratings := []string{"3", "3", "3"}
			ratings[i] = "5"
			r := scoreLines(t, p.ID+": "+strings.Join(ratings, " "))
			s := stepOf(r, p.ID)
			if got := s.Actions[0]; got.For != sign.ID || got.ID != sign.Actions[0] {
				t.Errorf("%s.%s is answered by %s for %s; want %s", p.ID, sign.ID, got.ID, got.For, sign.Actions[0])
			}
		}
	}
}

func TestAskTwoComesFirstWhereAnswersAreFlat(t *testing.T) {
	r := scoreLines(t, append(all(pitfalls.Pitfall, "3"), all(pitfalls.Pill, "3")...)...)
	if got := actionsOf(r, &r.Plan.Steps[0]); !strings.HasPrefix(got, "ask-two for flat, ") {
		t.Errorf("the first step has %s", got)
	}
	for _, s := range r.Plan.Steps[1:] {
		if got := actionsOf(r, &s); strings.Contains(got, "ask-two") {
			t.Errorf("step %d has %s", s.Rank, got)
		}
	}
}
