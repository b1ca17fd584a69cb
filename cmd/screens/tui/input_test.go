package tui

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/charmbracelet/x/term"
	"pgregory.net/rapid"
)

func TestDecoding(t *testing.T) {
	mark := string(undecoded)
	for _, c := range []struct{ name, in, want string }{
		{"ASCII", "4\r\x1b[A", "4\r\x1b[A"},
		{"UTF-8", "Zoë 漢字 🙂", "Zoë 漢字 🙂"},
		{"Latin-1", "caf\xe9 ", "caf" + mark + " "},
		{"Latin-1 in a paste", "\x1b[200~Zo\xeb\x1b[201~", "\x1b[200~Zo" + mark + "\x1b[201~"},
		{"what somebody else could not decode", "caf\ufffd", "caf" + mark},
		{"the end of a character alone", "\x80", mark},
		{"a surrogate", "\xed\xa0\x80", mark + mark + mark},
		{"half a character at the end", "a\xe6\xbc", "a\xe6\xbc"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := io.ReadAll(decoding(strings.NewReader(c.in)))
			if err != nil || string(got) != c.want {
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			}
		})
	}
	// Byte by byte, the first byte of a character cannot be known to be alone before the next one comes.
	got, err := io.ReadAll(decoding(iotest.OneByteReader(strings.NewReader("é\xe9x漢\xe6\xbcx"))))
	if want := "é\xe9" + mark + "x漢\xe6\xbc" + mark + mark + "x"; err != nil || string(got) != want {
		t.Errorf("byte by byte: %q, %v; want %q", got, err, want)
	}
}

// TestDecodingLeavesTextAlone reads valid text in pieces of any size, into buffers of any size.
func TestDecodingLeavesTextAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.ReplaceAll(rapid.StringOf(rapid.RuneFrom([]rune("aé漢🙂\u0301\u200d\x1b"))).Draw(t, "text"), string(utf8.RuneError), "")
		in := decoding(iotest.OneByteReader(strings.NewReader(text)))
		if rapid.Bool().Draw(t, "in halves") {
			in = decoding(iotest.HalfReader(strings.NewReader(text)))
		}
		var got bytes.Buffer
		if _, err := io.CopyBuffer(struct{ io.Writer }{&got}, struct{ io.Reader }{in}, make([]byte, rapid.IntRange(1, 40).Draw(t, "buffer"))); err != nil {
			t.Fatal(err)
		}
		if got.String() != text {
			t.Fatalf("got %q of %q", got.String(), text)
		}
	})
}

// TestATerminalStaysOne checks that Bubble Tea still finds the terminal behind its input.
func TestATerminalStaysOne(t *testing.T) {
	file, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	if f, ok := decoding(file).(term.File); !ok || f.Fd() != file.Fd() {
		t.Error("the input is no terminal any more")
	}
}
