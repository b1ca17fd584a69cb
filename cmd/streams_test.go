package cmd

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/coalcheck/coalcheck/cmd/internal/iostreams"
)

// screen is a stream that counts as a terminal.
type screen struct{ bytes.Buffer }

// world returns streams in which only screens are terminals, of this many columns.
func world(in io.Reader, out, errOut io.Writer, columns int, environ ...string) iostreams.Streams {
	return iostreams.Streams{
		In: in, Out: out, Err: errOut,
		Environ: environ,
		IsTerminal: func(stream any) bool {
			_, ok := stream.(*screen)
			return ok
		},
		Size:         func(any) (int, int) { return columns, 24 },
		ObeysEscapes: func(any) bool { return true },
		Now:          func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) },
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
			a := &app{Streams: world(nil, nil, nil, test.columns)}
			if got := a.options(test.stream, iostreams.ColorAuto).Width; got != test.want {
				t.Errorf("width %d, want %d", got, test.want)
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
		{"UTF-8", &screen{}, []string{"LANG=C.UTF-8"}, false},
		{"C", &screen{}, []string{"LANG=C"}, true},
		{"pipe", &bytes.Buffer{}, []string{"LANG=C"}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := &app{Streams: world(nil, nil, nil, 80, test.environ...)}
			if got := a.options(test.stream, iostreams.ColorAuto).ASCII; got != test.want {
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
			s.ObeysEscapes = func(any) bool { return false }
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
