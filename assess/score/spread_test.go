package score

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
)

func TestSplit(t *testing.T) {
	for _, test := range []struct {
		name   string
		counts [5]int
		want   bool
		camps  float64
	}{
		{"nobody", [5]int{}, false, 0},
		{"four at the ends", [5]int{2, 0, 0, 0, 2}, false, 0}, // under five: no verdict
		{"five at the ends", [5]int{3, 0, 0, 0, 2}, true, 80},
		{"one at the other end", [5]int{4, 0, 0, 0, 1}, false, 40}, // one is no camp
		{"all agree", [5]int{0, 0, 0, 7, 0}, false, 0},
		{"one camp and the middle", [5]int{3, 0, 3, 0, 0}, false, 0},
		{"a fifth of ten on the smaller side", [5]int{8, 0, 0, 2, 0}, true, 40},
		{"less than a fifth", [5]int{9, 0, 0, 2, 0}, false, 400.0 / 11},
		{"half as many between", [5]int{2, 2, 2, 2, 2}, true, 80},
		{"more than half as many between", [5]int{2, 2, 3, 2, 2}, false, 800.0 / 11},
		{"one between two camps of two", [5]int{0, 2, 1, 2, 0}, true, 80},
		{"two between two camps of two", [5]int{0, 2, 2, 2, 0}, false, 200.0 / 3},
		{"half and half", [5]int{0, 9, 0, 9, 0}, true, 100},
	} {
		t.Run(test.name, func(t *testing.T) {
			tally := assess.Tally{Counts: test.counts, DontKnow: 9, NotApplicable: 9}
			if got := split(tally); got != test.want {
				t.Errorf("split %v; want %v", got, test.want)
			}
			if got := camps(tally); round(got) != round(test.camps) {
				t.Errorf("camps %v; want %v", got, test.camps)
			}
		})
	}
}

func TestOneStandsApart(t *testing.T) {
	for _, test := range []struct {
		name   string
		counts [5]int
		want   assess.Rating
	}{
		{"nobody", [5]int{}, 0},
		{"one of four", [5]int{3, 0, 0, 0, 1}, 0},       // under five: no verdict
		{"one of five, high", [5]int{4, 0, 0, 0, 1}, 5}, // the middle is 1
		{"one of five, low", [5]int{1, 0, 0, 0, 4}, 1},
		{"three from the middle", [5]int{4, 0, 0, 1, 0}, 4},
		{"two from the middle", [5]int{0, 4, 0, 1, 0}, 0},
		{"two who agree with each other", [5]int{7, 0, 0, 0, 2}, 0},
		{"two who do not quite agree", [5]int{8, 0, 0, 1, 1}, 0},
		{"far from one of the two in the middle alone", [5]int{3, 0, 2, 1, 0}, 0}, // 1 1 1 3 3 4: the middle is 1 and 3
		{"far from both in the middle", [5]int{3, 2, 0, 0, 1}, 5},                 // 1 1 1 2 2 5: the middle is 1 and 2
		{"split is not apart", [5]int{3, 0, 0, 1, 1}, 0},
		{"nobody is far from 3", [5]int{1, 0, 5, 0, 0}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := apart(assess.Tally{Counts: test.counts, DontKnow: 9}); got != test.want {
				t.Errorf("apart %d; want %d", got, test.want)
			}
		})
	}
}

// The rule as docs/arithmetic.md words it, on a list of ratings and in fractions.
func TestSplitByTheWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ratings := rapid.SliceOfN(rapid.IntRange(1, 5), 0, 40).Draw(t, "ratings")
		var tally assess.Tally
		for _, r := range ratings {
			tally.Counts[r-1]++
		}
		if got, want := split(tally), splitByTheWords(ratings); got != want {
			t.Errorf("split %v; want %v", got, want)
		}
	})
}

func splitByTheWords(ratings []int) bool {
	n, low, middle, high := len(ratings), 0, 0, 0
	for _, r := range ratings {
		switch {
		case r <= 2:
			low++
		case r >= 4:
			high++
		default:
			middle++
		}
	}
	smaller := big.NewRat(int64(min(low, high)), 1)
	fifth := big.NewRat(int64(n), 5)
	half := new(big.Rat).Mul(smaller, big.NewRat(1, 2))
	return n >= 5 && smaller.Cmp(big.NewRat(2, 1)) >= 0 && smaller.Cmp(fifth) >= 0 && big.NewRat(int64(middle), 1).Cmp(half) <= 0
}

// Somebody stands apart as docs/arithmetic.md words it, on a list of ratings.
func TestOneStandsApartByTheWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ratings := rapid.SliceOfN(rapid.IntRange(1, 5), 5, 24).Draw(t, "ratings")
		var tally assess.Tally
		for _, r := range ratings {
			tally.Counts[r-1]++
		}
		slices.Sort(ratings)
		n := len(ratings)
		var far []int
		for _, r := range ratings {
			if abs(r-ratings[n/2]) >= 3 && abs(r-ratings[(n-1)/2]) >= 3 {
				far = append(far, r)
			}
		}
		want := assess.Unanswered
		if len(far) == 1 && !splitByTheWords(ratings) {
			want = assess.Rating(far[0])
		}
		if got := apart(tally); got != want {
			t.Errorf("apart %d; want %d", got, want)
		}
	})
}

func TestTopicIsSplitWhenHalfOfItsQuestionsAre(t *testing.T) {
	const agree, camps = " 0/0/5/0/0", " 3/0/0/0/2"
	for _, test := range []struct {
		name, line string
		want       bool
	}{
		{"none", "overcommitted:" + agree + agree + agree, false},
		{"one of three", "overcommitted:" + agree + agree + camps, false},
		{"two of three", "overcommitted:" + agree + camps + camps, true},
		{"one of two that are rated", "overcommitted:" + agree + " ." + camps, true},
		{"one of two", "have-a-plan:" + agree + camps, true},
		{"the one of three that is rated: no score", "overcommitted: . ." + camps, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := scoreLines(t, "present: 5", test.line)
			id, _, _ := strings.Cut(test.line, ":")
			if got := topic(t, r, id).Split; got != test.want {
				t.Errorf("split %t; want %t", got, test.want)
			}
		})
	}
}

func TestSomebodyStandsApartInATopicWhenInOneQuestion(t *testing.T) {
	r := scoreLines(t, "present: 5", "overcommitted: 0/0/5/0/0 4/0/0/0/1 0/0/5/0/0", "unclear-roles: 4/0/0/0/1 . .", "risk: 0/0/5/0/0 .")
	for id, want := range map[string]bool{"overcommitted": true, "unclear-roles": false, "risk": false} {
		if got := topic(t, r, id).Apart; got != want {
			t.Errorf("%s: apart %t; want %t", id, got, want)
		}
	}
	if got := topic(t, r, "overcommitted").Camps; got != 40 {
		t.Errorf("camps %v; want those of the strongest question, 40", got)
	}
}
