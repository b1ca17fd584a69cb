package score

import (
	"math"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// In the English catalogue overcommitted is treated by risk, have-a-plan and key-support.
func TestPriority(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		terms Terms
		want  float64
	}{
		{
			"no remedy rated",
			[]string{"overcommitted: 4 3 3"},
			Terms{Exposure: 58.333333, Focus: 1},
			58.333333,
		},
		{
			"one remedy rated",
			[]string{"overcommitted: 4 3 3", "have-a-plan: 2 3"},
			Terms{Exposure: 58.333333, Remedies: 37.5, Rated: true, Focus: 1},
			47.395833, // 58.333 × 0.8125
		},
		{
			"the mean of three remedies",
			[]string{"overcommitted: 3 3 3", "risk: 1 1", "have-a-plan: 3 3", "key-support: 5 5"},
			Terms{Exposure: 50, Remedies: 50, Rated: true, Focus: 1},
			37.5, // (0+50+100)/3 = 50; 50 × 0.75
		},
		{
			"a remedy without a score does not count",
			[]string{"overcommitted: 3 3 3", "risk: - -", "have-a-plan: ? ?", "key-support: 5 5"},
			Terms{Exposure: 50, Remedies: 100, Rated: true, Focus: 1},
			25, // 50 × 0.5
		},
		{
			"a remedy rated zero is rated",
			[]string{"overcommitted: 3 3 3", "risk: 1 1"},
			Terms{Exposure: 50, Rated: true, Focus: 1},
			50, // 50 × 1
		},
		{
			"another pitfall's remedy does not count",
			[]string{"overcommitted: 3 3 3", "find-your-avatar: 5 5"},
			Terms{Exposure: 50, Focus: 1},
			50,
		},
		{
			"focus of one",
			[]string{"overcommitted: 4 3 3", "have-a-plan: 2 3", "focus: overcommitted"},
			Terms{Exposure: 58.333333, Remedies: 37.5, Rated: true, Focus: 1.25, FocusVotes: 1, FocusVoters: 1},
			59.244792, // 47.395833 × 1.25
		},
		{
			"focus elsewhere",
			[]string{"overcommitted: 3 3 3", "focus: unclear-roles"},
			Terms{Exposure: 50, Focus: 1, FocusVoters: 1},
			50,
		},
		{
			"focus of a room",
			[]string{"present: 23", "overcommitted: 3 3 3", "focus: overcommitted"},
			Terms{Exposure: 50, Focus: 1.25, FocusVotes: 23, FocusVoters: 23},
			62.5,
		},
		{
			"nobody suffers it",
			[]string{"overcommitted: 1 1 1", "risk: 1 1", "focus: overcommitted"},
			Terms{Rated: true, Focus: 1.25, FocusVotes: 1, FocusVoters: 1},
			0,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := topic(t, scoreLines(t, test.lines...), "overcommitted")
			terms := got.Terms
			terms.Exposure = math.Round(terms.Exposure*1e6) / 1e6
			if terms != test.terms {
				t.Errorf("terms %+v; want %+v", terms, test.terms)
			}
			if math.Abs(got.Priority-test.want) > 5e-7 {
				t.Errorf("priority %v; want %v", got.Priority, test.want)
			}
		})
	}
}

func TestPriorityWithFocusOfAShare(t *testing.T) {
	c := pitfalls.English()
	g := group.Of(c, answers(t, "overcommitted: 3 3 3"))
	g.Respondents, g.FocusVoters = 30, 23
	g.Focus[c.Index("overcommitted")] = 9
	got := topic(t, Score(g), "overcommitted")
	if want := 54.891304; math.Abs(got.Priority-want) > 5e-7 { // 50 × (1 + 0.25 × 9/23) = 50 × 1.097826
		t.Errorf("priority %v; want %v", got.Priority, want)
	}
}

func TestNoPriority(t *testing.T) {
	r := scoreLines(t, "overcommitted: 5 . .", "unclear-roles: - - -", "have-a-plan: 3 3", "focus: overcommitted")
	for _, id := range []string{"overcommitted", "unclear-roles", "have-a-plan", "self-interest"} {
		if got := topic(t, r, id); got.Priority != 0 || got.Terms != (Terms{}) {
			t.Errorf("%s: priority %v, terms %+v; want none", id, got.Priority, got.Terms)
		}
	}
}

