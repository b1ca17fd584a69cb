package score

import (
	"testing"

	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestBand(t *testing.T) {
	for _, test := range []struct {
		value         float64
		pitfall, pill Band
	}{
		{0, Calm, Weak},
		{24.999999, Calm, Weak},
		{25, Calm, Weak},
		{25.0000004, Calm, Weak}, // 25 when rounded to a millionth
		{25.000001, Watch, Weak},
		{49.999999, Watch, Weak},
		{49.9999996, Watch, Partial}, // 50 when rounded to a millionth
		{50, Watch, Partial},
		{50.0000004, Watch, Partial},
		{50.000001, Pressing, Partial},
		{74.999999, Pressing, Partial},
		{74.9999996, Pressing, Strong}, // 75 when rounded to a millionth
		{75, Pressing, Strong},
		{75.000001, Pressing, Strong},
		{100, Pressing, Strong},
	} {
		if got := bandOf(pitfalls.Pitfall, round(test.value)); got != test.pitfall {
			t.Errorf("exposure %v is %v; want %v", test.value, got, test.pitfall)
		}
		if got := bandOf(pitfalls.Pill, round(test.value)); got != test.pill {
			t.Errorf("strength %v is %v; want %v", test.value, got, test.pill)
		}
	}
}

// A value that is exactly on a cut point on paper is on it for any order in which the floats were added.
func TestBandOfMeansOnACutPoint(t *testing.T) {
	for _, test := range []struct {
		name, id, words string
		want            Band
	}{
		{"2.0 from thirds", "overcommitted", "2/1/0/0/0 0/1/2/0/0 0/1/0/0/0", Calm},  // (4/3 + 8/3 + 2)/3 = 2
		{"3.0 from thirds", "overcommitted", "0/2/1/0/0 0/0/1/2/0 0/0/1/0/0", Watch}, // (7/3 + 11/3 + 3)/3 = 3
		{"3.0 from sevenths", "have-a-plan", "0/1/6/0/0 0/0/6/1/0", Partial},         // (20/7 + 22/7)/2 = 3
		{"4.0 from sevenths", "have-a-plan", "0/0/1/6/0 0/0/0/6/1", Strong},          // (27/7 + 29/7)/2 = 4
		{"a hair over 3.0", "overcommitted", "overall 0/0/99999/1/0", Pressing},      // 3.00001; 50.00025
		{"a hair under 4.0", "have-a-plan", "overall 0/0/1/99999/0", Partial},        // 3.99999; 74.99975
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := topic(t, scoreLines(t, test.id+": "+test.words), test.id); got.Band != test.want {
				t.Errorf("%v is %v; want %v", got.Value, got.Band, test.want)
			}
		})
	}
}
