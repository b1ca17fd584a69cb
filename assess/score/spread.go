package score

import "github.com/coalcheck/coalcheck/assess"

// MinSpread is how many ratings it takes to say how far they lie apart.
const MinSpread = 5

// split reports whether ratings form two camps: at least two of them and a fifth of all are low (1 or 2), as many are
// high (4 or 5), and those between (3) are at most half of the smaller camp. Everything is in whole numbers, so that no
// rounding decides. The rule is our judgement; docs/arithmetic.md shows how often chance alone would meet it.
func split(t assess.Tally) bool {
	n, small := t.Ratings(), smallerCamp(t)
	return n >= MinSpread && small >= 2 && 5*small >= n && 2*t.Counts[2] <= small
}

// camps returns how strong the two camps of ratings are: 200·(the smaller of low and high)/n, 0 to 100. It is 0 where
// there are too few ratings to say.
func camps(t assess.Tally) float64 {
	n := t.Ratings()
	if n < MinSpread {
		return 0
	}
	return float64(200*smallerCamp(t)) / float64(n)
}

// smallerCamp returns how many are in the smaller one of the camps low (1 and 2) and high (4 and 5).
func smallerCamp(t assess.Tally) int {
	return min(t.Counts[0]+t.Counts[1], t.Counts[3]+t.Counts[4])
}

// apartDistance is how far a rating has to be from the middle of all to stand apart.
const apartDistance = 3

// apart returns the rating of the one who stands apart, or Unanswered. One does where the ratings are not split and
// exactly one of them lies three or more from both of the two in the middle, which are one where their number is odd.
// The rule is our judgement.
func apart(t assess.Tally) assess.Rating {
	n := t.Ratings()
	if n < MinSpread || split(t) {
		return assess.Unanswered
	}
	lower, upper := ratingAt(t, (n-1)/2), ratingAt(t, n/2)
	found := assess.Unanswered
	for i, count := range t.Counts {
		if rating := i + 1; count == 0 || abs(rating-lower) < apartDistance || abs(rating-upper) < apartDistance {
			continue
		}
		if count > 1 || found != assess.Unanswered {
			return assess.Unanswered
		}
		found = assess.Rating(i + 1)
	}
	return found
}

// spread derives from its tallies how far the ratings of a topic lie apart, in each question and in the whole.
func (t *Topic) spread() {
	splits, apartIn := 0, 0
	for i := range t.Questions {
		q := &t.Questions[i]
		q.Split, q.Camps, q.Apart = split(q.Tally), camps(q.Tally), apart(q.Tally)
		t.Camps = max(t.Camps, q.Camps)
		if q.Split {
			splits++
		}
		if q.Apart != assess.Unanswered {
			apartIn++
		}
	}
	t.Split = t.State == Scored && splits > 0 && 2*splits >= t.Answered
	t.Apart = t.State == Scored && apartIn > 0
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
