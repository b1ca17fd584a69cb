//go:build unix

package cmd

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestNoOtherProgramIsStarted goes through the wizard where the libraries that draw it would ask other programs, within
// tmux for its colors and on Ctrl+V for the clipboard, and finds that none of those was started.
func TestNoOtherProgramIsStarted(t *testing.T) {
	folder, programs := t.TempDir(), t.TempDir()
	started := filepath.Join(programs, "started")
	for _, name := range []string{"tmux", "xclip", "xsel", "wl-copy", "wl-paste", "pbpaste", "pbcopy", "termux-clipboard-get", "powershell.exe"} {
		script := "#!/bin/sh\necho " + name + " >>'" + started + "'\n"
		if err := os.WriteFile(filepath.Join(programs, name), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", programs+string(filepath.ListSeparator)+os.Getenv("PATH"))
	const ctrlV = "\x16"
	tmux := []string{"TMUX=/tmp/tmux-0/default,1,0", "TERM=tmux-256color", "COLORTERM="}
	s := newTerminalIn(t, tmux, folder, 80, 24, "assess", "--quick")
	s.await(t, "Begin")
	s.press(t, enter)
	s.await(t, "Who is answering?")
	s.press(t, ctrlV+"Riverside"+enter+ctrlV+enter+enter)
	s.await(t, "Pitfalls 1 of 10")
	s.press(t, "m"+ctrlV)
	s.await(t, "note")
	s.press(t, "\x1b[D"+ctrlC)
	if code := s.end(t); code != exitLeft {
		t.Fatalf("exit code %d:\n%s", code, s.text())
	}
	names, err := os.ReadFile(started)
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("started: %s%v", names, err)
	}
}
