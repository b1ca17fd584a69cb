package score

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestChangeOfOnePerson(t *testing.T) {
	for _, test := range []struct {
		name          string
		before, after string // lines, with ; between them
		topic         string
		verdict       Verdict
		steps         int
	}{
		{"the same", "overcommitted: 5 5 5", "overcommitted: 5 5 5", "overcommitted", Steady, 0},
		{"one step in one sign", "overcommitted: 3 3 3", "overcommitted: 4 3 3", "overcommitted", Steady, 1},
		{"two steps", "overcommitted: 3 3 3", "overcommitted: 4 4 3", "overcommitted", Steady, 2},
		{"three steps of a pitfall", "overcommitted: 3 3 3", "overcommitted: 4 4 4", "overcommitted", Worse, 3},
		{"three steps in one sign", "overcommitted: 4 3 3", "overcommitted: 1 3 3", "overcommitted", Better, -3},
		{"steps that cancel out", "overcommitted: 5 1 3", "overcommitted: 1 5 3", "overcommitted", Steady, 0},
		{"three steps of a pill", "have-a-plan: 1 2", "have-a-plan: 3 3", "have-a-plan", Better, 3},
		{"back", "have-a-plan: 3 3", "have-a-plan: 1 2", "have-a-plan", Worse, -3},
		{"a sign that was not rated before does not count", "overcommitted: 2 2 .", "overcommitted: 3 3 5", "overcommitted", Steady, 2},
		{"a sign that is not rated any more does not count", "overcommitted: 2 2 1", "overcommitted: 4 3 ?", "overcommitted", Worse, 3},
		{"one step of an overall statement", "risk: overall 3", "risk: overall 4", "risk", Steady, 1},
		{"two steps of an overall statement", "risk: overall 3", "risk: overall 5", "risk", Better, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := Compare(scoreLines(t, lines(test.before)...), scoreLines(t, lines(test.after)...))
			got := c.Topics[c.Before.Group.Catalogue.Index(test.topic)]
			if got.Verdict != test.verdict || got.Steps != test.steps || got.Rule != BySteps || got.Chance || got.Noise != 0 {
				t.Errorf("%+v; want %v by %d steps", got, test.verdict, test.steps)
			}
		})
	}
}

func TestChangeOfSeveral(t *testing.T) {
	for _, test := range []struct {
		name          string
		before, after string // of have-a-plan
		verdict       Verdict
		moved, noise  float64
		chance        bool
	}{
		// Nobody varies, so there is no noise.
		{"half a point", "overall 0/0/8/0/0", "overall 0/0/0/8/0", Better, 1, 0, false},
		// Of four 3 and four 4 the variance is 8·0.25/7 = 0.285714, and 2·√(0.285714/8) = 0.377964.
		{"exactly half a point", "overall 0/0/8/0/0", "overall 0/0/4/4/0", Better, 0.5, 0.377964, false},
		{"less than half a point", "overall 0/0/8/0/0", "overall 0/0/5/3/0", Steady, 0.375, 0.365963, false},
		// Variance 9·1 + 1·1 ... of five 1 and five 5: 10·4/9 = 4.444444; 2·√(4.444444/10) = 1.333333.
		{"a whole point that is noise", "overall 5/0/0/0/5", "overall 0/0/0/10/0", Steady, 1, 1.333333, true},
		{"far enough", "overall 9/0/0/0/1", "overall 0/0/0/10/0", Better, 2.6, 0.8, false}, // variance 10·(0.1·3.6² + 0.9·0.4²)/9 = 1.6
		{"worse", "overall 0/0/0/10/0", "overall 9/0/0/0/1", Worse, -2.6, 0.8, false},
		// As large as the noise is not beyond it: variances 4/3 of 1 1 3 3 and 0; 2·√(4/3/4) = 1.154701, and from 2 to 3.
		{"within the noise", "overall 2/0/2/0/0", "overall 0/0/4/0/0", Steady, 1, 1.154701, true},
		// Two practices: means 2 and 4 of variance 0 and 1 (three ratings 3 4 5); v = 0.5, n = 3; 2·√(0.5/3) = 0.816497.
		{"the mean of the variances, and the fewest ratings", "0/8/0/0/0 0/8/0/0/0", "0/8/0/0/0 0/0/1/1/1", Better, 1, 0.816497, false},
		{"a question that nobody rated does not count", "0/0/8/0/0 .", "0/0/0/8/0 .", Better, 1, 0, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := Compare(scoreLines(t, "present: 10", "have-a-plan: "+test.before), scoreLines(t, "present: 10", "have-a-plan: "+test.after))
			got := c.Topics[c.Before.Group.Catalogue.Index("have-a-plan")]
			if got.Verdict != test.verdict || round(got.Moved) != round(test.moved) || round(got.Noise) != round(test.noise) ||
				got.Chance != test.chance || got.Rule != ByVariance || got.Steps != 0 {
				t.Errorf("%+v; want %v by %v against %v", got, test.verdict, test.moved, test.noise)
			}
		})
	}
}

