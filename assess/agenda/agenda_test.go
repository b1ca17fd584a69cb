package agenda_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/agenda"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// room returns the result of a workshop of twenty people with dots, in which some pitfalls are split, some agreed on and some no
// trouble.
func room(dots [pitfalls.PitfallCount]int) *score.Result {
	s := assess.NewSession(pitfalls.English(), assess.Quick)
	s.Answers.Present, s.Answers.Dots = 20, dots
	shares := [][5]int{{1, 1, 2, 5, 9}, {8, 4, 1, 4, 3}, {9, 6, 3, 1, 0}, {2, 3, 9, 4, 1}, {0, 2, 3, 10, 4}}
	for i, p := range s.Places() {
		s.Answers.Set(p, assess.Tally{Counts: shares[(i+p.Topic)%len(shares)]})
	}
	sum := group.NewGathering(pitfalls.English())
	sum.Add("room.yaml", s.Answers)
	g, err := sum.Group()
	if err != nil {
		panic(err)
	}
	return score.Score(g)
}

// given are dots of twenty people, and how often they were handed over.
type given struct {
	dots  [pitfalls.PitfallCount]int
	gave  int
	taken int
}

func (g *given) dotsOf() agenda.Dots {
	return agenda.Dots{
		People: 20,
		Of:     func(pitfall int) int { return g.dots[pitfall] },
		Give: func(pitfall, dots int) {
			g.dots[pitfall] = dots
			g.gave++
		},
		Given: func() *score.Result {
			g.taken++
			return room(g.dots)
		},
	}
}

// TestTheReportAndTheRoomAgree compares the agenda of a report with what a room talks about that chooses nothing.
func TestTheReportAndTheRoomAgree(t *testing.T) {
	r := room([pitfalls.PitfallCount]int{})
	for minutes := 3; minutes <= 240; minutes++ {
		a := agenda.New(r, minutes, 20, assess.Reveal{}, agenda.Dots{})
		if got, want := a.Topics(), r.Agenda(minutes).Talks; !slices.Equal(got, want) {
			t.Errorf("in %d minutes a room talks about %v, and the report says %v", minutes, got, want)
		}
	}
}

// TestTimeIsSharedAmongWhatIsChosen chooses any topics. Their minutes are as long as they would be if there was nothing else.
func TestTimeIsSharedAmongWhatIsChosen(t *testing.T) {
	r := room([pitfalls.PitfallCount]int{})
	rapid.Check(t, func(t *rapid.T) {
		minutes := rapid.IntRange(-5, 240).Draw(t, "minutes")
		a := agenda.New(r, minutes, 20, assess.Reveal{}, agenda.Dots{})
		var ids []string
		for _, talk := range a.Topics() {
			if rapid.Bool().Draw(t, "chosen") {
				ids = append(ids, r.Topics[talk.Topic].ID)
			}
		}
		a.Choose(ids)
		sum := 0
		for _, talk := range a.Topics() {
			if sum += talk.Minutes; talk.Minutes > 0 && !a.Chosen(r.Topics[talk.Topic].ID) {
				t.Fatalf("%v has minutes and is not chosen", talk)
			}
		}
		whole := score.ShareTime(make([]score.Talk, len(ids)), max(3, minutes))
		if len(a.Talks()) != len(ids) || len(ids) > 0 && sum != max(3, minutes)-whole.Open-whole.Close {
			t.Fatalf("%d minutes: %v", minutes, a.Topics())
		}
	})
}

// TestWhereARoomComesBackTo leads from every slide to its number and back.
func TestWhereARoomComesBackTo(t *testing.T) {
	for _, test := range []struct {
		statements, slide int
		talk              []string
		part              agenda.Part
		index             int
	}{
		{20, 0, nil, agenda.Opening, 0},
		{20, -1, nil, agenda.Opening, 0},
		{20, 1, nil, agenda.Opening, 0},
		{20, 2, nil, agenda.Statements, 0},
		{20, 21, nil, agenda.Statements, 19},
		{20, 22, nil, agenda.List, 0},
		{20, 23, nil, agenda.Plan, 0}, // with nothing chosen
		{20, 23, []string{"unclear-roles"}, agenda.Talk, 0},
		{20, 24, []string{"unclear-roles"}, agenda.Plan, 0},
		{20, 24, []string{"unclear-roles", "unclear-purpose"}, agenda.Talk, 1},
		{20, 1000, nil, agenda.Plan, 0},
		{20, 23, []string{"no-topic"}, agenda.Plan, 0},
		{0, 1, nil, agenda.Opening, 0},
		{0, 2, nil, agenda.List, 0},
		{0, 3, nil, agenda.Plan, 0},
	} {
		a := agenda.New(room([pitfalls.PitfallCount]int{}), 45, test.statements, assess.Reveal{Slide: test.slide, Talk: test.talk}, agenda.Dots{})
		part, index := a.PartOf(test.slide)
		if part != test.part || index != test.index {
			t.Errorf("%+v: got %d, %d", test, part, index)
		}
	}
}

