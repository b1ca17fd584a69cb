package report_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/jsonreport"
	"github.com/coalcheck/coalcheck/render/report"
)

// everyFormat returns all that anybody can get of a result, by format.
func everyFormat(t fataler, r *score.Result) map[string]string {
	texts := inFormats(t, r, report.Options{Explain: true, Minutes: 40})
	texts["json"] = asJSON(t, r)
	texts["reveal"] = asRevealed(r)
	return texts
}

// asRevealed returns all that a room sees of a result on slides and hears of them, and what it may talk about.
func asRevealed(r *score.Result) string {
	topics := report.TalkTopics(r, r.Agenda(40).Talks)
	return fmt.Sprintf("%+v", []any{report.LeftOut(r), report.Slides(r), topics, report.NothingToTalkAbout(r)})
}

func asJSON(t fataler, r *score.Result) string {
	var b bytes.Buffer
	if err := jsonreport.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// confidential returns the result of people.
func confidential(t fataler, people []*assess.Answers) *score.Result {
	sum := group.NewGathering(examples.English).CountOnce(new(group.Seen))
	for i, a := range people {
		sum.Add(strconv.Itoa(i), a)
	}
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	return score.Confidential(g)
}

// alike returns people of whom the same is shown: of each statement that five or more rated, as many did and their mean is the
// same; the others are rated by up to four. Who said what, who does not know, focus, names and notes are others. There are
// fewer than ten people, so no bars, splits or sides are shown.
func alike(people []*assess.Answers, places []assess.Place, random *rand.Rand) []*assess.Answers {
	others := make([]*assess.Answers, len(people))
	for i, a := range people {
		others[i] = a.Clone()
		others[i].Respondent = fmt.Sprintf("Other-QX%d", i)
		others[i].Topics[random.IntN(20)].Note = "Other-QX"
		others[i].Focus = []string{examples.English.Topics[random.IntN(10)].ID}
	}
	for _, p := range places {
		var ratings []assess.Rating
		for _, a := range people {
			if r := a.At(p).Rating(); r.Scored() {
				ratings = append(ratings, r)
			}
		}
		if len(ratings) < score.MinShown {
			ratings = ratings[:0]
			for range random.IntN(score.MinShown) {
				ratings = append(ratings, assess.Rating(1+random.IntN(5)))
			}
		}
		for range 3 * len(ratings) { // one step up for one, and down for another
			if len(ratings) < score.MinShown {
				break
			}
			if up, down := random.IntN(len(ratings)), random.IntN(len(ratings)); ratings[up] < assess.Highest && ratings[down] > assess.Lowest {
				ratings[up]++
				ratings[down]--
			}
		}
		for len(ratings) < len(people) {
			ratings = append(ratings, []assess.Rating{assess.Unanswered, assess.DontKnow, assess.NotApplicable}[random.IntN(3)])
		}
		for i, from := range random.Perm(len(people)) {
			others[i].Set(p, assess.TallyOf(ratings[from]))
		}
	}
	return others
}

// Groups whose shown figures are equal have equal reports, byte for byte, in every format, also compared with others.
func TestAlikeGroupsHaveTheSameReports(t *testing.T) {
	third := score.Confidential(examples.Group(t))
	rapid.Check(t, func(t *rapid.T) {
		depth := rapid.SampledFrom([]assess.Depth{assess.Full, assess.Quick}).Draw(t, "depth")
		places := assess.Questionnaire{Catalogue: examples.English, Depth: depth}.Places()
		people := make([]*assess.Answers, rapid.IntRange(5, 9).Draw(t, "people"))
		for i := range people {
			a := assess.New(examples.English)
			a.Respondent, a.Coalition = fmt.Sprintf("Person-QX%d", i), "Hill Coalition"
			a.Role = rapid.SampledFrom(append(assess.Roles(), "")).Draw(t, "role")
			for _, p := range places {
				a.Set(p, assess.TallyOf(rapid.SampledFrom([]assess.Rating{0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 7}).Draw(t, "rating")))
			}
			people[i] = a
		}
		others := alike(people, places, rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)))
		one, other := confidential(t, people), confidential(t, others)
		want := everyFormat(t, one)
		for format, text := range everyFormat(t, other) {
			if text != want[format] {
				t.Fatalf("%s differs:\n%s\n%s", format, want[format], text)
			}
		}
		if a, b := compared(t, one, third), compared(t, other, third); !maps.Equal(a, b) {
			t.Fatalf("comparisons differ:\n%v\n%v", a, b)
		}
	})
}

