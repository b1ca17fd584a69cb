package wizard

import (
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/report"
)

// TestThePlanLeadsToItsFirstSteps looks for the steps in a report that has something else before them.
func TestThePlanLeadsToItsFirstSteps(t *testing.T) {
	d := newDriver(t, func(o *Options) {
		o.Report = func(r *score.Result, width int) ([]string, map[string]int) {
			lines, _ := reportLines(r, width)
			return append(slices.Repeat([]string{"a bar"}, 40), lines...), map[string]int{report.StepByStep: 40}
		}
	}).press(toPlan...)
	d.shows(t, "s first steps")
	d.press("s")
	if screen := d.screen(); strings.Contains(screen, "a bar") || strings.Contains(screen, "s first steps") {
		t.Errorf("s leads to:\n%s", screen)
	}
	d.shows(t, "THE PLAN")
	if d.press("r"); d.at() != "review" {
		t.Errorf("r leads to %s", d.at())
	}
}

// TestWhatStandsOutIsSaidOnce goes back and forth before the plan. Only another result is worth another moment.
func TestWhatStandsOutIsSaidOnce(t *testing.T) {
	d := newDriver(t, quick).press("enter", "enter", "enter", "enter", "pass").press("2422222222", "enter", "3333333333", "enter", "right")
	d.shows(t, "One thing stands out: Overcommitted")
	d.press("enter", "r", "right", "right")
	if d.at() != "plan" {
		t.Errorf("the same again leads to %s", d.at())
	}
	d.press("r", "home", "enter", "5", "enter", "end", "enter", "right")
	if d.at() != "standout" {
		t.Errorf("another result leads to %s", d.at())
	}
	d.shows(t, "One thing stands out: Unclear purpose")
}

// TestWhoSawThePlanGoesOnWithWhatIsOpen leaves at the plan. What is open then is where the draft stands.
func TestWhoSawThePlanGoesOnWithWhatIsOpen(t *testing.T) {
	d := newDriver(t).press(toTopic...).press("433", "2d4", "home", "r", "right", "enter", "enter", "q")
	open := d.wiz.run.Session.Open()[0]
	if !d.quit || d.draft.last.Draft.At != open {
		t.Errorf("the draft stands at %v; want %v", d.draft.last.Draft.At, open)
	}
}