func TestLimitsOfDots(t *testing.T) {
	for _, test := range []struct {
		counts []agenda.Count
		want   error
		sum    int
	}{
		{[]agenda.Count{{0, 20}}, nil, 25},
		{[]agenda.Count{{0, 21}}, agenda.ErrTooManyForOne, 5},
		{[]agenda.Count{{0, 20}, {1, 20}, {2, 15}}, nil, 60},
		{[]agenda.Count{{0, 20}, {1, 20}, {2, 16}}, agenda.ErrTooMany, 5},
		{[]agenda.Count{{0, 20}, {1, 20}, {4, 20}}, nil, 60},
		{[]agenda.Count{{4, 0}}, nil, 0},
	} {
		g := &given{}
		g.dots[4] = 5
		a := agenda.New(room(g.dots), 45, 20, assess.Reveal{}, g.dotsOf())
		if err := a.Give(test.counts...); !errors.Is(err, test.want) || a.AllDots() != test.sum {
			t.Errorf("%v: %v and %d dots, want %v and %d", test.counts, err, a.AllDots(), test.want, test.sum)
		}
	}
}

// TestDotsThatAreThereAlready gives what is there: nothing is given and nothing handed over, so a focus that a room agreed on stays,
// and no plan file is made.
func TestDotsThatAreThereAlready(t *testing.T) {
	g := &given{}
	a := agenda.New(room(g.dots), 45, 20, assess.Reveal{}, g.dotsOf())
	if err := a.Give(agenda.Count{Pitfall: 0}, agenda.Count{Pitfall: 1}); err != nil {
		t.Fatal(err)
	}
	if a.TakeDots(); g.gave+g.taken > 0 {
		t.Errorf("gave %d times, handed over %d times", g.gave, g.taken)
	}
	_ = a.Give(agenda.Count{Pitfall: 0, Dots: 2})
	a.TakeDots()
	if a.TakeDots(); g.taken != 1 {
		t.Errorf("handed over %d times", g.taken)
	}
}

// TestDotsOfNoTrouble takes dots away from a pitfall that is no trouble now.
func TestDotsOfNoTrouble(t *testing.T) {
	g := &given{}
	calm := slices.IndexFunc(room(g.dots).Topics, func(t score.Topic) bool { return t.Band == score.Calm })
	if calm < 0 || calm >= pitfalls.PitfallCount {
		t.Fatal("there is no such pitfall")
	}
	if a := agenda.New(room(g.dots), 45, 20, assess.Reveal{}, g.dotsOf()); slices.Contains(a.Dotted(), calm) {
		t.Error("it may get dots")
	}
	g.dots[calm] = 3
	a := agenda.New(room(g.dots), 45, 20, assess.Reveal{}, g.dotsOf())
	if !slices.Contains(a.Dotted(), calm) {
		t.Error("nobody can take its dots away")
	}
}

// TestDotsChangeWhatIsTalkedAbout gives dots before a room has chosen something, and after that.
func TestDotsChangeWhatIsTalkedAbout(t *testing.T) {
	for _, chooses := range []bool{false, true} {
		g := &given{}
		a := agenda.New(room(g.dots), 20, 20, assess.Reveal{}, g.dotsOf())
		before := a.At(22).Talk
		if chooses {
			a.Toggle(before[0])
			before = a.At(22).Talk
		}
		_ = a.Give(agenda.Count{Pitfall: 2, Dots: 20})
		a.TakeDots()
		timely := agenda.New(a.Result(), 20, 20, assess.Reveal{}, agenda.Dots{}).At(22).Talk
		if slices.Equal(timely, before) {
			t.Fatal("the dots change nothing")
		}
		want := timely
		if chooses {
			want = before
		}
		if got := a.At(22).Talk; !slices.Equal(got, want) {
			t.Errorf("chooses %t: it talks about %q, want %q", chooses, got, want)
		}
	}
}

func TestClocks(t *testing.T) {
	now := time.Date(2026, time.November, 26, 18, 0, 0, 0, time.UTC)
	var c agenda.Clocks
	spent := func(topic string, want time.Duration) {
		t.Helper()
		if got := c.Spent(topic, now); got != want {
			t.Errorf("%s: %v, want %v", topic, got, want)
		}
	}
	later := func(minutes int) { now = now.Add(time.Duration(minutes) * time.Minute) }
	c.Show("a", now)
	later(2)
	c.Show("a", now)
	spent("a", 2*time.Minute)
	c.Show("b", now)
	later(3)
	spent("a", 2*time.Minute)
	spent("b", 3*time.Minute)
	c.Stop(now)
	c.Stop(now)
	later(4)
	c.Show("b", now) // it is shown already, so it stays stopped
	if spent("b", 3*time.Minute); c.Running("b") {
		t.Error("it runs")
	}
	c.Start(now)
	later(-4)
	spent("b", 3*time.Minute) // a clock that was set back
	c.Show("", now)
	later(60)
	spent("b", 3*time.Minute)
	c.Show("a", now)
	later(1)
	spent("a", 3*time.Minute)
}
