package score

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The worked example of docs/arithmetic.md is what this package makes of its answers.
func TestWorkedExample(t *testing.T) {
	document, err := os.ReadFile("../../docs/arithmetic.md")
	if err != nil {
		t.Fatal(err)
	}
	// Line breaks of the text do not matter.
	text := strings.Join(strings.Fields(string(document)), " ")
	stands := func(format string, values ...any) {
		t.Helper()
		if want := strings.Join(strings.Fields(fmt.Sprintf(format, values...)), " "); !strings.Contains(text, want) {
			t.Errorf("docs/arithmetic.md does not say %q", want)
		}
	}

	example := []string{"overcommitted: 4 3 3", "overselling: 3 2 3", "risk: 3 ?", "have-a-plan: 1 2", "key-support: 2 4"}
	a := answers(t, example...)
	r := Score(group.Of(pitfalls.English(), a))
	for i := range r.Topics {
		x := &r.Topics[i]
		if x.Votes.IsZero() {
			continue
		}
		label := x.Label
		for _, q := range x.Questions {
			stands("| %s | %s | %s |", label, assess.Statement(r.Group.Catalogue, q.Place), answerInWords(q.Tally))
			label = ""
		}
		stands("| %s | %s | %s |", x.Label, x.Shown(), x.Band)
		if x.Kind == pitfalls.Pitfall {
			m := 1 + x.Value/25
			stands("= %.3f, and 100 × (%.3f − 1) / 4 = %.3f.", m, m, x.Value)
			stands("1 − s/2 = %v, and %.3f × %v = %.3f.", 1-x.Terms.Remedies/200, x.Value, 1-x.Terms.Remedies/200, x.Priority)
			stands("%s: %s", x.Label, arithmetic(x))
		} else {
			stands("strength %v.", x.Value)
		}
	}

	step := r.Plan.Steps[0]
	first := &r.Topics[step.Pitfall]
	stands("Step %d, %s: %s, %s, %s of 100.", step.Rank, step.When, first.Label, first.Band, first.Shown())
	var take []string
	for _, i := range step.Take {
		x := &r.Topics[i]
		take = append(take, fmt.Sprintf("%s (%s at %s)", x.Label, x.Band, x.Shown()))
	}
	stands("Also build: %s.", strings.Join(take, ", "))
	if got := actionsOf(r, &step); got != "overcommitted.list-what-was-agreed for slipping-follow-up, overcommitted.ask-the-busiest for overwhelmed, have-a-plan.hours-per-step for have-a-plan" {
		t.Errorf("actions %s", got)
	}
	stands("May ease: %s", r.Topics[step.Eases[0].Pitfall].Label)
	if r.Plan.Limit != 2 || len(r.Plan.Steps) != 2 || len(r.Plan.FindOut) != 16 || len(r.Plan.Unanswered) != 15 {
		t.Errorf("limit %d, %d steps, %d to find out, %d unanswered", r.Plan.Limit, len(r.Plan.Steps), len(r.Plan.FindOut), len(r.Plan.Unanswered))
	}

	a.Focus = []string{"overcommitted"}
	focused := topic(t, Score(group.Of(pitfalls.English(), a)), "overcommitted")
	stands("%.3f × %v = %.3f", first.Priority, focused.Terms.Focus, focused.Priority)
	stands("%s: %s", focused.Label, arithmetic(focused))

	room := topic(t, scoreLines(t, "present: 21", "overcommitted: 2/3/9/6/1"), "overcommitted")
	stands("= %.2f.", room.Questions[0].Mean)
	if room.Questions[0].Split {
		t.Error("the question of the example with 21 hands is split")
	}
}

func answerInWords(tally assess.Tally) string {
	if r := tally.Rating(); r.Scored() {
		return r.String()
	}
	return "don't know"
}
