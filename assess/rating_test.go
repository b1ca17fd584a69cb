package assess_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func TestRatingSpelling(t *testing.T) {
	frequency, truth := pitfalls.English().Scale(pitfalls.Pitfall), pitfalls.English().Scale(pitfalls.Pill)
	tests := []struct {
		rating       assess.Rating
		spelled      string
		often, truly string
		scored       bool
	}{
		{assess.Unanswered, "", "", "", false},
		{assess.Lowest, "1", "Never", "Not at all", true},
		{2, "2", "Rarely", "A little", true},
		{3, "3", "Sometimes", "Partly", true},
		{4, "4", "Often", "Mostly", true},
		{assess.Highest, "5", "Always", "Completely", true},
		{assess.DontKnow, "dk", "Don't know", "Don't know", false},
		{assess.NotApplicable, "na", "Not applicable", "Not applicable", false},
		{8, "", "", "", false},
	}
	for _, tt := range tests {
		t.Run("rating "+tt.spelled, func(t *testing.T) {
			if got := tt.rating.String(); got != tt.spelled {
				t.Errorf("String() = %q; want %q", got, tt.spelled)
			}
			if got := tt.rating.Label(frequency); got != tt.often {
				t.Errorf("Label(frequency) = %q; want %q", got, tt.often)
			}
			if got := tt.rating.Label(truth); got != tt.truly {
				t.Errorf("Label(truth) = %q; want %q", got, tt.truly)
			}
			if got := tt.rating.Scored(); got != tt.scored {
				t.Errorf("Scored() = %t; want %t", got, tt.scored)
			}
		})
	}
}

func TestTallyCounts(t *testing.T) {
	tests := []struct {
		name           string
		tally          assess.Tally
		ratings, votes int
		zero           bool
		rating         assess.Rating
	}{
		{"nobody", assess.Tally{}, 0, 0, true, assess.Unanswered},
		{"one rating", assess.Tally{Counts: [5]int{0, 0, 0, 1, 0}}, 1, 1, false, 4},
		{"one don't know", assess.Tally{DontKnow: 1}, 0, 1, false, assess.DontKnow},
		{"one not applicable", assess.Tally{NotApplicable: 1}, 0, 1, false, assess.NotApplicable},
		{"two of the same rating", assess.Tally{Counts: [5]int{0, 2, 0, 0, 0}}, 2, 2, false, assess.Unanswered},
		{"a rating and a don't know", assess.Tally{Counts: [5]int{1, 0, 0, 0, 0}, DontKnow: 1}, 1, 2, false, assess.Unanswered},
		{"a room", assess.Tally{Counts: [5]int{2, 3, 9, 6, 1}, DontKnow: 2, NotApplicable: 4}, 21, 27, false, assess.Unanswered},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.tally.Ratings(); got != tt.ratings {
				t.Errorf("Ratings() = %d; want %d", got, tt.ratings)
			}
			if got := tt.tally.Votes(); got != tt.votes {
				t.Errorf("Votes() = %d; want %d", got, tt.votes)
			}
			if got := tt.tally.IsZero(); got != tt.zero {
				t.Errorf("IsZero() = %t; want %t", got, tt.zero)
			}
			if got := tt.tally.Rating(); got != tt.rating {
				t.Errorf("Rating() = %d; want %d", got, tt.rating)
			}
		})
	}
}

func TestTallyOfIsUndoneByRating(t *testing.T) {
	for r := assess.Unanswered; r <= assess.NotApplicable; r++ {
		tally := assess.TallyOf(r)
		if got := tally.Rating(); got != r {
			t.Errorf("TallyOf(%d).Rating() = %d", r, got)
		}
		votes := 1
		if r == assess.Unanswered {
			votes = 0
		}
		if got := tally.Votes(); got != votes {
			t.Errorf("TallyOf(%d) has %d votes; want %d", r, got, votes)
		}
	}
	if tally := assess.TallyOf(8); !tally.IsZero() {
		t.Errorf("TallyOf(8) = %v; want no vote", tally)
	}
}

func TestPlusAddsVotesInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyTally(t, "a"), anyTally(t, "b"), anyTally(t, "c")
		if x, y := a.Plus(b), b.Plus(a); x != y {
			t.Fatalf("a+b = %v, but b+a = %v", x, y)
		}
		if x, y := a.Plus(b).Plus(c), a.Plus(b.Plus(c)); x != y {
			t.Fatalf("(a+b)+c = %v, but a+(b+c) = %v", x, y)
		}
		if x := a.Plus(assess.Tally{}); x != a {
			t.Fatalf("a plus nothing = %v; want %v", x, a)
		}
		sum := a.Plus(b)
		if sum.Votes() != a.Votes()+b.Votes() || sum.Ratings() != a.Ratings()+b.Ratings() {
			t.Fatalf("%v has %d votes, %d ratings; its parts have %d and %d votes", sum, sum.Votes(), sum.Ratings(), a.Votes(), b.Votes())
		}
	})
}

// One person's answers, added up one by one, are what a facilitator would have counted.
func TestPlusOfSingleVotesCountsThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		given := rapid.SliceOf(rapid.Map(rapid.Uint8Range(1, 7), func(n uint8) assess.Rating { return assess.Rating(n) })).Draw(t, "given")
		var tally assess.Tally
		counted := map[assess.Rating]int{}
		for _, r := range given {
			tally = tally.Plus(assess.TallyOf(r))
			counted[r]++
		}
		for r := assess.Lowest; r <= assess.Highest; r++ {
			if got := tally.Counts[r-1]; got != counted[r] {
				t.Fatalf("%d rated %d; want %d", got, r, counted[r])
			}
		}
		if tally.DontKnow != counted[assess.DontKnow] || tally.NotApplicable != counted[assess.NotApplicable] {
			t.Fatalf("%v: want %d don't know, %d not applicable", tally, counted[assess.DontKnow], counted[assess.NotApplicable])
		}
	})
}

func anyTally(t *rapid.T, name string) assess.Tally {
	n := rapid.SliceOfN(rapid.IntRange(0, assess.MaxPresent), 7, 7).Draw(t, name)
	return assess.Tally{Counts: [5]int(n[:5]), DontKnow: n[5], NotApplicable: n[6]}
}
