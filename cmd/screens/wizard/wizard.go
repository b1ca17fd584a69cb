// Package wizard is the questionnaire on the full screen: one Bubble Tea program that asks, keeps every answer as it is
// given, and ends with the plan.
//
// The program is one model with a history of screens (welcome, form, topic, note, help, review, focus, plan, save).
// Only the screen shown last takes keys; going back drops it. A screen is a plain struct that draws itself into the room
// it was given, and what was asked and answered stands in an assess.Session, which knows nothing of screens.
package wizard

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Saver keeps an unfinished run. A *draft.Draft is one.
type Saver interface {
	// Save replaces what was kept before.
	Save(a *assess.Answers) error
	// KeepAside moves what was found to a name of its own, which it returns.
	KeepAside() (string, error)
	// Exchange keeps what was found aside and takes the draft at path, one of the others, in its place.
	Exchange(path string) (*assess.Answers, error)
}

// Other is an unfinished run beside the one that was found.
type Other struct {
	Path    string
	Answers *assess.Answers
}

// Options is what a run needs to know. The caller has made sure that In and Out are a terminal of known size.
type Options struct {
	Catalogue *pitfalls.Catalogue

	// In is the terminal's input and Out its output, which is standard error. Env is the environment as os.Environ
	// returns it, of which only the kind of terminal is read.
	In  io.Reader
	Out io.Writer
	Env []string
	// Width and Height are the size of the terminal at the start, in columns and rows.
	Width, Height int
	// Profile says how many colors the terminal shows.
	Profile colorprofile.Profile

	// Draft keeps every answer. It is nil where no draft could be opened, and NoDraft says why.
	Draft   Saver
	NoDraft error
	// Found is what was there when the draft was opened.
	Found draft.Found
	// Others are the further unfinished runs that can be gone on with.
	Others []Other
	// Held means that another coalcheck is at work on the draft. OpenSeparate then opens a draft of its own for this run.
	Held         *draft.HeldError
	OpenSeparate func() (Saver, error)

	// Depth is how much is asked, or nil to let the form ask. A draft goes on at its own depth.
	Depth *assess.Depth
	// Room counts the hands of a room in a new run: quick statements, unless Depth says otherwise. A draft and a file to
	// edit go on as what they are.
	Room bool
	// Edit holds finished answers to open again, at the review; or nil. Unsaved says that they are not what the file Offer
	// holds, but changes that were left unsaved.
	Edit    *assess.Answers
	Unsaved bool
	// Today is the date of the answers as YYYY-MM-DD, for answers that have none. It may be empty.
	Today string

	// Report renders the plan as text of at most width columns.
	Report func(r *score.Result, width int) string
	// StartHere is how the line of the report begins at which its first steps start.
	StartHere string
	// Write writes the finished answers. Where the file exists and overwrite is false, the error matches fs.ErrExist.
	Write func(path string, a *assess.Answers, overwrite bool) error
	// SaveTo is where the answers go, or empty to let the wizard ask. Offer is the name that it then offers; empty, it
	// makes one from the coalition and the date.
	SaveTo, Offer string
	// Folder is shown where the wizard asks for a name. It may be empty.
	Folder string
}

// Outcome is how a run ended.
type Outcome struct {
	// Answers are the finished answers, or those of the unfinished run after assess.ErrLeft. They are nil when the person
	// left before the first screen.
	Answers *assess.Answers
	// Saved is the file that holds them, or empty where only the draft has them.
	Saved string
	// Trouble is why the draft does not hold the answers, or nil.
	Trouble error
}

// Run asks and returns the answers, with the plan shown. The error is assess.ErrLeft when the person left before the
// plan, by q, Ctrl+C or a signal; all that was answered is then in the draft, unless Outcome.Trouble says otherwise.
func Run(ctx context.Context, o Options) (Outcome, error) {
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
	_, err := program.Run()
	outcome := m.result()
	// The end of the context is one more way to leave.
	if ctx.Err() != nil {
		err = nil
	}
	if err == nil && !m.planned {
		err = assess.ErrLeft
	}
	return outcome, err
}
