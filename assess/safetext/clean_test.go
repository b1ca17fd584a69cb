package safetext

import "testing"

func TestClean(t *testing.T) {
	for _, tt := range []struct{ name, text, clean, line string }{
		{"plain", "Riverside", "Riverside", "Riverside"},
		{"spaces", "  a \t b\u00a0", "a b", "  a   b "},
		{"lines", "a\r\n\nb\u2028c", "a b c", "a   b c"},
		{"escapes", "\x1b[2Ja\x9b", "[2Ja", " [2Ja "},
		{"reversed", "a\u202eb", "a b", "a b"},
		{"bytes", "a\xff\xfeb", "a b", "a b"},
		{"nothing else", "\n\t ", "", "   "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Clean(tt.text); got != tt.clean {
				t.Errorf("Clean: %q; want %q", got, tt.clean)
			}
			if got := OneLine(tt.text); got != tt.line {
				t.Errorf("OneLine: %q; want %q", got, tt.line)
			}
		})
	}
}
