package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// Timed is a screen that looks different after a while, although nobody presses a key.
type Timed interface {
	// Wake returns after how long it has to be drawn again, or 0 for never.
	Wake() time.Duration
}

// wake says that the time is over that a screen has asked for.
type wake struct{}

// withWake adds the time that the screen asks for to what Bubble Tea is to do next, unless one is awaited. A screen is never drawn
// more often by itself than the first one that asked.
func (a *App) withWake(next tea.Cmd) tea.Cmd {
	s, ok := a.Top().(Timed)
	if !ok || a.waking || a.gone || a.terminal.After == nil {
		return next
	}
	after := s.Wake()
	if after <= 0 {
		return next
	}
	a.waking = true
	over := a.terminal.After(after)
	return tea.Batch(next, func() tea.Msg {
		<-over
		return wake{}
	})
}
