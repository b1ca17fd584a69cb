package safetext

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	known := []string{"overcommitted", "overselling", "risk", "relationship"}
	for _, tt := range []struct{ name, word, want string }{
		{"a letter missing", "overcomitted", "overcommitted"},
		{"a letter too many", "overrselling", "overselling"},
		{"a letter replaced", "overselking", "overselling"},
		{"neighbors swapped", "rsik", "risk"},
		{"capitals", "Over-Committed", "overcommitted"},
		{"the word itself", "relationship", "relationship"},
		{"nothing like it", "zebra", ""},
		{"half of it", "over", ""},
		{"empty", "", ""},
		{"as long as is sought", strings.Repeat("x", maxNearest), ""},
		{"too long to be sought", "relationship" + strings.Repeat("p", maxNearest), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Nearest(tt.word, known); got != tt.want {
				t.Errorf("Nearest(%q) = %q; want %q", tt.word, got, tt.want)
			}
		})
	}
}

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"abc", "", 3},
		{"abc", "abc", 0},
		{"abc", "acb", 1},
		{"abc", "bca", 2},
		{"kitten", "sitting", 3},
	} {
		if got := distance(tt.a, tt.b); got != tt.want {
			t.Errorf("distance(%q, %q) = %d; want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
