package reveal

import "time"

// tick is how often a clock is drawn.
const tick = 15 * time.Second

// spent returns how long the topic was talked about.
func (t *talk) spent() time.Duration { return t.o.Clocks.Spent(t.id, t.o.Now()) }

// running reports whether its clock runs.
func (t *talk) running() bool { return t.o.Clocks.Running(t.id) }

func (t *talk) stopOrStart() {
	if t.running() {
		t.o.Clocks.Stop(t.o.Now())
	} else {
		t.o.Clocks.Start(t.o.Now())
	}
}

// Wake returns when the clock looks different.
func (t *talk) Wake() time.Duration {
	if !t.timed() || !t.running() {
		return 0
	}
	return tick - t.spent()%tick
}
