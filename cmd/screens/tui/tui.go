// Package tui is what all full screens of coalcheck have in common: one Bubble Tea model with a history of screens, the
// frame around them, tables of keys, a reader of documents, and the look of forms and fields to write in.
//
// A screen is a plain struct that draws itself into its Area and lists its keys. It knows nothing of Bubble Tea but the
// keys that are written; whatever takes time it hands to App.Wait. This package knows nothing of questionnaires.
package tui

import (
	"context"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// Terminal is where an app runs. The caller has made sure that In and Out are a terminal of known size.
type Terminal struct {
	In  io.Reader
	Out io.Writer
	// Env is the environment as os.Environ returns it, of which only the kind of terminal is read.
	Env []string
	// Width and Height are the size at the start, in columns and rows. Size returns the size now; it may be nil.
	Width, Height int
	Size          func() (width, height int)
	// After tells when a time is over, as time.After does. Without it, no screen changes by itself.
	After func(time.Duration) <-chan time.Time
	// Profile says how many colors the terminal shows.
	Profile colorprofile.Profile
	// ASCII draws with nothing but ASCII, for a terminal that does not show UTF-8.
	ASCII bool
}

// everyKey asks a terminal to tell all it knows of a key: which one it is on a Latin keyboard, whether it is held down, and
// the text that it writes. someKeys asks for what can be had without the text.
var (
	everyKey = tea.KeyboardEnhancements{
		ReportEventTypes: true, ReportAlternateKeys: true, ReportAllKeysAsEscapeCodes: true, ReportAssociatedText: true,
	}
	someKeys = tea.KeyboardEnhancements{ReportAlternateKeys: true}
)

// Run shows the app until it quits or the context ends, which is no error.
func (a *App) Run(ctx context.Context) error {
	t := &a.terminal
	program := tea.NewProgram(a,
		tea.WithContext(ctx),
		// The context ends with every signal. Bubble Tea's own handler, ending the program at the same moment, can leave
		// both waiting for each other.
		tea.WithoutSignalHandler(),
		tea.WithInput(decoding(t.In)),
		tea.WithOutput(screen(t.Out)),
		tea.WithEnvironment(t.Env),
		tea.WithWindowSize(t.Width, t.Height),
		tea.WithColorProfile(t.Profile),
		// The renderer draws at its tick, and a key waits for the next one.
		tea.WithFPS(120),
		tea.WithFilter(believable),
	)
	if t.Size != nil {
		ended, stop := context.WithCancel(ctx)
		defer stop()
		watch(ended, t, program.Send)
	}
	// The renderer builds a table of widths when it first measures, which takes as long as it waits for its first tick.
	go ansi.StringWidthWc("›")
	_, err := program.Run()
	// What comes next stands on a line of its own, also where the terminal has no second screen to leave.
	_, _ = io.WriteString(t.Out, "\r"+ansi.EraseLineRight)
	if err != nil && ctx.Err() == nil {
		return err
	}
	return nil
}

// windowSize returns the message on a size.
func windowSize(width, height int) tea.WindowSizeMsg {
	return tea.WindowSizeMsg{Width: width, Height: height}
}

// believable cuts the sizes of windows to what a screen may have. Memory is taken for every character of it.
func believable(_ tea.Model, msg tea.Msg) tea.Msg {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		return windowSize(min(size.Width, maxWidth), min(size.Height, maxHeight))
	}
	return msg
}