func compared(t fataler, before, after *score.Result) map[string]string {
	c := score.Compare(before, after)
	var b bytes.Buffer
	if err := jsonreport.WriteComparison(&b, c); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{"json": b.String()}
	for format, write := range writers {
		texts[format] = write(t, report.Comparison(c, nil))
	}
	return texts
}

// An attacker has the report on a group in every format, and knows who took part. For groups of five to eight people and
// catalogues of one or two questions, all groups of which the reports are the same are looked through: in them no answer of a
// person is the same, no count of one to four, no abstention and no focus. Who of a group said what does not matter, so a group
// is the counts of its answers.
func TestAnAttackerLearnsOfNobody(t *testing.T) {
	overall := [2]assess.Place{{Topic: 1, Question: assess.Overall}, {Topic: 13, Question: assess.Overall}}
	practices := [2]assess.Place{{Topic: 13, Question: 0}, {Topic: 13, Question: 1}}
	everything, nothing := []assess.Rating{0, 1, 2, 3, 4, 5, 6}, []assess.Rating{0}
	// Of two questions, groups that choose among some of the ratings are enough: what is not the same in these is not in all.
	some := []assess.Rating{1, 2, 4, 5}
	for _, test := range []struct {
		name          string
		people        int
		places        [2]assess.Place
		first, second []assess.Rating
		focus         []int // how many people have one
	}{
		{"five, a pitfall and a focus", 5, overall, everything, nothing, []int{0, 1, 5}},
		{"six, a pill", 6, practices, everything, nothing, []int{0}},
		{"eight, a pitfall", 8, overall, everything[1:], nothing, []int{0}},
		{"five, a pitfall and a pill", 5, overall, some, some, []int{0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			seen, classes := 0, map[string]*knowledge{}
			look := func(first, second assess.Tally, focus int) {
				r := confidential(t, peopleOf(test.people, test.places, first, second, focus))
				key := asJSON(t, r)
				class := classes[key]
				if class == nil {
					class = &knowledge{formats: everyFormat(t, r)}
					classes[key] = class
				}
				if seen++; seen%500 == 0 && !maps.Equal(class.formats, everyFormat(t, r)) {
					t.Fatal("another format tells more than JSON")
				}
				class.add(test.people, first, second, focus)
			}
			everyTally(test.first, test.people, func(first assess.Tally) {
				everyTally(test.second, test.people, func(second assess.Tally) {
					for _, focus := range test.focus {
						look(first, second, focus)
					}
				})
			})
			if len(classes) < 8 {
				t.Errorf("%d different reports on %d groups; hardly anything is shown", len(classes), seen)
			}
			for _, class := range classes {
				if said := class.tells(test.people); said != "" {
					t.Errorf("%s\n%s", said, class.formats["terminal"])
				}
			}
		})
	}
}

// everyTally calls each with every tally of so many people who give one of these answers.
func everyTally(answers []assess.Rating, people int, each func(assess.Tally)) {
	if len(answers) == 0 {
		if people == 0 {
			each(assess.Tally{})
		}
		return
	}
	for n := range people + 1 {
		if len(answers) == 1 && n < people {
			continue
		}
		everyTally(answers[1:], people-n, func(t assess.Tally) {
			if answers[0] != assess.Unanswered {
				*t.Count(answers[0]) = n
			}
			each(t)
		})
	}
}

