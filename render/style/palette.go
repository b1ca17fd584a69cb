// Package style is how text looks on a terminal, in reports as on screens: the colors, bars and the breaking of lines.
package style

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// The palette. Each color is exactly one of the 256 colors, so that it is the same on both kinds of terminal, and reads on
// black and on white alike: its contrast is 4:1 or better on both, which a test computes, and nobody is asked which of the
// two they have. No meaning is in a color alone: every tone has its word and its mark.
var (
	Accent = lipgloss.Color("#0087af")
	Muted  = lipgloss.Color("#767676")
	Bad    = lipgloss.Color("#d7005f")
	Fair   = lipgloss.Color("#af5f00")
	Good   = lipgloss.Color("#00875f")
)

// Theme holds the styles of a report.
type Theme struct {
	Title, Heading, Strong, Muted, Bad, Fair, Good Style
}

// NewTheme returns the styles that a terminal with these colors can show. Sixteen colors are treated as none: they are
// the user's own, and none of them is sure to be readable on the user's background.
func NewTheme(profile colorprofile.Profile) Theme {
	if profile <= colorprofile.NoTTY {
		return Theme{}
	}
	plain := lipgloss.NewStyle()
	bold := plain.Bold(true)
	paint := func(style lipgloss.Style, c color.Color) Style {
		if profile > colorprofile.ANSI {
			style = style.Foreground(profile.Convert(c))
		}
		return Style{&style}
	}
	return Theme{
		Title:   Style{&bold},
		Heading: paint(bold, Accent),
		Strong:  Style{&bold},
		Muted:   paint(plain, Muted),
		Bad:     paint(bold, Bad),
		Fair:    paint(plain, Fair),
		Good:    paint(plain, Good),
	}
}

// Style is how a text looks. The zero Style leaves it as it is, without the work that even an empty Lip Gloss style
// takes: for most reports that is a sixth of all the work.
type Style struct{ style *lipgloss.Style }

// Render returns a text of one line in this style.
func (s Style) Render(text string) string {
	if s.style == nil {
		return text
	}
	return s.style.Render(text)
}
