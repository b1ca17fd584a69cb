package score

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
)

func TestConfidentialTopic(t *testing.T) {
	for _, test := range []struct {
		name, id, words string
		state           State
		value           float64
		asked, answered int
		questions       []Question // but for their places
	}{
		{
			"all of it by many", "have-a-plan", "0/5/0/6/0/5/7 0/0/8/0/0", Scored, 51.136364, 2, 2, // (34/11 + 3)/2 = 3.045455
			[]Question{
				{Mean: 34.0 / 11, Tally: tally(t, "0/5/0/6/0/5/7"), Split: true, Camps: 1000.0 / 11},
				{Mean: 3, Tally: tally(t, "0/0/8/0/0")},
			},
		},
		{
			"one question by four", "have-a-plan", "0/0/0/4/0 0/0/8/0/0", Scored, 50, 2, 1, // 3 alone
			[]Question{{Suppressed: true}, {Mean: 3, Tally: tally(t, "0/0/8/0/0")}},
		},
		{
			"two of three questions by four", "overcommitted", "0/0/0/4/0 1/1/1/1/0 0/0/8/0/0", Suppressed, 0, 3, 1,
			[]Question{{Suppressed: true}, {Suppressed: true}, {Mean: 3, Tally: tally(t, "0/0/8/0/0")}},
		},
		{
			"a rating by four", "have-a-plan", "overall 1/0/4/0/0/4/2", Scored, 40, 1, 1, // 13/5 = 2.6
			[]Question{{Mean: 2.6, CountsSuppressed: true, ratings: 5, hiddenVariance: 0.8}}, // 1 and four times 3
		},
		{"nobody at all", "have-a-plan", ". .", Suppressed, 0, 2, 0, []Question{{Suppressed: true}, {Suppressed: true}}},
		{"few of everything", "have-a-plan", "overall 0/0/4/0/0/4/4", Suppressed, 0, 1, 0, []Question{{Suppressed: true}}},
		{"many who do not know", "have-a-plan", "overall 0/0/4/0/0/5/0", Suppressed, 0, 1, 0, []Question{{Tally: tally(t, "0/0/0/0/0/5"), Suppressed: true}}},
		{
			"many call it not applicable, and one does not", "have-a-plan", "0/0/1/0/0/0/9 0/0/8/0/0", Scored, 50, 1, 1,
			[]Question{{Tally: tally(t, "0/0/0/0/0/0/9")}, {Mean: 3, Tally: tally(t, "0/0/8/0/0")}},
		},
		{"many call all of it not applicable", "have-a-plan", "overall 0/0/0/0/0/0/9", NotApplicable, 0, 0, 0, []Question{{Tally: tally(t, "0/0/0/0/0/0/9")}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := Confidential(groupOf(t, roleLines{"", []string{"present: 30", test.id + ": " + test.words}}))
			got := topic(t, r, test.id)
			if got.State != test.state || round(got.Value) != round(test.value) || got.Asked != test.asked || got.Answered != test.answered {
				t.Errorf("%v, %v, %d of %d; want %v, %v, %d of %d", got.State, got.Value, got.Answered, got.Asked,
					test.state, test.value, test.answered, test.asked)
			}
			questions := slices.Clone(got.Questions)
			for i := range questions {
				questions[i].Place = assess.Place{}
			}
			if !reflect.DeepEqual(questions, test.questions) {
				t.Errorf("questions %+v; want %+v", questions, test.questions)
			}
		})
	}
}

