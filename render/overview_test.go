package render_test

import (
	"io"
	"math"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render"
)

// TestTheLastBitsOfAFloatDecideNothing has values that differ by less than a millionth from ones that they stand for.
func TestTheLastBitsOfAFloatDecideNothing(t *testing.T) {
	a := assess.New(english)
	for i := range english.Topics {
		a.Set(assess.Place{Topic: i, Question: assess.Overall}, assess.TallyOf(assess.Rating(4)))
	}
	r := score.Score(group.Of(english, a))
	r.Topics[0].Value = math.Nextafter(r.Topics[0].Value, 0)
	r.Topics[pitfalls.PitfallCount].Value = math.Nextafter(r.Topics[pitfalls.PitfallCount].Value, 100)
	first := &r.Topics[r.Plan.Steps[0].Pitfall]
	r.Plan.Steps[0].CheckRemedies = false
	first.Terms.Remedies = math.Nextafter(25, 0)
	first.Terms.Focus = math.Nextafter(1, 2)

	for format, text := range map[string]string{
		"terminal": string(terminal(t, r, render.Options{Width: render.MaxWidth})),
		"markdown": string(output(t, func(w io.Writer) error { return render.Markdown(w, r, render.Options{}) })),
	} {
		t.Run(format, func(t *testing.T) {
			_, overview, _ := strings.Cut(strings.ToLower(text), "pitfalls")
			overview, plan, _ := strings.Cut(overview, "start here")
			for _, topics := range [][]pitfalls.Topic{english.Pitfalls(), english.Pills()} {
				at := -1
				for i := range topics {
					found := strings.Index(overview, strings.ToLower(topics[i].Title))
					if found < at {
						t.Errorf("%s stands before a topic that has the same value and comes first", topics[i].Title)
					}
					at = found
				}
			}
			if want := "the pills that treat it are less than half in place"; !strings.Contains(plan, want) {
				t.Errorf("does not say that %s", want)
			}
			if strings.Contains(plan, "you named it") {
				t.Error("calls a step a focus that is none")
			}
		})
	}
}
