package score

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
)

func TestSplit(t *testing.T) {
	for _, test := range []struct {
		name   string
		counts [5]int
		want   bool
	}{
		{"nobody", [5]int{}, false},
		{"four at the ends", [5]int{2, 0, 0, 0, 2}, false},                   // under five: no verdict
		{"five at the ends", [5]int{3, 0, 0, 0, 2}, true},                    // median 1; 6·8 > 5·5
		{"all agree", [5]int{0, 0, 0, 7, 0}, false},                          // 6·0
		{"neighbors", [5]int{0, 0, 3, 3, 0}, false},                          // median 3.5; 6·3 = 18, 5·6 = 30
		{"median between two ratings", [5]int{3, 0, 3, 0, 0}, true},          // median 2; 6·6 > 5·6, and nobody rated 4 or 5
		{"distance of exactly five sixths", [5]int{2, 1, 3, 0, 0}, false},    // median 2.5; Σ = 2·1.5 + 4·0.5 = 5; 6·5 = 5·6
		{"a fifth low and a fifth high", [5]int{0, 1, 3, 1, 0}, true},        // n 5: 5·1 ≥ 5 on both sides
		{"a sixth high", [5]int{0, 2, 3, 1, 0}, false},                       // n 6: 5·1 < 6; median 3; Σ = 3: 18 < 30
		{"a fifth of ten on both sides", [5]int{1, 1, 6, 1, 1}, true},        // n 10: 5·2 ≥ 10 on both sides
		{"a fifth of eleven is more than two", [5]int{0, 2, 7, 2, 0}, false}, // n 11: 5·2 < 11; Σ = 4: 24 < 55
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := split(assess.Tally{Counts: test.counts, DontKnow: 9, NotApplicable: 9}); got != test.want {
				t.Errorf("split %v; want %v", got, test.want)
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
	n := len(ratings)
	if n < 5 {
		return false
	}
	slices.Sort(ratings)
	median := big.NewRat(int64(ratings[n/2]), 1)
	if n%2 == 0 {
		median = big.NewRat(int64(ratings[n/2-1]+ratings[n/2]), 2)
	}
	distance, low, high := new(big.Rat), 0, 0
	for _, r := range ratings {
		d := new(big.Rat).Sub(big.NewRat(int64(r), 1), median)
		distance.Add(distance, d.Abs(d))
		if r <= 2 {
			low++
		}
		if r >= 4 {
			high++
		}
	}
	mean := distance.Quo(distance, big.NewRat(int64(n), 1))
	fifth := big.NewRat(1, 5)
	return mean.Cmp(big.NewRat(5, 6)) > 0 ||
		big.NewRat(int64(low), int64(n)).Cmp(fifth) >= 0 && big.NewRat(int64(high), int64(n)).Cmp(fifth) >= 0
}

func TestTopicIsSplitWhenOneQuestionIs(t *testing.T) {
	r := scoreLines(t, "overcommitted: 0/0/5/0/0 0/0/5/0/0 3/0/0/0/2", "unclear-roles: 0/0/5/0/0 0/0/5/0/0 0/0/5/0/0")
	if got := topic(t, r, "overcommitted"); !got.Split || got.Questions[0].Split || !got.Questions[2].Split {
		t.Errorf("topic split %v, questions %+v", got.Split, got.Questions)
	}
	if topic(t, r, "unclear-roles").Split {
		t.Error("a topic is split although none of its questions is")
	}
}
