package cmd

import (
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// TestRetyped gives command lines as mails, phones and blogs change them. What is suggested is a command line that works.
func TestRetyped(t *testing.T) {
	tests := []struct {
		name string
		args []string
		said string
		want string
	}{
		{"en dash", []string{"assess", "–answers", "f.yaml"}, "long dash", "coalcheck assess --answers f.yaml"},
		{"em dash and a value", []string{"assess", "—answers=f.yaml"}, "long dash", "coalcheck assess --answers=f.yaml"},
		{"two en dashes", []string{"compare", "a.yaml", "b.yaml", "––plain"}, "long dash", "coalcheck compare a.yaml b.yaml --plain"},
		{"a hyphen and a dash", []string{"explain", "risk", "-–plain"}, "long dash", "coalcheck explain risk --plain"},
		{"a hyphen that does not break", []string{"questions", "‑‑quick"}, "long dash", "coalcheck questions --quick"},
		{"a minus", []string{"assess", "−−room", "--minutes", "30"}, "long dash", "coalcheck assess --room --minutes 30"},
		{"a letter", []string{"explain", "–o", "topic.md"}, "long dash", "coalcheck explain -o topic.md"},
		{"several", []string{"assess", "–answers", "f g.yaml", "—explain"}, "long dash", `coalcheck assess --answers "f g.yaml" --explain`},
		{"curly quotes", []string{"assess", "--answers", "“my", "file.yaml”"}, "curly quotes", `coalcheck assess --answers "my file.yaml"`},
		{"low quotes behind =", []string{"assess", "--answers=„my", "own", "file.yaml“"}, "curly quotes", `coalcheck assess --answers="my own file.yaml"`},
		{"quotes and dashes", []string{"assess", "—answers", "‘f.yaml’"}, "long dash", "coalcheck assess --answers f.yaml"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out, stderr strings.Builder
			if code := run(t.Context(), test.args, world(nil, &out, &stderr, 80)); code != exitUsage || out.Len() > 0 {
				t.Errorf("exit code %d, output %q", code, out.String())
			}
			said, hint, _ := strings.Cut(stderr.String(), "\n")
			if !strings.Contains(said, test.said) || hint != "did you mean: "+test.want+"\n" {
				t.Errorf("it says\n%s", stderr.String())
			}
		})
	}
}

// TestNotRetyped leaves alone what only looks like it, and every command line that works.
func TestNotRetyped(t *testing.T) {
	root := newRoot(&app{catalogue: pitfalls.English()})
	for _, args := range [][]string{
		{"assess", "--answers", "f.yaml"},
		{"assess", "--answers", "a–b.yaml"},
		{"assess", "–"},
		{"assess", "—nothing"},
		{"assess", "—other"}, // there is a flag -o
		{"assess", "--answers", "it’s.yaml"},
		{"explain", "—", "risk"},
		{"–answers"},
	} {
		if err := retyped(root, args); err != nil {
			t.Errorf("%q: %v", args, err)
		}
	}
}
