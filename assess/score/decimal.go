package score

import "strconv"

// decimal is a number as it is printed, exact: digits/10^places. It is never negative.
type decimal struct {
	digits int64
	places int
}

// maxPlaces is how many decimals a value in millionths has.
const maxPlaces = 6

var powersOfTen = [...]int64{1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000}

// nearest returns v at a number of decimals, halves up.
func nearest(v millionths, places int) decimal {
	return quotient(int64(v), 1_000_000, places)
}

// down returns v cut off at a number of decimals.
func down(v millionths, places int) decimal {
	return decimal{int64(v) / powersOfTen[maxPlaces-places], places}
}

// up returns v at a number of decimals, rounded up unless it is exact.
func up(v millionths, places int) decimal {
	unit := powersOfTen[maxPlaces-places]
	return decimal{(int64(v) + unit - 1) / unit, places}
}

// quotient returns a/b at a number of decimals, halves up.
func quotient(a, b int64, places int) decimal {
	return decimal{(2*a*powersOfTen[places] + b) / (2 * b), places}
}

// millionths returns a number of at most six decimals in millionths.
func (d decimal) millionths() millionths {
	return millionths(d.digits * powersOfTen[maxPlaces-d.places])
}

// trimmed returns the same number without the zeros at its end, down to a number of decimals.
func (d decimal) trimmed(least int) decimal {
	for d.places > least && d.digits%10 == 0 {
		d = decimal{d.digits / 10, d.places - 1}
	}
	return d
}

// String returns the number with all its decimals.
func (d decimal) String() string {
	digits := strconv.FormatInt(d.digits, 10)
	if d.places == 0 {
		return digits
	}
	for len(digits) <= d.places {
		digits = "0" + digits
	}
	return digits[:len(digits)-d.places] + "." + digits[len(digits)-d.places:]
}
