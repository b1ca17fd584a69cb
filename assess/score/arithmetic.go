package score

// PriorityTerms are the terms of a priority as people read them, such as 58 × 0.81 × 1.25 = 59 with 38 of 100 remedies
// in place.
//
// A reader who multiplies the printed terms gets a product that rounds, halves up, to the priority shown,
// and the factor of the remedies is 1 − remedies/200 to as many decimals as it has. The terms have as many decimals as
// that takes.
type PriorityTerms struct {
	Priority, Exposure string
	// Factor is that of the remedies. Remedies, 0 to 100, is "" where none of them was rated.
	Factor, Remedies string
	// Focus is "" where it does not count. FocusVotes of FocusVoters named the pitfall.
	Focus                   string
	FocusVotes, FocusVoters int
}

// PriorityTerms returns the terms of the priority. They are zero for a pill and unless the topic is scored.
func (t *Topic) PriorityTerms() PriorityTerms {
	if !t.prioritized() {
		return PriorityTerms{}
	}
	p := t.printedTerms()
	terms := PriorityTerms{Priority: t.ShownPriority(), Exposure: p.exposure.String(), Factor: "1"}
	if t.Terms.Rated {
		terms.Factor, terms.Remedies = p.factor.String(), p.remedies.String()
	}
	if round(t.Terms.Focus) != one {
		terms.Focus, terms.FocusVotes, terms.FocusVoters = p.focus.String(), t.Terms.FocusVotes, t.Terms.FocusVoters
	}
	return terms
}

// printedTerms are the terms of a priority as they are printed.
type printedTerms struct {
	exposure, remedies, factor, focus decimal
}

// The decimals of the two factors: at least two, and so few at most that the exact product of all terms fits in 64
// bits.
const (
	minFactorPlaces = 2
	maxFactorPlaces = 5
)

// The decimals of terms that are rounded to one side, so that none is further than a hundredth from its value.
const (
	minSidePlaces = 2
	maxSidePlaces = 4
)

// printedTerms returns the terms with the fewest decimals whose product rounds to the priority shown.
//
// Terms are rounded to the nearest where that can work. It cannot where a priority is on a half, such as 83.333… ×
// 0.75 = 62.5, which is shown as 63: to any number of decimals the nearest exposure is too small. There the terms that
// are not exact are all rounded to the side of the shown priority: 83.34 × 0.75.
func (t *Topic) printedTerms() printedTerms {
	var p printedTerms
	for more := range maxPlaces + 1 {
		if p = t.nearestTerms(more); p.productRoundsTo(t.Priority) {
			return p.trimmed()
		}
	}
	for places := minSidePlaces; places <= maxSidePlaces; places++ {
		for _, s := range [...]printedTerms{t.sideTerms(places, up, down), t.sideTerms(places, down, up)} {
			if s.productRoundsTo(t.Priority) && bandOf(t.Kind, s.exposure.millionths()) == t.Band {
				return s.trimmed()
			}
		}
	}
	return p.trimmed()
}

// nearestTerms returns every term rounded to the nearest, with some decimals more than the least.
func (t *Topic) nearestTerms(more int) printedTerms {
	remedies := round(t.Terms.Remedies)
	p := printedTerms{
		exposure: nearest(round(t.Terms.Exposure), min(t.shown().places+more, maxPlaces)),
		factor:   quotient(int64(200*one-remedies), int64(200*one), min(minFactorPlaces+more, maxFactorPlaces)),
		focus:    nearest(round(t.Terms.Focus), min(focusPlaces(t.Terms.Focus)+more, maxFactorPlaces)),
	}
	for places := range maxPlaces + 1 {
		p.remedies = nearest(remedies, places)
		if quotient(int64(200*one-p.remedies.millionths()), int64(200*one), p.factor.places) == p.factor {
			break
		}
	}
	return p
}

// focusPlaces returns the fewest decimals, two or more, at which a focus other than 1 is not printed as 1.
func focusPlaces(focus float64) int {
	places := minFactorPlaces
	for round(focus) != one && places < maxFactorPlaces && nearest(round(focus), places).millionths() == one {
		places++
	}
	return places
}

// sideTerms returns every term rounded to one side: what multiplies by the one function, what takes away by the other.
func (t *Topic) sideTerms(places int, multiplies, takesAway func(millionths, int) decimal) printedTerms {
	remedies := takesAway(round(t.Terms.Remedies), places)
	return printedTerms{
		exposure: multiplies(round(t.Terms.Exposure), places),
		remedies: remedies,
		factor:   exactFactor(remedies),
		focus:    multiplies(round(t.Terms.Focus), places),
	}
}

// exactFactor returns 1 − remedies/200 with all its decimals, three more than the remedies have.
func exactFactor(remedies decimal) decimal {
	places := remedies.places + 3
	return decimal{powersOfTen[places] - 5*remedies.digits, places}
}

// productRoundsTo reports whether the exact product of the printed terms rounds, halves up, to the same whole number
// as the priority.
func (p printedTerms) productRoundsTo(priority float64) bool {
	product := p.exposure.digits * p.factor.digits * p.focus.digits
	unit := powersOfTen[p.exposure.places] * powersOfTen[p.factor.places] * powersOfTen[p.focus.places]
	return (product+unit/2)/unit == nearest(round(priority), 0).digits
}

// trimmed drops the zeros at the end of each term; the factor keeps two decimals.
func (p printedTerms) trimmed() printedTerms {
	return printedTerms{
		exposure: p.exposure.trimmed(0),
		remedies: p.remedies.trimmed(0),
		factor:   p.factor.trimmed(minFactorPlaces),
		focus:    p.focus.trimmed(0),
	}
}
