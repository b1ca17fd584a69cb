package group_test

import (
	"math"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// sampled returns the group of each resample.
func sampled(t *testing.T, g *group.Gathering) []*group.Group {
	t.Helper()
	all, err := g.Group()
	if err != nil {
		t.Fatal(err)
	}
	groups := make([]*group.Group, group.ResampleCount)
	for i := range groups {
		groups[i] = group.Of(all.Catalogue, assess.New(all.Catalogue))
		all.Bootstrap.Sample(i, groups[i])
	}
	return groups
}

// moments returns the mean and the variance of a count over all resamples.
func moments(groups []*group.Group, count func(*group.Group) int) (mean, variance float64) {
	for _, g := range groups {
		mean += float64(count(g)) / float64(len(groups))
	}
	for _, g := range groups {
		d := float64(count(g)) - mean
		variance += d * d / float64(len(groups))
	}
	return mean, variance
}

// checkMoments checks a count whose mean and variance are both want, give or take four standard errors. The draws are
// the same in every run.
func checkMoments(t *testing.T, groups []*group.Group, want float64, count func(*group.Group) int) {
	t.Helper()
	mean, variance := moments(groups, count)
	n := float64(len(groups))
	if math.Abs(mean-want) > 4*math.Sqrt(want/n) || math.Abs(variance-want) > 4*want*math.Sqrt(2/n) {
		t.Errorf("mean %.3f, variance %.3f over the resamples; want about %.0f", mean, variance, want)
	}
}

func TestBootstrapOfFiles(t *testing.T) {
	c := pitfalls.English()
	const files = 60
	g := group.NewGathering(c).WithBootstrap()
	for i := range files {
		a := assess.New(c)
		a.Respondent = string(rune('A' + i))
		a.Focus = []string{"overcommitted"}
		a.Set(assess.Place{Topic: 0, Question: 0}, assess.TallyOf(assess.Rating(1+i%5)))
		a.Set(assess.Place{Topic: 12, Question: 1}, assess.TallyOf(assess.Rating(1+(i+2)%5)))
		a.Set(assess.Place{Topic: 14, Question: assess.Overall}, assess.TallyOf(assess.NotApplicable))
		g.Add(a.Respondent, a)
	}
	groups := sampled(t, g)
	for i, sample := range groups {
		one, other := sample.Topics[0].Questions[0], sample.Topics[12].Questions[1]
		for k, n := range one.Counts {
			if other.Counts[(k+2)%5] != n {
				t.Fatalf("resample %d: %v and %v do not hold the same people", i, one, other)
			}
		}
		if n := sample.Topics[14].Overall.NotApplicable; n != one.Ratings() || sample.FocusVoters != n || sample.Focus[1] != n {
			t.Fatalf("resample %d: %d files, %d chose a focus, %d this one; want %d", i, n, sample.FocusVoters, sample.Focus[1], one.Ratings())
		}
		if !sample.Topics[1].Questions[0].IsZero() || sample.Focus[0] != 0 {
			t.Fatalf("resample %d holds answers that nobody gave", i)
		}
	}
	checkMoments(t, groups, files, func(g *group.Group) int { return g.Topics[0].Questions[0].Ratings() })
	checkMoments(t, groups, files/5, func(g *group.Group) int { return g.Topics[0].Questions[0].Counts[3] })
}

func TestBootstrapOfAWorkshop(t *testing.T) {
	c := pitfalls.English()
	a := assess.New(c)
	a.Present = 100_000
	a.Focus = []string{"overcommitted"}
	hands := assess.Tally{Counts: [5]int{1, 9, 63, 64, 99_000}, DontKnow: 700, NotApplicable: 5}
	a.Set(assess.Place{Topic: 3, Question: 2}, hands)
	g := group.NewGathering(c).WithBootstrap()
	g.Add("room.yaml", a)
	groups := sampled(t, g)
	for k, n := range hands.Counts {
		checkMoments(t, groups, float64(n), func(g *group.Group) int { return g.Topics[3].Questions[2].Counts[k] })
	}
	checkMoments(t, groups, 700, func(g *group.Group) int { return g.Topics[3].Questions[2].DontKnow })
	checkMoments(t, groups, 5, func(g *group.Group) int { return g.Topics[3].Questions[2].NotApplicable })
	checkMoments(t, groups, 100_000, func(g *group.Group) int { return g.FocusVoters })
	for i, sample := range groups {
		if sample.Focus[1] != sample.FocusVoters {
			t.Fatalf("resample %d: %d of %d chose the focus that all chose", i, sample.Focus[1], sample.FocusVoters)
		}
	}
}

func TestBootstrapOfDots(t *testing.T) {
	c := pitfalls.English()
	a := assess.New(c)
	a.Present, a.Dots = 100_000, [pitfalls.PitfallCount]int{1: 40_000, 2: 300}
	g := group.NewGathering(c).WithBootstrap()
	g.Add("room.yaml", a)
	groups := sampled(t, g)
	checkMoments(t, groups, 100_000, func(g *group.Group) int { return g.FocusVoters })
	for p, n := range a.Dots {
		checkMoments(t, groups, float64(n), func(g *group.Group) int { return g.Focus[p] })
	}
}

// So many files that packed numbers would run over add up, to the same as one file so many times.
func TestBootstrapOfManyFiles(t *testing.T) {
	const times = 20_000
	c := pitfalls.English()
	a := assess.New(c)
	a.Set(assess.Place{}, assess.TallyOf(3))
	once, often := group.NewGathering(c).WithBootstrap(), group.NewGathering(c).WithBootstrap()
	once.Add("answers.yaml", a)
	for range times {
		often.Add("answers.yaml", a)
	}
	one, many := sampled(t, once), sampled(t, often)
	for i := range one {
		n := one[i].Topics[0].Questions[0].Counts[2]
		if got := many[i].Topics[0].Questions[0].Counts[2]; got != n*times {
			t.Fatalf("resample %d: %d; want %d times %d", i, got, times, n)
		}
	}
}

// The draws are part of what the same input gives everywhere: a change of these numbers changes reports.
func TestBootstrapStaysTheSame(t *testing.T) {
	c := pitfalls.English()
	g := group.NewGathering(c).WithBootstrap()
	person := assess.New(c)
	person.Set(assess.Place{}, assess.TallyOf(1))
	room := assess.New(c)
	room.Present = 40
	room.Set(assess.Place{}, assess.Tally{Counts: [5]int{0, 30}})
	g.Add("person.yaml", person)
	g.Add("room.yaml", room)
	var got [6][2]int
	for i, sample := range sampled(t, g)[:len(got)] {
		got[i] = [2]int(sample.Topics[0].Questions[0].Counts[:2])
	}
	if want := ([6][2]int{{0, 22}, {0, 35}, {1, 18}, {1, 30}, {1, 27}, {0, 36}}); got != want {
		t.Errorf("first draws of a person and of a room %v; want %v", got, want)
	}
}
