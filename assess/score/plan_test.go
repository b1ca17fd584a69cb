package score

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestSteps(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		limit int
		want  string // now, next and later, with a bar between them
	}{
		{"nothing answered", nil, 3, "||"},
		{"all calm", all(pitfalls.Pitfall, "2"), 3, "||"},
		{"one on watch", []string{"loudest-voice: 2 2 3"}, 3, "loudest-voice||"},
		{"calm is never in the plan", []string{"unclear-roles: 2 2 2", "self-interest: 3 3 3"}, 3, "self-interest||"},
		{
			"overcommitted on watch", append(all(pitfalls.Pitfall, "3"), "overcommitted: 3 3 3"), 3,
			"unclear-purpose overcommitted unrealistic-expectations|unclear-roles self-interest taking-credit|" +
				"overselling under-communicating loudest-voice unresolved-conflict",
		},
		{
			"overcommitted pressing", append(all(pitfalls.Pitfall, "3"), "overcommitted: 3 3 4"), 2,
			"overcommitted unclear-purpose|unrealistic-expectations unclear-roles self-interest|" +
				"taking-credit overselling under-communicating loudest-voice unresolved-conflict",
		},
		{
			"overcommitted pressing and first among the next", // 58.3 × 0.5 = 29.2
			[]string{"unclear-roles: 3 3 3", "self-interest: 3 3 3", "overcommitted: 4 3 3", "risk: 5 5", "have-a-plan: . .", "key-support: 5 5"},
			2,
			"unclear-roles self-interest|overcommitted|",
		},
		{
			"four",
			[]string{"unclear-purpose: 5 5 5", "unclear-roles: 4 4 4", "self-interest: 3 3 3", "taking-credit: 2 3 3"},
			3,
			"unclear-purpose unclear-roles self-interest|taking-credit|",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, test.lines...)
			if r.Plan.Limit != test.limit {
				t.Errorf("limit %d; want %d", r.Plan.Limit, test.limit)
			}
			var parts [3][]int
			for i, s := range r.Plan.Steps {
				if s.Rank != i+1 {
					t.Errorf("step %d has rank %d", i+1, s.Rank)
				}
				parts[s.When] = append(parts[s.When], s.Pitfall)
			}
			if got := ids(r, parts[Now]) + "|" + ids(r, parts[Next]) + "|" + ids(r, parts[Later]); got != test.want {
				t.Errorf("plan %s\nwant %s", got, test.want)
			}
		})
	}
}

// Overcommitted is treated by risk, have-a-plan and key-support, in this order.
func TestTakeAndLeanOn(t *testing.T) {
	for _, test := range []struct {
		name         string
		lines        []string
		take, leanOn string
		actions      string // topic and place of each
		check        bool
	}{
		{"none scored", []string{"risk: ? ?", "key-support: - -"}, "", "", "overcommitted 1, overcommitted 2", false},
		{"the weakest first", []string{"risk: 3 3", "have-a-plan: 2 2"}, "have-a-plan risk", "", "overcommitted 1, overcommitted 2, have-a-plan 1", false},
		{"the two weakest", []string{"risk: 3 3", "have-a-plan: 2 2", "key-support: 1 1"}, "key-support have-a-plan", "", "overcommitted 1, overcommitted 2, key-support 1", false},
		{"equally weak: catalogue order", []string{"key-support: 2 2", "have-a-plan: 2 2", "risk: 2 2"}, "risk have-a-plan", "", "overcommitted 1, overcommitted 2, risk 1", false},
		{"strong ones to lean on", []string{"risk: 5 5", "have-a-plan: 2 2", "key-support: 4 4"}, "have-a-plan", "risk key-support", "overcommitted 1, overcommitted 2, have-a-plan 1", false},
		{"just under 75", []string{"risk: overall 0/0/1/99999/0"}, "risk", "", "overcommitted 1, overcommitted 2, risk 1", false},
		{"all strong", []string{"risk: 4 4", "have-a-plan: 5 5", "key-support: 4 5"}, "", "risk have-a-plan key-support", "overcommitted 1, overcommitted 2", true},
		{"all that are scored are strong", []string{"risk: 4 4", "have-a-plan: 5 5"}, "", "risk have-a-plan", "overcommitted 1, overcommitted 2", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, append(test.lines, "overcommitted: 5 5 5")...)
			s := stepOf(r, "overcommitted")
			if ids(r, s.Take) != test.take || ids(r, s.LeanOn) != test.leanOn {
				t.Errorf("take %q, lean on %q; want %q and %q", ids(r, s.Take), ids(r, s.LeanOn), test.take, test.leanOn)
			}
			if got := actionsOf(r, s); got != test.actions {
				t.Errorf("actions %s; want %s", got, test.actions)
			}
			if s.CheckRemedies != test.check {
				t.Errorf("check the remedies: %v; want %v", s.CheckRemedies, test.check)
			}
		})
	}
}

