package wizard

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
)

// TestThePlanIsCopied asks the terminal to copy what the plan is as Markdown, and nothing else does.
func TestThePlanIsCopied(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}} {
		d := newDriver(t).press(toPlan...).resize(size[0], size[1])
		_, cmd := d.wiz.Update(tea.KeyPressMsg{Code: 'y', Text: "y"})
		if cmd == nil {
			t.Fatal("nothing is asked of the terminal")
		}
		if msg := cmd(); fmt.Sprintf("%T %v", msg, msg) != "tea.setClipboardMsg # "+riverside {
			t.Errorf("%T %v", msg, msg)
		}
		d.shows(t, "Asked the terminal to copy. Not all do.")
	}
}

// TestNoKeyAsksForTheClipboard holds that coalcheck starts no other program. The text fields would, to paste what the
// clipboard holds: on Ctrl+V they return a command that asks for it. What the terminal itself pastes needs none.
func TestNoKeyAsksForTheClipboard(t *testing.T) {
	room := func(o *Options) { o.Run.Workshop = true }
	for _, c := range []struct {
		name, screen string
		change       func(*Options)
		way          []string
	}{
		{"the names", "form", quick, toForm},
		{"a note", "note", quick, toNote},
		{"a new file", "takeaway", func(*Options) {}, plus(toTake, "e")},
		{"the name of a room", "present", room, toForm},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDriver(t, c.change).press(c.way...)
			if d.at() != c.screen {
				t.Fatalf("this is %s", d.at())
			}
			if _, cmd := d.wiz.Update(tuitest.Keys["ctrl+v"]); cmd != nil {
				t.Errorf("a command that returns %T", cmd())
			}
		})
	}
}
