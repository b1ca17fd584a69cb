package interview

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/coalcheck/coalcheck/assess/planfile"
)

// PlanName returns a free name for the plan file of a planned run.
func (r *Run) PlanName() string {
	for _, t := range r.TakeAway(nil) {
		if t.Kind == PlanFile {
			return t.Name
		}
	}
	return ""
}

// EarlierPlan returns the plan file that the run made before it was left, or "".
func (r *Run) EarlierPlan() string { return r.earlier }

// planFile returns the plan file that the run has made, or "".
func (r *Run) planFile() string { return cmp.Or(r.decided, r.earlier) }

// Decide takes over who does what by when. path is the plan file that holds it already, or "" where it has to be taken away.
func (r *Run) Decide(plan *planfile.Plan, path string) {
	r.Plan = plan
	if path == r.decided {
		return
	}
	defer func() { _ = r.Keep() }() // the draft names the file, so that going on opens it again
	r.taken = slices.DeleteFunc(r.taken, func(t Taken) bool { return t == Taken{PlanFile, r.decided} })
	if r.decided = path; path != "" {
		r.taken = append(r.taken, Taken{PlanFile, path})
	}
}

// LeavesPlan reports whether no file that was taken away is the plan file.
func (r *Run) LeavesPlan() bool {
	return !slices.ContainsFunc(r.taken, func(t Taken) bool { return t.Kind == PlanFile })
}

// LosePlan says that what was decided could not be written into the file, and why.
func (r *Run) LosePlan(path string, err error) {
	r.lostPlan = r.Plan
	r.refuse(PlanFile, path, err)
}

// today returns the day of the run, or the zero day where nobody knows.
func (r *Run) today() time.Time {
	day, _ := time.Parse(time.DateOnly, r.Today)
	return day
}

// dated reports whether an action of a plan is open and has a day.
func dated(p *planfile.Plan) bool {
	return slices.ContainsFunc(p.Actions(), func(a *planfile.Action) bool { return a.Open() && a.Due != "" })
}

// formatPlan returns the text of a plan file, in the format that its name says.
func formatPlan(path string, p *planfile.Plan) []byte {
	if strings.EqualFold(filepath.Ext(path), ".json") {
		return planfile.JSON(p)
	}
	return planfile.Format(p)
}
