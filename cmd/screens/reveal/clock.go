package reveal

import "time"

// clock measures how long a topic was talked about.
type clock struct {
	// spent is what was talked about it until the clock was last stopped. since is when it was started again, if it runs.
	spent   time.Duration
	since   time.Time
	running bool
	// shown is true while the slide of its topic is.
	shown bool
}

func (c *clock) start(now time.Time) {
	if !c.running {
		c.since, c.running = now, true
	}
}

func (c *clock) stop(now time.Time) { c.spent, c.running = c.elapsed(now), false }

// elapsed returns how long it has run. A clock that was set back takes nothing away.
func (c *clock) elapsed(now time.Time) time.Duration {
	if !c.running {
		return c.spent
	}
	return c.spent + max(0, now.Sub(c.since))
}

// clockOf returns the clock of a topic.
func (r *Reveal) clockOf(id string) *clock {
	if r.clocks[id] == nil {
		r.clocks[id] = &clock{}
	}
	return r.clocks[id]
}

// startClock starts the clock of a topic as its slide is opened, and stops the others.
func (r *Reveal) startClock(id string) {
	if r.clockOf(id).shown {
		return
	}
	r.stopClocks()
	c := r.clockOf(id)
	c.shown = true
	c.start(r.o.Now())
}

// stopClocks stops all clocks: no topic is shown.
func (r *Reveal) stopClocks() {
	for _, c := range r.clocks {
		c.stop(r.o.Now())
		c.shown = false
	}
}

// tick is how often a clock is drawn.
const tick = 15 * time.Second

// untilTick returns how long it takes until the clock looks different.
func (c *clock) untilTick(now time.Time) time.Duration {
	if !c.running {
		return 0
	}
	return tick - c.elapsed(now)%tick
}
