package iostreams

import (
	"bytes"
	"io"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
)

// screen is a stream that counts as a terminal.
type screen struct{ bytes.Buffer }

// world returns streams in which only screens are terminals.
func world(environ ...string) *Streams {
	return &Streams{
		Environ: environ,
		IsTerminal: func(stream any) bool {
			_, ok := stream.(*screen)
			return ok
		},
		ObeysEscapes: func(any) bool { return true },
	}
}

func TestProfile(t *testing.T) {
	const none = colorprofile.NoTTY
	tests := []struct {
		name    string
		stream  io.Writer
		color   string
		environ []string
		want    colorprofile.Profile
	}{
		{"terminal of 256 colors", &screen{}, ColorAuto, []string{"TERM=xterm-256color"}, colorprofile.ANSI256},
		{"terminal of all colors", &screen{}, ColorAuto, []string{"TERM=xterm", "COLORTERM=truecolor"}, colorprofile.TrueColor},
		{"dumb terminal", &screen{}, ColorAuto, []string{"TERM=dumb"}, none},
		{"pipe", &bytes.Buffer{}, ColorAuto, []string{"TERM=xterm-256color"}, none},
		{"NO_COLOR is a number", &screen{}, ColorAuto, []string{"TERM=xterm", "NO_COLOR=1"}, none},
		{"NO_COLOR is a word", &screen{}, ColorAuto, []string{"TERM=xterm", "NO_COLOR=yes"}, none},
		{"NO_COLOR is zero", &screen{}, ColorAuto, []string{"TERM=xterm", "NO_COLOR=0"}, none},
		{"NO_COLOR is empty", &screen{}, ColorAuto, []string{"TERM=xterm", "NO_COLOR="}, colorprofile.ANSI},
		{"never", &screen{}, ColorNever, []string{"TERM=xterm-256color"}, none},
		{"always in a pipe", &bytes.Buffer{}, ColorAlways, []string{"TERM=xterm-256color"}, colorprofile.ANSI256},
		{"always without a TERM", &bytes.Buffer{}, ColorAlways, []string{"TERM=dumb"}, colorprofile.ANSI},
		{"always before NO_COLOR", &screen{}, ColorAlways, []string{"TERM=xterm", "NO_COLOR=1"}, colorprofile.ANSI},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := world(test.environ...).Profile(test.stream, test.color); got != test.want {
				t.Errorf("profile %v, want %v", got, test.want)
			}
		})
	}
}

func TestUnicode(t *testing.T) {
	for _, test := range []struct {
		name    string
		environ []string
		want    bool
	}{
		{"nothing set", nil, true},
		{"UTF-8", []string{"LANG=de_DE.UTF-8"}, true},
		{"utf8", []string{"LC_CTYPE=C.utf8"}, true},
		{"Latin-1", []string{"LANG=de_DE.ISO-8859-1"}, false},
		{"C", []string{"LANG=C"}, false},
		{"LC_ALL before LANG", []string{"LANG=C", "LC_ALL=C.UTF-8"}, true},
		{"Linux console", []string{"TERM=linux", "LANG=C.UTF-8"}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := world(test.environ...).Unicode(); got != test.want {
				t.Errorf("Unicode is %t, want %t", got, test.want)
			}
		})
	}
}

func TestGetenv(t *testing.T) {
	s := world("A=1", "AB=2=3", "C=")
	for key, want := range map[string]string{"A": "1", "AB": "2=3", "C": "", "D": ""} {
		if got := s.Getenv(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
}

func TestSizeInTime(t *testing.T) {
	for _, c := range []struct {
		name string
		// known is how many times the size is asked for before it is known; -1 is never.
		known         int
		patience      time.Duration
		columns, rows int
	}{
		{"at once", 0, time.Minute, 80, 24},
		{"after a while", 3, time.Minute, 80, 24},
		{"never", -1, 20 * time.Millisecond, 0, 0},
		{"without patience", 3, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked := 0
			s := Streams{Patience: c.patience, Size: func(any) (int, int) {
				asked++
				if c.known < 0 || asked <= c.known {
					return 0, 0
				}
				return 80, 24
			}}
			if columns, rows := s.SizeInTime(nil); columns != c.columns || rows != c.rows {
				t.Errorf("%d by %d", columns, rows)
			}
		})
	}
}
