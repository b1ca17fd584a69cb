package report_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/report"
)

// counted is the overall statement of a topic with its counts of 1 to 5, and of "don't know".
type counted struct {
	topic  int
	counts [6]int
}

// counts returns the result of a workshop.
func counts(t fataler, present int, answers ...counted) *score.Result {
	a := assess.New(examples.English)
	a.Present = present
	for _, c := range answers {
		a.Set(assess.Place{Topic: c.topic, Question: assess.Overall}, assess.Tally{Counts: [5]int(c.counts[:5]), DontKnow: c.counts[5]})
	}
	return gathered(t, score.Score, a)
}

// people returns the result of one file for each person. Each answers the overall statements of topics as a word for each says,
// a rating for each person; roles come around.
func people(t fataler, scored func(*group.Group) *score.Result, roles []assess.Role, words map[int]string) *score.Result {
	var all []*assess.Answers
	for topic := range examples.English.Topics {
		for i, r := range words[topic] {
			if i == len(all) {
				a := assess.New(examples.English)
				a.Respondent, a.Role = "Person "+strconv.Itoa(i), roles[i%len(roles)]
				a.Topics[0].Note, a.ReadOut = fmt.Sprintf("Note %d.", 9-i%10), i%4 == 0
				all = append(all, a)
			}
			if r != '-' {
				all[i].Set(assess.Place{Topic: topic, Question: assess.Overall}, assess.TallyOf(assess.Rating(r-'0')))
			}
		}
	}
	return gathered(t, scored, all...)
}

func gathered(t fataler, scored func(*group.Group) *score.Result, all ...*assess.Answers) *score.Result {
	sum := group.NewGathering(examples.English)
	for i, a := range all {
		sum.Add(strconv.Itoa(i), a)
	}
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	return scored(g)
}

// TestTalk shows what different rooms see, hear and talk about.
func TestTalk(t *testing.T) {
	somebody, alternately := []assess.Role{""}, []assess.Role{assess.Leader, assess.Member}
	for _, test := range []struct {
		name   string
		result *score.Result
	}{
		{"a room", counts(t, 23,
			counted{0, [6]int{9, 0, 0, 2, 8, 4}}, counted{1, [6]int{0, 2, 3, 9, 9, 0}}, counted{2, [6]int{3, 3, 0, 6, 9, 2}},
			counted{8, [6]int{2, 4, 10, 4, 3, 0}}, counted{13, [6]int{8, 0, 0, 0, 8, 0}})},
		{"nobody answers", counts(t, 23, counted{0, [6]int{5: 23}}, counted{1, [6]int{}})},
		{"everybody on one side", counts(t, 12, counted{0, [6]int{4: 12}}, counted{10, [6]int{4: 12}})},
		{"everybody is content", counts(t, 12, counted{0, [6]int{12}}, counted{10, [6]int{4: 12}})},
		{"one topic alone", counts(t, 8, counted{12, [6]int{4, 0, 0, 0, 4, 0}})},
		{"a hundred thousand", counts(t, 100000, counted{0, [6]int{45000, 0, 0, 0, 40000, 15000}}, counted{1, [6]int{0, 0, 1000, 0, 99000, 0}})},
		{"one person", people(t, score.Score, somebody, map[int]string{0: "5", 1: "2", 10: "6"})},
		{"four people", people(t, score.Confidential, somebody, map[int]string{0: "5511", 1: "4444"})},
		{"five people", people(t, score.Confidential, somebody, map[int]string{0: "55114", 1: "44444", 2: "1111-"})},
		{"five of one role each", people(t, score.Confidential, assess.Roles(), map[int]string{0: "44433"})},
		{"twelve opened", people(t, score.Score, alternately, map[int]string{0: "515151515151", 1: "222244444444", 2: "141414142314", 3: "434343434343"})},
		{"twelve", people(t, score.Confidential, alternately, map[int]string{
			0: "515151515151", 1: "222224444444", 2: "424242323232", 3: "1111--------", 13: "142414241424",
		})},
		{"thirty and nothing split", people(t, score.Confidential, alternately, map[int]string{0: strings.Repeat("44532", 6)})},
		{"nothing by five", people(t, score.Confidential, somebody, map[int]string{0: "4444--", 1: "--4444"})},
	} {
		t.Run(test.name, func(t *testing.T) { golden.RequireEqual(t, seen(t, test.result)) })
	}
}

