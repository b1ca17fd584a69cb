package cmd

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/planfile"
)

// TestPlanFileIsNamedHoweverARunEnds leaves a run with a plan file in all ways: where it is gets said once.
func TestPlanFileIsNamedHoweverARunEnds(t *testing.T) {
	taken := []interview.Taken{{Kind: interview.PlanFile, Path: "our-plan.yaml"}}
	full := errors.New("no space left on device")
	for name, e := range map[string]interview.Ending{
		"saved":             {Saved: "mine.yaml"},
		"no draft":          {DraftErr: full},
		"nothing changed":   {},
		"a damaged file":    {Unfinished: "draft.yaml", Damaged: "mine.yaml"},
		"an unfinished run": {Unfinished: "draft.yaml"},
		"lost":              {DraftErr: full, Lost: true},
	} {
		e.Taken = taken
		for before, say := range map[string]func(*app, *assessment, interview.Ending){
			"before the plan": (*app).printAbandoned, "after it": (*app).printNextSteps,
		} {
			var out bytes.Buffer
			a := &app{Streams: world(nil, nil, &out, 80)}
			say(a, &assessment{flags: pflag.NewFlagSet("assess", pflag.ContinueOnError)}, e)
			if n := strings.Count(out.String(), "The plan file is in "); n != 1 {
				t.Errorf("%s, left %s: said %d times:\n%s", name, before, n, out.String())
			}
		}
	}
}

func TestPlanThatNoFileHoldsIsPrinted(t *testing.T) {
	var out, told bytes.Buffer
	a := &app{Streams: world(nil, &out, &told, 80)}
	plan := &planfile.Plan{Steps: []planfile.Step{{Actions: []planfile.Action{{ID: "own-1", Do: "Sing.", Owner: "Ana"}}}}}
	if err := a.printLostPlan(&interview.Ending{LostPlan: plan}); err != nil {
		t.Fatal(err)
	}
	if out.String() != string(planfile.Format(plan)) || !strings.Contains(told.String(), "standard output") {
		t.Errorf("printed %q, said %q", out.String(), told.String())
	}
}
