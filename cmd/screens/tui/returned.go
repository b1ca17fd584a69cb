package tui

import tea "charm.land/bubbletea/v2"

// People who write a note and press Esc by mistake go on typing: then letters would be answers to what is under the note.
// After Esc, therefore, letters that answer do nothing until the person moves or rates: with a key that writes nothing, such
// as an arrow or Enter, or with a digit. A text hardly goes on with a digit; but once a letter was refused, it may.

// refuses reports whether a key does nothing, because one came to the screen by Esc. Found is its key of the table, or nil.
func (a *App) refuses(found *Key, called string) bool {
	if !a.returned || found == nil || !found.answers {
		return false
	}
	if digit := len(called) == 1 && called[0] >= '0' && called[0] <= '9'; digit && !a.refused {
		return false
	}
	a.refused = true
	return true
}

// arrived notes whether a key has led back, or has shown that the person goes on here.
func (a *App) arrived(former Screen, found *Key, called string, k tea.KeyPressMsg) {
	switch {
	case called == "esc":
		a.returned, a.refused = true, false
	case k.Text == "" || a.Top() != former || found != nil && found.answers:
		a.returned = false
	}
}

// notTaken is said of a key that would have answered.
const notTaken = "Not taken: after Esc, move (↑↓) first."