func TestAChangeAsLargeAsItsNoiseIsChance(t *testing.T) {
	for _, test := range []struct {
		difference, squared float64
		want                bool
	}{
		{1, 1, false},
		{-1, 1, false},
		{1, 1 - 1e-9, false}, // equal to a millionth
		{1, 1 - 1e-5, true},
		{-1, 1 - 1e-5, true},
	} {
		if got := beyondNoise(test.difference, test.squared); got != test.want {
			t.Errorf("%v against %v: beyond noise %t", test.difference, test.squared, got)
		}
	}
}

func TestNoComparison(t *testing.T) {
	for _, test := range []struct {
		name          string
		before, after string
		topic         string
		want          Reason
	}{
		{"quick before", "risk: overall 3", "risk: 3 3", "risk", QuickBefore},
		{"quick after", "risk: 3 4", "risk: overall 3", "risk", QuickAfter},
		{"not before", "risk: ? ?", "risk: 3 4", "risk", NotScoredBefore},
		{"not after", "risk: overall 3", "", "risk", NotScoredAfter},
		{"never", "risk: - -", "risk: ? ?", "risk", NeverScored},
		{"one person before", "risk: overall 1", "present: 10; risk: overall 0/0/0/0/10", "risk", OneBefore},
		{"one person after", "present: 10; risk: overall 0/0/0/0/10", "risk: overall 1", "risk", OneAfter},
		{"a workshop of one is no person", "present: 1; risk: overall 1", "risk: overall 1", "risk", OneAfter},
		{"no question rated twice", "risk: 3 .", "risk: . 3", "risk", NothingShared},
		{"two in a room", "present: 2; risk: overall 2/0/0/0/0", "present: 2; risk: overall 0/0/0/0/2", "risk", TooFewRatings},
		{"two who rated one of the questions", "present: 9; risk: 9/0/0/0/0 2/0/0/0/0", "present: 9; risk: 0/0/9/0/0 0/0/9/0/0", "risk", TooFewRatings},
		{"three in a room", "present: 3; risk: overall 3/0/0/0/0", "present: 3; risk: overall 0/0/0/0/3", "risk", NoReason},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := Compare(scoreLines(t, lines(test.before)...), scoreLines(t, lines(test.after)...))
			got := c.Topics[c.Before.Group.Catalogue.Index(test.topic)]
			if got.Reason != test.want || (got.Verdict == NotCompared) != (test.want != NoReason) || test.want != NoReason && (got.Points != 0 || got.Rule != NoRule) {
				t.Errorf("%+v; want the reason %q", got, test.want)
			}
		})
	}
}

func lines(text string) []string {
	var lines []string
	for line := range strings.SplitSeq(text, ";") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func TestComparison(t *testing.T) {
	before := scoreLines(t, "present: 20", "focus: unclear-roles",
		"unclear-purpose: overall 0/0/0/0/20", // pressing, the first step but for the focus
		"unclear-roles: overall 0/0/0/0/20",   // pressing, in focus
		"unresolved-conflict: overall 10/0/0/0/10",
		"overselling: overall 20/0/0/0/0",
		"have-a-plan: overall 0/0/20/0/0",
		"key-support: overall 0/0/20/0/0",
		"risk: overall 0/0/20/0/0",
	)
	after := scoreLines(t, "present: 20",
		"unclear-purpose: overall 0/0/20/0/0",     // 5 to 3: better by 50
		"unclear-roles: overall 0/0/0/0/20",       // steady
		"unresolved-conflict: overall 0/0/20/0/0", // steady, and not split any more
		"overselling: overall 10/0/0/0/10",        // 1 to 3: worse by 50, and split
		"have-a-plan: overall 0/0/0/0/20",         // 3 to 5: better by 50
		"key-support: overall 0/20/0/0/0",         // 3 to 2: worse by 25
		"risk: ?",
	)
	before.Group.Coalition, after.Group.Coalition = "Hill", "Lake"
	c := Compare(before, after)
	for _, list := range []struct {
		name string
		got  []int
		want string
	}{
		{"better", c.Better, "unclear-purpose have-a-plan"},
		{"worse", c.Worse, "overselling key-support"},
		{"steady", c.Steady, "unclear-roles unresolved-conflict"},
		{"first steps", c.First, "unclear-roles unclear-purpose unresolved-conflict"},
		{"new splits", c.NewSplits, "overselling"},
		{"ended splits", c.EndedSplits, "unresolved-conflict"},
	} {
		if sorted := ids(before, list.got); len(strings.Fields(sorted)) != len(list.got) || sorted != list.want {
			t.Errorf("%s: %q; want %q", list.name, sorted, list.want)
		}
	}
	if n := len(c.NotCompared); n != 14 || !c.CoalitionsDiffer || c.CataloguesDiffer {
		t.Errorf("%d not compared, coalitions differ %t, catalogues %t; want 14, true, false", n, c.CoalitionsDiffer, c.CataloguesDiffer)
	}
	after.Group.Coalition = ""
	if Compare(before, after).CoalitionsDiffer || Compare(after, before).CoalitionsDiffer {
		t.Error("a file without a name is taken for another coalition")
	}
}

// drawResult draws the result of one respondent or of many.
func drawResult(t *rapid.T) *Result { return Score(drawGroup(t)) }

func TestComparingTheSameFindsNoChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawResult(t)
		c := Compare(r, r)
		for i, change := range c.Topics {
			reasons := map[Verdict][]Reason{Steady: {NoReason}, NotCompared: {NeverScored, TooFewRatings}}[change.Verdict]
			if !slices.Contains(reasons, change.Reason) || change.Points != 0 || change.Steps != 0 || change.Moved != 0 || change.Chance {
				t.Errorf("%s: %+v", r.Topics[i].ID, change)
			}
		}
		if len(c.NewSplits)+len(c.EndedSplits) > 0 {
			t.Errorf("splits %v, %v", c.NewSplits, c.EndedSplits)
		}
	})
}

