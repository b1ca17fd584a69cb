//go:build unix

package cmd

import (
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// newShell starts coalcheck as the job of a shell.
func newShell(tb testing.TB, folder string, args ...string) *emulator {
	tb.Helper()
	c := command(tb, folder, nil, "coalcheck", args...)
	t := &emulator{
		cmd: command(tb, folder, nil, "shell", c.Args...), screen: vt.NewSafeEmulator(80, 24), told: pty.Winsize{Rows: 24, Cols: 80},
	}
	t.start(tb)
	return t
}

// stopped waits until the shell says that its job is stopped, and returns the job's id.
func (t *emulator) stopped(tb testing.TB) (pid int) {
	tb.Helper()
	t.await(tb, "stopped ")
	_, id, _ := strings.Cut(t.text(), "stopped ")
	if _, err := fmt.Sscan(id, &pid); err != nil {
		tb.Fatal(err)
	}
	return pid
}

// TestStoppedAndContinued goes back to the shell and comes back, once with Ctrl+Z, and then without having been asked.
func TestStoppedAndContinued(t *testing.T) {
	t.Parallel()
	s := newShell(t, t.TempDir(), "assess", "--quick")
	s.startQuick(t)
	s.press(t, ctrlZ)
	pid := s.stopped(t)
	if text := s.text(); strings.Contains(text, place(0)) {
		t.Errorf("the screen is not given back:\n%s", text)
	}
	s.press(t, enter)
	s.await(t, place(0))
	s.press(t, "4")
	s.await(t, place(1))
	if err := syscall.Kill(pid, syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	s.stopped(t)
	s.press(t, enter)
	if !s.until(func() bool { return strings.Contains(s.text(), place(1)) && !strings.Contains(s.text(), "stopped") }) {
		t.Fatalf("the screen is not drawn again:\n%s", s.text())
	}
	s.press(t, "4")
	s.await(t, place(2))
	s.press(t, "q")
	s.await(t, "ended with 130")
}

// TestNoShellToGoBackTo presses Ctrl+Z where nobody would continue the program.
func TestNoShellToGoBackTo(t *testing.T) {
	t.Parallel()
	s := newTerminal(t, t.TempDir(), 80, 24, "assess", "--quick")
	s.startQuick(t)
	s.press(t, ctrlZ)
	s.await(t, "Ctrl+Z needs a shell with job control.")
	s.press(t, "4")
	s.await(t, place(1))
}

// TestLateRepliesDoNotReachTheShell leaves before a terminal that is far away has answered, and lets it answer then.
func TestLateRepliesDoNotReachTheShell(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	program := command(t, folder, []string{"TERM_PROGRAM=ghostty"}, "coalcheck", "assess")
	far := command(t, folder, program.Env, "shell", program.Args...)
	f, err := pty.StartWithSize(far, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = far.Process.Kill()
		_ = f.Close()
	}()
	var drawn strings.Builder
	await := func(text string) {
		t.Helper()
		_ = f.SetReadDeadline(deadline())
		for buffer := make([]byte, 1<<16); !strings.Contains(drawn.String(), text); {
			n, err := f.Read(buffer)
			if drawn.Write(buffer[:n]); err != nil {
				t.Fatalf("%q never comes: %v in %q", text, err, drawn.String())
			}
		}
	}
	answer := func(text string) {
		if _, err := io.WriteString(f, text); err != nil {
			t.Fatal(err)
		}
	}
	await("\x1b[?u")
	answer("q")
	await("\x1b[c")
	answer("\x1b[?2026;2$y\x1b[?2027;0$y\x1b[?31u\x1b[?62;22c")
	await("ended with 130")
	answer("ls\r")
	await(`next command: "ls\n"`)
	if title := "\x1b]"; strings.Contains(drawn.String(), title) {
		t.Errorf("the title of the window is changed: %q", drawn.String())
	}
}

// TestOneScreen leaves in terminals without an alternate screen, in every way.
func TestOneScreen(t *testing.T) {
	t.Parallel()
	for _, leave := range []string{"q", ctrlC, ""} {
		folder := t.TempDir()
		s := &emulator{
			cmd: command(t, folder, nil, "coalcheck", "assess", "--quick"), screen: vt.NewSafeEmulator(80, 24),
			told: pty.Winsize{Rows: 24, Cols: 80}, oneScreen: true,
		}
		s.start(t)
		s.startQuick(t)
		s.press(t, "4")
		s.await(t, place(1))
		if leave != "" {
			s.press(t, leave)
		} else if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		s.end(t)
		kept := false
		for line := range strings.Lines(s.text()) {
			kept = kept || strings.TrimSpace(line) == "Your answers are kept in"
		}
		if !kept {
			t.Errorf("%q: the farewell has no line of its own:\n%s", leave, s.text())
		}
	}
}

// TestSizeThatComesLate starts in a terminal that does not know its size yet, and in one that never will.
func TestSizeThatComesLate(t *testing.T) {
	t.Parallel()
	for _, late := range []bool{true, false} {
		s := &emulator{cmd: command(t, t.TempDir(), nil, "coalcheck", "assess", "--quick"), screen: vt.NewSafeEmulator(80, 24)}
		s.start(t)
		if !late {
			s.await(t, "this terminal does not say how large it is")
			continue
		}
		if err := pty.Setsize(s.pty, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
			t.Fatal(err)
		}
		s.await(t, "Begin")
		if strings.Contains(s.text(), "line by line") {
			t.Errorf("asked line by line:\n%s", s.text())
		}
	}
}

// TestHugeWindow starts in a terminal that claims a size that no window has.
func TestHugeWindow(t *testing.T) {
	t.Parallel()
	s := &emulator{
		cmd: command(t, t.TempDir(), nil, "coalcheck", "assess", "--quick"), screen: vt.NewSafeEmulator(500, 60),
		told: pty.Winsize{Rows: 65535, Cols: 65535},
	}
	s.start(t)
	s.await(t, "Begin")
	s.press(t, "q")
	if code := s.end(t); code != exitLeft {
		t.Errorf("exit code %d", code)
	}
}

// TestLeavingLineByLine presses what ends a program in a terminal's usual mode.
func TestLeavingLineByLine(t *testing.T) {
	t.Parallel()
	for _, key := range []string{ctrlC, ctrlBackslash} {
		folder := t.TempDir()
		s := newTerminal(t, folder, 80, 24, "assess", "--plain", "--quick")
		s.await(t, "What is your coalition called?")
		s.press(t, "Riverside"+enter+enter+enter+"4"+enter)
		s.await(t, "Statement 2 of 20")
		s.press(t, key)
		if code := s.end(t); code != exitLeft {
			t.Errorf("%q: exit code %d:\n%s", key, code, s.text())
		}
		if text := s.text(); !strings.Contains(text, "Go on with: coalcheck assess --plain") || strings.Contains(text, "goroutine") {
			t.Errorf("%q leaves with\n%s", key, text)
		}
		if got := readAnswers(t, draftIn(folder)).Topics[0].Overall.Rating(); got != 4 {
			t.Errorf("%q: the draft has %v", key, got)
		}
	}
}
