package tui

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/cmd/screens/internal/tuitest"
)

// newTestArea returns a text area for lines of so many columns.
func newTestArea(limit, width, height int, text string) *TextArea {
	a := NewTextArea(NewTheme(colorprofile.TrueColor), limit, text)
	a.Fit(width+2, height) // the bar and a space
	return a
}

func TestTextArea(t *testing.T) {
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
		{"down from a line that fills the width", "123456789\nab", []string{"up", "home", "down"}, "x", "123456789\nxab"},
		{"delete to the left", "abc", []string{"backspace"}, "", "ab"},
		{"delete to the right", "abc", []string{"home", "delete"}, "", "bc"},
		{"delete the last of a line", "ab\nc", []string{"up", "end", "left", "delete"}, "x", "ax\nc"},
		{"delete the end of a line", "ab\nc", []string{"up", "end", "delete"}, "", "abc"},
		{"nothing to delete", "", []string{"backspace", "delete"}, "", ""},
		{"nothing to delete at the end", "ab", []string{"delete"}, "", "ab"},
		{"an accent goes with its letter", "e\u0301", []string{"backspace"}, "", ""},
		{"and forward", "e\u0301x", []string{"home", "delete"}, "", "x"},
		{"a joined character is one", "x👩\u200d🚀", []string{"left"}, "y", "xy👩\u200d🚀"},
		{"one flag of two", "🇫🇷🇩🇪", []string{"left", "backspace"}, "", "🇩🇪"},
		{"up to an accent", "e\u0301\nx", []string{"up"}, "y", "e\u0301y\nx"},
		{"ends are ends", "ab", []string{"right", "right", "down", "up"}, "x", "abx"},
		{"a tab is a space", "a\tb", nil, "\tc", "a b c"},
		{"what copies and selects does nothing", "ab", []string{"ctrl+v", "shift+left", "ctrl+g"}, "c", "abc"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newTestArea(100, 9, 3, c.text)
			for _, k := range c.keys {
				a.Press(tuitest.Keys[k])
			}
			a.Insert(c.insert)
			if a.String() != c.want {
				t.Errorf("got %q, want %q", a.String(), c.want)
			}
		})
	}
}

// TestTextAreaKeepsToItsLimit counts characters: wide ones, those without a width and line breaks alike.
func TestTextAreaKeepsToItsLimit(t *testing.T) {
	for _, text := range []string{"abcde", "漢字漢字", "e\u0301\u0301\u0301", "\n\n\n\n"} {
		a := newTestArea(3, 9, 3, "")
		if a.Insert(text) || a.String() != string([]rune(text)[:3]) {
			t.Errorf("got %q of %q; want the first three, and word that more did not fit", a.String(), text)
		}
		if a.Press(tuitest.Keys["enter"]); a.Length() != 3 {
			t.Errorf("Enter makes %q of %q", a.String(), text)
		}
	}
}

// TestTextAreaShowsAllItCan makes the area high again after it was low, with the cursor in the middle of the text.
func TestTextAreaShowsAllItCan(t *testing.T) {
	a := newTestArea(100, 9, 4, "123456789\nb\nc\nd")
	a.Press(tuitest.Keys["up"])
	a.Fit(11, 4)
	before := a.Draw()
	a.Fit(11, 1)
	a.Fit(11, 4)
	if after := a.Draw(); !slices.Equal(before, after) {
		t.Errorf("after low and high again:\n%s\nbefore:\n%s", strings.Join(after, "\n"), strings.Join(before, "\n"))
	}
}

// TestTextAreaIsAListOfCharacters types and moves at random beside a plain list of characters with a cursor in it. Every
// line fits, and the cursor is on one of the lines shown.
func TestTextAreaIsAListOfCharacters(t *testing.T) {
	const limit = 80
	keys := []string{"left", "right", "up", "down", "home", "end", "backspace", "delete"}
	rapid.Check(t, func(t *rapid.T) {
		width, height := rapid.IntRange(2, 20).Draw(t, "width"), rapid.IntRange(1, 4).Draw(t, "height")
		a := newTestArea(limit, width, height, "")
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			text, at := []rune(a.String()), a.at()
			if rapid.Bool().Draw(t, "write") {
				added := rapid.StringOfN(rapid.RuneFrom([]rune("ab  \n\té漢👩\u0301\u200d")), 0, 8, -1).Draw(t, "text")
				a.Insert(added)
				text = slices.Insert(text, at, []rune(oneSpace(added))...)
				if over := len(text) - limit; over > 0 {
					end := at + utf8.RuneCountInString(added)
					text = slices.Delete(text, end-over, end)
				}
			} else {
				name := rapid.SampledFrom(keys).Draw(t, "key")
				a.Press(tuitest.Keys[name])
				switch name {
				case "left":
					at = before(text, at)
				case "right":
					at = after(text, at)
				case "backspace":
					start := before(text, at)
					text, at = slices.Delete(text, start, at), start
				case "delete":
					text = slices.Delete(text, at, after(text, at))
				default:
					at = a.at()
				}
				for at < len(text) && joins(text, at) {
					at++
				}
				if a.at() != at {
					t.Fatalf("%s: the cursor is at %d of %q; want %d", name, a.at(), string(text), at)
				}
			}
			if a.String() != string(text) {
				t.Fatalf("got %q; want %q", a.String(), string(text))
			}
		}
		shown := a.Draw()
		if len(shown) != height {
			t.Fatalf("%d lines; want %d", len(shown), height)
		}
		cursor := false
		for _, line := range shown {
			if w := ansi.StringWidth(ansi.Strip(line)); w > width+2 {
				t.Fatalf("%d columns where %d are: %q", w, width+2, line)
			}
			cursor = cursor || strings.Contains(line, "\x1b[7m")
		}
		if !cursor {
			t.Fatalf("the cursor is out of sight:\n%q", shown)
		}
	})
}

