package assess_test

import (
	"slices"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestQuestionnaireAsksEveryQuestionOnceInOrder(t *testing.T) {
	c := pitfalls.English()
	tests := []struct {
		depth assess.Depth
		name  string
		want  int
	}{
		{assess.Full, "full", 50},
		{assess.Quick, "quick", 20},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.depth.String(); got != tt.name {
				t.Errorf("String() = %q", got)
			}
			q := assess.Questionnaire{Catalogue: c, Depth: tt.depth}
			places := q.Places()
			if len(places) != tt.want {
				t.Fatalf("%d questions; want %d", len(places), tt.want)
			}
			inOrder := slices.IsSortedFunc(places, func(a, b assess.Place) int {
				if a.Topic != b.Topic {
					return a.Topic - b.Topic
				}
				return a.Question - b.Question
			})
			if !inOrder {
				t.Errorf("not in catalogue order: %v", places)
			}
			seen := map[assess.Place]bool{}
			for _, p := range places {
				if seen[p] {
					t.Errorf("%v is asked twice", p)
				}
				seen[p] = true
			}
		})
	}
}

func TestQuestionnaireTopic(t *testing.T) {
	c := pitfalls.English()
	risk := c.Index("risk")
	tests := []struct {
		name       string
		depth      assess.Depth
		want       []assess.Place
		statements []string
	}{
		{
			"full", assess.Full,
			[]assess.Place{{Topic: risk, Question: 0}, {Topic: risk, Question: 1}},
			[]string{
				"Before new work starts, we write down the risks for us and our partners.",
				"We have agreed how a partner can do less or leave.",
			},
		},
		{
			"quick", assess.Quick,
			[]assess.Place{{Topic: risk, Question: assess.Overall}},
			[]string{"Before we agree to new work, we think about what could go wrong."},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q := assess.Questionnaire{Catalogue: c, Depth: tt.depth}
			got := q.Topic(risk)
			if !slices.Equal(got, tt.want) {
				t.Fatalf("Topic(risk) = %v; want %v", got, tt.want)
			}
			for i, p := range got {
				if text := q.Statement(p); text != tt.statements[i] {
					t.Errorf("Statement(%v) = %q; want %q", p, text, tt.statements[i])
				}
			}
		})
	}
}
