package agenda

import "time"

// Clocks measure how long each topic is talked about, by its id. One of them runs at a time. The zero value has measured nothing.
type Clocks struct {
	spent map[string]time.Duration
	// shown is the topic whose slide is shown, or "". Its clock runs since the time that running says, or is stopped.
	shown   string
	since   time.Time
	running bool
}

// Show lets the clock of a topic run whose slide is shown, unless it is shown already. No topic stops them all.
func (c *Clocks) Show(topic string, now time.Time) {
	if topic == c.shown {
		return
	}
	c.Stop(now)
	if c.shown = topic; topic != "" {
		c.Start(now)
	}
}

// Running reports whether the clock of a topic runs.
func (c *Clocks) Running(topic string) bool { return c.running && topic == c.shown }

// Start lets the clock of the topic that is shown run.
func (c *Clocks) Start(now time.Time) {
	if !c.running {
		c.since, c.running = now, true
	}
}

// Stop stops it.
func (c *Clocks) Stop(now time.Time) {
	if !c.running {
		return
	}
	if c.spent == nil {
		c.spent = map[string]time.Duration{}
	}
	c.spent[c.shown], c.running = c.Spent(c.shown, now), false
}

// Spent returns how long a topic was talked about. A clock that was set back takes nothing away.
func (c *Clocks) Spent(topic string, now time.Time) time.Duration {
	if !c.Running(topic) {
		return c.spent[topic]
	}
	return c.spent[topic] + max(0, now.Sub(c.since))
}