func TestConfidentialQuickRunStaysQuick(t *testing.T) {
	for name, lines := range map[string][]string{
		"some visible":  {"present: 30", "have-a-plan: overall 0/0/8/0/0", "overcommitted: overall 0/0/4/0/0"},
		"all hidden":    {"present: 30", "overcommitted: overall 0/0/4/0/0"},
		"one full, few": {"present: 30", "have-a-plan: overall 0/0/8/0/0", "overcommitted: 0/0/4/0/0 . ."},
	} {
		t.Run(name, func(t *testing.T) {
			r := Confidential(groupOf(t, roleLines{"", lines}))
			if r.Depth != assess.Quick {
				t.Errorf("depth %v; want %v", r.Depth, assess.Quick)
			}
			for i := range r.Topics {
				x := &r.Topics[i]
				if len(x.Questions) != 1 || x.Questions[0].Place.Question != assess.Overall || x.Asked != 1 {
					t.Errorf("%s: %d asked, questions %+v; want the overall statement alone", x.ID, x.Asked, x.Questions)
				}
			}
		})
	}
}

func TestConfidentialRatings(t *testing.T) {
	r := Confidential(groupOf(t, roleLines{"", []string{"present: 30", "have-a-plan: 1/0/4/0/0 0/0/8/0/0"}}))
	x := topic(t, r, "have-a-plan")
	fewest, most := x.Raters()
	if x.Ratings() != 13 || fewest != 5 || most != 8 || x.Votes != (assess.Tally{}) {
		t.Errorf("%d ratings, %d to %d a question, votes %v; want 13, 5 to 8, none", x.Ratings(), fewest, most, x.Votes)
	}
	if !r.Confidential || len(r.Plan.Unanswered) != 0 {
		t.Errorf("confidential %t, unanswered %s: what is withheld may be answered", r.Confidential, ids(r, r.Plan.Unanswered))
	}
}

func TestConfidentialFocus(t *testing.T) {
	chosen := func(chose, this int) *group.Group {
		g := groupOf(t, roleLines{"", []string{"present: 30", "overcommitted: overall 0/0/0/0/30"}})
		g.FocusVoters, g.Focus[1] = chose, this
		return g
	}
	for _, test := range []struct {
		name        string
		chose, this int
		want        Terms
	}{
		{"many", 10, 5, Terms{Exposure: 100, Focus: 1.125, FocusVotes: 5, FocusVoters: 10}},
		{"four of ten", 10, 4, Terms{Exposure: 100, Focus: 1, FocusVoters: 10}},
		{"four of four", 4, 4, Terms{Exposure: 100, Focus: 1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := topic(t, Confidential(chosen(test.chose, test.this)), "overcommitted").Terms; got != test.want {
				t.Errorf("terms %+v; want %+v", got, test.want)
			}
		})
	}
}

func TestConfidentialSides(t *testing.T) {
	side := func(role assess.Role, present, answer string) roleLines {
		return roleLines{role, []string{"present: " + present, "overcommitted: overall " + answer}}
	}
	for _, test := range []struct {
		name  string
		files []roleLines
		seen  bool
	}{
		{"five and five of whom four rated", []roleLines{side("leader", "5", "5/0/0/0/0"), side("member", "5", "0/0/0/0/4/1")}, false},
		{"five and five who rated", []roleLines{side("leader", "5", "5/0/0/0/0"), side("member", "5", "0/0/0/0/5")}, true},
		{"four leaders", []roleLines{side("leader", "4", "4/0/0/0/0"), side("member", "9", "0/0/0/0/9")}, false},
		{"four members", []roleLines{side("leader", "9", "9/0/0/0/0"), side("member", "4", "0/0/0/0/4")}, false},
		{
			"a few others, who are the rest",
			[]roleLines{side("leader", "5", "5/0/0/0/0"), side("member", "5", "0/0/0/0/5"), side("", "4", "4/0/0/0/0")},
			false,
		},
		{
			"many others",
			[]roleLines{side("leader", "5", "5/0/0/0/0"), side("member", "5", "0/0/0/0/5"), side("", "5", "5/0/0/0/0")},
			true,
		},
		{
			"many others of whom few rated",
			[]roleLines{side("leader", "5", "5/0/0/0/0"), side("member", "5", "0/0/0/0/5"), side("", "5", "4/0/0/0/0/1")},
			false,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := groupOf(t, test.files...)
			if seen := len(Score(g).SeenDifferently) == 1; !seen {
				t.Fatal("the topic is to be seen differently unless that is hidden")
			}
			if seen := len(Confidential(g).SeenDifferently) == 1; seen != test.seen {
				t.Errorf("seen differently: %t; want %t", seen, test.seen)
			}
		})
	}
}

