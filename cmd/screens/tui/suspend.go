package tui

import (
	"errors"
	"io"

	tea "charm.land/bubbletea/v2"
)

// continuedMsg says that the program goes on, after it was stopped or could not be.
type continuedMsg struct{ err error }

// errNotStopped means that nobody would continue the program: there is no shell, or none with job control.
var errNotStopped = errors.New("the program was not stopped")

// suspend goes back to the shell. Not while something is written to the disk: the shell may never come back.
func (a *App) suspend() {
	if !a.busy {
		a.afterReplies(func() { a.then = tea.Exec(stop{}, func(err error) tea.Msg { return continuedMsg{err} }) })
	}
}

// resume goes on. The window may have another size now.
func (a *App) resume(msg continuedMsg) {
	if msg.err != nil {
		a.Say("Ctrl+Z needs a shell with job control.")
	}
	if size := a.terminal.Size; size != nil {
		a.then = func() tea.Msg { return windowSize(size()) }
	}
}

// stop gives the terminal back and stops the program until the shell continues it.
type stop struct{}

func (stop) SetStdin(io.Reader)  {}
func (stop) SetStdout(io.Writer) {}
func (stop) SetStderr(io.Writer) {}
