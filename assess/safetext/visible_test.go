package safetext

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestVisible(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"plain words", `C:\Users\Zoë 漢字 🙂 "x"`, `C:\Users\Zoë 漢字 🙂 "x"`},
		{"a joined character", "👩\u200d🚀", "👩\u200d🚀"},
		{"an escape sequence", "a\x1b[2Jb", `a\x1b[2Jb`},
		{"a title", "\x1b]0;x\x07", `\x1b]0;x\a`},
		{"an eight-bit escape", "\u009b2J", `\u009b2J`},
		{"reversed text", "a\u202egpj", `a\u202egpj`},
		{"an isolate", "\u2066", `\u2066`},
		{"a line separator", "\u2028", `\u2028`},
		{"a replacement character", "\ufffd", "\ufffd"},
		{"a broken character", "a\xffb", `a\xffb`},
		{"line breaks and tabs", "a\r\nb\tc", `a\r\nb\tc`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Visible(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	if got, want := VisibleLines("a\x1b\n\tb\r\n"), "a\\x1b\n\tb\\r\n"; got != want {
		t.Errorf("of several lines: got %q, want %q", got, want)
	}
}

// FuzzVisible checks that no text that is shown acts on a terminal, and that harmless text is shown as it is.
func FuzzVisible(f *testing.F) {
	for _, text := range []string{"a", "\x1b[2J", "\u009b", "\u202e", "a\r\n\tb", "\xff", "\ufffd", "\\x1b"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, shown := range []string{Visible(text), strings.NewReplacer("\n", "", "\t", "").Replace(VisibleLines(text))} {
			if !utf8.ValidString(shown) || strings.ContainsFunc(shown, func(r rune) bool { return r < ' ' || Forbidden(r) }) {
				t.Errorf("%q is shown as %q", text, shown)
			}
		}
		if utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || Forbidden(r) }) &&
			Visible(text) != text {
			t.Errorf("%q is shown as %q", text, Visible(text))
		}
	})
}
