package planfile

import (
	"strconv"
	"time"

	"github.com/coalcheck/coalcheck/assess/score"
)

// From returns a plan of the steps of a result that are to start now, with nobody named and no days. today is the day on
// which it is made where the answers have no date. The day to answer again is three months after the answers.
func From(r *score.Result, today time.Time) *Plan {
	c := r.Group.Catalogue
	p := &Plan{ID: NewID(), Coalition: r.Group.Coalition, Catalogue: c.Version}
	made, err := time.Parse(time.DateOnly, r.Group.Date)
	if err != nil {
		made = today
	}
	p.Made, p.Review = made.Format(time.DateOnly), monthsLater(made, 3).Format(time.DateOnly)
	for i := range r.Plan.Steps {
		s := &r.Plan.Steps[i]
		if s.When != score.Now {
			continue
		}
		step := Step{Pitfall: c.Topics[s.Pitfall].ID}
		if exposure, err := strconv.ParseFloat(r.Topics[s.Pitfall].Shown(), 64); err == nil {
			step.Exposure = &exposure
		}
		for _, a := range s.Actions {
			step.Actions = append(step.Actions, Action{ID: r.ActionID(a), Do: a.Do})
		}
		p.Steps = append(p.Steps, step)
	}
	return p
}

// monthsLater returns the same day some months later, or the last day of a month that has no such day.
func monthsLater(day time.Time, months int) time.Time {
	later := day.AddDate(0, months, 0)
	if later.Day() != day.Day() {
		later = later.AddDate(0, 0, -later.Day())
	}
	return later
}
