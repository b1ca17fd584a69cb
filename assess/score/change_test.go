package score

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestChange(t *testing.T) {
	for _, test := range []struct {
		name          string
		before, after string // lines, with ; between them
		topic         string
		want          Change // of the topic; points to the millionth
	}{
		// One respondent: half a point of the mean is a change, 12.5 of 100.
		{"half a point less", "have-a-plan: 4 4", "have-a-plan: 3 4", "have-a-plan", Change{Worse, NoReason, 75, 62.5, -12.5, false}},
		{"half a point more", "have-a-plan: 3 4", "have-a-plan: 4 4", "have-a-plan", Change{Better, NoReason, 62.5, 75, 12.5, false}},
		{"a third more", "overcommitted: 3 3 3", "overcommitted: 4 3 3", "overcommitted", Change{Steady, NoReason, 50, 58.333333, 8.333333, false}},
		{"two thirds more of a pitfall", "overcommitted: 3 3 3", "overcommitted: 4 4 3", "overcommitted", Change{Worse, NoReason, 50, 66.666667, 16.666667, false}},
		{"less of a pitfall", "overcommitted: 5 5 5", "overcommitted: 1 1 1", "overcommitted", Change{Better, NoReason, 100, 0, -100, false}},
		{"the same", "overcommitted: 5 5 5", "overcommitted: 5 5 5", "overcommitted", Change{Steady, NoReason, 100, 100, 0, false}},
		// Groups: more than 4/n, with n the fewest ratings of any rated question on either side.
		{
			"as much as one of six can do", // 4/6 = 0.666667: 3 to 22/6 = 3.666667
			"present: 6; have-a-plan: overall 0/0/6/0/0", "present: 6; have-a-plan: overall 0/0/2/4/0", "have-a-plan",
			Change{Steady, NoReason, 50, 66.666667, 16.666667, false},
		},
		{
			"more than one of six can do", // 3 to 23/6 = 3.833333
			"present: 6; have-a-plan: overall 0/0/6/0/0", "present: 6; have-a-plan: overall 0/0/1/5/0", "have-a-plan",
			Change{Better, NoReason, 50, 70.833333, 20.833333, false},
		},
		{
			"half a point in a room of eight", // 4/8 = 0.5 is not more
			"present: 8; have-a-plan: overall 0/0/8/0/0", "present: 8; have-a-plan: overall 0/0/4/4/0", "have-a-plan",
			Change{Steady, NoReason, 50, 62.5, 12.5, false},
		},
		{
			"half a point in a room of ten", // 4/10
			"present: 10; have-a-plan: overall 0/0/10/0/0", "present: 10; have-a-plan: overall 0/0/5/5/0", "have-a-plan",
			Change{Better, NoReason, 50, 62.5, 12.5, false},
		},
		{
			"the question that fewest rated counts", // 4/2 = 2; means 3 and (5+3)/2
			"present: 10; have-a-plan: 0/0/10/0/0 0/0/2/0/0", "present: 10; have-a-plan: 0/0/0/0/10 0/0/10/0/0", "have-a-plan",
			Change{Steady, NoReason, 50, 75, 25, false},
		},
		{
			"a question that nobody rated does not count", // 4/10
			"present: 10; have-a-plan: 0/0/10/0/0 .", "present: 10; have-a-plan: 0/0/0/10/0 .", "have-a-plan",
			Change{Better, NoReason, 50, 75, 25, false},
		},
		{
			"one respondent and a room of ten", // 4/1
			"have-a-plan: overall 1", "present: 10; have-a-plan: overall 0/0/0/0/10", "have-a-plan",
			Change{Steady, NoReason, 0, 100, 100, true},
		},
		{
			"one respondent and a room of four",
			"have-a-plan: overall 1", "present: 4; have-a-plan: overall 0/0/0/0/4", "have-a-plan",
			Change{Steady, NoReason, 0, 100, 100, false},
		},
		{
			"less than half a point from one respondent to a room of ten", // 3 to 3.4
			"have-a-plan: overall 3", "present: 10; have-a-plan: overall 0/0/6/4/0", "have-a-plan",
			Change{Steady, NoReason, 50, 60, 10, false},
		},
		{"quick before", "risk: overall 3", "risk: 3 3", "risk", Change{NotCompared, QuickBefore, 50, 50, 0, false}},
		{"quick after", "risk: 3 4", "risk: overall 3", "risk", Change{NotCompared, QuickAfter, 62.5, 50, 0, false}},
		{"quick on both sides", "risk: overall 3", "risk: overall 4", "risk", Change{Better, NoReason, 50, 75, 25, false}},
		{"not before", "risk: ? ?", "risk: 3 4", "risk", Change{NotCompared, NotScoredBefore, 0, 62.5, 0, false}},
		{"not after", "risk: overall 3", "", "risk", Change{NotCompared, NotScoredAfter, 50, 0, 0, false}},
		{"never", "risk: - -", "risk: ? ?", "risk", Change{NotCompared, NeverScored, 0, 0, 0, false}},
	} {
		t.Run(test.name, func(t *testing.T) {
			before, after := scoreLines(t, lines(test.before)...), scoreLines(t, lines(test.after)...)
			c := Compare(before, after)
			got := c.Topics[before.Group.Catalogue.Index(test.topic)]
			for _, v := range []*float64{&got.Before, &got.After, &got.Points} {
				*v = float64(round(*v)) / 1e6
			}
			if got != test.want {
				t.Errorf("change %+v; want %+v", got, test.want)
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
func drawResult(t *rapid.T) *Result {
	g := drawGroup(t)
	g.Respondents = rapid.SampledFrom([]int{1, 40}).Draw(t, "respondents")
	return Score(g)
}

func TestComparingTheSameFindsNoChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawResult(t)
		c := Compare(r, r)
		for i, change := range c.Topics {
			want := Change{Verdict: Steady, Before: r.Topics[i].Value, After: r.Topics[i].Value}
			if r.Topics[i].State != Scored {
				want = Change{Verdict: NotCompared, Reason: NeverScored}
			}
			if change != want {
				t.Errorf("%s: %+v; want %+v", r.Topics[i].ID, change, want)
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
		NotScoredBefore: NotScoredAfter, NotScoredAfter: NotScoredBefore,
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawResult(t), drawResult(t)
		there, back := Compare(a, b), Compare(b, a)
		for i, c := range there.Topics {
			if want := (Change{verdicts[c.Verdict], reasons[c.Reason], c.After, c.Before, -c.Points, c.TooFew}); back.Topics[i] != want {
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
