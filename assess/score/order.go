package score

import (
	"cmp"
	"slices"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// overcommitted is the id of the pitfall that shortens the plan and, when it is pressing, is among its first two steps: who
// carries too much has to make room before anything else can work. That is our judgement.
const overcommitted = "overcommitted"

// lastOvercommitted is the last place in the plan, from 0, that overcommitted has when it is pressing.
const lastOvercommitted = 1

// appendOrder appends the pitfalls that are pressing or on watch, in the order of the plan, to an empty list. moved
// reports whether overcommitted stands before others that the comparison puts first.
func appendOrder(order []int, c *pitfalls.Catalogue, topics []Topic) (_ []int, moved bool) {
	for i := range topics {
		if topics[i].above() {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return compareSteps(&topics[i], &topics[j]) })
	at := slices.Index(order, c.Index(overcommitted))
	if at <= lastOvercommitted || topics[order[at]].Band != Pressing {
		return order, false
	}
	pitfall := order[at]
	return slices.Insert(slices.Delete(order, at, at+1), lastOvercommitted, pitfall), true
}

// compareSteps orders pitfalls as the plan does: pressing before watch, then higher priority, then higher exposure, then
// the larger share of ratings 4 and 5. Pitfalls that it finds equal are level: only the catalogue orders them.
//
// The band comes first because the priority of a pressing pitfall that has remedies may be lower than that of a pitfall on
// watch that has none, and no reader would start with the lesser trouble.
func compareSteps(a, b *Topic) int {
	return cmp.Or(
		cmp.Compare(b.Band, a.Band),
		cmp.Compare(round(b.Priority), round(a.Priority)),
		cmp.Compare(round(b.Value), round(a.Value)),
		cmp.Compare(round(b.highShare()), round(a.highShare())),
	)
}

// Level reports whether only the catalogue orders two pitfalls of a plan.
func Level(a, b *Topic) bool { return compareSteps(a, b) == 0 }

// highShare returns the share of ratings 4 and 5 among all ratings of a scored topic, 0 to 1.
func (t *Topic) highShare() float64 { return highShare(t.Votes.Counts) }

// highShare returns the share of 4 and 5 among ratings. It is 0 where there is none, as in a confidential result.
func highShare(counts [5]int) float64 {
	n := 0
	for _, count := range counts {
		n += count
	}
	if n == 0 {
		return 0
	}
	return float64(counts[3]+counts[4]) / float64(n)
}

// level returns how many pitfalls of an order are level with the first, itself included. It is 0 where there is none.
func level(order []int, topics []Topic) int {
	n := 0
	for _, i := range order {
		if Level(&topics[order[0]], &topics[i]) {
			n++
		}
	}
	return n
}
