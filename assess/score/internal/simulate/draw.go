package main

import (
	"math/rand/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// point is one point of the scale of 1 to 5, which is drawn in thousandths.
const point = 1000

// How opinions spread: what a person thinks of a topic lies around the middle of all with a standard deviation of 0.8
// points, and how one of its statements strikes that person around this with one of 0.6. Together they are 1.
const (
	ofTopic     = 800
	ofStatement = 600
)

// drawer draws answers.
type drawer struct{ *rand.Rand }

// newDrawer returns a drawer that draws the same each time.
func newDrawer() drawer { return drawer{rand.New(rand.NewPCG(2026, 11))} } //nolint:gosec // not a secret

// normal returns a number that is nearly normal, with a standard deviation of so many thousandths: the sum of twelve even
// ones. It needs no fractions.
func (d drawer) normal(deviation int) int {
	sum := -6 * point
	for range 12 {
		sum += d.IntN(point + 1)
	}
	return sum * deviation / point
}

// rating returns the rating that is nearest to an opinion in thousandths.
func rating(opinion int) assess.Rating {
	return assess.Rating(min(max((opinion+point/2)/point, int(assess.Lowest)), int(assess.Highest)))
}

// workshop returns the answers of so many people, whose opinions of every topic lie around a middle. Where camps is more
// than 0, every other person's middle is that much lower and that of the rest that much higher.
func (d drawer) workshop(people, middle, camps int) *assess.Answers {
	a := assess.New(pitfalls.English())
	a.Present = people
	for t := range a.Topics {
		for person := range people {
			side := camps
			if person%2 == 0 {
				side = -camps
			}
			opinion := middle + side + d.normal(ofTopic)
			for q := range a.Topics[t].Questions {
				*a.Topics[t].Questions[q].Count(rating(opinion + d.normal(ofStatement)))++
			}
		}
	}
	return a
}

// person returns the answers of one person, to the overall statements or to all others.
func (d drawer) person(depth assess.Depth) *assess.Answers {
	c := pitfalls.English()
	a := assess.New(c)
	for _, p := range (assess.Questionnaire{Catalogue: c, Depth: depth}).Places() {
		a.Set(p, assess.TallyOf(rating(3*point+d.normal(point))))
	}
	return a
}

// again returns the answers of the same person on another day: each is by so many steps higher, and one in three of them a
// step higher or lower than that.
func (d drawer) again(a *assess.Answers, depth assess.Depth, steps int) *assess.Answers {
	b := a.Clone()
	for _, p := range (assess.Questionnaire{Catalogue: pitfalls.English(), Depth: depth}).Places() {
		slip := [...]int{-1, 1, 0, 0, 0, 0}[d.IntN(6)]
		b.Set(p, assess.TallyOf(rating((int(a.At(p).Rating())+steps+slip)*point)))
	}
	return b
}

// scored returns the result of one or more answers.
func scored(all ...*assess.Answers) *score.Result {
	sum := group.NewGathering(pitfalls.English())
	for _, a := range all {
		sum.Add("answers", a)
	}
	g, err := sum.Group()
	if err != nil {
		panic(err) // all are of one depth
	}
	return score.Score(g)
}