// at returns the place of the cursor in the text.
func (a *TextArea) at() int {
	at := a.area.Column()
	for _, line := range strings.Split(a.String(), "\n")[:a.area.Line()] {
		at += utf8.RuneCountInString(line) + 1
	}
	return at
}

// before returns the place one visible character before another place, after the place one behind it.
func before(text []rune, at int) int {
	for at > 0 {
		at--
		if !joins(text, at) {
			break
		}
	}
	return at
}

func after(text []rune, at int) int {
	for at < len(text) {
		at++
		if at == len(text) || !joins(text, at) {
			break
		}
	}
	return at
}

// joins reports whether the rune with an index belongs to the visible character of the rune before it.
func joins(text []rune, i int) bool {
	const joiner, woman = '\u200d', '👩'
	if i == 0 || text[i-1] == '\n' {
		return false
	}
	return unicode.In(text[i], unicode.M) || text[i] == joiner || text[i] == woman && i > 1 && text[i-1] == joiner && text[i-2] == woman
}

// TestField presses what moves and deletes in a line, where a visible character has several runes.
func TestField(t *testing.T) {
	for _, c := range []struct {
		name, text string
		keys       []string
		insert     string
		want       string
	}{
		{"at the end", "abc", nil, "d", "abcd"},
		{"Backspace", "abc", []string{"backspace"}, "", "ab"},
		{"an accent goes with its letter", "cafe\u0301", []string{"backspace"}, "", "caf"},
		{"a family is one", "x👩\u200d👩\u200d👧", []string{"backspace"}, "y", "xy"},
		{"a syllable is one", "हिन्दी", []string{"backspace"}, "", "हि"},
		{"one flag of two", "🇫🇷🇩🇪", []string{"left", "backspace"}, "x", "x🇩🇪"},
		{"past a character", "xe\u0301y", []string{"home", "right", "right"}, "z", "xe\u0301zy"},
		{"before a character", "e\u0301", []string{"left"}, "z", "ze\u0301"},
		{"delete to the right", "e\u0301x", []string{"home", "delete"}, "", "x"},
		{"nothing to delete", "", []string{"backspace", "delete", "left", "right"}, "a", "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := NewTheme(colorprofile.TrueColor).NewField(80, c.text)
			f.Focus()
			for _, k := range c.keys {
				f.Press(tuitest.Keys[k])
			}
			f.Insert(c.insert)
			if f.Value() != c.want {
				t.Errorf("got %q, want %q", f.Value(), c.want)
			}
		})
	}
}

// TestReplace has the cursor stay in its line, as near as there is one.
func TestReplace(t *testing.T) {
	for _, c := range []struct {
		name, text string
		keys       []string
		other      string
		want       string
	}{
		{"a line before", "mine", nil, "theirs\nmine", "theirs\nminex"},
		{"a line behind", "mine", nil, "mine\ntheirs", "minex\ntheirs"},
		{"in the middle", "mine", []string{"left", "left"}, "theirs\nmine\nmore", "theirs\nmixne\nmore"},
		{"the nearest of equal lines", "a\nb\na", nil, "a\nb\nc\na", "a\nb\nc\nax"},
		{"a line that lost its space at the end", "mine ", nil, "mine", "minex"},
		{"another text", "mine", []string{"home"}, "theirs\nall", "theirs\nallx"},
		{"nothing", "mine", nil, "", "x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newTestArea(100, 20, 3, c.text)
			for _, k := range c.keys {
				a.Press(tuitest.Keys[k])
			}
			a.Replace(c.other)
			if a.Insert("x"); a.String() != c.want {
				t.Errorf("got %q, want %q", a.String(), c.want)
			}
		})
	}
}
