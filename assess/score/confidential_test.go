package score

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Every score is shown as a ten of its own band, the nearest one, and a ten tells which scores it may come from.
func TestTens(t *testing.T) {
	for _, test := range []struct {
		kind  pitfalls.Kind
		value float64
		want  ten
	}{
		{pitfalls.Pitfall, 0, 10},
		{pitfalls.Pitfall, 14.9, 10},
		{pitfalls.Pitfall, 15, 20},
		{pitfalls.Pitfall, 25, 20},
		{pitfalls.Pitfall, 25.1, 30},
		{pitfalls.Pitfall, 35, 40},
		{pitfalls.Pitfall, 50, 50},
		{pitfalls.Pitfall, 50.1, 60},
		{pitfalls.Pitfall, 64.9, 60},
		{pitfalls.Pitfall, 65, 70},
		{pitfalls.Pitfall, 100, 90},
		{pitfalls.Pill, 0, 10},
		{pitfalls.Pill, 25, 30},
		{pitfalls.Pill, 49.9, 40},
		{pitfalls.Pill, 50, 50},
		{pitfalls.Pill, 55, 60},
		{pitfalls.Pill, 74.9, 70},
		{pitfalls.Pill, 75, 80},
		{pitfalls.Pill, 85, 90},
		{pitfalls.Pill, 100, 90},
	} {
		if got := tenOf(test.kind, test.value); got != test.want {
			t.Errorf("%v %v: %d; want %d", test.kind, test.value, got, test.want)
		}
	}
	for _, kind := range []pitfalls.Kind{pitfalls.Pitfall, pitfalls.Pill} {
		for tenth := range 1001 {
			value := float64(tenth) / 10
			got := tenOf(kind, value)
			if a, b := bandOf(kind, round(value)), bandOf(kind, round(float64(got))); a != b {
				t.Errorf("%v %v, %v, is shown as %d, %v", kind, value, a, got, b)
			}
			if s := got.scores(kind); value < s.low || value > s.high {
				t.Errorf("%v %v is shown as %d, which is said to be %v", kind, value, got, s)
			}
		}
	}
}

func TestBars(t *testing.T) {
	type of = []Bar
	for _, test := range []struct {
		name, word string
		want       []Bar
	}{
		{"five in each", "2/3/5/1/4", of{{1, 2, 4}, {3, 3, 3}, {4, 5, 3}}},
		{"a few high", "6/6/6/1/1", of{{1, 2, 6}, {3, 5, 4}}},
		{"a few low", "1/1/6/9/1", of{{1, 3, 4}, {4, 5, 6}}},
		{"a few between, and fewer low", "3/3/3/4/4", of{{1, 3, 5}, {4, 5, 5}}},
		{"a few between, and fewer high", "4/4/3/3/3", of{{1, 2, 5}, {3, 5, 5}}},
		{"a few between two of equal size", "5/0/4/5/0", of{{1, 3, 6}, {4, 5, 4}}},
		{"few low and few high", "2/2/9/2/2", nil},
		{"a few low and nobody between", "4/0/0/9/9", nil},
		{"all low", "9/9/0/0/0", nil},
		{"nobody between", "5/0/0/0/5", of{{1, 2, 5}, {3, 3, 0}, {4, 5, 5}}},
		{"nobody high", "5/0/15/0/0", of{{1, 2, 3}, {3, 3, 7}, {4, 5, 0}}},
		{"four in all", "2/0/0/0/2", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []Bar
			if found := bars(tally(t, test.word)); found != nil {
				got = inTenths(found)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("%v; want %v", got, test.want)
			}
		})
	}
}

// everyTally calls each with every tally of so many people, those who did not rate among its don't knows.
func everyTally(people int, each func(assess.Tally)) {
	var t assess.Tally
	var fill func(rating, left int)
	fill = func(rating, left int) {
		if rating == 5 {
			t.DontKnow = left
			each(t)
			return
		}
		for n := range left + 1 {
			t.Counts[rating] = n
			fill(rating+1, left-n)
		}
		t.Counts[rating] = 0
	}
	fill(0, people)
}

// persons returns the group of so many persons as the lines say: "present" is how many they are.
func persons(t *testing.T, lines ...string) *group.Group {
	t.Helper()
	g := group.Of(pitfalls.English(), answers(t, lines...))
	g.Files, g.Workshops, g.Hands, g.Flat = g.Respondents, 0, nil, 0
	return g
}

