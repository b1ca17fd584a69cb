package score

import "github.com/coalcheck/coalcheck/pitfalls"

// The cut points. On the scale of 1 to 5 they are the ratings 2, 3 and 4. They are our judgement.
const (
	cutLow    = 25 * one
	cutMiddle = 50 * one
	cutHigh   = 75 * one
)

// bandOf returns the band of the exposure of a pitfall or the strength of a pill. A value on a cut point belongs to the
// better side of it, for a pitfall as for a pill.
func bandOf(k pitfalls.Kind, value millionths) Band {
	if k == pitfalls.Pill {
		switch {
		case value < cutMiddle:
			return Weak
		case value < cutHigh:
			return Partial
		default:
			return Strong
		}
	}
	switch {
	case value > cutMiddle:
		return Pressing
	case value > cutLow:
		return Watch
	default:
		return Calm
	}
}