// hides reports that a number is between one and four.
func hides(n int) bool { return n > 0 && n < 5 }

// Nothing that fewer than five said remains anywhere in the result.
func TestConfidentialKeepsNothingUnderFive(t *testing.T) {
	for people := 1; people <= 24; people++ {
		g := survey(t, people)
		r := Confidential(g)
		kept := r.Group
		if kept.Coalition != "" || kept.Topics != nil || kept.Leaders.Topics != nil || kept.Members.Topics != nil || kept.Bootstrap != nil {
			t.Errorf("%d people: the group keeps names or answers: %+v", people, kept)
		}
		numbers := append([]int{kept.FocusVoters, kept.Leaders.Respondents, kept.Members.Respondents}, kept.Focus[:]...)
		for _, s := range r.SeenDifferently {
			numbers = append(numbers, s.Leaders.Fewest, s.Leaders.Most, s.Members.Fewest, s.Members.Most)
		}
		for i := range r.Topics {
			x := &r.Topics[i]
			fewest, most := x.Raters()
			numbers = append(numbers, x.Ratings(), fewest, most, x.Terms.FocusVotes, x.Terms.FocusVoters, x.Votes.DontKnow, x.Votes.NotApplicable)
			numbers = append(numbers, x.Votes.Counts[:]...)
			for _, q := range x.Questions {
				numbers = append(numbers, q.Ratings(), q.Tally.DontKnow, q.Tally.NotApplicable)
				numbers = append(numbers, q.Tally.Counts[:]...)
				if q.Suppressed != (q.Ratings() == 0 && q.Tally.NotApplicable == 0) || (q.Ratings() == 0) != (q.Mean == 0) {
					t.Errorf("%d people: %s: %+v", people, x.ID, q)
				}
			}
			if x.Notes != nil || x.State == NotEnoughAnswers {
				t.Errorf("%d people: %s: %v, notes %q", people, x.ID, x.State, x.Notes)
			}
		}
		if slices.ContainsFunc(numbers, hides) {
			t.Errorf("%d people: a number under five remains: %v", people, numbers)
		}
		if shown := slices.ContainsFunc(numbers, func(n int) bool { return n > 0 }); shown != (people >= 5) {
			t.Errorf("%d people: anything shown: %t", people, shown)
		}
	}
}

// Whatever hidden answers are, the result is the same. Where no answer at all is visible, the result still says how
// deep the group was asked, which is no answer of anybody; there only groups that were asked alike are compared.
func TestHiddenAnswersChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func() *group.Group {
			g := drawGroup(t)
			g.Respondents, g.Coalition = 40, "Hill Coalition"
			return g
		}
		few := rapid.IntRange(0, 4)
		// other returns a tally with the same parts of five or more.
		other := func(q assess.Tally) assess.Tally {
			if q.Ratings() < 5 {
				q.Counts = [5]int{}
				for range few.Draw(t, "hidden ratings") {
					q.Counts[few.Draw(t, "hidden rating")]++
				}
			}
			if q.DontKnow < 5 {
				q.DontKnow = few.Draw(t, "hidden don't knows")
			}
			if q.NotApplicable < 5 {
				q.NotApplicable = few.Draw(t, "hidden not applicables")
			}
			return q
		}
		g := draw()
		want := Confidential(g)
		visibleQuick, visibleFull := depths(visibleGroup(g))
		asked := depth(g)
		for i := range g.Topics {
			x := &g.Topics[i]
			if x.Quick() {
				x.Overall = other(x.Overall)
			} else {
				for j := range x.Questions {
					x.Questions[j] = other(x.Questions[j])
				}
			}
			x.Notes = []string{"A note."}
		}
		g.Coalition = "Lake Coalition"
		for i, n := range g.Focus {
			if n < 5 {
				g.Focus[i] = few.Draw(t, "hidden focus")
			}
		}
		if !visibleQuick && !visibleFull && depth(g) != asked {
			return
		}
		if got := Confidential(g); !reflect.DeepEqual(got, want) {
			t.Errorf("the result shows hidden answers")
		}
	})
}

