package score

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestSensitivityOfTheFirstStep(t *testing.T) {
	for _, test := range []struct {
		name       string
		lines      []string
		first      string
		contenders string
		stays      bool
		empty      bool
	}{
		{"no step", []string{"overcommitted: 1 1 1"}, "", "", false, false},
		{"far ahead", []string{"overcommitted: 5 5 5", "unclear-roles: 3 3 3"}, "overcommitted", "", true, false},
		// 58.33 and 50: one step of a sign is 8.33 points, so each can catch up; a tie goes to more ratings of 4 and 5,
		// then to the catalogue, where overcommitted comes first.
		{"one step ahead", []string{"overcommitted: 4 3 3", "unclear-roles: 3 3 3"}, "overcommitted", "", true, false},
		{"one step ahead, later in the catalogue", []string{"overcommitted: 3 3 3", "unclear-roles: 4 3 3"}, "unclear-roles", "overcommitted", false, false},
		{"a tie", []string{"overcommitted: 3 3 3", "unclear-purpose: 3 3 3", "unclear-roles: 1 1 1"}, "unclear-purpose", "overcommitted", false, false},
		// 41.67 and a step down 33.33; 33.33 and a step down 25, which is calm.
		{"alone and on watch", []string{"overcommitted: 3 3 2"}, "overcommitted", "", true, false},
		{"alone and just on watch", []string{"overcommitted: 3 2 2"}, "overcommitted", "", false, true},
		// 37.5 and 25: either the one gets calm or the other catches up.
		{"one that is calm but close", []string{"unclear-roles: 2 3 .", "overcommitted: 2 2 ."}, "unclear-roles", "overcommitted", false, true},
		// 100 × 0.875 = 87.5 and 83.33 × 0.9375 = 78.13. A step of a sign, to 80.21 or 85.94, is not enough; a step of
		// the remedy is, to 100 × 0.75 = 75.
		{
			"a remedy decides",
			[]string{"overcommitted: 5 5 5", "have-a-plan: overall 2", "taking-credit: 5 4 4", "relationship: 1 2"},
			"overcommitted", "taking-credit", false, false,
		},
		// Each of two pitfalls at 100 × 0.875 draws level with the first where its own remedy weakens. The remedy of
		// the later one comes first in the catalogue.
		{
			"contenders that tie",
			[]string{"overcommitted: 5 5 5", "unrealistic-expectations: 5 5 5", "self-interest: 5 5 5", "partnerships-are-hard: overall 2", "risk: overall 2"},
			"self-interest", "overcommitted unrealistic-expectations", false, false,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, test.lines...)
			c := r.Sensitivity()
			first := ""
			if c.First >= 0 {
				first = r.Topics[c.First].ID
			}
			if first != test.first || ids(r, c.Contenders) != test.contenders || c.FirstStable != test.stays || c.EmptiesPlan != test.empty {
				t.Errorf("first %q, contenders %q, stays %t, emptied %t; want %q, %q, %t, %t", first, ids(r, c.Contenders), c.FirstStable, c.EmptiesPlan,
					test.first, test.contenders, test.stays, test.empty)
			}
			if c.Resamples != 0 || c.Stability != nil {
				t.Errorf("one respondent was resampled: %v", c.Stability)
			}
		})
	}
}

// A whole new score of every group in which one rating is one step different says the same.
func TestSensitivityIsThatOfEveryOtherAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGroup(t)
		r := Score(g)
		if len(r.Plan.Steps) == 0 {
			t.Skip("no step")
		}
		want := Sensitivity{First: r.Plan.Steps[0].Pitfall, FirstStable: true}
		for i := range g.Topics {
			questions := []*assess.Tally{&g.Topics[i].Overall}
			if !g.Topics[i].Quick() {
				questions = questions[:0]
				for j := range g.Topics[i].Questions {
					questions = append(questions, &g.Topics[i].Questions[j])
				}
			}
			for _, q := range questions {
				kept := *q
				for from := range kept.Counts {
					for to := range kept.Counts {
						if kept.Counts[from] == 0 || abs(from-to) != 1 {
							continue
						}
						q.Counts[from]--
						q.Counts[to]++
						if steps := Score(g).Plan.Steps; len(steps) == 0 {
							want.EmptiesPlan, want.FirstStable = true, false
						} else if first := steps[0].Pitfall; first != want.First {
							want.Contenders, want.FirstStable = append(want.Contenders, first), false
						}
						*q = kept
					}
				}
			}
		}
		got := r.Sensitivity()
		slices.Sort(want.Contenders)
		want.Contenders = slices.Compact(want.Contenders)
		for i := 1; i < len(got.Contenders); i++ {
			if compareSteps(&r.Topics[got.Contenders[i-1]], &r.Topics[got.Contenders[i]]) > 0 {
				t.Errorf("contenders %v out of order", ids(r, got.Contenders))
			}
		}
		slices.Sort(got.Contenders)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("sensitivity %+v; want %+v", got, want)
		}
	})
}

