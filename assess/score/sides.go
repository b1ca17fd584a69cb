package score

import (
	"cmp"
	"slices"

	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// minSideDistance is the least distance between the means of the two sides of a topic, on the scale of 1 to 5, at which
// the topic is seen differently. It is our judgement.
const minSideDistance = one

// leastTwoViews is how many topics at least have to be seen differently in one direction for two views.
const leastTwoViews = 4

// SideDifference is a topic that leaders and staff see differently from members and partners.
type SideDifference struct {
	// Topic is the index of the topic.
	Topic int
	// Leaders is how leaders and staff rated it, Members how members and partners did.
	Leaders, Members SideMean
	// Rosier is the side that rates the coalition better.
	Rosier Side
}

// SideMean is how one side of a group rated a topic.
type SideMean struct {
	// Band is that of the side. A confidential result holds nothing else.
	Band Band
	// Mean is the mean of the means of the side's questions, 1 to 5.
	Mean float64
	// Variance is the mean of the sample variances of the side's questions, 0 to 8.
	Variance float64
	// Fewest and Most are how many of the side rated the question that fewest and that most of them rated, among those
	// that anybody of the side rated.
	Fewest, Most int
}

// Side is one side of a coalition.
type Side uint8

// The sides.
const (
	// Leaders are leaders and staff.
	Leaders Side = iota
	// Members are members and partners.
	Members
)

// String returns "leaders" or "members".
func (s Side) String() string { return [...]string{"leaders", "members"}[s] }

// TwoViews says that one side of a group rates the coalition better in most topics.
type TwoViews struct {
	// Rosier is the side that does.
	Rosier Side
	// Topics is how many topics it sees differently in this direction, at least half of Of, those that both sides scored.
	Topics, Of int
	// By is the mean difference of the means over those topics, 1 to 4. It is 0 in a confidential result.
	By float64
}

// Distance returns the distance between the two means, 1 to 4.
func (s SideDifference) Distance() float64 {
	return max(s.Leaders.Mean-s.Members.Mean, s.Members.Mean-s.Leaders.Mean)
}

// sideDifferences returns the topics that the sides see differently, the largest distance first, and whether these make
// two views. Each side is scored by the rules for the whole group. A topic is seen differently when each of its rated
// questions has three ratings or more on both sides, and the means differ by a whole point or more and by more than chance
// would in most cases, as in a change.
func sideDifferences(g *group.Group) ([]SideDifference, *TwoViews) {
	if g.Leaders.Topics == nil || g.Members.Topics == nil {
		return nil, nil
	}
	leaders := scoreTopics(&group.Group{Catalogue: g.Catalogue, Topics: g.Leaders.Topics})
	members := scoreTopics(&group.Group{Catalogue: g.Catalogue, Topics: g.Members.Topics})
	var seen []SideDifference
	scored := 0
	for i := range leaders {
		l, m := &leaders[i], &members[i]
		if l.State != Scored || m.State != Scored {
			continue
		}
		scored++
		difference := l.mean() - m.mean()
		if l.fewRatings() || m.fewRatings() || !far(difference, minSideDistance) || !beyondNoise(difference, squaredNoise(l, m)) {
			continue
		}
		s := SideDifference{Topic: i, Leaders: l.sideMean(), Members: m.sideMean(), Rosier: Leaders}
		if (difference > 0) == (l.Kind == pitfalls.Pitfall) {
			s.Rosier = Members
		}
		seen = append(seen, s)
	}
	views := twoViews(seen, scored)
	slices.SortStableFunc(seen, func(a, b SideDifference) int { return cmp.Compare(round(b.Distance()), round(a.Distance())) })
	return seen, views
}

// twoViews returns the side that rates the coalition better in at least four topics and half of those that both sides
// scored, or nil. Where both do, it is the leaders. The two cut points are our judgement.
func twoViews(seen []SideDifference, scored int) *TwoViews {
	for _, side := range []Side{Leaders, Members} {
		views := TwoViews{Rosier: side, Of: scored}
		sum := 0.0
		for _, s := range seen {
			if s.Rosier == side {
				views.Topics++
				sum += s.Distance()
			}
		}
		if views.Topics >= leastTwoViews && 2*views.Topics >= scored {
			views.By = sum / float64(views.Topics)
			return &views
		}
	}
	return nil
}

func (t *Topic) sideMean() SideMean {
	fewest, most := t.Raters()
	return SideMean{t.Band, t.mean(), t.Variance(), fewest, most}
}

// mean returns the mean of a scored topic, 1 to 5.
func (t *Topic) mean() float64 { return 1 + float64(t.Value/25) }
