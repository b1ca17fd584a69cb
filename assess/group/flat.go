package group

import "github.com/coalcheck/coalcheck/assess"

// How many ratings it takes to call answers flat, and how many in ten of them have to be the same. Both are our judgement.
const (
	leastFlat  = 20
	flatTenths = 9
)

// SameRating says how many of some ratings are the same.
type SameRating struct {
	// Rating is the one that was given most often, Count how often, and Of how many ratings there are.
	Rating    assess.Rating
	Count, Of int
}

// FlatRatings returns the rating that was given most often, and whether the answers are flat: there are 20 ratings or more,
// and nine in ten of them are the same. Such answers of one person hardly tell one topic from another.
func FlatRatings(topics []Topic) (most SameRating, flat bool) {
	var counts [5]int
	for i := range topics {
		addCounts(&counts, &topics[i].Overall)
		for j := range topics[i].Questions {
			addCounts(&counts, &topics[i].Questions[j])
		}
	}
	for i, n := range counts {
		most.Of += n
		if n > most.Count {
			most.Rating, most.Count = assess.Rating(i+1), n
		}
	}
	return most, most.Of >= leastFlat && 10*most.Count >= flatTenths*most.Of
}

func addCounts(counts *[5]int, t *assess.Tally) {
	for i, n := range t.Counts {
		counts[i] += n
	}
}
