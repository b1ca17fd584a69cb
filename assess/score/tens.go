package score

import (
	"slices"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// ten is a score as a confidential result shows it: the ten nearest to it within its band, 10 to 90. It is 0 where there is
// none. Neither 0 nor 100 is shown, because everybody knows then what each has said.
type ten int

// The outermost tens, how near to an end of the scale a score may be known to be, which is as near as these say, and how wide
// the part of the scale at least is that it may be in.
const (
	lowestTen  ten = 10
	highestTen ten = 90
	outermost      = 15
	leastWidth     = 5
)

// tenRange says which scores are shown as which tens in a band: those from low to high, as first to last.
type tenRange struct {
	band        Band
	first, last ten
	low, high   millionths
}

// tenRanges are those of the bands.
var tenRanges = [...]tenRange{
	{Calm, 10, 20, 0, cutLow},
	{Watch, 30, 50, cutLow, cutMiddle},
	{Pressing, 60, 90, cutMiddle, 100 * one},
	{Weak, 10, 40, 0, cutMiddle},
	{Partial, 50, 70, cutMiddle, cutHigh},
	{Strong, 80, 90, cutHigh, 100 * one},
}

// rangeOf returns the range of a band.
func rangeOf(b Band) tenRange {
	i := slices.IndexFunc(tenRanges[:], func(r tenRange) bool { return r.band == b })
	return tenRanges[i]
}

// tenOf returns the ten that is nearest to the score of a topic or a question within its band; halves go up.
func tenOf(k pitfalls.Kind, value float64) ten {
	v := round(value)
	r := rangeOf(bandOf(k, v))
	return min(max(ten((v+5*one)/(10*one))*10, r.first), r.last)
}

// span is what a score may be, as far as something is known of it: from low to high.
type span struct{ low, high float64 }

// anyScore is what a score may be of which nothing is known.
var anyScore = span{0, 100}

// scores returns which scores are shown as a ten.
func (t ten) scores(k pitfalls.Kind) span {
	r := rangeOf(bandOf(k, millionths(t)*one))
	s := span{float64(t - 5), float64(t + 5)}
	if t == r.first {
		s.low = float64(r.low) / float64(one)
	}
	if t == r.last {
		s.high = float64(r.high) / float64(one)
	}
	return s
}

// narrow makes some spans as narrow as their weighted sum tells, of which the span is known.
func narrow(spans []*span, weights []float64, sum span) {
	for i, s := range spans {
		least, most := 0.0, 0.0 // of the others
		for j, o := range spans {
			if j != i {
				least += float64(weights[j] * o.low)
				most += float64(weights[j] * o.high)
			}
		}
		s.low = max(s.low, (sum.low-most)/weights[i])
		s.high = min(s.high, (sum.high-least)/weights[i])
	}
}

// tellsTooMuch reports whether the score of some people is known to lie so near to one end that each of them must have
// said nearly the same, or cannot be at all.
func (s span) tellsTooMuch(margin float64) bool {
	return s.low > 100-margin || s.high < margin || s.low > s.high
}
