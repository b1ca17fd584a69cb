package cmd

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/textfile"
)

func TestExitCode(t *testing.T) {
	tests := []struct {
		name string
		err  error
		want int
	}{
		{"done", nil, 0},
		{"failure", io.ErrUnexpectedEOF, 1},
		{"write", &writeError{to: "plan.md", err: io.ErrShortWrite}, 1},
		{"usage", &usageError{what: "no"}, 2},
		{"bad answers", &textfile.Error{}, 2},
		{"fail-on", &failOnError{}, 3},
		{"left", interview.ErrLeft, 130},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := exitCode(test.err); got != test.want {
				t.Errorf("exit code %d, want %d", got, test.want)
			}
			if test.err == nil {
				return
			}
			if got := exitCode(errors.Join(test.err)); got != test.want {
				t.Errorf("wrapped: exit code %d, want %d", got, test.want)
			}
		})
	}
}

func TestProblemIsShownWithACaretOnATerminal(t *testing.T) {
	var stderr screen
	s := world(strings.NewReader("format: coalcheck/1\npitfalls:\n  overcommitted: 7\n"), io.Discard, &stderr, 80)
	if code := run(context.Background(), []string{"assess", "--answers", "-"}, s); code != exitUsage {
		t.Errorf("exit code %d, want %d", code, exitUsage)
	}
	for _, want := range []string{"standard input:3:18: ", "  overcommitted: 7", "^"} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("standard error lacks %q:\n%s", want, stderr.String())
		}
	}
}

func TestWriteHintFitsTheReason(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES}, "you may not write there: choose another place"},
		{syscall.EROFS, "you may not write there: choose another place"},
		{syscall.ENOSPC, "make room there, or choose another place"},
		{io.ErrShortWrite, "choose another place"},
	} {
		var stderr bytes.Buffer
		a := &app{Streams: world(nil, nil, &stderr, 80)}
		a.printError(&writeError{to: "plan.md", err: reason(c.err)})
		if _, hint, _ := strings.Cut(stderr.String(), "\n"); hint != c.want+"\n" {
			t.Errorf("%v: got %q, want %q", c.err, hint, c.want)
		}
	}
}

// What a person should copy is not cut in two, and no other line runs past the edge.
func TestMessagesAreBrokenBetweenWordsOnATerminal(t *testing.T) {
	const command = "coalcheck questions --format answers -o FILE"
	for columns := 40; columns < 100; columns++ {
		var stderr screen
		s := world(strings.NewReader(""), io.Discard, &stderr, columns)
		run(context.Background(), []string{"assess", "--answers", "there is no file of this name.yaml"}, s)
		text := stderr.String()
		if !strings.Contains(text, command+"\n") {
			t.Errorf("at %d columns the command is cut:\n%s", columns, text)
		}
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if len(line) > columns && line != command || strings.HasSuffix(line, " ") {
				t.Errorf("at %d columns: %q", columns, line)
			}
		}
		if got, want := strings.Join(strings.Fields(text), " "), "coalcheck: there is no file there is no file of this name.yaml "+
			"check its name, or write a blank one: "+command; got != want {
			t.Errorf("at %d columns: %q, want %q", columns, got, want)
		}
	}
}