func TestConfidentialTopic(t *testing.T) {
	for _, test := range []struct {
		name, id, words string
		state           State
		value           float64
		asked, answered int
		questions       []Question // but for their places
	}{
		{
			"all of it by many", "have-a-plan", "2/3/0/3/3/5/7 0/0/8/0/0", Scored, 50, 2, 2, // 50 + 5/11 is 50, and 50
			[]Question{{Mean: 3, Tens: 50, Split: true}, {Mean: 3, Tens: 50}},
		},
		{
			"one question by four", "have-a-plan", "0/0/0/4/0 0/0/8/0/0", Scored, 50, 2, 1,
			[]Question{{Suppressed: true}, {Mean: 3, Tens: 50}},
		},
		{
			"two of three questions by four", "overcommitted", "0/0/0/4/0 1/1/1/1/0 0/0/8/0/0", Suppressed, 0, 3, 1,
			[]Question{{Suppressed: true}, {Suppressed: true}, {Mean: 3, Tens: 50}},
		},
		{
			"everybody at the lowest", "overcommitted", "8/0/0/0/0 8/0/0/0/0 8/0/0/0/0", Scored, 10, 3, 3,
			[]Question{{Mean: 1.4, Tens: 10}, {Mean: 1.4, Tens: 10}, {Mean: 1.4, Tens: 10}},
		},
		{
			"bars", "have-a-plan", "overall 6/0/6/0/8", Scored, 60, 1, 1, // 100 × (64/20 − 1)/4 = 55
			[]Question{{Mean: 3.4, Tens: 60, Bars: []Bar{{1, 2, 3}, {3, 3, 3}, {4, 5, 4}}}},
		},
		{"nobody at all", "have-a-plan", ". .", Suppressed, 0, 2, 0, []Question{{Suppressed: true}, {Suppressed: true}}},
		{"few of everything", "have-a-plan", "overall 0/0/4/0/0/4/4", Suppressed, 0, 2, 0, []Question{{Suppressed: true}, {Suppressed: true}}},
		{"many who do not know", "have-a-plan", "overall 0/0/4/0/0/5/0", Suppressed, 0, 2, 0, []Question{{Suppressed: true}, {Suppressed: true}}},
		{
			"many call it not applicable", "have-a-plan", "0/0/1/0/0/0/9 0/0/8/0/0", Scored, 50, 2, 1,
			[]Question{{Suppressed: true}, {Mean: 3, Tens: 50}},
		},
		{"many call all of it not applicable", "have-a-plan", "overall 0/0/0/0/0/0/9", Suppressed, 0, 2, 0, []Question{{Suppressed: true}, {Suppressed: true}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := Confidential(persons(t, "present: 30", test.id+": "+test.words))
			got := topic(t, r, test.id)
			if got.State != test.state || got.Value != test.value || got.Asked != test.asked || got.Answered != test.answered {
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
		"one full, few": {"present: 30", "have-a-plan: overall 0/0/8/0/0", "overcommitted: 0/0/4/0/0 . ."},
	} {
		t.Run(name, func(t *testing.T) {
			r := Confidential(persons(t, lines...))
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

// The order of the plan, what is level and what is worst come from the tens alone.
func TestConfidentialPlanComesFromTens(t *testing.T) {
	r := Confidential(persons(t, "present: 8",
		"unclear-purpose: 0/0/0/0/8 0/0/0/8/0 0/0/0/8/0", // 100, 75 and 75 are 90, 80 and 80
		"self-interest: 0/0/0/0/8 0/0/0/8/0 0/0/0/7/1",   // 100, 75 and 78
		"taking-credit: 0/0/8/0/0 0/0/0/8/0 0/0/0/7/1",   // 50, 75 and 78
		"loudest-voice: 0/0/0/0/8 0/0/0/0/8 0/0/0/0/8"))  // all 90
	if got := ids(r, []int{r.Plan.Steps[0].Pitfall, r.Plan.Steps[1].Pitfall, r.Plan.Steps[2].Pitfall}); got != "loudest-voice unclear-purpose self-interest" {
		t.Errorf("order %s", got)
	}
	if !Level(topic(t, r, "unclear-purpose"), topic(t, r, "self-interest")) || r.Plan.Level != 1 {
		t.Error("what shows the same tens is not level")
	}
	shows := stepOf(r, "unclear-purpose").Shows
	if shows.Place.Question != 0 || shows.Mean != 4.6 || shows.High != 0 || shows.Of != 0 {
		t.Errorf("shows %+v", shows)
	}
	if c := r.Sensitivity(); c.First != -1 || r.Group.Topics != nil || r.Group.Bootstrap != nil {
		t.Errorf("sensitivity %+v, group %+v", c, r.Group)
	}
}

// A topic's ten is the nearest one to its score, unless that would say more of a question than the question's own ten.
func TestTopicsTenTellsNoMore(t *testing.T) {
	for _, test := range []struct {
		words string
		want  float64
	}{
		{"0/0/0/0/5 0/1/0/2/2", 90}, // 100 and 75 are 87.5
		{"0/0/0/0/5 0/0/2/3/0", 80}, // 100 and 65 are 82.5
		{"0/0/0/0/5 0/0/1/4/0", 80}, // 100 and 70 are 85, but 90 beside 90 and 70 would tell that all chose 5
		{"5/0/0/0/0 0/5/0/0/0", 10}, // 0 and 25 are 12.5
		{"5/0/0/0/0 0/0/5/0/0", 30}, // 0 and 50 are 25; 20 beside 10 and 50 would tell that nearly all chose 1
	} {
		r := Confidential(persons(t, "present: 5", "overcommitted: "+test.words+" ."))
		if got := topic(t, r, "overcommitted"); got.Value != test.want {
			t.Errorf("%s: %v; want %v", test.words, got.Value, test.want)
		}
	}
}

// A coalition's name, languages and roles are those of five or more; notes those that may be read out.
func TestConfidentialNames(t *testing.T) {
	of := func(people int, change func(i int, a *assess.Answers)) *Result {
		sum := group.NewGathering(pitfalls.English())
		for i := range people {
			a := answers(t, "risk: 3 3")
			a.Respondent, a.Coalition = "QX", ""
			change(i, a)
			sum.Add("file", a)
		}
		g, err := sum.Group()
		if err != nil {
			t.Fatal(err)
		}
		return Confidential(g)
	}
	named := func(files int) string {
		return of(9, func(i int, a *assess.Answers) {
			if i < files {
				a.Coalition = "Hill"
			}
		}).Group.Coalition
	}
	if named(4) != "" || named(5) != "Hill" {
		t.Errorf("named by four: %q, by five: %q", named(4), named(5))
	}
	notes := func(people int) []string {
		r := of(people, func(i int, a *assess.Answers) {
			a.Topics[0].Note, a.ReadOut = strconv.Itoa(9-i), i%2 == 0
			if i == 1 {
				a.Topics[0].Note = "Secret."
			}
		})
		return r.Topics[0].Notes
	}
	if got := notes(6); !slices.Equal(got, []string{"5", "7", "9"}) {
		t.Errorf("notes %q; want those to be read out, sorted", got)
	}
	if got := notes(4); got != nil {
		t.Errorf("notes %q of four people", got)
	}
}

// Beside hands, which all have seen, the answers of five persons or more count as they are shown alone.
func TestConfidentialMix(t *testing.T) {
	room := func(word string) roleLines {
		return roleLines{"", []string{"present: 15", "overcommitted: overall " + word}}
	}
	for _, test := range []struct {
		name  string
		files []roleLines
		want  float64
	}{
		{"four persons do not count", append(times(4, "", "overcommitted: overall 5"), room("15/0/0/0/0")), 10},
		{"five do, at 90", append(times(5, "", "overcommitted: overall 5"), room("15/0/0/0/0")), 20}, // 5 × 90 of 20 is 22.5
		{"hands alone", []roleLines{room("0/0/15/0/0")}, 50},
		{"few hands and few persons", append(times(4, "", "overcommitted: overall 5"), room("4/0/0/0/0")), 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := Confidential(groupOf(t, test.files...))
			if got := topic(t, r, "overcommitted"); got.Value != test.want || got.Questions[0].Bars != nil {
				t.Errorf("%v, bars %v; want %v, none", got.Value, got.Questions[0].Bars, test.want)
			}
			if !r.SidesWithheld {
				t.Error("sides are shown beside hands")
			}
		})
	}
}

func TestConfidentialSides(t *testing.T) {
	for _, test := range []struct {
		name     string
		files    [][]roleLines
		seen     string
		withheld bool
	}{
		{"two bands apart", [][]roleLines{times(5, "leader", "risk: 5 4"), times(5, "member", "risk: 2 2")}, "risk strong weak leaders", false},
		{"pitfalls", [][]roleLines{times(5, "staff", "overcommitted: 4 3 4"), times(5, "partner", "overcommitted: 2 2 2")}, "overcommitted pressing calm members", false},
		{"one band apart", [][]roleLines{times(5, "leader", "risk: 5 5"), times(5, "member", "risk: 3 3")}, "", false},
		{"four leaders", [][]roleLines{times(4, "leader", "risk: 5 4"), times(9, "member", "risk: 2 2")}, "", true},
		{"four who rated", [][]roleLines{times(4, "leader", "risk: 5 4"), times(1, "leader", "risk: ? ?"), times(9, "member", "risk: 2 2")}, "", false},
		{"four others", [][]roleLines{times(5, "leader", "risk: 5 4"), times(5, "member", "risk: 2 2"), times(4, "", "risk: 2 2")}, "", false},
		{"five others", [][]roleLines{times(5, "leader", "risk: 5 4"), times(5, "member", "risk: 2 2"), times(5, "", "risk: 2 2")}, "risk strong weak leaders", false},
		// All together are at 20: with strong leaders, the members can only be below 13.
		{"what would tell too much", [][]roleLines{times(5, "leader", "risk: overall 5"), times(20, "member", "risk: overall 1")}, "", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := Confidential(groupOf(t, slices.Concat(test.files...)...))
			var seen []string
			for _, s := range r.SeenDifferently {
				seen = append(seen, fmt.Sprintf("%s %v %v %v", r.Topics[s.Topic].ID, s.Leaders.Band, s.Members.Band, s.Rosier))
				if s.Leaders != (SideMean{Band: s.Leaders.Band}) || s.Members != (SideMean{Band: s.Members.Band}) {
					t.Errorf("more than bands: %+v", s)
				}
			}
			if got := strings.Join(seen, ", "); got != test.seen || r.SidesWithheld != test.withheld {
				t.Errorf("seen %q, withheld %t; want %q, %t", got, r.SidesWithheld, test.seen, test.withheld)
			}
		})
	}
}

// Groups with the same figures have the same result, whatever else they said.
func TestFiguresAreAllOfIt(t *testing.T) {
	equal := 0
	rapid.Check(t, func(t *rapid.T) {
		people := make([]*assess.Answers, rapid.IntRange(5, 14).Draw(t, "people"))
		places := assess.Questionnaire{Catalogue: pitfalls.English(), Depth: assess.Quick}.Places()[:4]
		for i := range people {
			a := assess.New(pitfalls.English())
			a.Role = rapid.SampledFrom([]assess.Role{assess.Leader, assess.Member}).Draw(t, "role")
			for _, p := range places {
				a.Set(p, assess.TallyOf(rapid.SampledFrom([]assess.Rating{0, 1, 2, 2, 3, 4, 4, 5, 6}).Draw(t, "rating")))
			}
			people[i] = a
		}
		sum := func() *group.Group {
			all := group.NewGathering(pitfalls.English()).WithBootstrap()
			for i, a := range people {
				all.Add(strconv.Itoa(i), a)
			}
			g, _ := all.Group()
			return g
		}
		before := sum()
		for i, a := range people { // other focus, names and notes, and one other answer of some
			a.Focus, a.Respondent, a.Topics[3].Note = []string{"overcommitted"}, "QX", "QX"
			if i < 2 {
				p := rapid.SampledFrom(places).Draw(t, "place")
				a.Set(p, assess.TallyOf(rapid.SampledFrom([]assess.Rating{0, 1, 2, 3, 4, 5, 6, 7}).Draw(t, "rating")))
			}
		}
		after := sum()
		if !reflect.DeepEqual(figuresOf(before), figuresOf(after)) {
			return
		}
		equal++
		if !reflect.DeepEqual(Confidential(before), Confidential(after)) {
			t.Fatal("the results differ")
		}
	})
	if equal < 10 {
		t.Errorf("%d pairs of groups had the same figures; the test says nothing", equal)
	}
}

// Of confidential results, a change takes 20 points, and more than chance would mostly move a mean of so many people.
func TestConfidentialChange(t *testing.T) {
	asked := func(people int, rating string) *Result {
		return Confidential(groupOf(t, times(people, "", "overcommitted: overall "+rating)...))
	}
	for _, test := range []struct {
		name          string
		before, after *Result
		want          Verdict
		points        float64
		chance        bool
	}{
		{"the same", asked(8, "4"), asked(8, "4"), Steady, 0, false},
		{"ten points", asked(50, "1"), asked(50, "2"), Steady, 10, false},
		{"thirty points of fifty", asked(50, "2"), asked(50, "3"), Worse, 30, false},
		{"thirty points of eight, 1.2 of noise 1", asked(8, "2"), asked(8, "3"), Worse, 30, false},
		{"thirty points of five, 1.2 of noise 1.26", asked(5, "2"), asked(5, "3"), Steady, 30, true},
		{"to an end", asked(5, "5"), asked(5, "1"), Better, -80, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := Compare(test.before, test.after)
			got := c.Topics[pitfalls.English().Index("overcommitted")]
			if got.Verdict != test.want || got.Points != test.points || got.Chance != test.chance || got.Rule != ByTens {
				t.Errorf("%+v", got)
			}
		})
	}
}

// The talk about what people are split on has one id, and asks nobody of a confidential group how they rated.
func TestConfidentialTalkAsksNobody(t *testing.T) {
	g := persons(t, "present: 12", "overcommitted: overall 6/0/0/0/6")
	for _, r := range []*Result{Score(g), Confidential(g)} {
		first := r.Plan.Steps[0].Actions[0]
		want := &r.Group.Catalogue.Talk
		if r.Confidential {
			want = &r.Group.Catalogue.TalkConfidential
		}
		if first.Action != want || first.For != ForTalk || r.ActionID(first) != "overcommitted.talk" {
			t.Errorf("confidential %t: %s, %q", r.Confidential, r.ActionID(first), first.Do)
		}
	}
}
