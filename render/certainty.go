package render

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess/score"
)

// certainty says in words how sure the order of the plan is, or "" where there is nothing to say: no plan, or one step
// and no other pitfall that it could be ahead of.
func certainty(r *score.Result) string {
	c := r.Sensitivity()
	var sentences []string
	if c.First >= 0 && scoredPitfalls(r) > 1 {
		sentences = append(sentences, firstStays(r, c))
	}
	if c.Resamples > 0 {
		sentences = append(sentences, stays(r, c))
	}
	return strings.Join(sentences, " ")
}

func scoredPitfalls(r *score.Result) int {
	n := 0
	for i := range r.Group.Catalogue.Pitfalls() {
		if r.Topics[i].State == score.Scored {
			n++
		}
	}
	return n
}

// maxRivals is how many pitfalls are named that one answer could put first; more are only counted.
const maxRivals = 3

// firstStays says whether one answer one step different would put another step first.
func firstStays(r *score.Result, c score.Sensitivity) string {
	var rivals []string
	for _, i := range c.Contenders {
		rivals = append(rivals, r.Topics[i].Title)
	}
	switch {
	case c.FirstStable:
		return "The first step stays first whichever single answer moves by one."
	case len(rivals) == 0:
		return "Close: one answer one step different would leave nothing to start with."
	case len(rivals) > maxRivals:
		return "Close: one answer one step different would put any of " + numeral(len(rivals)) + " others first."
	default:
		return "Close: one answer one step different would put " + alternatives(rivals) + " first."
	}
}

// stays says how often the first steps are among the first three when other people like these are asked.
func stays(r *score.Result, c score.Sensitivity) string {
	var parts []string
	for i, s := range c.Stability {
		text := r.Topics[s.Pitfall].Title + " in " + thousands(s.Times)
		if i == 0 {
			text += " of " + thousands(c.Resamples) + " tries"
		}
		parts = append(parts, text)
	}
	return "With other people of the same opinions, the first three pitfalls would include " + list(parts) + "."
}

// thousands returns a count of up to a few thousand as people write it, such as 1,000.
func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

// alternatives joins words as in "a, b or c".
func alternatives(words []string) string {
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
