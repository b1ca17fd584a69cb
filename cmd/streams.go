package cmd

import (
	"io"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"github.com/coalcheck/coalcheck/render"
)

// streams is the world that a run sees. A test hands in buffers and says which of them are terminals.
type streams struct {
	in       io.Reader
	out, err io.Writer
	// environ holds the environment as KEY=value.
	environ []string
	// isTerminal reports whether a stream is a terminal, size how many columns and rows it has: 0 where nobody knows.
	isTerminal func(stream any) bool
	size       func(stream any) (columns, rows int)
	// obeysEscapes reports whether a terminal obeys escape sequences instead of showing them.
	obeysEscapes func(stream any) bool
	// now is the one clock. No report reads it.
	now func() time.Time
}

// osStreams returns the streams of the process.
func osStreams() streams {
	return streams{
		in: os.Stdin, out: os.Stdout, err: os.Stderr,
		environ:      os.Environ(),
		isTerminal:   isTerminal,
		size:         size,
		obeysEscapes: obeysEscapes,
		now:          time.Now, //nolint:forbidigo // this is the place
	}
}

func isTerminal(stream any) bool {
	f, ok := stream.(term.File)
	return ok && term.IsTerminal(f.Fd())
}

func size(stream any) (columns, rows int) {
	f, ok := stream.(term.File)
	if !ok {
		return 0, 0
	}
	columns, rows, err := term.GetSize(f.Fd())
	if err != nil {
		return 0, 0
	}
	return columns, rows
}

// getenv returns the value of an environment variable, or "".
func (s *streams) getenv(key string) string {
	for _, e := range s.environ {
		if k, value, _ := strings.Cut(e, "="); k == key {
			return value
		}
	}
	return ""
}

// options returns how to draw on a stream: its width and colors, and whether it can show more than ASCII. Whatever is
// no terminal gets the same bytes everywhere, unless color asks for colors.
func (s *streams) options(stream io.Writer, color string) render.Options {
	return render.Options{
		Width:   s.width(stream),
		Profile: s.profile(stream, color),
		ASCII:   s.isTerminal(stream) && !s.unicode(),
	}
}

func (s *streams) width(stream io.Writer) int {
	if !s.isTerminal(stream) {
		return render.DefaultWidth
	}
	if n, _ := s.size(stream); n > 0 {
		return min(max(n, render.MinWidth), render.MaxWidth)
	}
	return render.DefaultWidth
}

// The values of --color.
const (
	colorAuto   = "auto"
	colorAlways = "always"
	colorNever  = "never"
)

// profile returns the colors of a stream. Only the environment is asked, never the terminal itself, which may not
// answer.
func (s *streams) profile(stream io.Writer, color string) colorprofile.Profile {
	obeys := s.isTerminal(stream) && s.obeysEscapes(stream)
	switch {
	case color == colorAlways:
		return max(colorprofile.Env(s.environ), colorprofile.ANSI)
	case color == colorNever, s.getenv("NO_COLOR") != "", !obeys:
		return colorprofile.NoTTY
	}
	return colorprofile.Env(s.environ)
}

// unicode reports whether a terminal shows more than ASCII. A locale that is not set says nothing against it; the
// Linux console has no eighths of a block.
func (s *streams) unicode() bool {
	if s.getenv("TERM") == "linux" {
		return false
	}
	for _, key := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(s.getenv(key)); locale != "" {
			return strings.Contains(locale, "utf-8") || strings.Contains(locale, "utf8")
		}
	}
	return true
}
