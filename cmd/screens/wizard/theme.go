package wizard

import (
	"charm.land/bubbles/v2/textarea"
	"charm.land/bubbles/v2/textinput"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// The palette. Each color is exactly one of the 256 colors, so that it is the same on both kinds of terminal, and has a
// contrast of 4:1 or better against black and against white: nobody is asked which of the two they have.
const (
	blue  = "#0087af"
	gray  = "#767676"
	amber = "#af5f00"
)

// theme holds the styles of all screens, made once. Meaning is never in color alone: marks, brackets and bold carry it.
type theme struct {
	plain  lipgloss.Style
	strong lipgloss.Style // what a screen is about
	accent lipgloss.Style // where one is, and what one chose
	muted  lipgloss.Style // what explains
	alert  lipgloss.Style // what needs attention
	cursor lipgloss.Style // the character under the text cursor
	form   huh.Theme
	list   huh.Theme // for a form of one list, which needs no mark of the field
}

// newTheme returns the theme for terminals of this profile. With 16 colors, which people paint as they like, and with
// none at all, it uses bold and faint alone.
func newTheme(p colorprofile.Profile) *theme {
	t := &theme{plain: lipgloss.NewStyle(), strong: lipgloss.NewStyle().Bold(true), cursor: lipgloss.NewStyle().Reverse(true)}
	if p >= colorprofile.ANSI256 {
		t.accent = t.strong.Foreground(lipgloss.Color(blue))
		t.muted = t.plain.Foreground(lipgloss.Color(gray))
		t.alert = t.plain.Foreground(lipgloss.Color(amber))
	} else {
		t.accent = t.strong
		t.muted = t.plain.Faint(true)
		t.alert = t.strong
	}
	styles := t.formStyles()
	t.form = huh.ThemeFunc(func(bool) *huh.Styles { return styles })
	bare := *styles
	bare.Focused.Base, bare.Blurred.Base = t.plain, t.plain
	t.list = huh.ThemeFunc(func(bool) *huh.Styles { return &bare })
	return t
}

// formStyles returns the styles of the short forms. They leave two columns on the left for the mark of the field that
// has the focus.
func (t *theme) formStyles() *huh.Styles {
	s := huh.ThemeBase(true)
	s.FieldSeparator = t.plain.SetString("\n\n")

	f := &s.Focused
	f.Base = t.plain.PaddingLeft(1).BorderStyle(lipgloss.ThickBorder()).BorderLeft(true).
		BorderForeground(t.accent.GetForeground())
	f.Card = f.Base
	f.Title = t.strong
	f.Description = t.muted
	f.ErrorIndicator = t.alert
	f.ErrorMessage = t.alert
	f.SelectSelector = t.accent.SetString("› ")
	f.Option = t.plain
	f.MultiSelectSelector = t.accent.SetString("› ")
	f.SelectedOption = t.strong
	f.SelectedPrefix = t.accent.SetString("[x] ")
	f.UnselectedOption = t.plain
	f.UnselectedPrefix = t.muted.SetString("[ ] ")
	f.TextInput.Cursor = t.plain
	f.TextInput.CursorText = t.cursor
	f.TextInput.Placeholder = t.muted
	f.TextInput.Prompt = t.accent
	f.TextInput.Text = t.plain

	s.Blurred = s.Focused
	s.Blurred.Base = f.Base.BorderStyle(lipgloss.HiddenBorder())
	s.Blurred.Card = s.Blurred.Base
	s.Blurred.Title = t.plain
	s.Blurred.SelectSelector = t.muted.SetString("› ")
	return s
}

// input styles a line of input. The cursor does not blink: a blinking one keeps the processor awake.
func (t *theme) input(s textinput.Styles) textinput.Styles {
	state := textinput.StyleState{Text: t.plain, Placeholder: t.muted, Suggestion: t.muted, Prompt: t.accent}
	s.Focused, s.Blurred = state, state
	s.Cursor.Blink = false
	s.Cursor.Color = nil
	return s
}

// textArea styles a text of several lines, with a cursor like that of a line of input.
func (t *theme) textArea(s textarea.Styles) textarea.Styles {
	state := textarea.StyleState{Text: t.plain, CursorLine: t.plain, EndOfBuffer: t.plain, Prompt: t.accent}
	s.Focused, s.Blurred = state, state
	s.Cursor.Blink = false
	s.Cursor.Color = nil
	return s
}