func TestOrder(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		want  string
	}{
		{
			"higher priority first",
			[]string{"unclear-roles: 3 3 3", "self-interest: 4 4 4", "taking-credit: 5 5 5"},
			"taking-credit self-interest unclear-roles",
		},
		{
			"remedies in place come after a smaller exposure without them", // 50 × 0.5 = 25 against 33.3 × 1
			append(all(pitfalls.Pill, "1"), "overcommitted: 3 3 3", "risk: 5 5", "have-a-plan: 5 5", "key-support: 5 5", "loudest-voice: 2 2 3"),
			"loudest-voice overcommitted",
		},
		{
			"pressing with remedies before on watch without", // 58.3 × 0.5 = 29.2 against 50
			append(all(pitfalls.Pill, "1"), "unresolved-conflict: 4 3 3", "partnerships-are-hard: 5 5", "relationship: 5 5",
				"know-how-to-negotiate: 5 5", "separate-pain-from-pleasure: 5 5", "self-interest: . . .", "overcommitted: 3 3 3"),
			"unresolved-conflict overcommitted",
		},
		{
			"overcommitted is second when it is pressing and would be third", // 58.3 × 0.5 = 29.2
			[]string{"unclear-roles: 4 4 4", "self-interest: 5 5 5", "overcommitted: 4 3 3", "risk: 5 5", "key-support: 5 5"},
			"self-interest overcommitted unclear-roles",
		},
		{
			"overcommitted stays second",
			[]string{"unclear-roles: 4 3 3", "self-interest: 5 5 5", "overcommitted: 4 4 3"},
			"self-interest overcommitted unclear-roles",
		},
		{
			"overcommitted stays third on watch",
			[]string{"unclear-roles: 4 4 4", "self-interest: 5 5 5", "overcommitted: 3 3 3"},
			"self-interest unclear-roles overcommitted",
		},
		{
			"equal priority: higher exposure first", // 50 × 1.25 = 62.5 × 1 = 62.5
			[]string{"unclear-purpose: 3 3 3", "unclear-roles: 3 4 .", "focus: unclear-purpose"},
			"unclear-roles unclear-purpose",
		},
		{
			"equal exposure: larger share of 4 and 5 first", // all at 50; shares 0, 1/3, 2/3
			[]string{"unclear-purpose: 3 3 3", "unclear-roles: 1 3 5", "loudest-voice: 1 4 4"},
			"loudest-voice unclear-roles unclear-purpose",
		},
		{
			"a share, not a count", // both at 75; shares 4/6 and 1/1
			[]string{"overcommitted: overall 0/1/1/1/3", "unclear-roles: overall 4"},
			"unclear-roles overcommitted",
		},
		{
			"all equal: catalogue order",
			[]string{"unresolved-conflict: 3 3 3", "unclear-roles: 3 3 3", "unclear-purpose: 3 3 3"},
			"unclear-purpose unclear-roles unresolved-conflict",
		},
		{
			"equal to a millionth is equal", // means in thirds and sevenths of 3 on the whole; more 4 and 5 in the second
			[]string{"unclear-purpose: 0/2/1/0/0 0/0/1/2/0 0/0/1/0/0", "unclear-roles: 0/3/1/3/0 0/3/1/3/0 0/3/1/3/0"},
			"unclear-roles unclear-purpose",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, test.lines...)
			var order []int
			for _, s := range r.Plan.Steps {
				order = append(order, s.Pitfall)
			}
			if got := ids(r, order); got != test.want {
				t.Errorf("order %s; want %s", got, test.want)
			}
		})
	}
}

func TestCompareStepsInMillionths(t *testing.T) {
	low := Topic{Priority: 40 + 1e-9, Value: 60, Votes: assess.Tally{Counts: [5]int{0, 0, 1}}}
	high := Topic{Priority: 40, Value: 70, Votes: assess.Tally{Counts: [5]int{0, 0, 1}}}
	if compareSteps(&high, &low) >= 0 {
		t.Error("a difference under a millionth decides")
	}
	high.Value = 60 - 1e-9
	high.Votes.Counts[4] = 1
	if compareSteps(&high, &low) >= 0 {
		t.Error("a difference of exposure under a millionth decides")
	}
}

func TestLevel(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		want  int
		moved bool
	}{
		{"no step", nil, 0, false},
		{"one step", []string{"overcommitted: 3 3 3"}, 1, false},
		{"a clear first", []string{"overcommitted: 3 3 3", "unclear-roles: 2 3 3"}, 1, false},
		{"level but for the share of 4 and 5", []string{"overcommitted: 3 3 3", "unclear-roles: 2 3 4"}, 1, false},
		{"the second and third alone", []string{"overcommitted: 3 3 3", "unclear-roles: 2 3 3", "self-interest: 2 3 3"}, 1, false},
		{"four", []string{"unclear-purpose: 3 3 3", "unclear-roles: 3 3 3", "self-interest: 3 3 3", "taking-credit: 3 3 3", "overselling: 2 3 3"}, 4, false},
		{"all", append(all(pitfalls.Pitfall, "3"), all(pitfalls.Pill, "3")...), 10, false},
		{"overcommitted among them", []string{"unclear-purpose: 4 4 4", "overcommitted: 4 4 4", "unclear-roles: 4 4 4"}, 3, false},
		{"one behind overcommitted, which was moved", []string{"unclear-roles: 5 5 5", "self-interest: 5 5 5", "overcommitted: 4 4 4"}, 2, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, test.lines...)
			if r.Plan.Level != test.want || r.Plan.OvercommittedMoved != test.moved {
				t.Errorf("level %d, moved %t; want %d, %t", r.Plan.Level, r.Plan.OvercommittedMoved, test.want, test.moved)
			}
		})
	}
}
