package safetext

import (
	"testing"
	"unicode"
)

func TestNarrow(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"ASCII", "4 don't know", "4 don't know"},
		{"full width", "４　Ｄ？", "4 D?"},
		{"Arabic-Indic", "٠١٢٣٤٥", "012345"},
		{"Persian", "۴", "4"},
		{"Hindi", "५", "5"},
		{"Thai", "๑ ๙", "1 9"},
		{"of mathematics", "𝟑𝟻", "35"},
		{"no digits", "½ ③ 三 Ⅳ", "½ ③ 三 Ⅳ"},
		{"letters", "é д ｶ", "é д ｶ"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Narrow(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestDigitsAreTenInARow checks what value relies on, with the Unicode of this version of Go.
func TestDigitsAreTenInARow(t *testing.T) {
	for _, r := range unicode.Nd.R16 {
		if r.Stride != 1 || (r.Hi-r.Lo+1)%10 != 0 {
			t.Errorf("%U to %U by %d", r.Lo, r.Hi, r.Stride)
		}
	}
	for _, r := range unicode.Nd.R32 {
		if r.Stride != 1 || (r.Hi-r.Lo+1)%10 != 0 {
			t.Errorf("%U to %U by %d", r.Lo, r.Hi, r.Stride)
		}
	}
}
