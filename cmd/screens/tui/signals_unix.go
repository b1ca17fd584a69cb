//go:build !windows

package tui

import (
	"context"
	"io"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
)

// stopping is true while the program stops itself, so that being continued is no surprise.
var stopping atomic.Bool

// Run stops all processes of the job, as Ctrl+Z does in the usual mode of a terminal, and returns when the shell continues
// them. Where nobody could, the system ignores the signal, and then nothing continues either.
func (stop) Run() error {
	stopping.Store(true)
	defer stopping.Store(false)
	continued := make(chan os.Signal, 1)
	signal.Notify(continued, syscall.SIGCONT)
	defer signal.Stop(continued)
	if err := syscall.Kill(0, syscall.SIGTSTP); err != nil {
		return err
	}
	// While the program is stopped, no more than one of these waits comes to its end.
	for range 10 {
		select {
		case <-continued:
			return nil
		case <-time.After(20 * time.Millisecond):
		}
	}
	return errNotStopped
}

// watch hands on what the system tells: that the window has another size, and that the program goes on after it was
// stopped from elsewhere, with a terminal that others have used meanwhile. It leaves SIGTSTP alone, because one that was
// watched once never stops a Go program again.
func watch(ctx context.Context, t *Terminal, send func(tea.Msg)) {
	changed, continued := make(chan os.Signal, 1), make(chan os.Signal, 1)
	signal.Notify(changed, syscall.SIGWINCH)
	signal.Notify(continued, syscall.SIGCONT)
	go func() {
		defer signal.Stop(changed)
		defer signal.Stop(continued)
		if width, height := t.Size(); width != t.Width || height != t.Height {
			send(windowSize(width, height))
		}
		for {
			select {
			case <-ctx.Done():
				return
			case <-changed:
				send(windowSize(t.Size()))
			case <-continued:
				if !stopping.Load() {
					send(tea.Exec(takeOver{}, func(error) tea.Msg { return continuedMsg{} })())
				}
			}
		}
	}()
}

// takeOver takes the terminal again after a program was stopped that could not give it back.
type takeOver struct{}

// Run waits a little: Bubble Tea stops its clock without waiting for that, and would stop the next one.
func (takeOver) Run() error {
	<-time.After(20 * time.Millisecond)
	return nil
}

func (takeOver) SetStdin(io.Reader)  {}
func (takeOver) SetStdout(io.Writer) {}
func (takeOver) SetStderr(io.Writer) {}

// screen hides that the output is a terminal. Bubble Tea would otherwise ask for its size itself, and believe any number.
func screen(out io.Writer) io.Writer { return struct{ io.Writer }{out} }
