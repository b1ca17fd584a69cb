package score

import "github.com/coalcheck/coalcheck/assess"

// minSpread is how many ratings it takes to call a question split or not.
const minSpread = 5

// split reports whether the ratings in a tally lie far apart. They do when their mean distance from the median is more
// than five sixths of a point, or when at least a fifth rated 1 or 2 and at least a fifth 4 or 5. Everything is in
// whole numbers, so that no rounding decides.
func split(t assess.Tally) bool {
	n := t.Ratings()
	if n < minSpread {
		return false
	}
	median := twiceMedian(t, n)
	distance := 0 // twice the sum of |x - median|
	for i, count := range t.Counts {
		distance += count * abs(2*(i+1)-median)
	}
	if 3*distance > 5*n {
		return true
	}
	low, high := t.Counts[0]+t.Counts[1], t.Counts[3]+t.Counts[4]
	return 5*low >= n && 5*high >= n
}

// twiceMedian returns twice the median of n ratings, so that it is whole also where the median of an even number of
// ratings, the mean of the middle two, is not.
func twiceMedian(t assess.Tally, n int) int {
	return ratingAt(t, (n-1)/2) + ratingAt(t, n/2)
}

// ratingAt returns the rating at a place, from 0, when all ratings stand in order.
func ratingAt(t assess.Tally, place int) int {
	rating, below := 1, t.Counts[0]
	for below <= place {
		below += t.Counts[rating]
		rating++
	}
	return rating
}

func abs(n int) int { return max(n, -n) }
