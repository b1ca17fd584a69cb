package render_test

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render"
)

// TestAgenda renders a room of 23 with two splits and two steps, for three lengths of time.
func TestAgenda(t *testing.T) {
	s := assess.NewSession(english, assess.Quick)
	if err := s.SetPresent(23); err != nil {
		t.Fatal(err)
	}
	for topic, counts := range map[int][5]int{1: {9, 3, 1, 4, 6}, 2: {0, 0, 2, 9, 9}, 3: {0, 0, 0, 2, 18}, 4: {20, 0, 0, 0, 0}, 12: {8, 0, 0, 0, 8}} {
		if err := s.Count(assess.Place{Topic: topic, Question: assess.Overall}, assess.Tally{Counts: counts}); err != nil {
			t.Fatal(err)
		}
	}
	result := score.Score(group.Of(english, s.Finished()))
	tests := []struct {
		name    string
		result  *score.Result
		minutes int
	}{
		{"10-minutes", result, 10},
		{"45-minutes", result, 45},
		{"240-minutes", result, 240},
		{"nothing-to-talk-about", score.Score(group.Of(english, assess.New(english))), 45},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := string(output(t, func(w io.Writer) error {
				return render.Markdown(w, test.result, render.Options{Minutes: test.minutes})
			}))
			from := strings.Index(text, "## Agenda")
			if from < 0 {
				t.Fatalf("no agenda in\n%s", text)
			}
			agenda, _, _ := strings.Cut(text[from+2:], "\n## ")
			golden.RequireEqual(t, agenda)
		})
	}
	if text := output(t, func(w io.Writer) error { return render.Markdown(w, result, render.Options{}) }); strings.Contains(string(text), "Agenda") {
		t.Errorf("without minutes there is an agenda:\n%s", text)
	}
}
