package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
)

// desk is a screen on which one writes.
type desk struct {
	*page
	lines []string
}

func (d *desk) Draw() []string { return d.lines }

// TestCursor looks for the cursor of the terminal where a field draws its own.
func TestCursor(t *testing.T) {
	th := NewTheme(colorprofile.TrueColor)
	field := th.NewField(80, "नमस्ते")
	field.Focus()
	area := NewTextArea(th, 80, "one\ntwo 漢")
	area.Fit(40, 3)
	for _, c := range []struct {
		name     string
		lines    []string
		clusters bool
		x, y     int
	}{
		{"in a field, one width a code point", []string{"", field.View()}, false, 2 + 2 + 4, 4},
		{"one width a visible character", []string{"", field.View()}, true, 2 + 2 + 3, 4},
		{"in a text", area.Draw(), false, 2 + 2 + 6, 4},
		{"at the start", []string{"ab", "\x1b[7m \x1b[m"}, false, 2, 4},
		{"nowhere", []string{"\x1b[1;7m3\x1b[m"}, false, -1, -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newTestApp(Frame{}, &desk{&page{name: "one"}, c.lines})
			a.clusters = c.clusters
			v := a.View()
			if c.x < 0 {
				if v.Cursor != nil {
					t.Errorf("the cursor is at %v", v.Cursor.Position)
				}
				return
			}
			if v.Cursor == nil || v.Cursor.X != c.x || v.Cursor.Y != c.y {
				t.Errorf("the cursor is at %+v; want column %d of row %d:\n%s", v.Cursor, c.x, c.y, ansi.Strip(v.Content))
			}
			if strings.Contains(v.Content, reversed) {
				t.Errorf("there is a second cursor in %q", v.Content)
			}
		})
	}
}

// TestTheTerminalIsAsItWas checks what a frame changes that the next program would find.
func TestTheTerminalIsAsItWas(t *testing.T) {
	a := newTestApp(Frame{}, &page{name: "one"})
	if v := a.View(); v.WindowTitle != "" || !v.AltScreen {
		t.Errorf("the title becomes %q", v.WindowTitle)
	}
	if !send(a, tuitest.Keys["ctrl+c"]) || a.View().Content != "" {
		t.Errorf("the last frame shows %q", a.View().Content)
	}
}

// TestKeyboardReports asks for less where a terminal does not tell the text of a key.
func TestKeyboardReports(t *testing.T) {
	for _, c := range []struct {
		name  string
		flags int
		want  tea.KeyboardEnhancements
	}{
		{"all of them", 31, everyKey},
		{"not the text", 15, someKeys},
		{"only which keys are which", 1, someKeys},
	} {
		a := newTestApp(Frame{}, &page{name: "one"})
		a.Update(tea.KeyboardEnhancementsMsg{Flags: c.flags})
		if got := a.View().KeyboardEnhancements; got != c.want {
			t.Errorf("%s: asks for %+v", c.name, got)
		}
	}
}

func TestASCII(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"› 1-5 rate  ← back  → next", "> 1-5 rate  < back  > next"},
		{"━━━───", "===---"},
		{"\x1b[1mZoë\x1b[m 漢字…", "\x1b[1mZo?\x1b[m ????~"},
		{"e\u0301", "e"},
	} {
		if got := inASCII(c.text); got != c.want {
			t.Errorf("%q becomes %q; want %q", c.text, got, c.want)
		}
	}
	a := NewApp(Terminal{Width: 80, Height: 24, ASCII: true}, Frame{})
	a.Show(&page{name: "Zoë"})
	if content := a.View().Content; !strings.Contains(content, "Zo?") || strings.IndexFunc(content, func(r rune) bool { return r > '~' }) >= 0 {
		t.Errorf("the screen holds more than ASCII:\n%s", content)
	}
}

// TestRequest asks for a larger window: every size it names is whole, and it stays within the window.
func TestRequest(t *testing.T) {
	for _, test := range []struct {
		width, height int
		want          string
	}{
		{39, 24, "This window is 39 by 24, and coalcheck\nneeds 40 by 12 or more. Kept."},
		{200, 5, "This window is 200 by 5, and coalcheck needs 40 by 12 or more. Kept."},
		{39, 2, "This window is 39 by 2, and coalcheck\nneeds 40 by 12 or more. Kept."},
		{39, 1, "39x1 is too small: 40x12"},
		{20, 3, "This window is 20 by\n3; 40 by 12 is\nneeded."},
		{20, 2, "20x2 is too small:\n40x12"},
		{7, 2, "40x12"},
		{3, 3, "+"},
		{1, 1, "+"},
		{0, 9, ""},
		{9, 0, ""},
	} {
		if got := (window{test.width, test.height}).request("Kept."); got != test.want {
			t.Errorf("%d by %d asks %q; want %q", test.width, test.height, got, test.want)
		}
	}
}
