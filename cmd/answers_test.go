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
	if !strings.Contains(stderr.String(), "reading answers from the keyboard") {
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

func TestNamed(t *testing.T) {
	tests := []struct{ path, name, word string }{
		{"riverside.yaml", "riverside.yaml", "riverside.yaml"},
		{"our answers.yaml", "our answers.yaml", `"our answers.yaml"`},
		{"", `""`, `""`},
		{"a\x1b[2Jb", `"a\x1b[2Jb"`, `"a\x1b[2Jb"`},
		{"a\u202eb", `"a\u202eb"`, `"a\u202eb"`},
		{"a\xffb", `"a\xffb"`, `"a\xffb"`},
		{"Ärzte.yaml", "Ärzte.yaml", "Ärzte.yaml"},
		{"it's.yaml", "it's.yaml", `"it's.yaml"`},
		{"$x & y.yaml", "$x & y.yaml", `'$x & y.yaml'`},
		{"-x.yaml", "-x.yaml", "./-x.yaml"},
		{"C:\\coalition\\a.yaml", "C:\\coalition\\a.yaml", "C:\\coalition\\a.yaml"},
	}
	for _, test := range tests {
		if got := named(test.path); got != test.name {
			t.Errorf("named(%q) is %s, want %s", test.path, got, test.name)
		}
		if got := word(test.path); got != test.word {
			t.Errorf("word(%q) is %s, want %s", test.path, got, test.word)
		}
	}
}
