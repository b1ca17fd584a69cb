package wizard

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func keyOf(name string) tea.KeyPressMsg {
	codes := map[string]rune{
		"left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "down": tea.KeyDown, "home": tea.KeyHome,
		"end": tea.KeyEnd, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
	}
	return tea.KeyPressMsg{Code: codes[name]}
}

func TestEditor(t *testing.T) {
	for _, c := range []struct {
		name, text string
		keys       []string
		insert     string
		want       string
	}{
		{"at the end", "abc", nil, "d", "abcd"},
		{"before the last", "abc", []string{"left"}, "d", "abdc"},
		{"at the start of the line", "ab\ncd", []string{"home"}, "x", "ab\nxcd"},
		{"a line up, same column", "abc\nde", []string{"up"}, "x", "abxc\nde"},
		{"a line up, shorter", "a\nbcd", []string{"up"}, "x", "ax\nbcd"},
		{"up and down again", "abc\ndef", []string{"up", "down"}, "x", "abc\ndefx"},
		{"a wrapped line up", "one two three", []string{"up"}, "x", "one txwo three"},
		{"delete to the left", "abc", []string{"backspace"}, "", "ab"},
		{"delete to the right", "abc", []string{"home", "delete"}, "", "bc"},
		{"nothing to delete", "", []string{"backspace", "delete"}, "", ""},
		{"an accent goes with its letter", "e\u0301", []string{"backspace"}, "", ""},
		{"a joined character is one", "x👩\u200d🚀", []string{"left"}, "y", "xy👩\u200d🚀"},
		{"ends are ends", "ab", []string{"right", "right", "down", "up"}, "x", "abx"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := editor{limit: 100, width: 9, height: 3}
			e.insert(c.text)
			for _, k := range c.keys {
				e.press(keyOf(k))
			}
			e.insert(c.insert)
			if e.String() != c.want {
				t.Errorf("got %q, want %q", e.String(), c.want)
			}
		})
	}
}

func TestEditorKeepsToItsLimit(t *testing.T) {
	e := editor{limit: 3, width: 9, height: 3}
	if e.insert("abcde") || e.String() != "abc" {
		t.Errorf("got %q; want the first three, and word that more did not fit", e.String())
	}
}

// TestEditorDrawsWhatItHolds types and moves at random: every line fits, the lines together are the text, and the cursor
// is on one of the lines shown.
func TestEditorDrawsWhatItHolds(t *testing.T) {
	th := newTheme(colorprofile.TrueColor)
	keys := []string{"left", "right", "up", "down", "home", "end", "backspace", "delete"}
	rapid.Check(t, func(t *rapid.T) {
		e := editor{limit: 80, width: rapid.IntRange(2, 20).Draw(t, "width"), height: rapid.IntRange(1, 4).Draw(t, "height")}
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			if rapid.Bool().Draw(t, "write") {
				e.insert(rapid.StringOfN(rapid.RuneFrom([]rune("ab  \n\té漢👩\u0301\u200d")), 0, 8, -1).Draw(t, "text"))
			} else {
				e.press(keyOf(rapid.SampledFrom(keys).Draw(t, "key")))
			}
		}
		var text []rune
		last := 0
		for _, l := range e.lines() {
			text = append(text, e.text[last:l.end]...)
			last = l.end
		}
		if string(text) != e.String() {
			t.Fatalf("the lines are %q, the text %q", string(text), e.String())
		}
		shown := e.draw(th)
		if len(shown) != e.height {
			t.Fatalf("%d lines; want %d", len(shown), e.height)
		}
		cursor := false
		for _, line := range shown {
			if w := ansi.StringWidth(line); w > e.width+3 {
				t.Fatalf("%d columns in a room of %d: %q", w, e.width+3, line)
			}
			cursor = cursor || strings.Contains(strings.TrimPrefix(line, th.accent.Render("┃")), "\x1b[")
		}
		if !cursor {
			t.Fatal("the cursor is out of sight")
		}
	})
}
