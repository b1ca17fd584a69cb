package wizard

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/plantable"
)

// deciding is who does what by when, between the plan and what to take away.
type deciding struct {
	*interview.Decisions
	screen *plantable.Screen
}

// decides reports whether it is asked who does what by when: not without a step to start now, and not after a change of answers
// of which a plan may have been made long ago.
func (wiz *wizard) decides(r *score.Result) bool {
	return wiz.opts.PlanFile != nil && wiz.run.Edit == nil && len(planfile.From(r, wiz.opts.Today).Actions()) > 0
}

// decide asks who does what by when.
func (wiz *wizard) decide(r *score.Result) { wiz.Show(wiz.decisions(r).screen) }

// decisions returns who does what by when: as it was decided, or as the answers propose it by now.
func (wiz *wizard) decisions(r *score.Result) *deciding {
	if wiz.deciding == nil {
		d := &deciding{Decisions: wiz.run.Decisions(r, wiz.opts.PlanFile, wiz.opts.Today)}
		d.screen = plantable.New(wiz.App, plantable.Options{
			Table: d.Table, File: d.File, Catalogue: wiz.run.Catalogue, Today: wiz.opts.Today, Onward: wiz.finish,
		})
		wiz.deciding = d
	}
	wiz.deciding.follow(r)
	return wiz.deciding
}

// follow takes over what the answers propose by now.
func (d *deciding) follow(r *score.Result) {
	if d.Follow(r) {
		d.screen.Renew()
	}
}

// decided hands over who does what by when.
func (wiz *wizard) decided() {
	if wiz.deciding != nil {
		wiz.deciding.HandOver()
	}
}

// losesPlan reports whether something was decided that no file holds, unless the person has left that out.
func (wiz *wizard) losesPlan() bool {
	return wiz.deciding != nil && wiz.deciding.Unsaved() && !wiz.leavesPlanOut()
}

func (wiz *wizard) leavesPlanOut() bool {
	return slices.ContainsFunc(wiz.things, func(t interview.Thing) bool { return t.Kind == interview.PlanFile && !t.On })
}

// closePlan hands over what is decided when the wizard ends, however that is.
func (wiz *wizard) closePlan() {
	if wiz.deciding == nil {
		return
	}
	if wiz.reveal != nil {
		wiz.reveal.Keep()
	}
	wiz.deciding.screen.Keep()
	wiz.deciding.Close(wiz.leavesPlanOut())
}
