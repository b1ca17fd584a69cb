package render

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/coalcheck/coalcheck/assess/score"
)

// swatch is one color of the palette, for terminals with all colors and for those with 256.
type swatch struct{ full, indexed string }

// The palette reads on black and on white alike: each color has a contrast of 4:1 or better on both, which a test
// computes. No meaning is in a color alone: every band has its word and its mark.
var palette = struct{ accent, muted, pressing, watch, calm swatch }{
	accent:   swatch{"#1f86a8", "31"},
	muted:    swatch{"#767676", "243"},
	pressing: swatch{"#d33f58", "161"},
	watch:    swatch{"#b0650a", "130"},
	calm:     swatch{"#2a8a52", "29"},
}

// theme holds the styles of a page.
type theme struct {
	title, heading, strong, muted ink
	bands                         map[score.Band]ink
}

// ink is how a text stands out. The zero ink leaves it as it is, without the work that even an empty style takes: for
// most reports that is a sixth of all the work.
type ink struct{ style *lipgloss.Style }

// Render returns a text of one line in this ink.
func (i ink) Render(text string) string {
	if i.style == nil {
		return text
	}
	return i.style.Render(text)
}

// newTheme returns the styles that a terminal with these colors can show. Sixteen colors are treated as none: they are
// the user's own, and none of them is sure to be readable on the user's background.
func newTheme(profile colorprofile.Profile) theme {
	if profile <= colorprofile.NoTTY {
		return theme{}
	}
	plain := lipgloss.NewStyle()
	bold := plain.Bold(true)
	paint := func(style lipgloss.Style, s swatch) ink {
		if profile > colorprofile.ANSI {
			style = style.Foreground(s.color(profile))
		}
		return ink{&style}
	}
	pressing, watch, calm := paint(bold, palette.pressing), paint(plain, palette.watch), paint(plain, palette.calm)
	return theme{
		title:   ink{&bold},
		heading: paint(bold, palette.accent),
		strong:  ink{&bold},
		muted:   paint(plain, palette.muted),
		bands: map[score.Band]ink{
			score.Pressing: pressing, score.Watch: watch, score.Calm: calm,
			score.Weak: pressing, score.Partial: watch, score.Strong: calm,
		},
	}
}

func (s swatch) color(profile colorprofile.Profile) color.Color {
	if profile == colorprofile.TrueColor {
		return lipgloss.Color(s.full)
	}
	return lipgloss.Color(s.indexed)
}

// mark returns the character that stands for a band beside its word: worse ones weigh more.
func mark(b score.Band) string {
	switch b {
	case score.Pressing, score.Weak:
		return "!"
	case score.Watch, score.Partial:
		return "~"
	case score.Calm, score.Strong:
		return "·"
	default:
		return " "
	}
}
