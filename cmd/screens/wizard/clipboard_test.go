package wizard

import "testing"

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
		{"a new file", "save", func(*Options) {}, toSave},
		{"the name of a room", "present", room, toForm},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDriver(t, c.change).press(c.way...)
			if d.at() != c.screen {
				t.Fatalf("this is %s", d.at())
			}
			if _, cmd := d.wiz.Update(special["ctrl+v"]); cmd != nil {
				t.Errorf("a command that returns %T", cmd())
			}
		})
	}
}
