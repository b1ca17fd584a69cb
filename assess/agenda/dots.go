package agenda

import (
	"errors"
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Dots is how a room says what matters most: each person has assess.MaxFocus dots to give to pitfalls. A room without them has none.
type Dots struct {
	// People is how many have them, or 0 where nobody has counted.
	People int
	// Of returns how many a pitfall got, by its index, and Give takes another number over.
	Of   func(pitfall int) int
	Give func(pitfall, dots int)
	// Given is called once others are given. It returns the result as it is with them.
	Given func() *score.Result
}

// InPlan returns dots that a plan holds and that change nothing in the answers. save writes the plan.
func InPlan(t *planfile.Table, r *score.Result, save func()) Dots {
	ids := pitfalls.IDs(r.Group.Catalogue.Pitfalls())
	of := func(pitfall int) int { return t.Dots(ids[pitfall]) }
	return Dots{
		People: counted(r.Group),
		Of:     of,
		Give:   func(pitfall, dots int) { t.SetDots(ids[pitfall], dots) },
		Given: func() *score.Result {
			save()
			return r.WithDots(of)
		},
	}
}

// counted returns how many people have dots, or 0: they are counted in a workshop, and nobody knows who looks at other answers.
func counted(g *group.Group) int {
	if g.Workshops == 1 && g.Files <= 1 {
		return g.Respondents
	}
	return 0
}

// Count is how many dots a pitfall gets, by its index.
type Count struct{ Pitfall, Dots int }

// Why dots are refused.
var (
	// ErrTooManyForOne means more dots for a pitfall than there are people.
	ErrTooManyForOne = errors.New("more dots for a pitfall than there are people")
	// ErrTooMany means more dots than all have together.
	ErrTooMany = errors.New("more dots than all have together")
)

// MayGive reports whether there are pitfalls that may get dots.
func (a *Agenda) MayGive() bool { return a.dots.Give != nil && len(a.Dotted()) > 0 }

// Dotted returns the pitfalls that may get dots, by their indexes: those that are no trouble now would not move, so they are left out
// unless they have some.
func (a *Agenda) Dotted() []int {
	var all []int
	for i := range a.result.Group.Catalogue.Pitfalls() {
		if b := a.result.Topics[i].Band; b == score.Pressing || b == score.Watch || a.Dots(i) > 0 {
			all = append(all, i)
		}
	}
	return all
}

// People returns how many people have dots, or 0 where nobody has counted.
func (a *Agenda) People() int { return a.dots.People }

// MostDots returns how many dots a pitfall may get, and how many all may get.
func (a *Agenda) MostDots() (one, all int) {
	one = a.dots.People
	if one == 0 {
		one = assess.MaxPresent
	}
	return one, one * assess.MaxFocus
}

// Dots returns how many dots a topic has, by its index. A pill has none.
func (a *Agenda) Dots(topic int) int {
	if a.dots.Of == nil || topic >= pitfalls.PitfallCount {
		return 0
	}
	return a.dots.Of(topic)
}

// AllDots returns how many dots are given.
func (a *Agenda) AllDots() int {
	sum := 0
	for _, c := range a.counts() {
		sum += c.Dots
	}
	return sum
}

func (a *Agenda) counts() []Count {
	all := make([]Count, pitfalls.PitfallCount)
	for i := range all {
		all[i] = Count{i, a.Dots(i)}
	}
	return all
}

// Give gives dots to some pitfalls, and leaves those of the others. Where the error is ErrTooManyForOne or ErrTooMany, none are
// given.
func (a *Agenda) Give(counts ...Count) error {
	one, all := a.MostDots()
	sum := a.AllDots()
	for _, c := range counts {
		if c.Dots > one {
			return ErrTooManyForOne
		}
		sum += c.Dots - a.Dots(c.Pitfall)
	}
	if sum > all {
		return ErrTooMany
	}
	for _, c := range counts {
		if c.Dots != a.Dots(c.Pitfall) {
			a.dots.Give(c.Pitfall, c.Dots)
		}
	}
	return nil
}

// TakeDots takes the dots over that were given since it was last called. As long as the room has chosen nothing else, it then talks
// about that for which there is time.
func (a *Agenda) TakeDots() {
	now := a.counts()
	if slices.Equal(now, a.taken) {
		return
	}
	a.taken = now
	chose := a.chose()
	if a.show(a.dots.Given()); !chose {
		a.chosen = a.timely()
	}
}
