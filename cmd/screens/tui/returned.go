package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// Who writes a note and presses Esc by mistake goes on typing: then letters would be answers to what is under the note.
// After Esc, therefore, keys that answer do nothing until the person moves: with a key that writes nothing, such as an
// arrow or Enter, or to another screen. Where Esc only takes away what covered the screen, a digit still answers: one came
// back to where one was, and a text hardly goes on with one. After a letter, it may.

// A Cover is a screen that is shown over another one, which stays what one is at, such as a note.
type Cover interface {
	Screen
	// Covers does nothing.
	Covers()
}

// refuses reports whether a key does nothing, because one came to the screen by Esc. Found is its key of the table, or nil.
func (a *App) refuses(found *Key, called string, k tea.KeyPressMsg) bool {
	if _, writes := a.Top().(Writer); !a.returned || found == nil && (!writes || travels(k)) || found != nil && !found.answers {
		return false
	}
	if a.digits && len(called) == 1 && called[0] >= '0' && called[0] <= '9' {
		return false
	}
	a.digits = false
	return true
}

// arrived says what holds on the screen on which a key has led, from the former one.
func (a *App) arrived(former Screen, called string, k tea.KeyPressMsg) {
	switch {
	case called == "esc":
		_, a.digits = former.(Cover)
		if a.returned = true; !a.digits && a.notice == "" && a.guards() {
			a.Say(moveFirst)
		}
	case k.Text == "" || a.Top() != former:
		a.returned = false
	}
}

// What is said while no key answers, and of a key that would have.
const (
	moveFirst = "After Esc: move (↑↓), then answer."
	notTaken  = "Not taken: after Esc, move (↑↓) first."
)

// guards reports whether keys of the screen give answers.
func (a *App) guards() bool {
	if _, writes := a.Top().(Writer); writes {
		return true
	}
	return slices.ContainsFunc(a.Top().Keys(), func(k Key) bool { return k.answers && !k.takesBack })
}

// travels reports whether a key does nothing in a text but move.
func travels(k tea.KeyPressMsg) bool {
	return slices.Contains([]rune{
		tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyHome, tea.KeyEnd, tea.KeyPgUp, tea.KeyPgDown,
	}, k.Code)
}
