package tui

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
)

// TextArea is the library's text area with three changes: it counts its limit in characters and not in columns, its
// keys take a visible character as a whole, however many runes it has, and it never asks for the clipboard.
type TextArea struct {
	area  textarea.Model
	limit int
}

// NewTextArea returns a text area that holds the text, of at most limit characters, with the cursor at its end.
func NewTextArea(t *Theme, limit int, text string) *TextArea {
	a := &TextArea{area: textarea.New(), limit: limit}
	a.area.ShowLineNumbers = false
	a.area.MaxHeight = 0
	a.area.SetStyles(t.textArea(a.area.Styles()))
	keys := &a.area.KeyMap
	// The system's clipboard is reached through other programs, and without it a selection is of no use. A line break that
	// the library inserts itself would not count.
	for _, b := range []*key.Binding{
		&keys.InsertNewline, &keys.Paste, &keys.CopySelection, &keys.SelectAll, &keys.SelectCharacterBackward, &keys.SelectCharacterForward,
		&keys.SelectLineDown, &keys.SelectLineUp, &keys.SelectWordBackward, &keys.SelectWordForward,
	} {
		b.Unbind()
	}
	// A tab would become four spaces, and the text longer than the limit.
	a.area.SetValue(oneSpace(text))
	a.area.Focus()
	return a
}

func oneSpace(text string) string { return strings.ReplaceAll(text, "\t", " ") }

// String returns the text.
func (a *TextArea) String() string { return a.area.Value() }

// Length returns the number of characters.
func (a *TextArea) Length() int { return utf8.RuneCountInString(a.String()) }

// Fit gives the text its size. It shows the text from the top, as far as the cursor allows.
func (a *TextArea) Fit(width, height int) {
	a.area.SetWidth(width)
	a.area.SetHeight(height)
	a.moveTo(a.area.Line(), a.area.Column())
}

// Replace takes another text over. The cursor stays in its line, where the text has that, and goes to the end otherwise.
func (a *TextArea) Replace(text string) {
	row, column, line := a.area.Line(), a.area.Column(), a.line()
	a.area.SetValue(oneSpace(text))
	nearest := -1
	for i, other := range strings.Split(a.String(), "\n") {
		if strings.TrimSpace(other) == strings.TrimSpace(line) && (nearest < 0 || abs(i-row) < abs(nearest-row)) {
			nearest = i
		}
	}
	if nearest >= 0 {
		a.moveTo(nearest, column)
	}
}

func abs(n int) int { return max(n, -n) }

// moveTo moves the cursor, and brings it into sight.
func (a *TextArea) moveTo(row, column int) {
	for a.area.MoveToBegin(); a.area.Line() < row; a.area.CursorDown() {
		a.area.CursorEnd()
	}
	a.area.SetCursorColumn(column)
	a.update(nil)
}

// Insert writes text at the cursor, and reports whether all of it fit.
func (a *TextArea) Insert(text string) bool {
	added, free := []rune(oneSpace(text)), max(0, a.limit-a.Length())
	a.update(tea.PasteMsg{Content: string(added[:min(len(added), free)])})
	a.settle()
	return len(added) <= free
}

// Press answers a key that is not a character to write.
func (a *TextArea) Press(k tea.KeyPressMsg) {
	keys, row, at := a.area.KeyMap, a.area.Line(), a.area.Column()
	moved := func() bool { return a.area.Line() != row || a.area.Column() != at }
	start, _ := a.character(at - 1)
	_, end := a.character(at)
	switch {
	case key.Matches(k, keys.CharacterBackward, keys.DeleteCharacterBackward):
		a.repeat(k, at-start)
	case key.Matches(k, keys.CharacterForward):
		a.repeat(k, end-at)
	case key.Matches(k, keys.DeleteCharacterForward):
		// Deleting the last character of a line, the library would join the next line as well.
		if a.repeat(tea.KeyPressMsg{Code: tea.KeyRight}, end-at); moved() {
			a.repeat(tea.KeyPressMsg{Code: tea.KeyBackspace}, end-at)
		}
	case key.Matches(k, keys.LineNext):
		// The library does not leave a line that fills its width.
		if a.update(k); !moved() && row < a.area.LineCount()-1 {
			a.area.CursorEnd()
			a.update(k)
		}
	default:
		a.update(k)
	}
	a.settle()
}

// repeat presses a key for each rune of a visible character, or for the one line break where there is no character.
func (a *TextArea) repeat(k tea.KeyPressMsg, runes int) {
	for range max(1, runes) {
		a.update(k)
	}
}

func (a *TextArea) update(msg tea.Msg) { a.area, _ = a.area.Update(msg) }

// settle moves a cursor that is within a visible character behind it.
func (a *TextArea) settle() {
	at := a.area.Column()
	if start, end := a.character(at); start < at && at < end {
		a.area.SetCursorColumn(end)
	}
}

// character returns where the visible character at a column of the cursor's line begins and ends.
func (a *TextArea) character(column int) (start, end int) {
	return Character(a.line(), column)
}

// line returns the line that the cursor is in.
func (a *TextArea) line() string { return strings.Split(a.String(), "\n")[a.area.Line()] }

// Draw returns the lines around the cursor, each behind a bar.
func (a *TextArea) Draw() []string { return strings.Split(a.area.View(), "\n") }
