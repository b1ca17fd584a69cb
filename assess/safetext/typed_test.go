package safetext

import "testing"

func TestTyped(t *testing.T) {
	for _, tt := range []struct{ name, text, line, note string }{
		{"plain text", "Ann, the chair", "Ann, the chair", "Ann, the chair"},
		{"line breaks", "a\nb\r\nc\rd", "a b c d", "a\nb\nc\nd"},
		{"other ends of lines", "a\u2028b\u2029c", "abc", "a\nb\nc"},
		{"a tab", "a\tb", "a b", "a\tb"},
		{"control characters", "a\x00\x1b[2J\x7f\u009bb", "a[2Jb", "a[2Jb"},
		{"text that runs the other way", "a\u202eb\u2066c", "abc", "abc"},
		{"bytes that are no text", "a\xff\xfeb", "ab", "ab"},
		{"characters of several runes", "e\u0301👩\u200d🚀", "e\u0301👩\u200d🚀", "e\u0301👩\u200d🚀"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if line, note := TypedLine(tt.text), TypedNote(tt.text); line != tt.line || note != tt.note {
				t.Errorf("got %q and %q; want %q and %q", line, note, tt.line, tt.note)
			}
		})
	}
}