func TestComparingBackwardsIsTheMirror(t *testing.T) {
	verdicts := map[Verdict]Verdict{Steady: Steady, Better: Worse, Worse: Better, NotCompared: NotCompared}
	reasons := map[Reason]Reason{
		NoReason: NoReason, NeverScored: NeverScored, QuickBefore: QuickAfter, QuickAfter: QuickBefore,
		NotScoredBefore: NotScoredAfter, NotScoredAfter: NotScoredBefore, OneBefore: OneAfter, OneAfter: OneBefore,
		NothingShared: NothingShared, TooFewRatings: TooFewRatings,
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawResult(t), drawResult(t)
		there, back := Compare(a, b), Compare(b, a)
		for i, c := range there.Topics {
			want := Change{verdicts[c.Verdict], reasons[c.Reason], c.After, c.Before, -c.Points, c.Rule, -c.Steps, -c.Moved, c.Noise, c.Chance}
			if back.Topics[i] != want {
				t.Errorf("%s: %+v and back %+v", a.Topics[i].ID, c, back.Topics[i])
			}
		}
		for _, pair := range [][2][]int{
			{there.Better, back.Worse},
			{there.Worse, back.Better},
			{there.Steady, back.Steady},
			{there.NotCompared, back.NotCompared},
			{there.NewSplits, back.EndedSplits},
			{there.EndedSplits, back.NewSplits},
		} {
			if !reflect.DeepEqual(pair[0], pair[1]) {
				t.Errorf("%v there, %v back", pair[0], pair[1])
			}
		}
		if n := len(there.Better) + len(there.Worse) + len(there.Steady) + len(there.NotCompared); n != len(a.Topics) {
			t.Errorf("%d topics in the lists", n)
		}
	})
}

func TestLanguagesDiffer(t *testing.T) {
	asked := func(languages ...string) *Result {
		sum := group.NewGathering(pitfalls.English())
		for _, language := range languages {
			a := assess.New(pitfalls.English())
			a.Language = language
			sum.Add("a.yaml", a)
		}
		all, err := sum.Group()
		if err != nil {
			t.Fatal(err)
		}
		return Score(all)
	}
	for _, test := range []struct {
		name          string
		before, after *Result
		want          bool
	}{
		{"not told", asked(""), asked(""), false},
		{"that of the catalogue", asked(""), asked("en"), false},
		{"in capitals", asked("PT-br"), asked("pt-BR"), false},
		{"another one", asked("es"), asked("pt"), true},
		{"told on one side", asked("de"), asked(""), true},
		{"one more language", asked("en", "en"), asked("en", "so"), true},
		{"the same two", asked("so", "en"), asked("en", "en", "so"), false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Compare(test.before, test.after).LanguagesDiffer; got != test.want {
				t.Errorf("got %t", got)
			}
		})
	}

	// A language that fewer than five have would tell who they are.
	few := asked("en", "en", "en", "en", "en", "so", "so", "so", "so")
	if got := Compare(Confidential(few.Group), Confidential(asked("en", "en", "en", "en", "en").Group)); got.LanguagesDiffer {
		t.Error("four with a language of their own are told apart")
	}
	five := asked("so", "so", "so", "so", "so")
	if got := Compare(Confidential(few.Group), Confidential(five.Group)); !got.LanguagesDiffer {
		t.Error("five with a language of their own are passed over")
	}
}
