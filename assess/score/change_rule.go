package score

import (
	"math"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The least that counts as a change. They are our judgement; docs/arithmetic.md shows how often answers that only vary by
// chance are called a change with them.
const (
	// leastSteps is by how many steps one person's answers to the questions of a topic have to move together, and
	// leastStepsQuick by how many that to its overall statement.
	leastSteps      = 3
	leastStepsQuick = 2
	// changeDistance is by how much the mean of several people has to move, on the scale of 1 to 5.
	changeDistance = one / 2
	// changeTens is by how many points a score that is shown in tens has to move. Scores that lie next to each other may
	// be shown ten apart.
	changeTens = 20 * one
	// leastRatings is how many ratings a question needs for its variance to tell anything.
	leastRatings = 3
)

// changeRule says how the two sides of a comparison are compared.
type changeRule struct {
	// oneBefore and oneAfter report whether a side is the answers of one person.
	oneBefore, oneAfter bool
	// inTens reports whether a side is confidential; squaredNoise is that of all topics then.
	inTens       bool
	squaredNoise float64
}

// change compares a topic on two sides.
func (r changeRule) change(before, after *Topic) Change {
	c := Change{Before: before.Value, After: after.Value, Reason: r.incomparable(before, after)}
	var higher bool
	switch {
	case c.Reason != NoReason:
		c.Verdict = NotCompared
		return c
	case r.oneBefore:
		c.Rule, c.Steps = BySteps, steps(before, after)
		least := leastSteps
		if before.Quick {
			least = leastStepsQuick
		}
		c.Points = after.Value - before.Value
		if abs(c.Steps) < least {
			return c
		}
		higher = c.Steps > 0
	case r.inTens:
		c.Points = inTens(after) - inTens(before)
		c.Rule, c.Moved, c.Noise = ByTens, float64(c.Points/25), math.Sqrt(r.squaredNoise)
		if !far(c.Points, changeTens) {
			return c
		}
		if c.Chance = !beyondNoise(c.Moved, r.squaredNoise); c.Chance {
			return c
		}
		higher = c.Moved > 0
	default:
		squared := squaredNoise(before, after)
		c.Rule, c.Moved, c.Noise = ByVariance, after.mean()-before.mean(), math.Sqrt(squared)
		c.Points = after.Value - before.Value
		if !far(c.Moved, changeDistance) {
			return c
		}
		if c.Chance = !beyondNoise(c.Moved, squared); c.Chance {
			return c
		}
		higher = c.Moved > 0
	}
	c.Verdict = Worse
	if higher == (before.Kind == pitfalls.Pill) {
		c.Verdict = Better
	}
	return c
}

// steps returns by how many steps of the scale one person's ratings moved, over the questions that were rated on both
// sides.
func steps(before, after *Topic) int {
	sum := 0
	for i, q := range before.Questions {
		if p := after.Questions[i]; rated(q, p) {
			sum += int(p.Tally.Rating()) - int(q.Tally.Rating())
		}
	}
	return sum
}

// rated reports whether both questions have a rating.
func rated(q, p Question) bool { return q.Rated() && p.Rated() }

// far reports whether a difference of means is a distance or more, whichever way.
func far(difference float64, distance millionths) bool {
	return round(math.Abs(difference)) >= distance
}

// beyondNoise reports whether a difference of two means is larger than their noise, of which this is the square.
func beyondNoise(difference, squared float64) bool {
	return round(float64(difference*difference)) > round(squared)
}

// squaredNoise returns the square of how much the means of two sides of a topic differ by chance in most cases:
// 4·(v₁/n₁ + v₂/n₂), which is two standard errors of their difference. v is the mean of the sample variances of the rated
// questions of a side, and n the fewest ratings of any of them: the same people answered all questions of a topic, so that
// more questions do not make the mean surer.
func squaredNoise(a, b *Topic) float64 { return 4 * (a.squaredError() + b.squaredError()) }

// assumedVariance is that of opinions around one middle, as in the tables of docs/arithmetic.md. It stands in where a
// confidential result does not tell how ratings vary.
const assumedVariance = 1

// assumedNoise returns the square of by how much means of so many people would mostly move by chance.
func assumedNoise(before, after int) float64 {
	return float64(4*assumedVariance/float64(max(before, 1))) + float64(4*assumedVariance/float64(max(after, 1)))
}

// inTens returns the score of a topic as a confidential result shows it.
func inTens(t *Topic) float64 { return float64(tenOf(t.Kind, t.Value)) }

// squaredError returns v/n, the square of the standard error of the topic's mean. It is 0 where nobody rated the topic.
func (t *Topic) squaredError() float64 {
	n, _ := t.Raters()
	if n == 0 {
		return 0
	}
	return t.Variance() / float64(n)
}

// Variance returns the mean of the sample variances of the topic's rated questions, 0 to 8. It is 0 where there is none.
func (t *Topic) Variance() float64 {
	sum, n := 0.0, 0
	for _, q := range t.Questions {
		if q.Ratings() > 0 {
			sum += q.variance()
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// variance returns the sample variance Σ(x − mean)²/(n − 1) of the ratings, 0 where there are fewer than two.
func (q Question) variance() float64 {
	return variance(q.Tally)
}

// variance returns the sample variance of the ratings in a tally. With whole numbers it is (n·Σx² − (Σx)²)/(n·(n − 1)).
func variance(t assess.Tally) float64 {
	n, sum, squares := 0, 0, 0
	for i, count := range t.Counts {
		x := i + 1
		n += count
		sum += x * count
		squares += x * x * count
	}
	if n < 2 {
		return 0
	}
	return float64(n*squares-sum*sum) / float64(n*(n-1))
}

// incomparable returns why a topic cannot be compared, or NoReason.
func (r changeRule) incomparable(before, after *Topic) Reason {
	a, b := before.State == Scored, after.State == Scored
	switch {
	case !a && !b:
		return NeverScored
	case !a:
		return NotScoredBefore
	case !b:
		return NotScoredAfter
	case before.Quick && !after.Quick:
		return QuickBefore
	case after.Quick && !before.Quick:
		return QuickAfter
	case r.oneBefore && !r.oneAfter:
		return OneBefore
	case r.oneAfter && !r.oneBefore:
		return OneAfter
	case r.oneBefore && !shared(before, after):
		return NothingShared
	case !r.oneBefore && !r.inTens && (before.fewRatings() || after.fewRatings()):
		return TooFewRatings
	default:
		return NoReason
	}
}

// shared reports whether a question of the topic was rated on both sides.
func shared(before, after *Topic) bool {
	for i, q := range before.Questions {
		if rated(q, after.Questions[i]) {
			return true
		}
	}
	return false
}

// fewRatings reports whether one of the rated questions of a topic has too few ratings to tell how they vary.
func (t *Topic) fewRatings() bool {
	fewest, _ := t.Raters()
	return fewest < leastRatings
}