// seen returns what a room sees of a result on slides, hears of them, and may talk about in 40 minutes.
func seen(t *testing.T, r *score.Result) string {
	t.Helper()
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	for _, s := range report.LeftOut(r) {
		line("left out: %s", s)
	}
	for _, s := range report.Slides(r) {
		line("\n%s, %s: %s", s.Place, s.Title, s.Statement)
		for i, a := range s.Tally.Scale {
			line("  %-3s %s %d", s.Marks[i], a.Label, s.Tally.Rows[0].N[i])
		}
		line("  instead: %s\n  verdict: %s\n  read out: %s", s.Instead, s.Verdict, s.ReadOut)
	}
	agenda := r.Agenda(40)
	if len(agenda.Talks) == 0 {
		line("\n%s", report.NothingToTalkAbout(r))
	}
	line("\n%d minutes to open, %d to close", agenda.Open, agenda.Close)
	for i, topic := range report.TalkTopics(r, agenda.Talks) {
		line("%d %s: %s, %d minutes", i+1, topic.Label, topic.Why, topic.Minutes)
		for _, p := range topic.Prompts {
			line("  ask: %s", p)
		}
		for _, n := range topic.Notes {
			line("  note: %s", n)
		}
	}
	return b.String() + "\n" + asMarkdown(t, parts(report.Result(r, report.Options{Reader: report.OnPaper, Minutes: 40}), "Agenda for 40 minutes"))
}

// A room agrees on a step where two thirds answered often or always.
func TestWhatIsAgreed(t *testing.T) {
	for _, test := range []struct {
		counts [6]int
		want   string
	}{
		{[6]int{0, 0, 4, 4, 4, 3}, "8 of 12 say often or always: you agree"},
		{[6]int{0, 1, 4, 4, 4, 0}, "step 1 of the plan: pressing"},
		{[6]int{0, 0, 12, 0, 0, 0}, "step 1 of the plan: watch"},
	} {
		r := counts(t, 15, counted{0, test.counts})
		topics := report.TalkTopics(r, r.Talks())
		if len(topics) != 1 || topics[0].Why.String() != test.want {
			t.Errorf("%v: %+v; want %s", test.counts, topics, test.want)
		}
	}
}

// The slide that says most comes first: of a split topic the statement with the strongest camps, of others the worst.
func TestTheMostTellingSlideFirst(t *testing.T) {
	even, low, high := [5]int{6, 0, 0, 0, 6}, [5]int{0, 6, 6, 0, 0}, [5]int{0, 0, 0, 6, 6}
	for _, test := range []struct {
		topic  int
		counts [][5]int
		want   string
	}{
		{0, [][5]int{low, even, even}, "1 2 0"},
		{0, [][5]int{low, even, high}, "2 1 0"}, // which is not split
		{0, [][5]int{low, {5, 0, 2, 0, 5}, even}, "2 1 0"},
		{11, [][5]int{low, even}, "1 0"},
		{11, [][5]int{high, even}, "1 0"},
	} {
		a := assess.New(examples.English)
		a.Present = 12
		for i, c := range test.counts {
			a.Set(assess.Place{Topic: test.topic, Question: i}, assess.Tally{Counts: c})
		}
		topic := &examples.English.Topics[test.topic]
		var got []string
		r := gathered(t, score.Score, a)
		for _, slide := range report.TalkTopics(r, r.Talks())[0].Slides {
			i := slices.IndexFunc(topic.Questions, func(q pitfalls.Question) bool { return q.Text == slide.Statement })
			got = append(got, strconv.Itoa(i))
		}
		if got := strings.Join(got, " "); got != test.want {
			t.Errorf("%s %v: %s; want %s", topic.ID, test.counts, got, test.want)
		}
	}
}

// The minutes of an agenda add up, whoever answered.
func TestAgendasAddUp(t *testing.T) {
	all := results(t)
	names := slices.Sorted(maps.Keys(all))
	rapid.Check(t, func(t *rapid.T) {
		r := all[rapid.SampledFrom(names).Draw(t, "result")]
		minutes := rapid.IntRange(10, 240).Draw(t, "minutes")
		sum := 0
		for _, b := range report.Result(r, report.Options{Minutes: minutes}).Blocks {
			if table, ok := b.(doc.Table); ok && table.Columns[0].Head.String() == "Minutes" {
				for _, row := range table.Rows {
					n, err := strconv.Atoi(row[0].String())
					if err != nil {
						t.Fatal(err)
					}
					sum += n
				}
			}
		}
		if sum != minutes {
			t.Fatalf("%d of %d minutes", sum, minutes)
		}
	})
}

// What a room gave dots to says how many; what to ask about it follows from the answers. Its own notes need no consent.
func TestTalkOfARoom(t *testing.T) {
	a := assess.New(examples.English)
	a.Present, a.Dots[0], a.Dots[2] = 20, 12, 1
	a.Topics[0].Overall, a.Topics[2].Overall = assess.Tally{Counts: [5]int{10, 0, 0, 0, 10}}, assess.Tally{Counts: [5]int{0, 0, 0, 0, 20}}
	a.Topics[0].Note = "Asked twice in October."
	r := gathered(t, score.Score, a)
	topics := report.TalkTopics(r, r.Talks())
	if len(topics) != 2 || topics[0].Why.String() != "12 dots" || topics[1].Why.String() != "1 dot" {
		t.Fatalf("the topics are %+v", topics)
	}
	if ask := topics[0].Prompts[0].String(); ask != "Somebody who answered low: what have you seen?" {
		t.Errorf("of a split topic with dots one asks %q", ask)
	}
	if notes := topics[0].Notes; !slices.Equal(notes, []string{"Asked twice in October."}) {
		t.Errorf("its notes are %q", notes)
	}
}
