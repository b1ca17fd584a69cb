package score

import "github.com/coalcheck/coalcheck/assess"

// MinSpread is how many ratings it takes to call a question split or not.
const MinSpread = 5

// split reports whether the ratings in a tally are far apart. They do when their mean distance from the median is more
// than five sixths of a point, or when at least a fifth rated 1 or 2 and at least a fifth 4 or 5. Everything is in
// whole numbers, so that no rounding decides.
func split(t assess.Tally) bool {
	n := t.Ratings()
	if n < MinSpread {
		return false
	}
	// The sum of the distances is the same from every point between the middle two ratings, so the upper one of them
	// serves as the median also where n is even.
	median := ratingAt(t, n/2)
	distance := 0
	for i, count := range t.Counts {
		distance += count * abs(i+1-median)
	}
	if 6*distance > 5*n {
		return true
	}
	low, high := t.Counts[0]+t.Counts[1], t.Counts[3]+t.Counts[4]
	return 5*low >= n && 5*high >= n
}

// ratingAt returns the rating at a place, from 0, of all ratings in order.
func ratingAt(t assess.Tally, place int) int {
	rating, below := 1, t.Counts[0]
	for below <= place {
		below += t.Counts[rating]
		rating++
	}
	return rating
}

func abs(n int) int { return max(n, -n) }
