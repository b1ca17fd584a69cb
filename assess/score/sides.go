package score

import (
	"cmp"
	"slices"

	"github.com/coalcheck/coalcheck/assess/group"
)

// minSideDistance is the least distance between the means of the two sides of a topic, on the scale of 1 to 5, at which
// the topic is seen differently.
const minSideDistance = one

// SideDifference is a topic that leaders and staff see differently from members and partners.
type SideDifference struct {
	// Topic is the index of the topic.
	Topic int
	// Leaders is how leaders and staff rated it, Members how members and partners did.
	Leaders, Members SideMean
}

// SideMean is how one side of a group rated a topic.
type SideMean struct {
	// Mean is the mean of the means of the side's questions, 1 to 5.
	Mean float64
	// Fewest and Most are how many of the side rated the question that fewest and that most of them rated, among those
	// that anybody of the side rated.
	Fewest, Most int
}

// Distance returns the distance between the two means, 1 to 4.
func (s SideDifference) Distance() float64 {
	return max(s.Leaders.Mean-s.Members.Mean, s.Members.Mean-s.Leaders.Mean)
}

// sideDifferences returns the topics whose means differ by minSideDistance or more, the largest distance first. Each
// side is scored by the rules for the whole group.
func sideDifferences(g *group.Group) []SideDifference {
	if g.Leaders.Topics == nil || g.Members.Topics == nil {
		return nil
	}
	leaders := scoreTopics(&group.Group{Catalogue: g.Catalogue, Topics: g.Leaders.Topics})
	members := scoreTopics(&group.Group{Catalogue: g.Catalogue, Topics: g.Members.Topics})
	var seen []SideDifference
	for i := range leaders {
		if leaders[i].State != Scored || members[i].State != Scored {
			continue
		}
		if s := (SideDifference{i, leaders[i].sideMean(), members[i].sideMean()}); round(s.Distance()) >= minSideDistance {
			seen = append(seen, s)
		}
	}
	slices.SortStableFunc(seen, func(a, b SideDifference) int { return cmp.Compare(round(b.Distance()), round(a.Distance())) })
	return seen
}

func (t *Topic) sideMean() SideMean {
	fewest, most := t.Raters()
	return SideMean{t.mean(), fewest, most}
}

// mean returns the mean of a scored topic, 1 to 5.
func (t *Topic) mean() float64 { return 1 + float64(t.Value/25) }
