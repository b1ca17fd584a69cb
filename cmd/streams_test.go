package cmd

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
)

// screen is a stream that counts as a terminal.
type screen struct{ bytes.Buffer }

// world returns streams in which only screens are terminals, of this many columns.
func world(in io.Reader, out, errOut io.Writer, columns int, environ ...string) streams {
	return streams{
		in: in, out: out, err: errOut,
		environ: environ,
		isTerminal: func(stream any) bool {
			_, ok := stream.(*screen)
			return ok
		},
		size:         func(any) (int, int) { return columns, 24 },
		obeysEscapes: func(any) bool { return true },
		now:          func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) },
	}
}

func TestWidth(t *testing.T) {
	tests := []struct {
		name    string
		stream  io.Writer
		columns int
		want    int
	}{
		{"pipe", &bytes.Buffer{}, 200, 80},
		{"terminal", &screen{}, 97, 97},
		{"unknown", &screen{}, 0, 80},
		{"narrow", &screen{}, 12, 40},
		{"wide", &screen{}, 300, 120},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := world(nil, nil, nil, test.columns)
			if got := s.options(test.stream, colorAuto).Width; got != test.want {
				t.Errorf("width %d, want %d", got, test.want)
			}
		})
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
		{"terminal of 256 colors", &screen{}, colorAuto, []string{"TERM=xterm-256color"}, colorprofile.ANSI256},
		{"terminal of all colors", &screen{}, colorAuto, []string{"TERM=xterm", "COLORTERM=truecolor"}, colorprofile.TrueColor},
		{"dumb terminal", &screen{}, colorAuto, []string{"TERM=dumb"}, none},
		{"pipe", &bytes.Buffer{}, colorAuto, []string{"TERM=xterm-256color"}, none},
		{"NO_COLOR is a number", &screen{}, colorAuto, []string{"TERM=xterm", "NO_COLOR=1"}, none},
		{"NO_COLOR is a word", &screen{}, colorAuto, []string{"TERM=xterm", "NO_COLOR=yes"}, none},
		{"NO_COLOR is zero", &screen{}, colorAuto, []string{"TERM=xterm", "NO_COLOR=0"}, none},
		{"NO_COLOR is empty", &screen{}, colorAuto, []string{"TERM=xterm", "NO_COLOR="}, colorprofile.ANSI},
		{"never", &screen{}, colorNever, []string{"TERM=xterm-256color"}, none},
		{"always in a pipe", &bytes.Buffer{}, colorAlways, []string{"TERM=xterm-256color"}, colorprofile.ANSI256},
		{"always without a TERM", &bytes.Buffer{}, colorAlways, []string{"TERM=dumb"}, colorprofile.ANSI},
		{"always before NO_COLOR", &screen{}, colorAlways, []string{"TERM=xterm", "NO_COLOR=1"}, colorprofile.ANSI},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := world(nil, nil, nil, 80, test.environ...)
			if got := s.options(test.stream, test.color).Profile; got != test.want {
				t.Errorf("profile %v, want %v", got, test.want)
			}
		})
	}
}

func TestASCII(t *testing.T) {
	tests := []struct {
		name    string
		stream  io.Writer
		environ []string
		want    bool
	}{
		{"nothing set", &screen{}, nil, false},
		{"UTF-8", &screen{}, []string{"LANG=de_DE.UTF-8"}, false},
		{"utf8", &screen{}, []string{"LC_CTYPE=C.utf8"}, false},
		{"Latin-1", &screen{}, []string{"LANG=de_DE.ISO-8859-1"}, true},
		{"C", &screen{}, []string{"LANG=C"}, true},
		{"LC_ALL before LANG", &screen{}, []string{"LANG=C", "LC_ALL=C.UTF-8"}, false},
		{"Linux console", &screen{}, []string{"TERM=linux", "LANG=C.UTF-8"}, true},
		{"pipe", &bytes.Buffer{}, []string{"LANG=C"}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := world(nil, nil, nil, 80, test.environ...)
			if got := s.options(test.stream, colorAuto).ASCII; got != test.want {
				t.Errorf("ASCII is %t, want %t", got, test.want)
			}
		})
	}
}

// answers is a small file of answers.
const answers = "format: coalcheck/1\npitfalls:\n  overcommitted: 5\n"

func TestStreamsAreColoredEachOnItsOwn(t *testing.T) {
	const bad = "format: coalcheck/1\npitfalls:\n  overcommitted: 7\n"
	tests := []struct {
		name   string
		input  string
		stdout io.Writer
		stderr io.Writer
		// whether the stream holds an escape sequence
		outColored, errColored bool
	}{
		{"both terminals, a report", answers, &screen{}, &screen{}, true, false},
		{"both terminals, a problem", bad, &screen{}, &screen{}, false, true},
		{"output in a pipe, a report", answers, &bytes.Buffer{}, &screen{}, false, false},
		{"output in a pipe, a problem", bad, &bytes.Buffer{}, &screen{}, false, true},
		{"errors in a file, a report", answers, &screen{}, &bytes.Buffer{}, true, false},
		{"errors in a file, a problem", bad, &screen{}, &bytes.Buffer{}, false, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := world(strings.NewReader(test.input), test.stdout, test.stderr, 80, "TERM=xterm-256color")
			run(context.Background(), []string{"assess", "--answers", "-"}, s)
			if got := colored(test.stdout); got != test.outColored {
				t.Errorf("standard output colored: %t, want %t\n%s", got, test.outColored, test.stdout)
			}
			if got := colored(test.stderr); got != test.errColored {
				t.Errorf("standard error colored: %t, want %t\n%s", got, test.errColored, test.stderr)
			}
		})
	}
}

// TestConsoleWithoutEscapes runs on a terminal that shows escape sequences instead of obeying them, as old consoles of
// Windows do: coalcheck asks line by line, and nothing holds a sequence.
func TestConsoleWithoutEscapes(t *testing.T) {
	for _, args := range [][]string{{"assess"}, {"assess", "--room"}, {"assess", "--answers", "riverside.yaml"}, {"assess", "--answers", "bad.yaml"}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Chdir(t.TempDir())
			for name, text := range map[string]string{"riverside.yaml": answers, "bad.yaml": "format: 7\n"} {
				if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			in, out, errOut := &screen{}, &screen{}, &screen{}
			in.WriteString("Riverside\nquit\n")
			s := world(in, out, errOut, 80, "TERM=xterm-256color", "XDG_STATE_HOME="+t.TempDir())
			s.obeysEscapes = func(any) bool { return false }
			run(context.Background(), args, s)
			if text := out.String() + errOut.String(); strings.Contains(text, "\x1b") || text == "" {
				t.Errorf("it says %q", text)
			}
			if len(args) < 3 && !strings.Contains(errOut.String(), "What is your coalition called?") {
				t.Errorf("it does not ask line by line:\n%s", errOut)
			}
		})
	}
}

func colored(stream io.Writer) bool {
	return strings.Contains(stream.(interface{ String() string }).String(), "\x1b[")
}
