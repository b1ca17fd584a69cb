package score

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// drawGroup draws the answers of one respondent or of many, with quick, full and open topics and a focus.
func drawGroup(t *rapid.T) *group.Group {
	c := pitfalls.English()
	votes := rapid.SampledFrom([]int{1, 1, 7, 40}).Draw(t, "votes for a question")
	a := assess.New(c)
	if votes > 1 {
		a.Present = votes
	}
	for i := range c.Topics {
		depth := rapid.SampledFrom([]assess.Depth{assess.Full, assess.Full, assess.Quick}).Draw(t, "depth")
		for _, p := range (assess.Questionnaire{Catalogue: c, Depth: depth}).Topic(i) {
			var sum assess.Tally
			for range rapid.IntRange(0, votes).Draw(t, "given") {
				sum = sum.Plus(assess.TallyOf(assess.Rating(rapid.IntRange(0, 7).Draw(t, "rating"))))
			}
			a.Set(p, sum)
		}
	}
	g := group.Of(c, a)
	g.FocusVoters = rapid.IntRange(0, votes).Draw(t, "chose a focus")
	for i := range g.Focus {
		g.Focus[i] = rapid.IntRange(0, g.FocusVoters).Draw(t, "chose this")
	}
	return g
}

// drawRated draws a question of this kind in which some rating can be raised by one, and that rating. It returns false
// where there is none.
func drawRated(t *rapid.T, g *group.Group, k pitfalls.Kind) (q *assess.Tally, rating int, ok bool) {
	var found []*assess.Tally
	for i := range g.Topics {
		topic := &g.Topics[i]
		if g.Catalogue.Topics[i].Kind != k {
			continue
		}
		questions := []*assess.Tally{&topic.Overall}
		for j := range topic.Questions {
			questions = append(questions, &topic.Questions[j])
		}
		for _, q := range questions {
			if q.Ratings() > q.Counts[4] {
				found = append(found, q)
			}
		}
	}
	if len(found) == 0 {
		return nil, 0, false
	}
	q = rapid.SampledFrom(found).Draw(t, "question")
	rating = rapid.SampledFrom([]int{0, 1, 2, 3}).Filter(func(r int) bool { return q.Counts[r] > 0 }).Draw(t, "rating to raise")
	return q, rating, true
}

func TestAWorseAnswerNeverLowersExposure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGroup(t)
		before := Score(g)
		q, rating, ok := drawRated(t, g, pitfalls.Pitfall)
		if !ok {
			t.Skip("nothing to raise")
		}
		q.Counts[rating]--
		q.Counts[rating+1]++
		after := Score(g)
		for i := range before.Topics {
			if round(after.Topics[i].Value) < round(before.Topics[i].Value) {
				t.Errorf("%s: %v after %v", before.Topics[i].ID, after.Topics[i].Value, before.Topics[i].Value)
			}
			if round(after.Topics[i].Priority) < round(before.Topics[i].Priority) {
				t.Errorf("%s: priority %v after %v", before.Topics[i].ID, after.Topics[i].Priority, before.Topics[i].Priority)
			}
		}
	})
}

func TestAStrongerPillNeverRaisesAPriority(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGroup(t)
		before := Score(g)
		q, rating, ok := drawRated(t, g, pitfalls.Pill)
		if !ok {
			t.Skip("nothing to raise")
		}
		q.Counts[rating]--
		q.Counts[rating+1]++
		after := Score(g)
		for i := range before.Topics {
			if round(after.Topics[i].Priority) > round(before.Topics[i].Priority) {
				t.Errorf("%s: %v after %v", before.Topics[i].ID, after.Topics[i].Priority, before.Topics[i].Priority)
			}
		}
	})
}

// Answers that are entered or added up in another order give the same result, and scoring changes no answer.
func TestTheOrderOfAnswersIsIrrelevant(t *testing.T) {
	type vote struct {
		at     assess.Place
		rating assess.Rating
	}
	c := pitfalls.English()
	places := assess.Questionnaire{Catalogue: c}.Places()
	score := func(votes []vote, focus []string) *Result {
		a := assess.New(c)
		a.Present = 50
		for _, v := range votes {
			a.Set(v.at, a.At(v.at).Plus(assess.TallyOf(v.rating)))
		}
		a.Focus = focus
		kept := a.Clone()
		r := Score(group.Of(c, a))
		if !reflect.DeepEqual(a, kept) {
			panic("scoring changed the answers")
		}
		return r
	}
	rapid.Check(t, func(t *rapid.T) {
		votes := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) vote {
			return vote{rapid.SampledFrom(places).Draw(t, "at"), assess.Rating(rapid.IntRange(1, 7).Draw(t, "rating"))}
		}), 0, 400).Draw(t, "votes")
		focus := []string{"overcommitted", "self-interest", "unclear-roles"}
		want := score(votes, focus)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		random.Shuffle(len(votes), func(i, j int) { votes[i], votes[j] = votes[j], votes[i] })
		random.Shuffle(len(focus), func(i, j int) { focus[i], focus[j] = focus[j], focus[i] })
		if got := score(votes, focus); !reflect.DeepEqual(got, want) {
			t.Error("another order gives another result")
		}
	})
}

func TestThePlanHoldsItsRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Score(drawGroup(t))
		limit := 3
		if r.Topics[r.Group.Catalogue.Index("overcommitted")].Band == Pressing {
			limit = 2
		}
		counts := map[When]int{}
		inStep := map[int]bool{}
		for i, s := range r.Plan.Steps {
			p := &r.Topics[s.Pitfall]
			if inStep[s.Pitfall] || p.Kind != pitfalls.Pitfall || p.Band != Pressing && p.Band != Watch {
				t.Errorf("%s, %v, is in the plan, a second time: %v", p.ID, p.Band, inStep[s.Pitfall])
			}
			inStep[s.Pitfall] = true
			counts[s.When]++
			if s.Rank != i+1 || i > 0 && s.When < r.Plan.Steps[i-1].When {
				t.Errorf("%s is out of order", p.ID)
			}
			checkStep(t, r, &s)
		}
		checkOrder(t, r)
		if r.Plan.Limit != limit || counts[Now] > limit || counts[Next] > 3 || counts[Later] > 0 && counts[Now]+counts[Next] < limit+3 {
			t.Errorf("limit %d, %v; want at most %d and then 3", r.Plan.Limit, counts, limit)
		}
		for i := range r.Topics {
			x := &r.Topics[i]
			if (x.Band == Pressing || x.Band == Watch) != inStep[i] {
				t.Errorf("%s is %v; in the plan: %v", x.ID, x.Band, inStep[i])
			}
			if x.State == NotEnoughAnswers && !slices.Contains(r.Plan.FindOut, i) {
				t.Errorf("%s has not enough answers and is not to be found out", x.ID)
			}
			if (x.State == Scored) != (x.Band != NoBand) || x.State != Scored && x.Value != 0 {
				t.Errorf("%s: %v, %v, %v", x.ID, x.State, x.Band, x.Value)
			}
		}
	})
}

func checkStep(t *rapid.T, r *Result, s *Step) {
	p := &r.Topics[s.Pitfall]
	for _, pill := range s.Take {
		if x := &r.Topics[pill]; !slices.Contains(p.Pills, x.ID) || x.Band != Weak && x.Band != Partial {
			t.Errorf("%s takes %s, %v", p.ID, x.ID, x.Band)
		}
	}
	for _, pill := range s.LeanOn {
		if x := &r.Topics[pill]; !slices.Contains(p.Pills, x.ID) || x.Band != Strong {
			t.Errorf("%s leans on %s, %v", p.ID, x.ID, x.Band)
		}
	}
	if len(s.Take) > 2 || s.TalkFirst != p.Split {
		t.Errorf("%s: %d to take, talk first %v", p.ID, len(s.Take), s.TalkFirst)
	}
	for _, q := range p.Questions {
		if round(q.Mean) > round(s.Shows.Mean) {
			t.Errorf("%s shows in %+v and not in %+v", p.ID, s.Shows, q)
		}
	}
	for _, e := range s.Eases {
		if b := r.Topics[e.Pitfall].Band; b != Pressing && b != Watch {
			t.Errorf("%s eases %s, %v", p.ID, r.Topics[e.Pitfall].ID, b)
		}
	}
}

// checkOrder checks that no step stands behind one of a lower band, nor behind one that the comparison puts after it,
// but for overcommitted, which is among the first two when it is pressing.
func checkOrder(t *rapid.T, r *Result) {
	var rest []*Topic
	for i, s := range r.Plan.Steps {
		x := &r.Topics[s.Pitfall]
		if i > 0 && x.Band > r.Topics[r.Plan.Steps[i-1].Pitfall].Band {
			t.Errorf("%s is %v and behind a lower band", x.ID, x.Band)
		}
		if x.ID == "overcommitted" && x.Band == Pressing && i > 1 {
			t.Errorf("overcommitted is pressing and step %d", i+1)
		}
		if x.ID != "overcommitted" || !r.Plan.OvercommittedMoved {
			rest = append(rest, x)
		}
	}
	if !slices.IsSortedFunc(rest, compareSteps) {
		t.Error("steps are out of order")
	}
}

func TestNothingStandsTwiceInAPlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Score(drawGroup(t))
		seen := map[string]bool{}
		pressing := len(r.Plan.Steps) > 0 && r.Topics[r.Plan.Steps[0].Pitfall].Band == Pressing
		for _, s := range r.Plan.Steps {
			own, flat := 0, 0
			for _, a := range s.Actions {
				if id := r.ActionID(a); seen[id] {
					t.Errorf("%s stands twice", id)
				}
				seen[r.ActionID(a)] = true
				switch {
				case a.Topic == NoTopic:
					flat++
				case a.Topic == s.Pitfall:
					own++
				case !slices.Contains(s.Take, a.Topic):
					t.Errorf("%s is of a pill that is not to take", r.ActionID(a))
				}
			}
			n := len(s.Actions) - flat
			least, most := map[When]int{Now: 2, Next: 1, Later: 0}[s.When], map[When]int{Now: 3, Next: 1, Later: 0}[s.When]
			if s.When == Now && !pressing {
				least, most = 1, 1
			}
			if n < least || n > most || own > 2 {
				t.Errorf("step %d, %v: %d actions, %d of the pitfall", s.Rank, s.When, n, own)
			}
		}
	})
}

func TestWhatIsSaidToBeFineIsNotInDoubt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Score(drawGroup(t))
		for _, i := range slices.Concat(r.Plan.InPlace, r.Plan.NoTrouble) {
			x := &r.Topics[i]
			if x.Band != Strong && x.Band != Calm || x.Split || 3*x.Votes.DontKnow >= x.Votes.Ratings()+x.Votes.DontKnow && x.Votes.DontKnow > 0 {
				t.Errorf("%s: %v, split %t, %v", x.ID, x.Band, x.Split, x.Votes)
			}
		}
	})
}
