package cmd

import (
	"bytes"
	"context"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestClosedPipeIsNoFailure(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"assess", "--answers", "-"}, {"explain"}, {"--help"}} {
		var stderr bytes.Buffer
		code := run(context.Background(), args, world(strings.NewReader(answers), w, &stderr, 80))
		if code != exitDone || stderr.Len() > 0 {
			t.Errorf("%v: exit code %d, want %d; standard error %q", args, code, exitDone, stderr.String())
		}
	}
}

// TestWrittenFileIsTold says on a terminal what was written where, and writes nothing where nobody looks on.
func TestWrittenFileIsTold(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"assess", "--answers", "-", "-o", "plan.md"}, "coalcheck: wrote plan.md as Markdown\n"},
		{[]string{"assess", "--answers", "-", "-o", "plan.htm"}, "coalcheck: wrote plan.htm as HTML\n"},
		{[]string{"assess", "--answers", "-", "-o", "plan"}, "coalcheck: wrote plan as text\n"},
		{[]string{"questions", "-o", "blank.yml"}, "coalcheck: wrote blank.yml as an answers file\n"},
		{[]string{"explain", "--format", "html", "-o", "./"}, "coalcheck: wrote topic.html as HTML\n"},
	} {
		for _, force := range []string{"--force=false", "--force"} {
			looking, away := &screen{}, &bytes.Buffer{}
			args := append(slices.Clone(test.args), force)
			if force == "--force" {
				run(t.Context(), args, world(strings.NewReader(answers), io.Discard, away, 80))
				if away.Len() > 0 {
					t.Errorf("%v: it says %q to nobody", args, away)
				}
			}
			run(t.Context(), args, world(strings.NewReader(answers), io.Discard, looking, 80))
			if got := strings.ReplaceAll(looking.String(), "coalcheck: reading answers from the keyboard; Ctrl+D on an empty line ends them\n", ""); got != test.want {
				t.Errorf("%v: it says %q; want %q", args, got, test.want)
			}
		}
	}
}
