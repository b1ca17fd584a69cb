package score

import (
	"math"
	"reflect"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestTopic(t *testing.T) {
	for _, test := range []struct {
		name, id, words string
		state           State
		value           float64 // worked out behind each line
		band            Band
		asked, answered int
	}{
		{"all signs", "overcommitted", "4 3 3", Scored, 58.333333, Pressing, 3, 3},                                // (4+3+3)/3 = 3.333; 100·2.333/4
		{"one sign not known", "overcommitted", "2 ? 3", Scored, 37.5, Watch, 3, 2},                               // (2+3)/2 = 2.5; 100·1.5/4
		{"one sign open", "overcommitted", "5 . 4", Scored, 87.5, Pressing, 3, 2},                                 // (5+4)/2 = 4.5; 100·3.5/4
		{"one of three", "overcommitted", "5 . .", NotEnoughAnswers, 0, NoBand, 3, 1},                             // 2·1 < 3
		{"one of two applicable", "overcommitted", "5 - .", Scored, 100, Pressing, 2, 1},                          // 2·1 = 2
		{"the one applicable", "overcommitted", "1 - -", Scored, 0, Calm, 1, 1},                                   // 100·0/4
		{"the one applicable not known", "overcommitted", "? - -", NotEnoughAnswers, 0, NoBand, 1, 0},             // 2·0 < 1
		{"all not applicable", "overcommitted", "- - -", NotApplicable, 0, NoBand, 0, 0},                          // applicable = 0
		{"all not known", "overcommitted", "? ? ?", NotEnoughAnswers, 0, NoBand, 3, 0},                            // 2·0 < 3
		{"no sign answered", "overcommitted", ". . .", NotEnoughAnswers, 0, NoBand, 3, 0},                         // all three count as asked
		{"no practice answered", "have-a-plan", ". .", NotEnoughAnswers, 0, NoBand, 2, 0},                         // both count as asked
		{"one of two practices", "have-a-plan", "4 .", Scored, 75, Strong, 2, 1},                                  // 2·1 = 2; 100·3/4
		{"both practices", "have-a-plan", "2 3", Scored, 37.5, Weak, 2, 2},                                        // 2.5; 100·1.5/4
		{"overall", "overcommitted", "overall 3", Scored, 50, Watch, 1, 1},                                        // 100·2/4
		{"overall of a pill", "have-a-plan", "overall 3", Scored, 50, Partial, 1, 1},                              // 100·2/4
		{"overall not applicable", "overcommitted", "overall -", NotApplicable, 0, NoBand, 0, 0},                  // applicable = 0
		{"overall not known", "overcommitted", "overall ?", NotEnoughAnswers, 0, NoBand, 1, 0},                    // 2·0 < 1
		{"tally", "overcommitted", "overall 2/3/9/6/1", Scored, 51.190476, Pressing, 1, 1},                        // (2+6+27+24+5)/21 = 64/21 = 3.047619
		{"mean of means", "overcommitted", "0/0/0/0/9 1/0/0/0/0 1/0/0/0/0", Scored, 33.333333, Watch, 3, 3},       // (5+1+1)/3 = 2.333, not (45+1+1)/11
		{"not applicable but for one", "overcommitted", "overall 0/0/0/1/0/0/9", Scored, 75, Pressing, 1, 1},      // one rating makes it applicable
		{"not known to one", "overcommitted", "overall 0/0/0/0/0/1/9", NotEnoughAnswers, 0, NoBand, 1, 0},         // so does one don't know
		{"two questions of three scored", "overcommitted", "1/0/0/0/1 ? 0/0/0/2/0", Scored, 62.5, Pressing, 3, 2}, // (3+4)/2 = 3.5; 100·2.5/4
	} {
		t.Run(test.name, func(t *testing.T) {
			got := topic(t, scoreLines(t, test.id+": "+test.words), test.id)
			if got.State != test.state || got.Band != test.band || math.Abs(got.Value-test.value) > 5e-7 {
				t.Errorf("%v, %v, %q; want %v, %v, %q", got.State, got.Value, got.Band, test.state, test.value, test.band)
			}
			if got.Asked != test.asked || got.Answered != test.answered {
				t.Errorf("%d of %d answered; want %d of %d", got.Answered, got.Asked, test.answered, test.asked)
			}
		})
	}
}

func TestTopicWithoutAnswerInAQuickRun(t *testing.T) {
	r := scoreLines(t, "overcommitted: overall 4")
	for _, test := range []struct {
		id    string
		asked int
	}{{"unclear-roles", 3}, {"have-a-plan", 2}} {
		got := topic(t, r, test.id)
		if got.Quick || got.State != NotEnoughAnswers || got.Asked != test.asked || len(got.Questions) != test.asked {
			t.Errorf("%s: quick %v, %v, %d asked, %d questions", test.id, got.Quick, got.State, got.Asked, len(got.Questions))
		}
	}
}

func TestQuestions(t *testing.T) {
	r := scoreLines(t, "overcommitted: 1/0/0/0/2/1/1 3 -", "have-a-plan: overall 2")
	c := r.Group.Catalogue

	got := topic(t, r, "overcommitted")
	at := c.Index("overcommitted")
	want := []Question{
		{Place: assess.Place{Topic: at, Question: 0}, Mean: 11.0 / 3, Tally: tally(t, "1/0/0/0/2/1/1")}, // (1+5+5)/3
		{Place: assess.Place{Topic: at, Question: 1}, Mean: 3, Tally: tally(t, "3")},
		{Place: assess.Place{Topic: at, Question: 2}, Tally: tally(t, "-")},
	}
	if !reflect.DeepEqual(got.Questions, want) {
		t.Errorf("signs %+v; want %+v", got.Questions, want)
	}
	if sum := tally(t, "1/0/1/0/2/1/2"); got.Votes != sum {
		t.Errorf("votes %+v; want %+v", got.Votes, sum)
	}
	if id := got.QuestionID(got.Questions[1]); id != "overwhelmed" {
		t.Errorf("id of the second sign %q", id)
	}

	quick := topic(t, r, "have-a-plan")
	whole := []Question{{Place: assess.Place{Topic: c.Index("have-a-plan"), Question: assess.Overall}, Mean: 2, Tally: tally(t, "2")}}
	if !quick.Quick || !reflect.DeepEqual(quick.Questions, whole) {
		t.Errorf("quick %v, questions %+v; want %+v", quick.Quick, quick.Questions, whole)
	}
	if id := quick.QuestionID(quick.Questions[0]); id != "overall" {
		t.Errorf("id of the overall statement %q", id)
	}
}

func TestDepth(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		want  assess.Depth
	}{
		{"no answer", nil, assess.Full},
		{"signs", []string{"overcommitted: 3"}, assess.Full},
		{"overall", []string{"overcommitted: overall ?"}, assess.Quick},
		{"both", []string{"overcommitted: overall 3", "have-a-plan: . -"}, assess.Mixed},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := scoreLines(t, test.lines...).Depth; got != test.want {
				t.Errorf("depth %v; want %v", got, test.want)
			}
		})
	}
}

func TestNotes(t *testing.T) {
	c := pitfalls.English()
	a := answers(t, "overcommitted: 3 3 3")
	a.Topics[c.Index("overcommitted")].Note = "Asked twice."
	r := Score(group.Of(c, a))
	if got := topic(t, r, "overcommitted").Notes; !reflect.DeepEqual(got, []string{"Asked twice."}) {
		t.Errorf("notes %q", got)
	}
}

func BenchmarkScore(b *testing.B) {
	c := pitfalls.English()
	a := assess.New(c)
	for i, p := range (assess.Questionnaire{Catalogue: c}).Places() {
		a.Set(p, assess.TallyOf(assess.Rating(1+i*7%5)))
	}
	g := group.Of(c, a)
	b.ReportAllocs()
	for b.Loop() {
		Score(g)
	}
}
