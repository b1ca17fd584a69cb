package tui

import (
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
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

// Wide is a screen that can use a window wider than a column of text.
type Wide interface{ Wide() }

// Progressing is a screen with a progress of its own, in the place of the frame's.
type Progressing interface {
	Progress() (done, all int)
}

// Frame is what surrounds every screen, and what happens between screens. Each field may be left out.
type Frame struct {
	// Title returns what the screens are about, for the head line.
	Title func() string
	// Progress returns how many things are done and how many there are, for the line below.
	Progress func() (done, all int)
	// Warning returns what there is to say as long as there is no notice.
	Warning func() string
	// Keys returns keys of all screens but those in which one writes. Those of a screen come first.
	Keys func() []Key
	// Kept says what is kept while the window is smaller than MinWidth by MinHeight.
	Kept string
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
	// returned is true from an Esc on until the person moves: until then, no letter gives or changes an answer. refused is
	// true once one was pressed all the same.
	returned, refused bool
	// busy is true while Wait works. leaving asks to leave as soon as that is done, so that the program does not end in
	// the middle of it.
	busy, leaving bool
	// gone is true from the last frame on.
	gone bool
	// then is what Bubble Tea is to do next.
	then tea.Cmd
	// waking is true while a time is awaited at which a screen looks different.
	waking bool
	// keyboard is what the terminal is asked to tell of the keys, and replies knows what it may still answer.
	keyboard tea.KeyboardEnhancements
	replies  replies
	// clusters reports whether the terminal gives a visible character one width, however many code points it has.
	clusters bool
}

// NewApp returns an app without a screen. Show the first one before it is run.
func NewApp(t Terminal, f Frame) *App {
	t.Width, t.Height = min(t.Width, maxWidth), min(t.Height, maxHeight)
	return &App{Theme: NewTheme(t.Profile), terminal: t, frame: f, window: window{t.Width, t.Height}, keyboard: everyKey}
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

// Keys returns what the keys do on a screen: its own, and those of all screens.
func (a *App) Keys(s Screen) []Key {
	keys := s.Keys()
	if _, writes := s.(Writer); writes || a.frame.Keys == nil {
		return keys
	}
	for _, k := range a.frame.Keys() {
		if own, _ := find(keys, k.binding.Keys()[0]); own == nil {
			keys = append(keys, k)
		}
	}
	return keys
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

// Copy asks the terminal to copy a text. Whether it does, nobody can know.
func (a *App) Copy(text string) { a.then = tea.SetClipboard(text) }

// done says that the work of Wait is done.
type done struct{ then func() }

// Leave ends the app, unless its frame objects.
func (a *App) Leave() {
	if a.frame.Leave == nil || a.frame.Leave() {
		a.Quit()
	}
}

// Quit ends the app. Its last frame is empty: a terminal without a second screen keeps it, and what is printed next would
// stand in the middle of another one.
func (a *App) Quit() { a.afterReplies(func() { a.gone, a.then = true, tea.Quit }) }

// Refit gives the screen that is shown its area. In a window that is too small, the screen keeps its last shape.
func (a *App) Refit() {
	if !a.window.tooSmall() {
		a.Top().Fit(a.window.body(shapeOf(a.Top())))
	}
}

// Init asks nothing itself; everything is known before the start. Bubble Tea has asked the terminal what it can do.
func (a *App) Init() tea.Cmd { return a.replies.expect() }

// Update answers a message.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	a.then = nil
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.window = window{msg.Width, msg.Height}
		a.Refit()
	case tea.KeyPressMsg:
		if !slices.Contains(modifiers, msg.Code) {
			a.press(latin(msg))
		}
	case tea.PasteMsg:
		a.paste(msg.Content)
	case done:
		a.busy = false
		if msg.then(); a.leaving {
			a.Leave()
		}
	case wake:
		a.waking = false
	default:
		a.answer(msg)
	}
	if a.frame.Settle != nil {
		a.frame.Settle()
	}
	return a, a.withWake(a.then)
}

// answer takes over what the terminal says about itself, and what the system wants of the program.
func (a *App) answer(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.KeyboardEnhancementsMsg:
		// Without the text of a key, letters that take several keys could not be typed.
		if a.keyboard == everyKey && !msg.SupportsAssociatedText() {
			a.keyboard = someKeys
			a.then = a.replies.expect()
		}
	case tea.ModeReportMsg:
		if msg.Mode == ansi.ModeUnicodeCore {
			a.clusters = msg.Value == ansi.ModeSet || msg.Value == ansi.ModeReset || msg.Value == ansi.ModePermanentlySet
		}
	case probe, uv.PrimaryDeviceAttributesEvent, late:
		a.replied(msg)
	case uv.UnknownEvent:
		if len(msg) > 0 && msg[0] >= utf8.RuneSelf { // half a character
			a.Say(notUTF8)
		}
	case continuedMsg:
		a.resume(msg)
	}
}

func (a *App) press(k tea.KeyPressMsg) {
	switch name := k.String(); {
	case a.gone || a.replies.then != nil:
	case name == "ctrl+c", name == `ctrl+\`: // to a terminal in its usual mode, both end a program
		if a.busy {
			a.leaving, a.notice = true, "Leaving as soon as this is on disk."
			return
		}
		a.Leave()
	case name == "ctrl+z":
		a.suspend()
	case a.busy, a.window.tooSmall():
	case a.blank:
		a.blank, a.notice = false, ""
	case strings.ContainsRune(k.Text, undecoded):
		a.Say(notUTF8)
	default:
		a.notice = ""
		a.pass(k)
	}
}

// pass hands a key to the screen.
func (a *App) pass(k tea.KeyPressMsg) {
	screen := a.Top()
	found, called := match(a.Keys(screen), k)
	w, writes := screen.(Writer)
	switch {
	case a.refuses(found, called):
		a.Say(notTaken)
		return
	case found != nil:
		found.press(called, k)
	case writes:
		w.Type(k)
	default:
		a.Unknown(k)
		return
	}
	a.arrived(screen, found, called, k)
}

// notUTF8 is said of a key that the terminal does not send as UTF-8.
const notUTF8 = "Not UTF-8: set the terminal to UTF-8."

func (a *App) paste(text string) {
	w, ok := a.Top().(Writer)
	switch {
	case !ok || a.busy || a.blank || a.window.tooSmall():
	case strings.ContainsRune(text, undecoded):
		a.Say("Not pasted: it is not UTF-8 text.")
	default:
		a.notice = ""
		w.Paste(text)
	}
}
