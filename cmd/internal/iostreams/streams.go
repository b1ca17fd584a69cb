// Package iostreams is the world that a run sees: its streams, what they can show, the environment and the clock.
package iostreams

import (
	"errors"
	"io"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
)

// Streams is the world that a run sees. A test hands in buffers and says which of them are terminals.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	// Environ holds the environment as KEY=value.
	Environ []string
	// isTerminal reports whether a stream is a terminal, size how many columns and rows it has: 0 where nobody knows.
	IsTerminal func(stream any) bool
	Size       func(stream any) (columns, rows int)
	// Patience is how long a size may take that is not known at the start.
	Patience time.Duration
	// ObeysEscapes reports whether a terminal obeys escape sequences instead of showing them.
	ObeysEscapes func(stream any) bool
	// Host returns what this machine is called in the addresses of files, so that nobody opens them on another one. It is nil
	// where addresses have no name of a machine.
	Host func() (string, error)
	// Now is the one clock. No report reads it.
	Now func() time.Time
}

// OfProcess returns the streams of the process.
func OfProcess() Streams {
	return Streams{
		In: os.Stdin, Out: output(os.Stdout), Err: os.Stderr,
		Environ:      os.Environ(),
		IsTerminal:   isTerminal,
		Size:         size,
		Patience:     patience,
		ObeysEscapes: obeysEscapes,
		Host:         host,
		Now:          time.Now, //nolint:forbidigo // this is the place
	}
}

// ErrClosed means that standard output was closed before the program was started.
var ErrClosed = errors.New("it is closed")

// output returns a stream to write to.
func output(f *os.File) io.Writer {
	if closedAtStart(f) {
		return closed{}
	}
	return f
}

// closed is a stream that nobody has opened.
type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, ErrClosed }

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

// patience is longer than the tools take that start a program first and tell its terminal the size then.
const patience = time.Second / 2

// SizeInTime returns the size of a terminal, and waits for it where it is not known yet. It is 0 where it stays unknown.
func (s *Streams) SizeInTime(stream any) (columns, rows int) {
	const step = 10 * time.Millisecond
	columns, rows = s.Size(stream)
	for waited := time.Duration(0); (columns == 0 || rows == 0) && waited < s.Patience; waited += step {
		<-time.After(step)
		columns, rows = s.Size(stream)
	}
	return columns, rows
}

// Getenv returns the value of an environment variable, or "".
func (s *Streams) Getenv(key string) string {
	for _, e := range s.Environ {
		if k, value, _ := strings.Cut(e, "="); k == key {
			return value
		}
	}
	return ""
}

// The values of --color.
const (
	ColorAuto   = "auto"
	ColorAlways = "always"
	ColorNever  = "never"
)

// Profile returns the colors of a stream. Only the environment is asked, never the terminal itself, which may not
// answer.
func (s *Streams) Profile(stream io.Writer, color string) colorprofile.Profile {
	obeys := s.IsTerminal(stream) && s.ObeysEscapes(stream)
	switch {
	case color == ColorAlways:
		return max(colorprofile.Env(s.Environ), colorprofile.ANSI)
	case color == ColorNever, s.Getenv("NO_COLOR") != "", !obeys:
		return colorprofile.NoTTY
	}
	return colorprofile.Env(s.Environ)
}

// HasLinks reports whether a stream shows links instead of their escape sequences. Only the environment is asked: terminals that do
// not know links pass them over, but the oldest.
func (s *Streams) HasLinks(stream any) bool {
	switch s.Getenv("TERM") {
	case "dumb", "linux":
		return false
	}
	return s.IsTerminal(stream) && s.ObeysEscapes(stream)
}

// Unicode reports whether a terminal shows more than ASCII. A locale that is not set says nothing against it; the
// Linux console has no eighths of a block.
func (s *Streams) Unicode() bool {
	if s.Getenv("TERM") == "linux" {
		return false
	}
	for _, key := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(s.Getenv(key)); locale != "" {
			return strings.Contains(locale, "utf-8") || strings.Contains(locale, "utf8")
		}
	}
	return true
}
