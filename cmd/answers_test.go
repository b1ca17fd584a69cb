package cmd

import (
	"context"
	"io"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess/answersfile"
)

func TestKeyboardIsAnnounced(t *testing.T) {
	var stdin, stderr screen
	stdin.WriteString(answers)
	s := world(&stdin, io.Discard, &stderr, 80)
	if code := run(context.Background(), []string{"assess", "--answers", "-"}, s); code != exitDone {
		t.Errorf("exit code %d, want %d", code, exitDone)
	}
	if !strings.Contains(stderr.String(), "reading from the keyboard") {
		t.Errorf("standard error does not say that it reads:\n%s", stderr.String())
	}
}

// endless is input without end, which counts how much was read.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	e.read += len(p)
	return len(p), nil
}

func TestInputIsReadNoFurtherThanAFileMayBeLong(t *testing.T) {
	var in endless
	if code := run(context.Background(), []string{"assess", "--answers", "-"}, world(&in, io.Discard, io.Discard, 80)); code != exitUsage {
		t.Errorf("exit code %d, want %d", code, exitUsage)
	}
	if in.read > answersfile.MaxSize+1 {
		t.Errorf("%d bytes read, want at most %d", in.read, answersfile.MaxSize+1)
	}
}
