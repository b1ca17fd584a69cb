// Package tuitest plays a person at a screen in tests, without a terminal.
package tuitest

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Keys are the keys that are no letters, by what tests call them.
var Keys = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "space": {Code: tea.KeySpace, Text: " "},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete}, "ctrl+c": {Code: 'c', Mod: tea.ModCtrl},
	"ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+v": {Code: 'v', Mod: tea.ModCtrl}, "f1": {Code: tea.KeyF1}, "alt+1": {Code: '1', Mod: tea.ModAlt},
	"shift+left": {Code: tea.KeyLeft, Mod: tea.ModShift}, "ctrl+g": {Code: 'g', Mod: tea.ModCtrl},
}

// Presses returns the messages of keys that are pressed one after the other. A word that is no key is typed letter by letter.
func Presses(keys ...string) []tea.KeyPressMsg {
	var all []tea.KeyPressMsg
	for _, key := range keys {
		if k, ok := Keys[key]; ok {
			all = append(all, k)
			continue
		}
		for _, r := range key {
			if r == ' ' {
				all = append(all, Keys["space"])
				continue
			}
			all = append(all, tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return all
}

// Send hands a message to a model, and then what comes back of it. It reports whether the model wants to end.
func Send(model tea.Model, msg tea.Msg) (quit bool) {
	_, cmd := model.Update(msg)
	for cmd != nil {
		answer := cmd()
		if _, ok := answer.(tea.QuitMsg); ok {
			return true
		}
		_, cmd = model.Update(answer)
	}
	return false
}

// Screen returns what a person reads, without trailing spaces.
func Screen(model tea.Model) string {
	lines := strings.Split(ansi.Strip(model.View().Content), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n")
}

// Shows fails where the screen does not show all of these.
func Shows(t *testing.T, model tea.Model, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if screen := Screen(model); !strings.Contains(screen, want) {
			t.Errorf("the screen does not show %q:\n%s", want, screen)
		}
	}
}
