package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Screen is one thing to see and to answer.
type Screen interface {
	// Fit gives the screen its area. It is called before the screen is first drawn, and when the window changes.
	Fit(a Area)
	// Keys returns what the keys do now. A Writer also gets the keys that are not in this table.
	Keys() []Key
	// Draw returns the body, in lines that keep to the area.
	Draw() []string
	// Place says where the person is, in a few words.
	Place() string
	// Tall reports whether the screen can use a high window.
	Tall() bool
}

// Writer is a screen in which one writes.
type Writer interface {
	// Type takes a key that is not in the table of keys, Paste what is pasted.
	Type(k tea.KeyPressMsg)
	Paste(text string)
}

// Frame is what surrounds every screen, and what happens between screens. Each field may be left out.
type Frame struct {
	// Title returns what the screens are about, for the head line.
	Title func() string
	// Progress returns how many things are done and how many there are, for the line below.
	Progress func() (done, all int)
	// Warning returns what there is to say as long as there is no notice.
	Warning func() string
	// TooSmall asks for a window of at least MinWidth by MinHeight. Where it does not fit, shorter requests are made.
	TooSmall string
	// Settle is called after each message, before the screen is drawn.
	Settle func()
	// Leave is called when the person wants to leave. It returns false to go on all the same, with a screen that says why.
	Leave func() bool
}

// App is the one Bubble Tea model: a history of screens, of which the last one is shown, in a frame.
type App struct {
	Theme    *Theme
	terminal Terminal
	frame    Frame

	window  window
	screens []Screen
	notice  string
	blank   bool
	// busy is true while Wait works. leaving asks to leave as soon as that is done, so that the program does not end in
	// the middle of it.
	busy, leaving bool
	// then is what Bubble Tea is to do next.
	then tea.Cmd
}

// NewApp returns an app without a screen. Show the first one before it is run.
func NewApp(t Terminal, f Frame) *App {
	return &App{Theme: NewTheme(t.Profile), terminal: t, frame: f, window: window{t.Width, t.Height}}
}

// Top returns the screen that is shown, Under the one below it, or nil.
func (a *App) Top() Screen { return a.screens[len(a.screens)-1] }

// Under returns the screen to which Back leads, or nil.
func (a *App) Under() Screen {
	if len(a.screens) < 2 {
		return nil
	}
	return a.screens[len(a.screens)-2]
}

// Show opens a screen on top of the others.
func (a *App) Show(s Screen) {
	a.screens = append(a.screens, s)
	a.Refit()
}

// Back closes the screen that is shown, unless it is the only one.
func (a *App) Back() {
	if len(a.screens) > 1 {
		a.screens = a.screens[:len(a.screens)-1]
		a.Refit()
	}
}

// BackTo closes what is on top of the last screen that matches. It reports whether there is one.
func (a *App) BackTo(matches func(Screen) bool) bool {
	for i, s := range slices.Backward(a.screens) {
		if matches(s) {
			a.screens = a.screens[:i+1]
			a.Refit()
			return true
		}
	}
	return false
}

// Restart forgets the history. These screens take its place, without having been shown.
func (a *App) Restart(under ...Screen) { a.screens = under }

// Say puts a notice above the line of keys. The next key takes it away. Notice returns it.
func (a *App) Say(notice string) { a.notice = notice }

// Notice returns what Say has put there.
func (a *App) Notice() string { return a.notice }

// Blank shows nothing at all until the next key, which does nothing else.
func (a *App) Blank() { a.blank = true }

// Wait does work that may take time. Meanwhile the screen stays, and keys are ignored. Then what the work returns is called:
// only that may change what is drawn.
func (a *App) Wait(work func() (then func())) {
	a.busy = true
	a.then = func() tea.Msg { return done{work()} }
}

// done says that the work of Wait is done.
type done struct{ then func() }

// Leave ends the app, unless its frame objects.
func (a *App) Leave() {
	if a.frame.Leave == nil || a.frame.Leave() {
		a.Quit()
	}
}

// Quit ends the app.
func (a *App) Quit() { a.then = tea.Quit }

// Refit gives the screen that is shown its area. In a window that is too small, the screen keeps its last shape.
func (a *App) Refit() {
	if !a.window.tooSmall() {
		a.Top().Fit(a.window.body(a.Top().Tall()))
	}
}

// Init asks for nothing: everything is known before the start.
func (a *App) Init() tea.Cmd { return nil }

// Update answers a message.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	a.then = nil
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.window = window{msg.Width, msg.Height}
		a.Refit()
	case tea.KeyPressMsg:
		a.press(msg)
	case tea.PasteMsg:
		if w, ok := a.Top().(Writer); ok && !a.busy && !a.blank && !a.window.tooSmall() {
			a.notice = ""
			w.Paste(msg.Content)
		}
	case done:
		a.busy = false
		if msg.then(); a.leaving {
			a.Leave()
		}
	}
	if a.frame.Settle != nil {
		a.frame.Settle()
	}
	return a, a.then
}

func (a *App) press(k tea.KeyPressMsg) {
	leaves := k.String() == "ctrl+c"
	switch {
	case leaves && a.busy:
		a.leaving, a.notice = true, "Leaving as soon as this is on disk."
	case leaves:
		a.Leave()
	case a.busy, a.window.tooSmall():
	case a.blank:
		a.blank, a.notice = false, ""
	default:
		a.notice = ""
		if w, ok := a.Top().(Writer); !press(a.Top().Keys(), k) && ok {
			w.Type(k)
		}
	}
}

// View draws the frame and the screen in it.
func (a *App) View() tea.View {
	v := tea.NewView(a.draw())
	v.AltScreen = true
	v.WindowTitle = "coalcheck"
	return v
}

func (a *App) draw() string {
	switch {
	case a.window.tooSmall():
		return a.window.request(a.frame.TooSmall)
	case a.blank:
		return ""
	}
	s := a.Top()
	width, _ := a.window.column()
	return a.window.compose(parts{
		name:     a.name(width - len(s.Place()) - 2),
		place:    a.Theme.Muted.Render(s.Place()),
		progress: a.progress(width),
		body:     s.Draw(),
		notice:   a.remark(),
		keys:     a.Theme.keyLine(s.Keys(), width),
		tall:     s.Tall(),
	})
}

func (a *App) name(width int) string {
	s := a.Theme.Accent.Render("coalcheck")
	if a.frame.Title == nil {
		return s
	}
	if title := a.frame.Title(); title != "" && width > 20 {
		s += "  " + title
	}
	return s
}

// progress draws how much is done.
func (a *App) progress(width int) string {
	filled := 0
	if a.frame.Progress != nil {
		if done, all := a.frame.Progress(); all > 0 {
			filled = width * done / all
		}
	}
	return a.Theme.Accent.Render(strings.Repeat("━", filled)) + a.Theme.Muted.Render(strings.Repeat("─", width-filled))
}

// remark is the line above the keys.
func (a *App) remark() string {
	if a.notice == "" && a.frame.Warning != nil {
		if warning := a.frame.Warning(); warning != "" {
			return a.Theme.Alert.Render(warning)
		}
	}
	return a.Theme.Plain.Render(safetext.Visible(a.notice))
}
