package tui

import (
	"reflect"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
)

// TestLeavingWaitsForTheTerminal leaves while the terminal may still answer: what it says then must not reach the shell.
func TestLeavingWaitsForTheTerminal(t *testing.T) {
	for _, c := range []struct {
		name string
		told []tea.Msg
		// waits says that it is not over then.
		waits bool
	}{
		{"nothing has come", nil, true},
		{"an answer to something else", []tea.Msg{tea.ModeReportMsg{Mode: ansi.ModeSynchronizedOutput, Value: ansi.ModeReset}, letter('x')}, true},
		{"the last answer", []tea.Msg{uv.PrimaryDeviceAttributesEvent{62}}, false},
		{"too late", []tea.Msg{late{1}}, false},
		{"asked again", []tea.Msg{tea.KeyboardEnhancementsMsg{Flags: 1}, uv.PrimaryDeviceAttributesEvent{62}}, true},
		{"asked again, and answered", []tea.Msg{tea.KeyboardEnhancementsMsg{Flags: 1}, uv.PrimaryDeviceAttributesEvent{62}, uv.PrimaryDeviceAttributesEvent{62}}, false},
		{"asked again, and the first too late", []tea.Msg{tea.KeyboardEnhancementsMsg{Flags: 1}, late{1}}, true},
		{"asked again, and too late", []tea.Msg{tea.KeyboardEnhancementsMsg{Flags: 1}, late{2}}, false},
	} {
		for _, before := range []bool{false, true} {
			a := newTestApp(Frame{}, &page{name: "one"})
			a.Init()
			quit := false
			tell := func() {
				for _, msg := range c.told {
					_, cmd := a.Update(msg)
					quit = quit || isQuit(cmd)
				}
			}
			if before {
				tell()
			}
			_, cmd := a.Update(tuitest.Keys["ctrl+c"])
			quit = isQuit(cmd)
			if !before {
				tell()
			}
			if quit == c.waits {
				t.Errorf("%s, before leaving %t: leaves %t", c.name, before, quit)
			}
		}
	}
}

// isQuit reports whether a command ends the program, without running another one.
func isQuit(cmd tea.Cmd) bool {
	return cmd != nil && reflect.ValueOf(cmd).Pointer() == reflect.ValueOf(tea.Quit).Pointer()
}

// TestSuspending goes to the shell and back.
func TestSuspending(t *testing.T) {
	a := newTestApp(Frame{}, &page{name: "one"})
	a.terminal.Size = func() (int, int) { return 70, 20 }
	ctrlZ := tea.KeyPressMsg{Code: 'z', Mod: tea.ModCtrl}
	if _, cmd := a.Update(ctrlZ); cmd == nil || isQuit(cmd) {
		t.Fatal("Ctrl+Z does not suspend")
	}
	if send(a, continuedMsg{}); a.window != (window{70, 20}) || a.Notice() != "" {
		t.Errorf("goes on with a window of %v, and says %q", a.window, a.Notice())
	}
	if send(a, continuedMsg{errNotStopped}); a.Notice() == "" {
		t.Error("it does not say that there is no shell")
	}
	a.busy = true
	if _, cmd := a.Update(ctrlZ); cmd != nil {
		t.Error("it suspends while it writes")
	}
}

// TestHugeWindows checks that a terminal which claims any size takes no memory for it.
func TestHugeWindows(t *testing.T) {
	a := NewApp(Terminal{Width: 65535, Height: 65535}, Frame{})
	if a.terminal.Width > maxWidth || a.terminal.Height > maxHeight {
		t.Errorf("starts with %d by %d", a.terminal.Width, a.terminal.Height)
	}
	if got := believable(a, tea.WindowSizeMsg{Width: 65535, Height: 30}); got != windowSize(maxWidth, 30) {
		t.Errorf("a window of 65535 by 30 becomes %v", got)
	}
}
