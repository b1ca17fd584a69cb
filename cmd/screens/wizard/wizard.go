// Package wizard is the questionnaire on the full screen: one Bubble Tea program that asks, keeps every answer as it is
// given, and ends with the plan.
//
// The program is one model with a history of screens (welcome, form, topic, note, help, review, focus, plan, save).
// Only the screen shown last takes keys; going back drops it. A screen is a plain struct that draws itself into the room
// it was given. What was found, asked and answered is in an interview.Run, which knows nothing of screens.
package wizard

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/score"
)

// Options is what the wizard needs to know. The caller has made sure that In and Out are a terminal of known size.
type Options struct {
	// Run is the interview that the wizard is a face of.
	Run *interview.Run

	// In is the terminal's input and Out its output, which is standard error. Env is the environment as os.Environ
	// returns it, of which only the kind of terminal is read.
	In  io.Reader
	Out io.Writer
	Env []string
	// Width and Height are the size of the terminal at the start, in columns and rows.
	Width, Height int
	// Profile says how many colors the terminal shows.
	Profile colorprofile.Profile

	// Report renders the plan as text of at most width columns.
	Report func(r *score.Result, width int) string
	// StartHere is how the line of the report begins at which its first steps start.
	StartHere string
	// Folder is shown where the wizard asks for a name. It may be empty.
	Folder string
}

// Run asks until the plan was shown and the person leaves or saves the answers, which are in the interview then. The error
// is interview.ErrLeft when the person left before the plan, by q, Ctrl+C or a signal.
func Run(ctx context.Context, o Options) error {
	m := newModel(o)
	program := tea.NewProgram(m,
		tea.WithContext(ctx),
		// The context ends with every signal. Bubble Tea's own handler, ending the program at the same moment, can leave
		// both waiting for each other.
		tea.WithoutSignalHandler(),
		tea.WithInput(o.In),
		tea.WithOutput(o.Out),
		tea.WithEnvironment(o.Env),
		tea.WithWindowSize(o.Width, o.Height),
		tea.WithColorProfile(o.Profile),
		// The renderer draws at its tick, and a key waits for the next one.
		tea.WithFPS(120),
	)
	// The end of the context is one more way to leave.
	if _, err := program.Run(); err != nil && ctx.Err() == nil {
		return err
	}
	if !o.Run.Planned {
		return interview.ErrLeft
	}
	return nil
}