// survey gathers files of different people, who know or do not know, with roles and a focus here and there.
func survey(tb testing.TB, people int) *group.Group {
	tb.Helper()
	c := pitfalls.English()
	random := rand.New(rand.NewPCG(3, 4))
	g := group.NewGathering(c).WithBootstrap()
	for i := range people {
		a := assess.New(c)
		a.Coalition, a.Respondent = "Hill Coalition", fmt.Sprint("Person ", i)
		a.Role = assess.Roles()[random.IntN(4)]
		if random.IntN(2) == 0 {
			a.Focus = []string{c.Topics[random.IntN(3)].ID}
		}
		for _, p := range (assess.Questionnaire{Catalogue: c}).Places() {
			a.Set(p, assess.TallyOf(assess.Rating(random.IntN(8))))
		}
		a.Topics[random.IntN(len(a.Topics))].Note = fmt.Sprint("Note ", i)
		g.Add(a.Respondent, a)
	}
	all, err := g.Group()
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

func TestSensitivityOfResamples(t *testing.T) {
	// Two pitfalls are ahead of all others, and one answer decides which of two more is third. Without it they tie, and
	// the catalogue decides for the other one.
	var tie []roleLines
	for _, rating := range []string{"5", "4", "4", "4", "4"} {
		tie = append(tie, roleLines{"", []string{
			"unclear-purpose: overall 5", "overcommitted: overall 5", "self-interest: overall 4", "overselling: overall " + rating,
		}})
	}
	for name, g := range map[string]*group.Group{"many answers": survey(t, 9), "a tie": groupOf(t, tie...)} {
		t.Run(name, func(t *testing.T) {
			r := Score(g)
			var want []StepStability
			for _, s := range r.Plan.Steps[:3] {
				want = append(want, StepStability{Pitfall: s.Pitfall})
			}
			for i := range group.ResampleCount {
				sample := group.Of(g.Catalogue, assess.New(g.Catalogue))
				g.Bootstrap.Sample(i, sample)
				steps := Score(sample).Plan.Steps
				for j := range want {
					if slices.ContainsFunc(steps[:min(len(steps), 3)], func(s Step) bool { return s.Pitfall == want[j].Pitfall }) {
						want[j].Times++
					}
				}
			}
			c := r.Sensitivity()
			if c.Resamples != 1000 || !reflect.DeepEqual(c.Stability, want) {
				t.Errorf("%v of %d; want %v", c.Stability, c.Resamples, want)
			}
			if last := c.Stability[2]; last.Times == 0 || last.Times == c.Resamples {
				t.Errorf("%v: this group is to tell resamples apart", last)
			}
		})
	}
}

func TestUnanimityIsCertain(t *testing.T) {
	lines := []string{"present: 40", "overcommitted: 0/0/0/0/40 0/0/0/0/40 0/0/0/0/40", "unclear-roles: 40/0/0/0/0 40/0/0/0/0 40/0/0/0/0"}
	c := Score(groupOf(t, roleLines{"", lines})).Sensitivity()
	if want := []StepStability{{c.First, 1000}}; !c.FirstStable || !reflect.DeepEqual(c.Stability, want) {
		t.Errorf("sensitivity %+v; want %v", c, want)
	}
}

func TestBootstrapTakesFiveRespondents(t *testing.T) {
	for _, people := range []int{4, 5} {
		if got, want := Score(survey(t, people)).Sensitivity().Resamples > 0, people >= 5; got != want {
			t.Errorf("%d respondents: resampled %t; want %t", people, got, want)
		}
	}
}

func BenchmarkSensitivityOfOne(b *testing.B) {
	r := Score(survey(b, 1))
	b.ReportAllocs()
	for b.Loop() {
		r.Sensitivity()
	}
}

func BenchmarkSensitivityOfForty(b *testing.B) {
	r := Score(survey(b, 40))
	b.ReportAllocs()
	for b.Loop() {
		r.Sensitivity()
	}
}

func TestLikelihood(t *testing.T) {
	for times, want := range map[int]Likelihood{
		0: Unsure, 499: Unsure, 500: Perhaps, 749: Perhaps, 750: VeryProbably, 899: VeryProbably, 900: AlmostSurely, 1000: AlmostSurely,
	} {
		if got := (StepStability{Times: times}).Likelihood(1000); got != want {
			t.Errorf("%d of 1,000: likelihood %d; want %d", times, got, want)
		}
	}
}
