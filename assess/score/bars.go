package score

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Bar is a part of the distribution of the ratings of one question: how many tenths of them are From to To.
type Bar struct {
	From, To assess.Rating
	Tenths   int
}

// bar is one in the making, which counts ratings.
type bar struct {
	from, to assess.Rating
	count    int
}

// few reports whether a bar would show what one to four people said.
func (b bar) few() bool { return b.count > 0 && b.count < MinShown }

// bars returns the distribution of ratings in three bars, low (1 and 2), middle (3) and high (4 and 5). A bar of one to four
// joins the middle; a middle of one to four then joins its smaller neighbor, where they are equal the lower one. There is
// none unless two bars of five or more remain.
func bars(t assess.Tally) []bar {
	low, middle, high := bar{1, 2, t.Counts[0] + t.Counts[1]}, bar{3, 3, t.Counts[2]}, bar{4, 5, t.Counts[3] + t.Counts[4]}
	found := []bar{low, middle, high}
	if high.few() {
		found = join(found, 1)
	}
	if low.few() {
		found = join(found, 0)
	}
	for i, b := range found {
		if b.from <= 3 && b.to >= 3 && b.few() {
			if i == 0 || i < len(found)-1 && found[i+1].count < found[i-1].count {
				i++
			}
			if len(found) == 1 {
				return nil
			}
			found = join(found, i-1)
			break
		}
	}
	shown := 0
	for _, b := range found {
		if b.count >= MinShown {
			shown++
		}
	}
	if shown < 2 {
		return nil
	}
	return found
}

// join joins a bar with the one after it.
func join(bars []bar, i int) []bar {
	bars[i] = bar{bars[i].from, bars[i+1].to, bars[i].count + bars[i+1].count}
	return append(bars[:i+1], bars[i+2:]...)
}

// inTenths returns how large bars are, in whole tenths that add up to ten: each is rounded down, and what remains goes to
// those that lost most, the lower ones first where they lost the same.
func inTenths(bars []bar) []Bar {
	n := 0
	for _, b := range bars {
		n += b.count
	}
	shown := make([]Bar, len(bars))
	rest := 10
	for i, b := range bars {
		shown[i] = Bar{b.from, b.to, 10 * b.count / n}
		rest -= shown[i].Tenths
	}
	for ; rest > 0; rest-- {
		most := 0
		for i, b := range bars {
			if lost := 10*b.count - shown[i].Tenths*n; lost > 10*bars[most].count-shown[most].Tenths*n {
				most = i
			}
		}
		shown[most].Tenths++
	}
	return shown
}

// mostTold is the largest group in which bars can tell a count of one to four, as a search through all possible ratings finds.
const mostTold = 60

// barsTellFew reports whether the bars of a question that so many people were asked, beside its ten, tell how many of them,
// one to four, gave one of the answers: whether that is the same in all ratings of which this is shown.
func barsTellFew(shown []Bar, k pitfalls.Kind, tens ten, people int) bool {
	if people > mostTold {
		return false
	}
	var found sameCounts
	for raters := people; raters >= MinShown; raters-- {
		for low := range raters + 1 {
			for high := range raters - low + 1 {
				camps := assess.Tally{Counts: [5]int{low, 0, raters - low - high, high, 0}, DontKnow: people - raters}
				if b := bars(camps); b == nil || !slices.Equal(inTenths(b), shown) || showsSplit(camps, tens) {
					continue
				}
				for ones := range low + 1 {
					for fives := range high + 1 {
						t := camps
						t.Counts[0], t.Counts[1], t.Counts[3], t.Counts[4] = ones, low-ones, high-fives, fives
						if tenOf(k, scoreOf(t)) == tens {
							found.add(t)
						}
					}
				}
				if found.none() {
					return false
				}
			}
		}
	}
	return found.few()
}

// sameCounts finds which counts are the same in all tallies that are added: of the five ratings, and of who gave none.
type sameCounts struct {
	some   bool
	counts [6]int
	differ [6]bool
}

func (s *sameCounts) add(t assess.Tally) {
	counts := [6]int{t.Counts[0], t.Counts[1], t.Counts[2], t.Counts[3], t.Counts[4], t.DontKnow}
	if !s.some {
		s.some, s.counts = true, counts
	}
	for i, n := range counts {
		s.differ[i] = s.differ[i] || n != s.counts[i]
	}
}

// none reports whether no count is the same.
func (s *sameCounts) none() bool { return !slices.Contains(s.differ[:], false) }

// few reports whether a count of one to four is the same.
func (s *sameCounts) few() bool {
	for i, n := range s.counts {
		if n > 0 && n < MinShown && !s.differ[i] {
			return true
		}
	}
	return false
}
