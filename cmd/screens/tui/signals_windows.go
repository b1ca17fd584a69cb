package tui

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"
)

// Run does nothing: Windows has no job control.
func (stop) Run() error { return errNotStopped }

// watch does nothing: a console of Windows reports its size as it reports keys, and its programs are not stopped.
func watch(context.Context, *Terminal, func(tea.Msg)) {}

// screen returns the output as it is, because Bubble Tea has to switch a console to another mode.
func screen(out io.Writer) io.Writer { return out }
