package cmd

import (
	"bytes"
	"context"
	"os"
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
