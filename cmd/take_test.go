package cmd

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// TestPathsAreLinks says where files are: in full, and as a link where the terminal has them and nobody listens.
func TestPathsAreLinks(t *testing.T) {
	folder, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	e := &interview.Ending{Saved: "mine.yaml", Taken: []interview.Taken{{Kind: interview.Page, Path: "our page.html"}}}
	plain := "Your answers are in " + filepath.Join(folder, "mine.yaml") + "\nThe page for the board is in " + filepath.Join(folder, "our page.html") + "\n"
	for _, test := range []struct {
		name             string
		terminal, listen bool
		environ          []string
		linked           bool
	}{
		{"a terminal", true, false, []string{"TERM=xterm-256color"}, true},
		{"a pipe", false, false, nil, false},
		{"a terminal without escape sequences", true, false, []string{"TERM=dumb"}, false},
		{"the Linux console", true, false, []string{"TERM=linux"}, false},
		{"line by line", true, true, []string{"TERM=xterm-256color"}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			var pipe bytes.Buffer
			var terminal screen
			a := &app{Streams: world(nil, nil, &pipe, 80, test.environ...)}
			if test.terminal {
				a.Err = &terminal
			}
			a.Host = func() (string, error) { return "desk", nil }
			run := &assessment{}
			run.asking.linear = test.listen
			a.printTaken(run, e)
			got := pipe.String() + terminal.String()
			if ansi.Strip(got) != plain {
				t.Errorf("it says %q", got)
			}
			if address := "file://desk" + filepath.ToSlash(folder); strings.Contains(got, "\x1b]8;;"+address) != test.linked || (got != plain) != test.linked {
				t.Errorf("links: %q", got)
			}
		})
	}
}

// TestLinksToHostileNames shows names that would act on a terminal, in the text and in the address.
func TestLinksToHostileNames(t *testing.T) {
	for _, name := range []string{"a\x1b]8;;http://evil\x07b", "a\x07b", "a\nb", "a\u202eb", "a\x9cb", "\xff", "a;b?c#d%20 e", "日本語.html", "-rf"} {
		var terminal screen
		a := &app{Streams: world(nil, nil, &terminal, 80, "TERM=xterm-256color")}
		got := a.link(name, false)
		begin, rest, _ := strings.Cut(got, "\x07")
		shown, end, _ := strings.Cut(rest, "\x1b")
		if !strings.HasPrefix(begin, "\x1b]8;;file:///") || end != "]8;;\x07" {
			t.Fatalf("%q becomes %q", name, got)
		}
		if strings.ContainsFunc(strings.TrimPrefix(begin, "\x1b]8;;"), func(r rune) bool { return r <= ' ' || r > '~' }) {
			t.Errorf("%q has the address %q", name, begin)
		}
		if safetext.Visible(shown) != shown {
			t.Errorf("%q is shown as %q", name, shown)
		}
	}
}
