package safetext

import "testing"

func TestJoinList(t *testing.T) {
	for _, tt := range []struct {
		words []string
		want  string
	}{
		{nil, ""},
		{[]string{"a"}, "a"},
		{[]string{"a", "b"}, "a or b"},
		{[]string{"a", "b", "c"}, "a, b or c"},
	} {
		if got := JoinList(tt.words, "or"); got != tt.want {
			t.Errorf("%v: %q; want %q", tt.words, got, tt.want)
		}
	}
}
