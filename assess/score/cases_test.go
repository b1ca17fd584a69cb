package score

import (
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The cases are answers of coalitions whose plan we would hand to them. Each checks what its plan has to say.

func TestCaseAllThree(t *testing.T) {
	r := scoreLines(t, both("3", "3")...)
	if c := r.Caution(Flat); c == nil || c.Rating != 3 || c.Count != 50 {
		t.Errorf("flat: %+v", c)
	}
	if r.Plan.Level != 10 || len(r.Plan.Steps) != 10 {
		t.Errorf("%d of %d level; want all ten", r.Plan.Level, len(r.Plan.Steps))
	}
	if first := r.Plan.Steps[0].Actions[0]; r.ActionID(first) != "ask-two" {
		t.Errorf("the first thing to do is %s", r.ActionID(first))
	}
}

func TestCaseAllFiveAndAllOne(t *testing.T) {
	for rating, sum := range map[string]float64{"5": 4, "1": -4} {
		if c := scoreLines(t, both(rating, rating)...).Caution(OneWay); c == nil || c.Sum != sum {
			t.Errorf("all %s: one-way %+v; want %v", rating, c, sum)
		}
	}
	r := scoreLines(t, both("1", "1")...)
	if len(r.Plan.Steps) != 0 || len(r.Plan.InPlace) != 0 || len(r.Plan.WorthBuilding) != pitfalls.PillCount {
		t.Errorf("all 1: %d steps, %q in place, %d worth building; want no step and all pills worth building",
			len(r.Plan.Steps), ids(r, r.Plan.InPlace), len(r.Plan.WorthBuilding))
	}
}

func TestCaseHighOnEverything(t *testing.T) {
	lines := both("5", "4", "overcommitted: 4 4 4")
	r := scoreLines(t, lines...)
	if r.Caution(OneWay) == nil {
		t.Error("one-way is not said")
	}
	if s := stepOf(r, "overcommitted"); s == nil || s.Rank > 2 || !r.Plan.OvercommittedMoved || r.Plan.Limit != 2 {
		t.Errorf("overcommitted: %+v, moved %t, limit %d", s, r.Plan.OvercommittedMoved, r.Plan.Limit)
	}
}

func TestCaseClash(t *testing.T) {
	r := scoreLines(t,
		"have-a-plan: 5 5", "overcommitted: 5 1 5", "relationship: 5 5", "partnerships-are-hard: 3 5", "unresolved-conflict: 5 1 5")
	c := r.Caution(Clashing)
	if c == nil || len(c.Clashes) != 3 || c.Clashes[0].Sign != "overcommitted.slipping-follow-up" || c.Clashes[0].Ask == "" {
		t.Fatalf("clash: %+v", c)
	}
	s := stepOf(r, "unresolved-conflict")
	if relationship := r.Group.Catalogue.Index("relationship"); !slices.Contains(s.LeanOn, relationship) || len(s.Doubts) != 2 || s.Doubts[1].Pill != relationship {
		t.Errorf("leans on %s, doubts %+v", ids(r, s.LeanOn), s.Doubts)
	}
	if got := stepOf(r, "overcommitted").Doubts; len(got) != 1 || got[0].Clash != c.Clashes[0] {
		t.Errorf("overcommitted doubts %+v", got)
	}
}

// Seven agree and one says the opposite everywhere.
func TestCaseOneOfEightStandsApart(t *testing.T) {
	files := append(times(7, "member", both("2", "5")...), times(1, "member", both("5", "1")...)...)
	r := Score(groupOf(t, files...))
	for i := range r.Topics {
		if r.Topics[i].Split || !r.Topics[i].Apart {
			t.Errorf("%s: split %t, apart %t", r.Topics[i].ID, r.Topics[i].Split, r.Topics[i].Apart)
		}
	}
}

func TestCaseFourLevel(t *testing.T) {
	r := scoreLines(t, "unclear-purpose: 4 4 4", "unclear-roles: 4 4 4", "self-interest: 4 4 4", "overselling: 4 4 4", "taking-credit: 3 3 4")
	if r.Plan.Level != 4 {
		t.Errorf("%d level", r.Plan.Level)
	}
}

// A new member rates nine statements and does not know 41.
func TestCaseNewMember(t *testing.T) {
	a := answers(t, both("?", "?")...)
	a.Role = assess.Member
	for i := range 3 {
		for q := range 3 {
			a.Set(assess.Place{Topic: i, Question: q}, assess.TallyOf(4))
		}
	}
	r := Score(group.Of(pitfalls.English(), a))
	if c := r.Caution(LittleKnown); c == nil || c.DontKnow != 41 || c.Of != 50 {
		t.Errorf("little known: %+v", c)
	}
	if risk := r.Group.Catalogue.Index("risk"); !slices.Contains(r.Plan.FindOut, risk) || r.Topics[risk].Ask != pitfalls.AskLeader {
		t.Error("nobody asks the leader about risks")
	}
}

func TestCaseRosyLeadersGloomyMembers(t *testing.T) {
	files := slices.Concat(
		times(2, "leader", both("2", "5")...), times(2, "staff", both("1", "4")...),
		times(3, "member", both("4", "2")...), times(1, "partner", both("5", "2")...),
	)
	r := Score(groupOf(t, files...))
	if v := r.TwoViews; v == nil || v.Rosier != Leaders || v.Topics != 20 || v.Of != 20 {
		t.Errorf("two views: %+v", v)
	}
	if n := len(r.Plan.InPlace) + len(r.Plan.NoTrouble); n != 0 {
		t.Errorf("%d topics that are seen differently are said to be fine", n)
	}
}

func TestCaseOneOfSixAtFive(t *testing.T) {
	var files []roleLines
	for _, rating := range []string{"1", "1", "2", "1", "2", "5"} {
		lines := all(pitfalls.Pitfall, rating)[:9]
		files = append(files, roleLines{"", append(lines, "unresolved-conflict: 3 3 3")})
	}
	r := Score(groupOf(t, files...))
	apart := 0
	for i := range r.Topics {
		if r.Topics[i].Apart {
			apart++
		}
	}
	if len(r.Plan.NoTrouble) != 0 || apart != 9 {
		t.Errorf("no trouble %q, %d apart; want none and nine", ids(r, r.Plan.NoTrouble), apart)
	}
}

func TestCaseOneSignAtAlways(t *testing.T) {
	s := stepOf(scoreLines(t, "loudest-voice: 1 5 1"), "loudest-voice")
	if s == nil || s.Shows.Place.Question != 1 || s.Shows.Label() != 5 || s.Actions[0].For != "others-go-quiet" {
		t.Errorf("%+v", s)
	}
}

func TestCaseOneLeaderAndOneMember(t *testing.T) {
	r := Score(groupOf(t, append(times(1, "leader", both("2", "4")...), times(1, "member", both("3", "3")...)...)...))
	if len(r.SeenDifferently) != 0 || r.TwoViews != nil {
		t.Errorf("%d seen differently, %v", len(r.SeenDifferently), r.TwoViews)
	}
}

// Conflict, with all its pills in place, is pressing; overcommitted, without any, is on watch.
func TestCaseConflictFirst(t *testing.T) {
	r := scoreLines(t, "unresolved-conflict: 4 4 4", "overcommitted: 3 3 2", "risk: 1 1", "have-a-plan: 1 1", "key-support: 1 1",
		"partnerships-are-hard: 5 5", "relationship: 5 5", "know-how-to-negotiate: 5 5", "separate-pain-from-pleasure: 5 5")
	conflict, busy := topic(t, r, "unresolved-conflict"), topic(t, r, "overcommitted")
	if s := r.Plan.Steps; ids(r, []int{s[0].Pitfall, s[1].Pitfall}) != "unresolved-conflict overcommitted" || conflict.Priority >= busy.Priority {
		t.Errorf("first %s, priorities %v and %v", r.Topics[s[0].Pitfall].ID, conflict.Priority, busy.Priority)
	}
	if !stepOf(r, "unresolved-conflict").CheckRemedies {
		t.Error("does not ask why the trouble is still there")
	}
}

func TestCaseHealthy(t *testing.T) {
	r := scoreLines(t, both("1", "5", "under-communicating: 2 3 2", "overcommitted: 2 3 2")...)
	for _, s := range r.Plan.Steps {
		if len(s.Actions) != 1 {
			t.Errorf("step %d has %d actions; nothing is pressing", s.Rank, len(s.Actions))
		}
	}
	if len(r.Plan.Steps) != 2 {
		t.Errorf("%d steps", len(r.Plan.Steps))
	}
}

// The same person answers twice, and in each of ten topics one answer is one step different.
func TestCaseTheSamePersonTwice(t *testing.T) {
	before := both("3", "4")
	after := slices.Clone(before)
	for i := range after {
		if i%2 == 0 {
			word, _, _ := strings.Cut(strings.SplitN(after[i], ": ", 2)[1], " ")
			after[i] = strings.Replace(after[i], " "+word, map[string]string{"3": " 4", "4": " 5"}[word], 1)
		}
	}
	c := Compare(scoreLines(t, before...), scoreLines(t, after...))
	if len(c.Steady) != len(c.Topics) {
		t.Errorf("better %s, worse %s", ids(c.After, c.Better), ids(c.After, c.Worse))
	}
}

// A pill that is not strong is none to rely on, and so there is nothing to doubt.
func TestDoubtsAreAboutStrongPills(t *testing.T) {
	r := scoreLines(t,
		"have-a-plan: 5 5", "overcommitted: 5 1 5", "relationship: 5 1", "partnerships-are-hard: 3 5", "unresolved-conflict: 5 1 5")
	if got := stepOf(r, "unresolved-conflict").Doubts; len(got) != 1 || r.Topics[got[0].Pill].ID != "partnerships-are-hard" {
		t.Errorf("doubts %+v", got)
	}
}