// peopleOf returns people who answer as the tallies say; the others answer nothing. Their names tell them apart.
func peopleOf(people int, places [2]assess.Place, first, second assess.Tally, focus int) []*assess.Answers {
	all := make([]*assess.Answers, people)
	for i := range all {
		all[i] = assess.New(examples.English)
		all[i].Respondent = strconv.Itoa(i)
		if i < focus {
			all[i].Focus = []string{examples.English.Topics[1].ID}
		}
	}
	for at, tally := range []assess.Tally{first, second} {
		i := 0
		for r, n := range tally.All() {
			for range n {
				all[i].Set(places[at], assess.TallyOf(assess.Rating(r+1)))
				i++
			}
		}
	}
	return all
}

// knowledge is how many people say what in all groups of a class: -1 where that differs. The answers to both questions stand
// one behind the other, each with how many give none, and then the focus.
type knowledge struct {
	formats map[string]string
	some    bool
	counts  [17]int
}

func (k *knowledge) add(people int, first, second assess.Tally, focus int) {
	counts := [17]int{16: focus}
	for i, t := range []assess.Tally{first, second} {
		all := t.All()
		copy(counts[8*i:], all[:])
		counts[8*i+7] = people - t.Votes()
	}
	if !k.some {
		k.some, k.counts = true, counts
	}
	for i, n := range counts {
		if k.counts[i] != n {
			k.counts[i] = -1
		}
	}
}

// tells returns what an attacker knows of few, or of each of all, or nothing. That nobody was asked a second question is known.
func (k *knowledge) tells(people int) string {
	for i, n := range k.counts {
		if n > 0 && n < score.MinShown || n == people && i != 15 {
			return fmt.Sprintf("%d of %d people are in place %d of %v", n, people, i, k.counts)
		}
	}
	return ""
}

// Slides and what to talk about tell no more than the report does: for groups that are large enough for bars, splits and sides.
func TestAlikeReportsHaveTheSameReveal(t *testing.T) {
	places := assess.Questionnaire{Catalogue: examples.English, Depth: assess.Quick}.Places()[:4]
	equal, talks := 0, map[score.Why]bool{}
	rapid.Check(t, func(t *rapid.T) {
		people := make([]*assess.Answers, rapid.IntRange(10, 16).Draw(t, "people"))
		for i := range people {
			a := assess.New(examples.English)
			a.Respondent, a.Role = fmt.Sprintf("Person-QX%d", i), []assess.Role{assess.Leader, assess.Member}[i%2]
			for _, p := range places {
				a.Set(p, assess.TallyOf(rapid.SampledFrom([][]assess.Rating{{3, 4, 4, 5}, {1, 2, 2, 3}}[i%2]).Draw(t, "rating")))
			}
			people[i] = a
		}
		one := confidential(t, people)
		for _, a := range people {
			a.Respondent, a.Topics[1].Note, a.Focus = "QX", "QX", []string{examples.English.Topics[0].ID}
		}
		for _, p := range places { // one step up for one, and down for another
			if up, down := people[0].At(p).Rating(), people[2].At(p).Rating(); up < assess.Highest && down > assess.Lowest {
				people[0].Set(p, assess.TallyOf(up+1))
				people[2].Set(p, assess.TallyOf(down-1))
			}
		}
		other := confidential(t, people)
		if asJSON(t, one) != asJSON(t, other) {
			return
		}
		equal++
		for _, talk := range one.Talks() {
			talks[talk.Why] = true
		}
		if a, b := asRevealed(one), asRevealed(other); a != b {
			t.Fatalf("what is revealed differs:\n%s\n%s", a, b)
		}
	})
	if equal < 10 || len(talks) < 2 {
		t.Errorf("%d pairs of groups had the same report, for the reasons %v; the test says nothing", equal, talks)
	}
}
