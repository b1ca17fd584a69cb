package tui

import (
	"charm.land/bubbles/v2/textarea"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/coalcheck/coalcheck/render/style"
)

// Theme holds the styles of all screens, made once. Meaning is never in color alone: marks, brackets and bold carry it.
type Theme struct {
	Plain  lipgloss.Style
	Strong lipgloss.Style // what a screen is about
	Accent lipgloss.Style // where one is, and what one chose
	Muted  lipgloss.Style // what explains
	Alert  lipgloss.Style // what needs attention
	Cursor lipgloss.Style // the character under the text cursor
	Form   huh.Theme
	List   huh.Theme // for a form of one list, which needs no mark of the field
}

// NewTheme returns the theme for terminals of this profile. With 16 colors, which people paint as they like, and with
// none at all, it uses bold and faint alone.
func NewTheme(p colorprofile.Profile) *Theme {
	t := &Theme{Plain: lipgloss.NewStyle(), Strong: lipgloss.NewStyle().Bold(true), Cursor: lipgloss.NewStyle().Reverse(true)}
	if p >= colorprofile.ANSI256 {
		t.Accent = t.Strong.Foreground(style.Accent)
		t.Muted = t.Plain.Foreground(style.Muted)
		t.Alert = t.Plain.Foreground(style.Fair)
	} else {
		t.Accent = t.Strong
		t.Muted = t.Plain.Faint(true)
		t.Alert = t.Strong
	}
	styles := t.formStyles()
	t.Form = huh.ThemeFunc(func(bool) *huh.Styles { return styles })
	bare := *styles
	bare.Focused.Base, bare.Blurred.Base = t.Plain, t.Plain
	t.List = huh.ThemeFunc(func(bool) *huh.Styles { return &bare })
	return t
}

// formStyles returns the styles of the short forms. They leave two columns on the left for the mark of the field that
// has the focus.
func (t *Theme) formStyles() *huh.Styles {
	s := huh.ThemeBase(true)
	s.FieldSeparator = t.Plain.SetString("\n\n")

	f := &s.Focused
	f.Base = t.Plain.PaddingLeft(1).BorderStyle(lipgloss.ThickBorder()).BorderLeft(true).
		BorderForeground(t.Accent.GetForeground())
	f.Card = f.Base
	f.Title = t.Strong
	f.Description = t.Muted
	f.ErrorIndicator = t.Alert
	f.ErrorMessage = t.Alert
	f.SelectSelector = t.Accent.SetString("› ")
	f.Option = t.Plain
	f.MultiSelectSelector = t.Accent.SetString("› ")
	f.SelectedOption = t.Strong
	f.SelectedPrefix = t.Accent.SetString("[x] ")
	f.UnselectedOption = t.Plain
	f.UnselectedPrefix = t.Muted.SetString("[ ] ")
	f.TextInput.Cursor = t.Plain
	f.TextInput.CursorText = t.Cursor
	f.TextInput.Placeholder = t.Muted
	f.TextInput.Prompt = t.Accent
	f.TextInput.Text = t.Plain

	s.Blurred = s.Focused
	s.Blurred.Base = f.Base.BorderStyle(lipgloss.HiddenBorder())
	s.Blurred.Card = s.Blurred.Base
	s.Blurred.Title = t.Plain
	s.Blurred.SelectSelector = t.Muted.SetString("› ")
	return s
}

// textArea styles a text of several lines, with a cursor like that of a line of input.
func (t *Theme) textArea(s textarea.Styles) textarea.Styles {
	state := textarea.StyleState{Text: t.Plain, CursorLine: t.Plain, EndOfBuffer: t.Plain, Prompt: t.Accent}
	s.Focused, s.Blurred = state, state
	s.Cursor.Blink, s.Cursor.Color = false, nil
	return s
}