// Where a pitfall names its pills in another order than the catalogue, equally weak pills are in catalogue order and
// pills to lean on in the pitfall's own.
func TestTakeAndLeanOnOrder(t *testing.T) {
	c := *pitfalls.English()
	c.Topics = slices.Clone(c.Topics)
	c.Topic("overcommitted").Pills = []string{"key-support", "have-a-plan", "risk"}

	weak := Score(group.Of(&c, answers(t, append(all(pitfalls.Pill, "2"), "overcommitted: 5 5 5")...)))
	if got := ids(weak, stepOf(weak, "overcommitted").Take); got != "risk have-a-plan" {
		t.Errorf("take %s", got)
	}
	strong := Score(group.Of(&c, answers(t, append(all(pitfalls.Pill, "5"), "overcommitted: 5 5 5")...)))
	if got := ids(strong, stepOf(strong, "overcommitted").LeanOn); got != "key-support have-a-plan risk" {
		t.Errorf("lean on %s", got)
	}
}

// actionsOf names each action of a step by its topic and its place there.
func actionsOf(r *Result, s *Step) string {
	var names []string
	for _, a := range s.Actions {
		own := r.Topics[a.Topic].Actions
		for i := range own {
			if &own[i] == a.Action {
				names = append(names, fmt.Sprintf("%s %d", r.Topics[a.Topic].ID, i+1))
			}
		}
	}
	return strings.Join(names, ", ")
}

// Unclear purpose leads to unclear roles and to overcommitted.
func TestEases(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"both above calm", []string{"unclear-roles: 5 5 5", "overcommitted: 3 3 3"}, "unclear-roles overcommitted"},
		{"one calm", []string{"unclear-roles: 2 2 2", "overcommitted: 3 3 3"}, "overcommitted"},
		{"one not scored", []string{"unclear-roles: 5 5 5", "overcommitted: 5 . ."}, "unclear-roles"},
		{"none answered", nil, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, append(test.lines, "unclear-purpose: 4 4 4")...)
			var eased []int
			for _, e := range stepOf(r, "unclear-purpose").Eases {
				eased = append(eased, e.Pitfall)
				links := topic(t, r, "unclear-purpose").LeadsTo
				if !slices.ContainsFunc(links, func(l pitfalls.Link) bool {
					return l.Pitfall == r.Topics[e.Pitfall].ID && l.Because == e.Because
				}) {
					t.Errorf("%s because %q is not in the catalogue", r.Topics[e.Pitfall].ID, e.Because)
				}
			}
			if got := ids(r, eased); got != test.want {
				t.Errorf("eases %q; want %q", got, test.want)
			}
		})
	}
}

func TestTalkFirst(t *testing.T) {
	r := scoreLines(t, "present: 9", "unclear-roles: 3/0/0/0/3 . 0/0/3/0/0", "self-interest: 0/0/3/3/0 . 0/0/3/0/0")
	if !stepOf(r, "unclear-roles").TalkFirst || stepOf(r, "self-interest").TalkFirst {
		t.Error("want to talk first about the split pitfall alone")
	}
}

