package assess_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestNewAnswersAreUnanswered(t *testing.T) {
	c := pitfalls.English()
	a := assess.New(c)
	for _, depth := range []assess.Depth{assess.Full, assess.Quick} {
		for _, p := range (assess.Questionnaire{Catalogue: c, Depth: depth}).Places() {
			if got := a.At(p); !got.IsZero() {
				t.Errorf("At(%v) = %v; want no vote", p, got)
			}
		}
	}
	for i, topic := range a.Topics {
		if topic.Answered() || topic.Quick() {
			t.Errorf("%s counts as answered", c.Topics[i].ID)
		}
	}
}

func TestSetChangesOneQuestion(t *testing.T) {
	c := pitfalls.English()
	places := append(
		assess.Questionnaire{Catalogue: c, Depth: assess.Full}.Places(),
		assess.Questionnaire{Catalogue: c, Depth: assess.Quick}.Places()...,
	)
	a := assess.New(c)
	for i, p := range places {
		a.Set(p, assess.Tally{DontKnow: i + 1})
	}
	for i, p := range places {
		if got, want := a.At(p), (assess.Tally{DontKnow: i + 1}); got != want {
			t.Errorf("At(%v) = %v; want %v", p, got, want)
		}
	}
}

func TestDepth(t *testing.T) {
	whole := func(topic int) assess.Place { return assess.Place{Topic: topic, Question: assess.Overall} }
	tests := []struct {
		name     string
		answered []assess.Place
		want     assess.Depth
		word     string
	}{
		{"nothing answered", nil, assess.Full, "full"},
		{"one sign", []assess.Place{{Topic: 3, Question: 2}}, assess.Full, "full"},
		{"one overall statement", []assess.Place{whole(3)}, assess.Quick, "quick"},
		{"overall statements only", []assess.Place{whole(0), whole(19)}, assess.Quick, "quick"},
		{"full first, then quick", []assess.Place{{Topic: 0, Question: 0}, whole(1)}, assess.Mixed, "mixed"},
		{"quick first, then full", []assess.Place{whole(0), {Topic: 1, Question: 0}}, assess.Mixed, "mixed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := assess.New(pitfalls.English())
			a.Topics[5].Note = "A note alone is no answer."
			for _, p := range tt.answered {
				a.Set(p, assess.TallyOf(assess.DontKnow))
			}
			if got := a.Depth(); got != tt.want || got.String() != tt.word {
				t.Errorf("Depth() = %s; want %s", got, tt.word)
			}
		})
	}
}

func TestTopicAnswered(t *testing.T) {
	one := assess.TallyOf(assess.NotApplicable)
	tests := []struct {
		name            string
		topic           assess.TopicAnswers
		answered, quick bool
	}{
		{"nothing", assess.TopicAnswers{Questions: make([]assess.Tally, 3)}, false, false},
		{"a note alone", assess.TopicAnswers{Questions: make([]assess.Tally, 3), Note: "Asked twice."}, false, false},
		{"the last sign", assess.TopicAnswers{Questions: []assess.Tally{{}, {}, one}}, true, false},
		{"the overall statement", assess.TopicAnswers{Overall: one, Questions: make([]assess.Tally, 3)}, true, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.topic.Answered(); got != tt.answered {
				t.Errorf("Answered() = %t; want %t", got, tt.answered)
			}
			if got := tt.topic.Quick(); got != tt.quick {
				t.Errorf("Quick() = %t; want %t", got, tt.quick)
			}
		})
	}
}

func TestRespondents(t *testing.T) {
	for present, want := range map[int]int{0: 1, 1: 1, 23: 23, assess.MaxPresent: assess.MaxPresent} {
		if got := (&assess.Answers{Present: present}).Respondents(); got != want {
			t.Errorf("%d present: %d respondents; want %d", present, got, want)
		}
	}
}

func TestRolesAreOfferedOnce(t *testing.T) {
	want := []assess.Role{"leader", "staff", "member", "partner"}
	if got := assess.Roles(); !reflect.DeepEqual(got, want) {
		t.Errorf("Roles() = %q; want %q", got, want)
	}
}

func TestCloneIsDeep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := someAnswers(t)
		b := a.Clone()
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("the clone differs:\n%v\n%v", a, b)
		}
		before := deepText(t, a)
		b.Coalition, b.Respondent, b.Role, b.Date, b.Present = "x", "x", "x", "x", b.Present+1
		for i := range b.Focus {
			b.Focus[i] = "x"
		}
		for i := range b.Topics {
			b.Topics[i].Overall.DontKnow++
			b.Topics[i].Note += "x"
			for j := range b.Topics[i].Questions {
				b.Topics[i].Questions[j].DontKnow++
			}
		}
		if b.Draft != nil {
			b.Draft.Depth, b.Draft.At.Topic = assess.Mixed, -1
		}
		if after := deepText(t, a); after != before {
			t.Fatalf("a change of the clone shows in the original:\n%s\n%s", before, after)
		}
	})
}

// deepText returns everything that the answers hold, behind pointers too.
func deepText(t *rapid.T, a *assess.Answers) string {
	text, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// someAnswers draws answers of a person or a room, with a draft's mark or without.
func someAnswers(t *rapid.T) *assess.Answers {
	c := pitfalls.English()
	a := assess.New(c)
	a.Present = rapid.IntRange(0, 60).Draw(t, "present")
	a.Coalition = rapid.SampledFrom([]string{"", "Riverside Youth Coalition"}).Draw(t, "coalition")
	for _, topic := range rapid.SliceOfNDistinct(rapid.IntRange(0, pitfalls.PitfallCount-1), 0, assess.MaxFocus, rapid.ID).Draw(t, "focus") {
		a.Focus = append(a.Focus, c.Topics[topic].ID)
	}
	depth := rapid.SampledFrom([]assess.Depth{assess.Full, assess.Quick}).Draw(t, "depth")
	places := assess.Questionnaire{Catalogue: c, Depth: depth}.Places()
	for _, p := range places {
		a.Set(p, assess.TallyOf(assess.Rating(rapid.Uint8Range(0, 7).Draw(t, "rating"))))
	}
	if rapid.Bool().Draw(t, "draft") {
		a.Draft = &assess.Draft{Depth: depth, At: rapid.SampledFrom(places).Draw(t, "at")}
	}
	return a
}
