package score

import (
	"slices"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
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
			"overcommitted pressing and third by priority", // 58.3 × 0.5 = 29.2 against 58.3
			[]string{"unclear-roles: 4 3 3", "self-interest: 4 3 3", "overcommitted: 4 3 3", "risk: 5 5", "have-a-plan: . .", "key-support: 5 5"},
			2,
			"unclear-roles overcommitted|self-interest|",
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
		check        bool
	}{
		{"none scored", []string{"risk: ? ?", "key-support: - -"}, "", "", false},
		{"the weakest first", []string{"risk: 3 3", "have-a-plan: 2 2"}, "have-a-plan risk", "", false},
		{"the two weakest", []string{"risk: 3 3", "have-a-plan: 2 2", "key-support: 1 1"}, "key-support have-a-plan", "", false},
		{"equally weak: catalogue order", []string{"key-support: 2 2", "have-a-plan: 2 2", "risk: 2 2"}, "risk have-a-plan", "", false},
		{"strong ones to lean on", []string{"risk: 5 5", "have-a-plan: 2 2", "key-support: 4 4"}, "have-a-plan", "risk key-support", false},
		{"just under 75", []string{"risk: overall 0/0/1/99999/0"}, "risk", "", false},
		{"all strong", []string{"risk: 4 4", "have-a-plan: 5 5", "key-support: 4 5"}, "", "risk have-a-plan key-support", true},
		{"all that are scored are strong", []string{"risk: 4 4", "have-a-plan: 5 5"}, "", "risk have-a-plan", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, append(test.lines, "overcommitted: 5 5 5")...)
			s := stepOf(r, "overcommitted")
			if ids(r, s.Take) != test.take || ids(r, s.LeanOn) != test.leanOn {
				t.Errorf("take %q, lean on %q; want %q and %q", ids(r, s.Take), ids(r, s.LeanOn), test.take, test.leanOn)
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
	r := scoreLines(t, "present: 9", "unclear-roles: 3/0/0/0/3 . 0/0/5/0/0", "self-interest: 0/0/3/3/0 . 0/0/3/0/0")
	if !stepOf(r, "unclear-roles").TalkFirst || stepOf(r, "self-interest").TalkFirst {
		t.Error("want to talk first about the split pitfall alone")
	}
}

func TestInPlaceAndNoTrouble(t *testing.T) {
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
			if got := ids(r, r.Plan.InPlace); got != test.pills {
				t.Errorf("pills %q; want %q", got, test.pills)
			}
			if got := ids(r, r.Plan.NoTrouble); got != test.pitfalls {
				t.Errorf("pitfalls %q; want %q", got, test.pitfalls)
			}
		})
	}
}

func TestWhatIsInDoubtIsNeitherInPlaceNorNoTrouble(t *testing.T) {
	const calm, strong = "8/0/0/0/0", "0/0/0/0/8"
	side := func(role assess.Role, pitfall, pill string) []roleLines {
		return times(3, role, "overcommitted: overall "+pitfall, "risk: overall "+pill)
	}
	room := func(pitfall, pill string) []roleLines {
		return []roleLines{{"", []string{"present: 12", "overcommitted: overall " + pitfall, "risk: overall " + pill}}}
	}
	for _, test := range []struct {
		name            string
		files           []roleLines
		pills, pitfalls string
	}{
		{"no doubt", room(calm, strong), "risk", "overcommitted"},
		{"split", room("8/0/0/0/2", "2/0/0/0/8"), "", ""},
		{"one apart on the bad side", room("7/0/0/0/1", "1/0/0/0/7"), "", ""},
		{"no split, but one camp", room("9/0/0/0/0", "0/0/0/9/0"), "risk", "overcommitted"},
		{"a third who do not know", room("8/0/0/0/0/4", "0/0/0/0/8/4"), "", ""},
		{"fewer who do not know", room("9/0/0/0/0/3", "0/0/0/0/9/3"), "risk", "overcommitted"},
		{"seen differently", append(side("leader", "1", "5"), side("member", "2", "4")...), "", ""},
		{"seen nearly alike", append(side("leader", "1", "5"), side("", "2", "4")...), "risk", "overcommitted"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := Score(groupOf(t, test.files...))
			if b := topic(t, r, "overcommitted").Band; b != Calm {
				t.Fatalf("the pitfall is %v", b)
			}
			if b := topic(t, r, "risk").Band; b != Strong {
				t.Fatalf("the pill is %v", b)
			}
			if pills, calm := ids(r, r.Plan.InPlace), ids(r, r.Plan.NoTrouble); pills != test.pills || calm != test.pitfalls {
				t.Errorf("in place %q, no trouble %q; want %q and %q", pills, calm, test.pills, test.pitfalls)
			}
		})
	}
}

// Who stands apart on the good side is no reason for doubt.
func TestOneApartOnTheGoodSideIsNoDoubt(t *testing.T) {
	r := scoreLines(t, "present: 9", "overcommitted: 1/0/0/8/0 8/0/0/0/0 8/0/0/0/0", "risk: 0/8/0/0/1 0/0/0/0/8")
	for _, id := range []string{"overcommitted", "risk"} {
		if x := topic(t, r, id); !x.Apart || x.doubtful() {
			t.Errorf("%s: apart %t, doubtful %t; want apart and no doubt", id, x.Apart, x.doubtful())
		}
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
