package render_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render"
)

func TestLinear(t *testing.T) {
	for _, name := range []string{"overcommitted", "healthy", "room"} {
		r := example(t, name)
		t.Run(name, func(t *testing.T) { golden.RequireEqual(t, terminal(t, r, render.Options{Linear: true})) })
	}
	r := example(t, "overcommitted")
	t.Run("40", func(t *testing.T) { golden.RequireEqual(t, terminal(t, r, render.Options{Linear: true, Width: 40})) })
	r = example(t, "room")
	t.Run("explain", func(t *testing.T) {
		golden.RequireEqual(t, terminal(t, r, render.Options{Linear: true, Explain: true}))
	})
}

// forTheEye finds what a screen reader spells out: bars, columns, lines to fill in, marks and signs of arithmetic.
var forTheEye = regexp.MustCompile(`  |__|[█▏▎▍▌▋▊▉×−=·~!<>]`)

// TestLinearIsForTheEar holds that the report to listen to has nothing for the eye, and that it says as much as the other
// report: every topic with its score, and every step with its actions.
func TestLinearIsForTheEar(t *testing.T) {
	for _, name := range examples(t) {
		r := example(t, name)
		for i := range r.Topics {
			r.Topics[i].Notes = nil // a note is as its author wrote it
		}
		for _, explain := range []bool{false, true} {
			text := string(terminal(t, r, render.Options{Linear: true, Explain: explain}))
			if found := forTheEye.FindStringIndex(text); found != nil {
				t.Errorf("%s: %q", name, text[max(0, found[0]-40):found[1]+20])
			}
			for i := range r.Topics {
				topic := &r.Topics[i]
				if want := topic.Title + ": " + topic.Band.String() + ", " + topic.Shown() + " of 100, "; topic.State == score.Scored && !strings.Contains(text, want) {
					t.Errorf("%s: not said: %q", name, want)
				}
			}
			for _, s := range r.Plan.Steps {
				for _, a := range s.Actions {
					if s.When != score.Later && !strings.Contains(text, a.Do+" Effort: "+a.Effort+".") {
						t.Errorf("%s: not said: %q", name, a.Do)
					}
				}
			}
		}
	}
}
