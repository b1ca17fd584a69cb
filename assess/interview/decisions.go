package interview

import (
	"bytes"
	"time"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
)

// Decisions is who does what by when, while a run decides it. The file is made with the first change.
type Decisions struct {
	Table *planfile.Table
	File  *planfile.File

	run   *Run
	today time.Time
	// proposed is the plan as the answers proposed it.
	proposed *planfile.Plan
}

// OpenPlan returns the file for who does what by when: the one that the run made before, with the plan in it, or else one of this
// name, which does not exist yet, and nil.
type OpenPlan func(name, before string) (*planfile.File, *planfile.Plan)

// Decisions returns what a run has decided before, or else what its answers propose.
func (r *Run) Decisions(result *score.Result, open OpenPlan, today time.Time) *Decisions {
	d := &Decisions{run: r, today: today, proposed: planfile.From(result, today)}
	file, plan := open(r.PlanName(), r.EarlierPlan())
	if plan == nil {
		plan = d.proposed
	}
	d.proposed.ID = plan.ID
	d.File, d.Table = file, planfile.NewTable(plan, today.Format(time.DateOnly))
	return d
}

// Follow takes over what the answers propose by now, and reports whether that is something else than before. Nothing that was
// decided is lost.
func (d *Decisions) Follow(result *score.Result) bool {
	proposed := planfile.From(result, d.today)
	if proposed.ID = d.proposed.ID; bytes.Equal(planfile.Format(proposed), planfile.Format(d.proposed)) {
		return false
	}
	d.Table.Repropose(d.proposed, proposed)
	d.proposed = proposed
	return true
}

// HandOver hands what is decided over to the run.
func (d *Decisions) HandOver() {
	path := ""
	if d.File.Saved(d.Table) {
		path = d.File.Path
	}
	d.run.Decide(d.Table.Plan(), path)
}

// Unsaved reports whether something was decided that no file holds.
func (d *Decisions) Unsaved() bool {
	d.HandOver()
	return d.run.LeavesPlan() && !d.File.Saved(d.Table) && !bytes.Equal(planfile.Format(d.Table.Plan()), planfile.Format(d.proposed))
}

// Close hands what is decided over when a face ends, however that is. Where it is in no file yet, and is not left out, that is tried
// once more: in its file, and then beside it.
func (d *Decisions) Close(leftOut bool) {
	defer d.File.Close()
	if !d.Unsaved() || leftOut {
		return
	}
	_, err := d.File.Save(d.Table)
	if err == nil {
		d.HandOver()
		return
	}
	if beside, besideErr := d.File.WriteBeside(d.Table); besideErr == nil {
		d.run.Decide(d.Table.Plan(), beside)
		return
	}
	d.run.LosePlan(d.File.Path, err)
}
