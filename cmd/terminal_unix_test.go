//go:build unix

package cmd

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// patience is how long a test waits for a screen before it gives up. It is no measure of speed.
const patience = 20 * time.Second

// emulator is the real program in a pseudo-terminal, and what a person sees on it.
type emulator struct {
	cmd    *exec.Cmd
	pty    *os.File
	screen *vt.SafeEmulator
	// told is the size that the program is told.
	told pty.Winsize
	// oneScreen makes it a terminal without an alternate screen, as GNU Screen is unless it is configured.
	oneScreen bool
	// changed is signalled whenever the screen has changed, and closed tells that the program has let go of it.
	mu      sync.Mutex
	changed *sync.Cond
	closed  bool
}

// newTerminal starts coalcheck in folder, with its drafts in folder/state.
func newTerminal(tb testing.TB, folder string, columns, rows uint16, args ...string) *emulator {
	tb.Helper()
	return newTerminalIn(tb, nil, folder, columns, rows, args...)
}

// newTerminalIn is newTerminal in an environment in which some variables have other values.
func newTerminalIn(tb testing.TB, environ []string, folder string, columns, rows uint16, args ...string) *emulator {
	tb.Helper()
	t := &emulator{
		cmd: command(tb, folder, environ, "coalcheck", args...), screen: vt.NewSafeEmulator(int(columns), int(rows)),
		told: pty.Winsize{Rows: rows, Cols: columns},
	}
	t.start(tb)
	return t
}

// command returns a program of testscript.Main, to be run in folder, with its drafts in folder/state.
func command(tb testing.TB, folder string, environ []string, program string, args ...string) *exec.Cmd {
	tb.Helper()
	path, err := exec.LookPath(program) // testscript.Main puts it on the path
	if err != nil {
		tb.Fatal(err)
	}
	c := exec.Command(path, args...)
	c.Dir = folder
	c.Env = append(os.Environ(), "XDG_STATE_HOME="+folder+"/state", "TERM=xterm-256color", "COLORTERM=truecolor",
		"NO_COLOR=", "ACCESSIBLE=", "LC_ALL=C.UTF-8", "GORACE=atexit_sleep_ms=0")
	c.Env = append(c.Env, environ...)
	return c
}

// start starts the program.
func (t *emulator) start(tb testing.TB) {
	tb.Helper()
	t.changed = sync.NewCond(&t.mu)
	var err error
	if t.pty, err = pty.StartWithSize(t.cmd, &t.told); err != nil {
		tb.Fatal(err)
	}
	go func() { _, _ = io.Copy(t.pty, t.screen) }() // its answers to queries
	go t.read()
	tb.Cleanup(func() {
		_ = t.cmd.Process.Kill()
		_ = t.pty.Close()
	})
}

// read takes over what the program draws until it ends.
func (t *emulator) read() {
	buffer := make([]byte, 1<<16)
	for {
		n, err := t.pty.Read(buffer)
		t.mu.Lock()
		text := buffer[:n]
		if t.oneScreen {
			text = regexp.MustCompile(`\x1b\[\?1049[hl]`).ReplaceAll(text, nil)
		}
		_, _ = t.screen.Write(text)
		t.closed = err != nil
		t.mu.Unlock()
		t.changed.Broadcast()
		if err != nil {
			return
		}
	}
}

// text returns what stands on the screen.
func (t *emulator) text() string { return ansi.Strip(t.screen.Render()) }

// press types keys.
func (t *emulator) press(tb testing.TB, keys string) {
	tb.Helper()
	if _, err := io.WriteString(t.pty, keys); err != nil {
		tb.Fatal(err)
	}
}

// await waits until the screen shows a text.
func (t *emulator) await(tb testing.TB, text string) {
	tb.Helper()
	if !t.until(func() bool { return strings.Contains(t.text(), text) }) {
		tb.Fatalf("the screen does not show %q:\n%s", text, t.text())
	}
}

// until waits until something holds, and reports whether it came to hold before patience ran out or the program ended.
func (t *emulator) until(holds func() bool) bool {
	late := false
	timer := time.AfterFunc(patience, func() {
		t.mu.Lock()
		late = true
		t.mu.Unlock()
		t.changed.Broadcast()
	})
	defer timer.Stop()
	t.mu.Lock()
	defer t.mu.Unlock()
	for !holds() {
		if late || t.closed {
			return false
		}
		t.changed.Wait()
	}
	return true
}

// deadline is when a test gives up.
func deadline() time.Time { return time.Now().Add(patience) } //nolint:forbidigo // it is no measure

// end waits until the program has ended and all it drew is on the screen, and returns its exit code.
func (t *emulator) end(tb testing.TB) int {
	tb.Helper()
	if !t.until(func() bool { return t.closed }) && !t.closed {
		tb.Fatalf("the program does not end:\n%s", t.text())
	}
	err := t.cmd.Wait()
	if code := t.cmd.ProcessState.ExitCode(); code >= 0 || err == nil {
		return code
	}
	return -1
}

// keys of a terminal.
const (
	enter = "\r"
	right = "\x1b[C"
	up    = "\x1b[A"
	down  = "\x1b[B"
	ctrlC = "\x03"
	ctrlZ = "\x1a"
	// ctrlBackslash is beside Enter on some keyboards.
	ctrlBackslash = "\x1c"
)

// startQuick brings a new run to its first statement.
func (t *emulator) startQuick(tb testing.TB) {
	tb.Helper()
	t.await(tb, "Begin")
	t.press(tb, enter)
	t.await(tb, "Who is answering?")
	t.press(tb, "Riverside"+enter+enter+enter)
	t.passPitfalls(tb)
	t.await(tb, "Pitfalls 1 of 10")
}

// passPitfalls goes on to the first pitfall, where the beginning of the pitfalls has no space on its screen.
func (t *emulator) passPitfalls(tb testing.TB) {
	tb.Helper()
	t.await(tb, "is the coalition, also if")
	if strings.Contains(t.text(), "The pitfalls") {
		t.press(tb, enter)
	}
}

// passPills goes on to the pills, where the answer to the n-th topic of a quick run, from 0, has led to their beginning.
func (t *emulator) passPills(tb testing.TB, n int) {
	tb.Helper()
	if n == pitfalls.PitfallCount-1 {
		t.await(tb, "Now what helps")
		t.press(tb, enter)
	}
}

// place returns how the screen names the n-th topic, from 0.
func place(n int) string {
	if n < 10 {
		return fmt.Sprintf("Pitfalls %d of 10", n+1)
	}
	return fmt.Sprintf("Pills %d of 10", n-9)
}
