// Package tui is what all full screens of coalcheck have in common: one Bubble Tea model with a history of screens, the
// frame around them, tables of keys, a reader of documents, and the look of forms and fields to write in.
//
// A screen is a plain struct that draws itself into its Area and lists its keys. It knows nothing of Bubble Tea but the
// keys that are written; whatever takes time it hands to App.Wait. This package knows nothing of questionnaires.
package tui

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Terminal is where an app runs. The caller has made sure that In and Out are a terminal of known size.
type Terminal struct {
	In  io.Reader
	Out io.Writer
	// Env is the environment as os.Environ returns it, of which only the kind of terminal is read.
	Env []string
	// Width and Height are the size at the start, in columns and rows.
	Width, Height int
	// Profile says how many colors the terminal shows.
	Profile colorprofile.Profile
}

// Run shows the app until it quits or the context ends, which is no error.
func (a *App) Run(ctx context.Context) error {
	t := a.terminal
	program := tea.NewProgram(a,
		tea.WithContext(ctx),
		// The context ends with every signal. Bubble Tea's own handler, ending the program at the same moment, can leave
		// both waiting for each other.
		tea.WithoutSignalHandler(),
		tea.WithInput(t.In),
		tea.WithOutput(t.Out),
		tea.WithEnvironment(t.Env),
		tea.WithWindowSize(t.Width, t.Height),
		tea.WithColorProfile(t.Profile),
		// The renderer draws at its tick, and a key waits for the next one.
		tea.WithFPS(120),
	)
	if _, err := program.Run(); err != nil && ctx.Err() == nil {
		return err
	}
	return nil
}
