package plain

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestReadLine(t *testing.T) {
	long, wide := strings.Repeat("0123456789", 1<<20), "a"+strings.Repeat("漢", maxLine)
	tests := []struct {
		name, input string
		want        []string
	}{
		{"empty", "", nil},
		{"lines", "a\nb\n", []string{"a", "b"}},
		{"no end", "a\nb", []string{"a", "b"}},
		{"Windows", "a\r\n\r\nb\r\n", []string{"a", "", "b"}},
		{"long", "a\n" + long + "\nb\n", []string{"a", long[:maxLine], "b"}},
		{"long without an end", long, []string{long[:maxLine]}},
		{"cut within a character", wide, []string{wide[:1+(maxLine-1)/3*3]}},
		{"as long as may be", long[:maxLine] + "\nb", []string{long[:maxLine], "b"}},
		{"as long as the buffer", long[:4096] + "\n" + long[:4095] + "\n\n", []string{long[:4096], long[:4095], ""}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := bufio.NewReader(strings.NewReader(test.input))
			for i, want := range test.want {
				if got, err := readLine(in); got != want || err != nil {
					t.Fatalf("line %d has %d bytes, %v; want %d", i+1, len(got), err, len(want))
				}
			}
			if got, err := readLine(in); got != "" || !errors.Is(err, io.EOF) {
				t.Errorf("after the end comes %q, %v", got, err)
			}
		})
	}
}

func TestWithoutKeys(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"text", "note Zoë: 漢字 👩\u200d🚀\tok", "note Zoë: 漢字 👩\u200d🚀\tok"},
		{"an arrow", "Riverside\x1b[D\x1b[D", "Riverside"},
		{"an arrow of an application", "a\x1bOBb", "ab"},
		{"Ctrl and an arrow", "a\x1b[1;5Cb", "ab"},
		{"Delete", "a\x1b[3~b", "ab"},
		{"a function key", "a\x1bOPb\x1b[15~", "ab"},
		{"Alt and a letter", "a\x1bfb\x1béc", "abc"},
		{"a paste", "\x1b[200~3\x1b[201~", "3"},
		{"an answer of the terminal", "\x1b[?62;22cq\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "q"},
		{"a title", "\x1b]0;title\a3", "3"},
		{"control characters", "a\x7f\bb\x16c\u009b", "abc"},
		{"the beginning of a sequence", "a\x1b", "a"},
		{"more of it", "a\x1b[1;", "a"},
		{"of another", "a\x1bO", "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := withoutKeys(c.line); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// FuzzWithoutKeys checks that nothing is left that acts, and that text stays.
func FuzzWithoutKeys(f *testing.F) {
	for _, line := range []string{"a", "\x1b[D", "\x1bOA", "\x1b]0;t\a", "\x1b", "é\x1bé", "\xff"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if !utf8.ValidString(line) {
			return // it is not taken
		}
		got := withoutKeys(line)
		if strings.ContainsFunc(got, func(r rune) bool { return r != '\t' && unicode.IsControl(r) }) {
			t.Errorf("%q becomes %q", line, got)
		}
		if !strings.ContainsFunc(line, unicode.IsControl) && got != line {
			t.Errorf("%q becomes %q", line, got)
		}
	})
}

func TestBreakLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      int
		want       string
	}{
		{"no width", "aaa bbb ccc", 0, "aaa bbb ccc"},
		{"between words", "aaa bbb ccc", 7, "aaa bbb\nccc"},
		{"a long word", "aaa bbbbbbbbbb", 7, "aaa\nbbbbbbbbbb"},
		{"a note of several lines", "Your note: a\nbb cc", 12, "Your note: a\nbb cc"},
		{"a formula in a note", "Your note: a\n=1+1\n\"@x\"", 0, "Your note: a\n =1+1\n \"@x\""},
		{"a formula at the end of a line", "aaa bbb -1", 7, "aaa bbb\n -1"},
		{"a cell of its own", "Your note: a\t=1", 0, "Your note: a =1"},
		{"spaces", "  a  b", 0, "  a  b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := breakLines(c.text, c.width); got != c.want {
				t.Errorf("got %q; want %q", got, c.want)
			}
		})
	}
}
