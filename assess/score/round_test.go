package score

import (
	"math"
	"testing"

	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestByUrgency(t *testing.T) {
	pitfall := func(v float64) *Topic { return &Topic{Topic: &pitfalls.Topic{Kind: pitfalls.Pitfall}, Value: v} }
	pill := func(v float64) *Topic { return &Topic{Topic: &pitfalls.Topic{Kind: pitfalls.Pill}, Value: v} }
	unscored, other := pitfall(0), pitfall(100)
	unscored.State, other.State = NotApplicable, NotEnoughAnswers
	for _, test := range []struct {
		name string
		a, b *Topic
		want int
	}{
		{"higher exposure first", pitfall(80), pitfall(60), -1},
		{"lower strength first", pill(20), pill(60), -1},
		{"the same exposure", pitfall(80), pitfall(80), 0},
		{"the last bit of a float", pitfall(80), pitfall(math.Nextafter(80, 100)), 0},
		{"a millionth", pill(20), pill(20.000001), -1},
		{"no score last", pitfall(0), unscored, -1},
		{"no score for any reason", unscored, other, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := ByUrgency(test.a, test.b); got != test.want {
				t.Errorf("ByUrgency = %d; want %d", got, test.want)
			}
			if got := ByUrgency(test.b, test.a); got != -test.want {
				t.Errorf("the other way round it is %d; want %d", got, -test.want)
			}
		})
	}
}

func TestRounded(t *testing.T) {
	for v, want := range map[float64]float64{0: 0, 2.0000004: 2, 2.0000005: 2.000001, -2.0000005: -2.000001, 100.0 / 3: 33.333333} {
		if got := Rounded(v); got != want {
			t.Errorf("Rounded(%v) = %v; want %v", v, got, want)
		}
	}
}
