package group_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestGroupOfOnePerson(t *testing.T) {
	c := pitfalls.English()
	a := assess.New(c)
	a.Coalition, a.Date = "Riverside Youth Coalition", "2026-11-21"
	a.Focus = []string{"overcommitted", "unresolved-conflict"}
	a.Set(assess.Place{Topic: 0, Question: 2}, assess.TallyOf(4))
	a.Set(assess.Place{Topic: 12, Question: assess.Overall}, assess.TallyOf(assess.NotApplicable))
	a.Topics[0].Note = "Asked twice in October."

	g := group.Of(c, a)
	if g.Catalogue != c || g.Coalition != a.Coalition || g.Date != a.Date {
		t.Errorf("group of %q, %q; want that of the file", g.Coalition, g.Date)
	}
	if g.Respondents != 1 || g.FocusVoters != 1 {
		t.Errorf("%d respondents, %d chose a focus; want 1 and 1", g.Respondents, g.FocusVoters)
	}
	if want := ([pitfalls.PitfallCount]int{1: 1, 9: 1}); g.Focus != want {
		t.Errorf("Focus = %v; want %v", g.Focus, want)
	}
	if got := g.Topics[0].Questions[2]; got != assess.TallyOf(4) {
		t.Errorf("tally of the sign = %v", got)
	}
	if !g.Topics[12].Quick() || g.Topics[12].Overall != assess.TallyOf(assess.NotApplicable) || g.Topics[0].Quick() {
		t.Error("the topic answered by its overall statement, and it alone, should be quick")
	}
	if got := g.Topics[0].Notes; !slices.Equal(got, []string{"Asked twice in October."}) {
		t.Errorf("Notes = %q", got)
	}
	if got := g.Topics[1].Notes; got != nil {
		t.Errorf("Notes of a topic without one = %q", got)
	}
}

func TestGroupOfAWorkshop(t *testing.T) {
	c := pitfalls.English()
	hands := assess.Tally{Counts: [5]int{2, 3, 9, 6, 1}, DontKnow: 2}
	none := [pitfalls.PitfallCount]int{}
	tests := []struct {
		name  string
		focus []string
		dots  [pitfalls.PitfallCount]int
		chose int
		want  [pitfalls.PitfallCount]int
	}{
		{"without a focus", nil, none, 0, none},
		{"with a focus, which all present chose", []string{"unclear-purpose"}, none, 23, [pitfalls.PitfallCount]int{23}},
		{"with dots, out of all present", nil, [pitfalls.PitfallCount]int{2, 9}, 23, [pitfalls.PitfallCount]int{2, 9}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := assess.New(c)
			a.Present, a.Focus, a.Dots = 23, tt.focus, tt.dots
			a.Set(assess.Place{Topic: 4, Question: assess.Overall}, hands)
			g := group.Of(c, a)
			if g.Respondents != 23 || g.FocusVoters != tt.chose || g.Focus != tt.want {
				t.Errorf("%d respondents, %d chose %v; want 23, %d, %v", g.Respondents, g.FocusVoters, g.Focus, tt.chose, tt.want)
			}
			if got := g.Topics[4].Overall; got != hands {
				t.Errorf("tally = %v; want %v", got, hands)
			}
		})
	}
}

func TestGroupHoldsEveryTally(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := pitfalls.English()
		a := someAnswers(t)
		g := group.Of(c, a)
		for i, topic := range a.Topics {
			if g.Topics[i].Overall != topic.Overall || !reflect.DeepEqual(g.Topics[i].Questions, topic.Questions) {
				t.Fatalf("%s: %v; want %v", c.Topics[i].ID, g.Topics[i], topic)
			}
			if g.Topics[i].Quick() != topic.Quick() {
				t.Fatalf("%s: quick is %t in the group", c.Topics[i].ID, g.Topics[i].Quick())
			}
		}
		focus := 0
		for i, n := range g.Focus {
			focus += n
			if n != 0 && !slices.Contains(a.Focus, c.Topics[i].ID) {
				t.Fatalf("%d chose %s, which no file names", n, c.Topics[i].ID)
			}
		}
		if focus != len(a.Focus)*a.Respondents() {
			t.Fatalf("%d choices counted; want %d times %d", focus, len(a.Focus), a.Respondents())
		}
	})
}