func TestWorking(t *testing.T) {
	for _, test := range []struct {
		name            string
		lines           []string
		pills, pitfalls string
	}{
		{"nothing", []string{"risk: 3 4", "overcommitted: 2 2 3"}, "", ""},
		{"the strongest and the calmest first", []string{
			"risk: 4 4", "have-a-plan: 5 5", "key-support: 4 5",
			"overcommitted: 2 2 2", "unclear-roles: 1 1 1", "loudest-voice: 1 2 2",
		}, "have-a-plan key-support risk", "unclear-roles loudest-voice overcommitted"},
		{
			"three of each; ties in catalogue order", append(all(pitfalls.Pill, "4"), all(pitfalls.Pitfall, "2")...),
			"partnerships-are-hard risk relationship", "unclear-purpose overcommitted unrealistic-expectations",
		},
		{
			"the best of many", append(append(all(pitfalls.Pill, "4"), all(pitfalls.Pitfall, "2")...),
				"communicate-the-vision: 5 4", "unresolved-conflict: 1 2 2"),
			"communicate-the-vision partnerships-are-hard risk", "unresolved-conflict unclear-purpose overcommitted",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, test.lines...)
			if got := ids(r, r.Plan.Working.Pills); got != test.pills {
				t.Errorf("pills %q; want %q", got, test.pills)
			}
			if got := ids(r, r.Plan.Working.Pitfalls); got != test.pitfalls {
				t.Errorf("pitfalls %q; want %q", got, test.pitfalls)
			}
		})
	}
}

func TestFindOut(t *testing.T) {
	base := append(all(pitfalls.Pitfall, "3"), all(pitfalls.Pill, "3")...)
	for _, test := range []struct {
		name, line, want string
	}{
		{"all rated", "risk: 3 3", ""},
		{"too few answers", "overcommitted: 3 . .", "overcommitted"},
		{"no answer", "risk: . .", "risk"},
		{"not applicable", "overcommitted: - - -", ""},
		{"a third not known", "overcommitted: 3 ? 3", "overcommitted"},                                    // 1 of 3
		{"half not known", "risk: 3 ?", "risk"},                                                           // 1 of 2
		{"a third of the applicable", "overcommitted: 3/3/3/3/0/6/9 - -", "overcommitted"},                // 6 of 18; na is not counted
		{"a hair under a third", "overcommitted: 3/3/3/4/0/6 - -", ""},                                    // 6 of 19
		{"a third over all questions", "overcommitted: 1/0/0/0/0/3 1/1/1/0/0 1/1/0/0/0", "overcommitted"}, // 3 of 9
		{"open is not the same as not known", "overcommitted: 3 . 3", ""},
		{"not known in a quick answer", "overcommitted: . . .", "overcommitted"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, append(base, test.line)...)
			if got := ids(r, r.Plan.FindOut); got != test.want {
				t.Errorf("find out %q; want %q", got, test.want)
			}
		})
	}
	t.Run("pitfalls before pills, in catalogue order", func(t *testing.T) {
		r := scoreLines(t, append(base, "risk: ? ?", "unresolved-conflict: . . .", "overcommitted: ? ? 3")...)
		if got := ids(r, r.Plan.FindOut); got != "overcommitted unresolved-conflict risk" {
			t.Errorf("find out %q", got)
		}
		if got := ids(r, r.Plan.Unanswered); got != "unresolved-conflict" {
			t.Errorf("unanswered %q", got)
		}
	})
	t.Run("in a step too", func(t *testing.T) {
		r := scoreLines(t, append(base, "overcommitted: 5 ? 5")...)
		if stepOf(r, "overcommitted") == nil || ids(r, r.Plan.FindOut) != "overcommitted" {
			t.Errorf("want overcommitted in a step and under find out, which is %q", ids(r, r.Plan.FindOut))
		}
	})
}

func TestWorthBuilding(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"no step: every weak pill", append(all(pitfalls.Pitfall, "1"), "risk: 1 1", "relationship: 3 3", "key-support: 2 2"), "risk key-support"},
		{
			"not those of a step", append(all(pitfalls.Pill, "1"), "overcommitted: 5 5 5"),
			"partnerships-are-hard relationship know-how-to-negotiate separate-pain-from-pleasure find-your-avatar be-your-avatar communicate-the-vision",
		},
		{"not those of a later step either", append(all(pitfalls.Pitfall, "3"), all(pitfalls.Pill, "1")...), ""},
		{"not one without a score", []string{"risk: ? 1", "key-support: ? ?"}, "risk"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, test.lines...)
			if got := ids(r, r.Plan.WorthBuilding); got != test.want {
				t.Errorf("worth building %q; want %q", got, test.want)
			}
		})
	}
}
