package render

import (
	"image/color"

	"github.com/charmbracelet/colorprofile"
)

// PaletteColors returns every color that a page may show.
func PaletteColors() map[string]color.Color {
	colors := map[string]color.Color{}
	for name, s := range map[string]swatch{
		"accent": palette.accent, "muted": palette.muted, "pressing": palette.pressing,
		"watch": palette.watch, "calm": palette.calm,
	} {
		colors[name] = s.color(colorprofile.TrueColor)
		colors[name+" of 256"] = s.color(colorprofile.ANSI256)
	}
	return colors
}

// Escape is escape and Foreign is foreign, for the tests.
var (
	Escape  = escape
	Foreign = foreign
)
