package wizard

import (
	"bytes"
	"slices"
	"time"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/plantable"
)

// deciding is who does what by when, between the plan and what to take away. The file is made with the first change.
type deciding struct {
	table  *planfile.Table
	file   *planfile.File
	screen *plantable.Screen
	// proposed is the plan as the answers proposed it.
	proposed *planfile.Plan
}

// decides reports whether it is asked who does what by when: not without a step to start now, and not after a change of answers
// of which a plan may have been made long ago.
func (wiz *wizard) decides(r *score.Result) bool {
	return wiz.opts.PlanFile != nil && wiz.run.Edit == nil && len(planfile.From(r, wiz.opts.Today).Actions()) > 0
}

// decide asks who does what by when.
func (wiz *wizard) decide(r *score.Result) { wiz.Show(wiz.decisions(r).screen) }

// decisions returns who does what by when: as it was decided, or as the answers propose it.
func (wiz *wizard) decisions(r *score.Result) *deciding {
	if wiz.deciding == nil {
		proposed := planfile.From(r, wiz.opts.Today)
		file, plan := wiz.opts.PlanFile(wiz.run.PlanName(), wiz.run.EarlierPlan())
		if plan == nil {
			plan = proposed
		}
		proposed.ID = plan.ID
		d := &deciding{table: planfile.NewTable(plan, wiz.opts.Today.Format(time.DateOnly)), file: file, proposed: proposed}
		d.screen = plantable.New(wiz.App, plantable.Options{
			Table: d.table, File: d.file, Catalogue: wiz.run.Catalogue, Today: wiz.opts.Today, Onward: wiz.finish,
		})
		wiz.deciding = d
	}
	wiz.follow(r)
	return wiz.deciding
}

// follow takes over what the answers propose by now, where that is something else than before. Nothing that was decided is lost.
func (wiz *wizard) follow(r *score.Result) {
	d, proposed := wiz.deciding, planfile.From(r, wiz.opts.Today)
	if proposed.ID = d.proposed.ID; !bytes.Equal(planfile.Format(proposed), planfile.Format(d.proposed)) {
		d.table.Merge(d.proposed, proposed)
		d.proposed = proposed
		d.screen.Renew()
	}
}

// decided hands over who does what by when.
func (wiz *wizard) decided() {
	if d := wiz.deciding; d != nil {
		path := ""
		if d.file.Saved(d.table) {
			path = d.file.Path
		}
		wiz.run.Decide(d.table.Plan(), path)
	}
}

// losesPlan reports whether something was decided that no file holds, unless the person has left that out.
func (wiz *wizard) losesPlan() bool {
	d := wiz.deciding
	wiz.decided()
	if d == nil || !wiz.run.LeavesPlan() || d.file.Saved(d.table) {
		return false
	}
	leftOut := func(t interview.Thing) bool { return t.Kind == interview.PlanFile && !t.On }
	return !slices.ContainsFunc(wiz.things, leftOut) && !bytes.Equal(planfile.Format(d.table.Plan()), planfile.Format(d.proposed))
}

// closePlan hands over what is decided when the wizard ends, however that is. What is in no file yet is tried once more: in its
// file, and then beside it.
func (wiz *wizard) closePlan() {
	d := wiz.deciding
	if d == nil {
		return
	}
	defer d.file.Close()
	if wiz.reveal != nil {
		wiz.reveal.Keep()
	}
	d.screen.Keep()
	if !wiz.losesPlan() {
		return
	}
	_, err := d.file.Save(d.table)
	if err == nil {
		wiz.decided()
		return
	}
	if beside, besideErr := d.file.WriteBeside(d.table); besideErr == nil {
		wiz.run.Decide(d.table.Plan(), beside)
		return
	}
	wiz.run.LosePlan(d.file.Path, err)
}
