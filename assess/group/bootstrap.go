package group

import (
	"encoding/binary"
	"math/rand/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

const (
	// ResampleCount is how many resamples a bootstrap draws.
	ResampleCount = 1000
	// MinRespondents is how many respondents it takes for a bootstrap to mean anything.
	MinRespondents = 5
)

// Bootstrap says what a group might have answered, had other people like these come: ResampleCount times, answers drawn
// from those that were given, some of them twice or more often and some not at all. The number of respondents is left
// to chance: every respondent's file, with all its answers, comes in Poisson(1) times. The hands of a workshop cannot
// be told apart, so each count of hands becomes Poisson(count) of them; and all who were present come in
// Poisson(present) times for its focus.
//
// The draws for a file follow from its fingerprint, and draws are only added up. So the resamples depend neither on the
// order of the files nor on who added them, and are the same on every processor. Two files that say the same are drawn
// together.
type Bootstrap struct {
	catalogue *pitfalls.Catalogue
	// rows holds a row for each answer that can be given to each question, then for a focus at all, then for each
	// pitfall in focus. A row is nil while all of it is zero.
	rows []*row
	// recent holds, like rows, what the last persons' files add to them, and pending how many files these are.
	recent  []*packedRow
	pending int
}

// row holds how often something was answered, by resample.
type row [ResampleCount]int

func newBootstrap(c *pitfalls.Catalogue) *Bootstrap {
	questions := 0
	for i := range c.Topics {
		questions += 1 + len(c.Topics[i].Questions)
	}
	rows := assess.Kinds*questions + 1 + pitfalls.PitfallCount
	return &Bootstrap{catalogue: c, rows: make([]*row, rows), recent: make([]*packedRow, rows)}
}

// Sample sets the answers and the focus of a group to those of a resample, from 0 to ResampleCount-1. The group must
// have a tally for each question.
func (b *Bootstrap) Sample(i int, into *Group) {
	at := 0
	next := func() int {
		r := b.rows[at]
		at++
		if r == nil {
			return 0
		}
		return r[i]
	}
	tally := func(t *assess.Tally) {
		for k := range t.Counts {
			t.Counts[k] = next()
		}
		t.DontKnow, t.NotApplicable = next(), next()
	}
	for t := range into.Topics {
		topic := &into.Topics[t]
		tally(&topic.Overall)
		for q := range topic.Questions {
			tally(&topic.Questions[q])
		}
	}
	into.FocusVoters = next()
	for p := range into.Focus {
		into.Focus[p] = next()
	}
}

// add draws how often a file comes into each resample and adds its answers that often.
func (b *Bootstrap) add(a *assess.Answers, seed assess.Fingerprint) {
	random := rand.NewPCG(binary.BigEndian.Uint64(seed[:8]), binary.BigEndian.Uint64(seed[8:]))
	if a.Present > 0 {
		b.addWorkshop(a, random)
		return
	}
	var times packedRow
	times.draw(random)
	b.each(a, func(at, _ int) {
		if b.recent[at] == nil {
			b.recent[at] = new(packedRow)
		}
		b.recent[at].add(&times)
	})
	if b.pending++; b.pending == maxPending {
		b.settle()
	}
}

func (b *Bootstrap) addWorkshop(a *assess.Answers, random *rand.PCG) {
	var everybody row
	everybody.draw(random, a.Present)
	focus := len(b.rows) - 1 - pitfalls.PitfallCount
	b.each(a, func(at, n int) {
		if at >= focus && n == a.Present {
			b.row(at).add(&everybody)
			return
		}
		b.row(at).draw(random, n)
	})
}

// each calls add with the row of everything that was answered, and how many answered it, in the order of the rows.
func (b *Bootstrap) each(a *assess.Answers, add func(at, n int)) {
	at := 0
	tally := func(t *assess.Tally) {
		for _, n := range t.All() {
			if n > 0 {
				add(at, n)
			}
			at++
		}
	}
	for t := range a.Topics {
		tally(&a.Topics[t].Overall)
		for q := range a.Topics[t].Questions {
			tally(&a.Topics[t].Questions[q])
		}
	}
	if len(a.Focus) > 0 || a.HasDots() {
		add(at, a.Respondents())
	}
	for i, n := range a.Dots {
		if n > 0 {
			add(at+1+i, n)
		}
	}
	for _, id := range a.Focus {
		add(at+1+b.catalogue.Index(id), a.Respondents())
	}
}

// settle adds the recent rows to the rows.
func (b *Bootstrap) settle() {
	for at, r := range b.recent {
		if r != nil {
			b.row(at).addPacked(r)
			*r = packedRow{}
		}
	}
	b.pending = 0
}

// finish settles what is pending. Nothing can be added afterwards.
func (b *Bootstrap) finish() {
	b.settle()
	b.recent = nil
}

// merge adds what another part of the files drew.
func (b *Bootstrap) merge(o *Bootstrap) {
	o.settle()
	for at, r := range o.rows {
		if r != nil {
			b.row(at).add(r)
		}
	}
}

// row returns the row at an index, which may be changed.
func (b *Bootstrap) row(at int) *row {
	if b.rows[at] == nil {
		b.rows[at] = new(row)
	}
	return b.rows[at]
}

func (r *row) add(o *row) {
	for i := range r {
		r[i] += o[i]
	}
}

// draw adds a draw from Poisson(mean) to each number of the row.
func (r *row) draw(random *rand.PCG, mean int) {
	for mean > 0 {
		var p *poisson
		p, mean = takePoisson(mean)
		for i := range r {
			r[i] += p.draw(random.Uint64())
		}
	}
}

func (r *row) addPacked(p *packedRow) {
	for i, four := range p {
		for j := range lanes {
			r[lanes*i+j] += int(four >> (laneBits * j) & laneMask)
		}
	}
}

// packedRow is a row of small numbers, four of them in each word, so that one addition adds four. Gathering spends most
// of its time on that.
type packedRow [ResampleCount / lanes]int64

const (
	lanes    = 4
	laneBits = 64 / lanes
	laneMask = 1<<laneBits - 1
	// maxTimes is the most often that a person's file comes into a resample: in a Poisson distribution it comes more
	// often once in 10^14 draws. maxPending is how many files come at most as often as a lane can hold.
	maxTimes   = 15
	maxPending = laneMask / maxTimes
)

// draw sets each number of the row to a draw from Poisson(1).
func (r *packedRow) draw(random *rand.PCG) {
	p, _ := takePoisson(1)
	for i := range r {
		for j := range lanes {
			r[i] |= int64(min(p.draw(random.Uint64()), maxTimes)) << (laneBits * j)
		}
	}
}

func (r *packedRow) add(o *packedRow) {
	for i := range r {
		r[i] += o[i]
	}
}
