package score

import "math"

// millionths is a value rounded to 1e-6. Scores are compared and shown in millionths only, so that two values that a
// pencil finds equal are equal, whatever the last bits of a float are.
type millionths int64

// one is the number 1 in millionths.
const one millionths = 1_000_000

// round returns v rounded to a millionth, halves away from zero.
func round(v float64) millionths { return millionths(math.Round(v * 1e6)) }