// What is hidden is not computed from: with everything of five or more, all but the counts is as it is without hiding.
func TestConfidentialOfManyIsTheSameScore(t *testing.T) {
	g := survey(t, 400)
	open, hidden := Score(g), Confidential(g)
	for i := range open.Topics {
		a, b := &open.Topics[i], &hidden.Topics[i]
		if a.State != b.State || a.Value != b.Value || a.Priority != b.Priority || a.Ratings() != b.Ratings() || a.Split != b.Split {
			t.Errorf("%s: %v, %v, %d ratings; want %v, %v, %d", a.ID, b.State, b.Priority, b.Ratings(), a.State, a.Priority, a.Ratings())
		}
	}
	if !reflect.DeepEqual(open.Plan, hidden.Plan) || !reflect.DeepEqual(open.SeenDifferently, hidden.SeenDifferently) {
		t.Error("another plan, or other topics seen differently")
	}
	a, b := open.Sensitivity(), hidden.Sensitivity()
	if a.First != b.First || a.FirstStable != b.FirstStable || !slices.Equal(a.Contenders, b.Contenders) || b.Resamples != 0 {
		t.Errorf("sensitivity %+v; want that of %+v without resamples", b, a)
	}
}

// How sure the order is comes from the counts as they were before they are hidden: without them no rating could move.
func TestConfidentialSensitivityComesFromHiddenCounts(t *testing.T) {
	g := groupOf(t, roleLines{"", []string{"present: 9", "unclear-purpose: overall 0/0/8/1/0", "overcommitted: overall 0/0/8/1/0"}})
	r := Confidential(g)
	for _, id := range []string{"unclear-purpose", "overcommitted"} {
		if q := topic(t, r, id).Questions[0]; !q.CountsSuppressed {
			t.Fatalf("%s shows its counts: %+v", id, q)
		}
	}
	if c := r.Sensitivity(); c.First != 0 || c.FirstStable || ids(r, c.Contenders) != "overcommitted" || c.EmptiesPlan || c.Resamples != 0 || c.Stability != nil {
		t.Errorf("sensitivity %+v; want that one rating puts overcommitted first, and no resamples", c)
	}
}

// One who stands apart and how few rate high are told in an open result, and not in a confidential one.
func TestConfidentialForgetsOne(t *testing.T) {
	g := groupOf(t, roleLines{"", []string{"present: 9", "overcommitted: overall 8/0/0/0/1", "unclear-roles: overall 0/0/6/2/1"}})
	open, hidden := Score(g), Confidential(g)
	if x := topic(t, open, "overcommitted"); !x.Apart || x.Questions[0].Apart != 5 {
		t.Fatalf("nobody stands apart: %+v", x.Questions)
	}
	if s := stepOf(open, "unclear-roles").Shows; s.High != 3 || s.Of != 9 {
		t.Fatalf("shows %+v", s)
	}
	if x := topic(t, hidden, "overcommitted"); x.Apart || x.Questions[0].Apart != assess.Unanswered || x.Questions[0].Camps != 0 || x.Camps != 0 {
		t.Errorf("one is told to stand apart: %+v", x.Questions)
	}
	if s := stepOf(hidden, "unclear-roles").Shows; s.High != 0 || s.Of != 0 || s.Mean == 0 {
		t.Errorf("shows %+v; want a mean alone", s)
	}
}
