package cmd

import (
	"fmt"
	"slices"

	"golang.org/x/text/unicode/norm"

	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/planfile"
)

// tellCoalitions says on standard error where what was collected, or is in the folder, names different coalitions.
func (a *app) tellCoalitions(arrivals, there []collect.Arrival) {
	names := collect.Coalitions(append(slices.Clone(there), arrivals...))
	if len(names) < 2 {
		return
	}
	for i := range names {
		names[i] = fmt.Sprintf("%q", names[i])
	}
	a.say("coalcheck: these answers are of different coalitions: " + group.List(names))
}

// tellOtherPlan says on standard error where a plan names another coalition than the answers that it stands beside.
func (a *app) tellOtherPlan(plan *planfile.Plan, answers string) {
	if plan == nil || plan.Coalition == "" || answers == "" || norm.NFC.String(plan.Coalition) == norm.NFC.String(answers) {
		return
	}
	a.say(fmt.Sprintf("coalcheck: the plan is of %q, and the answers are of %q", plan.Coalition, answers))
}
