package cmd

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
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
		{"bad answers", &assess.FileError{}, 2},
		{"fail-on", &failOnError{}, 3},
		{"left", assess.ErrLeft, 130},
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
