package score

import (
	"cmp"
	"math"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// millionths is a value rounded to 1e-6. Scores are compared and shown in millionths only: two values that are equal on
// paper must not differ by the last bits of a float.
type millionths int64

// one is the number 1 in millionths.
const one millionths = 1_000_000

// round returns v rounded to a millionth, halves away from zero.
func round(v float64) millionths { return millionths(math.Round(v * 1e6)) }

// Rounded returns v rounded to a millionth, which is how finely scores are compared.
func Rounded(v float64) float64 { return float64(round(v)) / float64(one) }

// ByUrgency orders topics of one kind: the highest exposure or the lowest strength first, topics without a score last.
// Values that are equal to a millionth are equal.
func ByUrgency(a, b *Topic) int {
	if a.State != Scored || b.State != Scored {
		return cmp.Compare(min(a.State, 1), min(b.State, 1))
	}
	if a.Kind == pitfalls.Pill {
		return cmp.Compare(round(a.Value), round(b.Value))
	}
	return cmp.Compare(round(b.Value), round(a.Value))
}
