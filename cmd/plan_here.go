package cmd

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/planfile"
)

// foundPlan is a plan file that lies in the current folder.
type foundPlan struct {
	path    string
	plan    *planfile.Plan
	changed time.Time
}

// How much is looked through for plan files: a start waits for it.
const (
	mostNames   = 500
	headOfAPlan = 4 << 10
)

// plansHere returns the plan files in the current folder, the one that was changed last first.
func (a *app) plansHere() []foundPlan {
	entries, err := os.ReadDir(".")
	if err != nil || len(entries) > mostNames {
		return nil
	}
	var found []foundPlan
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || !slices.Contains(answersfile.Extensions, strings.ToLower(filepath.Ext(e.Name()))) {
			continue
		}
		text, err := disk.ReadRegular(e.Name(), planfile.MaxSize)
		if err != nil || !bytes.Contains(text[:min(len(text), headOfAPlan)], []byte("coalcheck-plan/")) {
			continue
		}
		if plan, err := planfile.Read(e.Name(), text, a.catalogue); err == nil {
			found = append(found, foundPlan{e.Name(), plan, info.ModTime()})
		}
	}
	slices.SortStableFunc(found, func(x, y foundPlan) int { return y.changed.Compare(x.changed) })
	return found
}

// late returns how many actions are late on a day.
func late(p *planfile.Plan, day time.Time) int {
	n := 0
	for _, action := range p.Actions() {
		if action.Late(day.Format(time.DateOnly)) {
			n++
		}
	}
	return n
}

// printLastTime says what the last plan of the same coalition began with, where its file lies in this folder. date is that of the
// answers now.
func (a *app) printLastTime(coalition, date string) {
	if coalition == "" {
		return
	}
	for _, f := range a.plansHere() {
		first := firstStep(f.plan)
		if f.plan.Coalition != coalition || f.plan.Made >= date || f.plan.Made == "" || first == "" {
			continue
		}
		if topic := a.catalogue.Topic(first); topic != nil {
			done := 0
			for _, action := range f.plan.Actions() {
				if action.Done != "" {
					done++
				}
			}
			a.printLine("The plan of %s began with %s. Done since: %d of %d actions.", f.plan.Made, topic.Label, done, len(f.plan.Actions()))
			a.printLine("  coalcheck plan %s", shellQuote(f.path))
			return
		}
	}
}

// firstStep returns the first pitfall of a plan, or "".
func firstStep(p *planfile.Plan) string {
	for _, s := range p.Steps {
		if s.Pitfall != "" {
			return s.Pitfall
		}
	}
	return ""
}
