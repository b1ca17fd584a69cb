// Package render turns a result into what people and programs read: terminal text, Markdown and JSON.
//
// It detects nothing: the width and the colors of the terminal are values that the caller gives. The same result and
// options give the same bytes on every platform. No text that came from an answers file reaches an output raw: clean
// and escape hold that.
package render

import (
	"io"

	"github.com/charmbracelet/colorprofile"

	"github.com/coalcheck/coalcheck/assess/score"
)

// The widths, in columns, that terminal text is laid out for.
const (
	MinWidth     = 40
	MaxWidth     = 120
	DefaultWidth = 80
)

// Options says how to render terminal text. The zero Options stands for a pipe.
type Options struct {
	// Width is the width of the terminal in columns. It is held to MinWidth and MaxWidth; 0 or less stands for
	// DefaultWidth.
	Width int
	// Profile says which colors the terminal shows: none at all up to colorprofile.NoTTY, only bold and faint up to
	// colorprofile.ANSI, whose colors are the user's own, and the palette above.
	Profile colorprofile.Profile
	// Explain adds the arithmetic and the counts.
	Explain bool
	// Minutes is how long the readers have to talk. More than 0 adds an agenda to the Markdown.
	Minutes int
	// ASCII draws bars with plain characters, for a terminal that has no block characters.
	ASCII bool
	// Linear makes the report one to listen to: sentences without bars, columns or colors. A Width of 0 or less then
	// leaves every line as long as its sentence.
	Linear bool
	// Keys names the keys of the wizard instead of commands, for a reader who is in it.
	Keys bool
}

// Terminal writes the report as terminal text, with no line wider than the width.
func Terminal(w io.Writer, r *score.Result, o Options) error {
	if o.Linear {
		p := newLinear(r, o)
		p.write()
		return p.writeTo(w)
	}
	p := newPage(o)
	newReport(p, r, o).write()
	return p.writeTo(w)
}
