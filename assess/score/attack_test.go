package score

import (
	"fmt"
	"slices"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// known is what is the same in everything that may be so, as far as it was looked at.
type known struct {
	seen   bool
	counts [7]int // of the five ratings, of all who rated, and of those who did not; -1 where it differs
}

func (k *known) add(t assess.Tally) {
	counts := [7]int{t.Counts[0], t.Counts[1], t.Counts[2], t.Counts[3], t.Counts[4], t.Ratings(), t.DontKnow}
	if !k.seen {
		k.seen, k.counts = true, counts
		return
	}
	for i, n := range counts {
		if k.counts[i] != n {
			k.counts[i] = -1
		}
	}
}

// tells returns what is known of few, or of each of all.
func (k *known) tells(people int) string {
	for i, n := range k.counts {
		switch {
		case n > 0 && n < MinShown:
			return fmt.Sprintf("%d people are in place %d of %v", n, i, k.counts)
		case i < 5 && n == people:
			return fmt.Sprintf("everybody rates %d", i+1)
		}
	}
	return ""
}

// What is shown of one question tells the answer of nobody, and no count of one to four: for each figure, all tallies of so
// many people that have it are looked through.
func TestAQuestionTellsNobody(t *testing.T) {
	for people := 5; people <= 13; people++ {
		for _, kind := range []pitfalls.Kind{pitfalls.Pitfall, pitfalls.Pill} {
			figures := map[string]*known{}
			everyTally(people, func(tally assess.Tally) {
				q, _ := questionFiguresOf(kind, tally, assess.Tally{}, people)
				key := fmt.Sprint(q)
				if figures[key] == nil {
					figures[key] = &known{}
				}
				figures[key].add(tally)
			})
			for key, k := range figures {
				if said := k.tells(people); said != "" {
					t.Errorf("%d people, %v %s: %s", people, kind, key, said)
				}
			}
		}
	}
}

// A part of the scores of a ten, which the ten of a topic may tell beside those of its questions, tells nobody either.
func TestAPartOfATenTellsNobody(t *testing.T) {
	for people := 10; people <= 13; people++ {
		for _, kind := range []pitfalls.Kind{pitfalls.Pitfall, pitfalls.Pill} {
			parts := map[string]*known{}
			everyTally(people, func(tally assess.Tally) {
				q, value := questionFiguresOf(kind, tally, assess.Tally{}, people)
				if !q.shown() || q.tens == lowestTen || q.tens == highestTen {
					return
				}
				of := q.tens.scores(kind)
				for low := of.low; low+leastWidth <= of.high; low += 2.5 {
					for high := low + leastWidth; high <= of.high; high += 2.5 {
						if value < low || value > high {
							continue
						}
						key := fmt.Sprint(q.tens, q.split, low, high)
						if parts[key] == nil {
							parts[key] = &known{}
						}
						parts[key].add(tally)
					}
				}
			})
			for key, k := range parts {
				if said := k.tells(people); said != "" {
					t.Errorf("%d people, %v %s: %s", people, kind, key, said)
				}
			}
		}
	}
}

// What is shown of a topic tells no more: for each figure of a topic with two or three questions, all sums of ratings that have
// it are looked through. With fewer than ten people, there is nothing but the sums.
func TestATopicTellsNobody(t *testing.T) {
	for people := 5; people <= 8; people++ {
		bySum := make([]assess.Tally, 5*people+1) // one tally of each sum
		everyTally(people, func(tally assess.Tally) {
			if tally.Ratings() == people {
				bySum[sumOf(tally)] = tally
			}
		})
		for _, k := range []pitfalls.Kind{pitfalls.Pitfall, pitfalls.Pill} {
			for questions := 2; questions <= 3; questions++ {
				if questions == 3 && people > 6 {
					continue // there are too many
				}
				sums := map[[4]ten]*[3][41]bool{}
				each := slices.Repeat([]int{people}, questions)
				for {
					x, values := topicFigures{}, []float64{}
					key := [4]ten{}
					for i, sum := range each {
						q, value := questionFiguresOf(k, bySum[sum], assess.Tally{}, people)
						x.questions, values = append(x.questions, q), append(values, value)
						key[i] = q.tens
					}
					key[3] = x.addTens(k, values)
					if sums[key] == nil {
						sums[key] = &[3][41]bool{}
					}
					for i, sum := range each {
						sums[key][i][sum] = true
					}
					if !next(each, people, 5*people) {
						break
					}
				}
				for key, of := range sums {
					for i := range questions {
						found := &known{}
						everyTally(people, func(tally assess.Tally) {
							if tally.Ratings() == people && of[i][sumOf(tally)] {
								found.add(tally)
							}
						})
						if said := found.tells(people); said != "" {
							t.Errorf("%d people, %v, question %d of %v: %s", people, k, i, key, said)
						}
					}
				}
			}
		}
	}
}

// next counts on, each digit from the lowest to the highest, until all are the highest.
func next(digits []int, lowest, highest int) bool {
	for i := range digits {
		if digits[i]++; digits[i] <= highest {
			return true
		}
		digits[i] = lowest
	}
	return false
}

func sumOf(t assess.Tally) int {
	sum := 0
	for i, n := range t.Counts {
		sum += (i + 1) * n
	}
	return sum
}

// What is shown of two sides tells of neither: all pairs of tallies of so many leaders and members are looked through.
func TestSidesTellNobody(t *testing.T) {
	for _, size := range [][2]int{{5, 5}, {5, 6}, {6, 5}} {
		var leaders, members []assess.Tally
		for i, to := range []*[]assess.Tally{&leaders, &members} {
			everyTally(size[i], func(tally assess.Tally) {
				if tally.Ratings() >= MinShown {
					*to = append(*to, tally)
				}
			})
		}
		c := pitfalls.English()
		for _, id := range []string{"overcommitted", "risk"} {
			sides := map[string]*[3]known{}
			g := group.Of(c, assess.New(c))
			g.Leaders = group.Side{Respondents: size[0], Topics: group.Of(c, assess.New(c)).Topics}
			g.Members = group.Side{Respondents: size[1], Topics: group.Of(c, assess.New(c)).Topics}
			g.Files, g.Respondents = size[0]+size[1], size[0]+size[1]
			at := c.Index(id)
			for _, l := range leaders {
				for _, m := range members {
					g.Topics[at].Overall, g.Leaders.Topics[at].Overall, g.Members.Topics[at].Overall = l.Plus(m), l, m
					x := topicFiguresOf(g, at)
					topic := sidesOf(g, at)
					leads, follows := topic.band(topic.leaders), topic.band(topic.members)
					if !topic.show(leads, follows, &x) {
						continue // these are many
					}
					key := fmt.Sprint(x.tens, x.questions[0].split, leads, follows)
					if sides[key] == nil {
						sides[key] = &[3]known{}
					}
					for i, tally := range []assess.Tally{l, m, l.Plus(m)} {
						sides[key][i].add(tally)
					}
				}
			}
			if len(sides) == 0 {
				t.Errorf("%v, %s: nothing is seen differently", size, id)
			}
			for key, of := range sides {
				for i, people := range []int{size[0], size[1], size[0] + size[1]} {
					if said := of[i].tells(people); said != "" {
						t.Errorf("%v, %s %s, part %d: %s", size, id, key, i, said)
					}
				}
			}
		}
	}
}
