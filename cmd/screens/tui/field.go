package tui

import (
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Field is the library's line to write in, with keys that take a visible character as a whole, however many runes it has.
// Make one with Theme.NewField.
type Field struct{ textinput.Model }

// NewField returns a field that holds the text, of at most limit characters. Its cursor does not blink: a blinking one keeps
// the processor awake.
func (t *Theme) NewField(limit int, text string) Field {
	input := textinput.New()
	input.Prompt = "› "
	input.CharLimit = limit
	s, state := input.Styles(), textinput.StyleState{Text: t.Plain, Placeholder: t.Muted, Suggestion: t.Muted, Prompt: t.Accent}
	s.Focused, s.Blurred = state, state
	s.Cursor.Blink, s.Cursor.Color = false, nil
	input.SetStyles(s)
	input.SetValue(text)
	return Field{input}
}

// Press answers a key, Insert writes text at the cursor.
func (f *Field) Press(k tea.KeyPressMsg) {
	keys, at := f.KeyMap, f.Position()
	start, _ := Character(f.Value(), at-1)
	_, end := Character(f.Value(), at)
	runes := 1
	switch {
	case key.Matches(k, keys.CharacterBackward, keys.DeleteCharacterBackward):
		runes = at - start
	case key.Matches(k, keys.CharacterForward, keys.DeleteCharacterForward):
		runes = end - at
	}
	for range max(1, runes) {
		f.Model, _ = f.Update(k)
	}
}

// Insert writes text at the cursor.
func (f *Field) Insert(text string) { f.Model, _ = f.Update(tea.PasteMsg{Content: text}) }

// Character returns where the visible character at a column of a line begins and ends, in runes.
func Character(line string, column int) (start, end int) {
	for line != "" && end <= column {
		character, _ := ansi.FirstGraphemeCluster(line, ansi.GraphemeWidth)
		line = line[len(character):]
		start, end = end, end+utf8.RuneCountInString(character)
	}
	return start, end
}
