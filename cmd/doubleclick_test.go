package cmd

import (
	"bytes"
	"strings"
	"testing"
)

func TestDoubleClicked(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		code int
		said string
	}{
		{"without arguments it asks", nil, exitUsage, "there is no terminal to ask in"},
		{"with arguments it does what they say", []string{"asess"}, exitUsage, "did you mean: coalcheck assess"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := strings.NewReader("\nrest")
			var out, err bytes.Buffer
			code := doubleClicked(c.args, world(in, &out, &err, 0))
			if code != c.code || !strings.Contains(err.String(), c.said) {
				t.Errorf("exit code %d, said %q; want %d and %q", code, err.String(), c.code, c.said)
			}
			if !strings.HasSuffix(err.String(), "\nPress Enter to close this window. ") || in.Len() == len("\nrest") {
				t.Errorf("it does not wait: %q, %d bytes left", err.String(), in.Len())
			}
		})
	}
}
