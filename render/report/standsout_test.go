package report_test

import (
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/internal/examples"
	"github.com/coalcheck/coalcheck/render/report"
)

func TestStandsOut(t *testing.T) {
	for _, c := range []struct {
		name        string
		result      *score.Result
		lead, shows string
	}{
		{
			"one is pressing", examples.Result(t, "overcommitted"), "One thing stands out: Overcommitted",
			`"We have too little time to do what we agreed to do." (Always)`,
		},
		{
			"of a room", examples.Result(t, "room"), "One thing stands out: Too little communication",
			`"Members hear too little from the coalition." (11 of 22 often or more)`,
		},
		{
			"nothing is pressing", quickly(t, 1, 3, 2), "Nothing is pressing. What shows most: Unclear purpose",
			`"Members are unsure what our coalition is for." (Sometimes)`,
		},
		{"two are level", quickly(t, 1, 4, 4), "2 things stand out, and are level: Unclear purpose and Overcommitted", ""},
		{"ten are level", quickly(t, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3), "No one thing stands out: ten are level.", ""},
		{"all alike", rated(3, 3), "No one thing stands out: nearly all of your answers are alike.", ""},
		{"little is known", rated(assess.DontKnow, 3), "One thing stands out: much is not known yet. Begin by finding it out.", ""},
		{"nothing is answered", examples.Blank(), "No pitfall has enough answers yet to be scored, so there is no plan.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if lead, shows := report.StandsOut(c.result); lead.String() != c.lead || shows.String() != c.shows {
				t.Errorf("%q, %q; want %q, %q", lead, shows, c.lead, c.shows)
			}
		})
	}
}
