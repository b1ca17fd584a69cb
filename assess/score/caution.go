package score

import (
	"math"
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The cut points of cautions. All of them are our judgement.
const (
	// leastOneWay is how many ratings it takes to call answers one-way, and oneWaySum how far the means of both halves
	// together lie from their middle then.
	leastOneWay = 20
	oneWaySum   = 3 * one / 2
	// leastClashes is how many of the catalogue's pairs have to clash, and clashRating the least rating of both parts of one.
	leastClashes = 3
	clashRating  = 4
)

// Caution is something that a reader has to know before the plan. It changes no figure. Fields that its Kind does not name
// are zero.
type Caution struct {
	Kind CautionKind
	// Rating, Count and Of say, for Flat, that Count of Of ratings are Rating.
	Rating    assess.Rating
	Count, Of int
	// Sum is, for OneWay, the mean of all ratings of pitfalls plus the mean of all of pills, minus 6: -4 to 4.
	Sum float64
	// Clashes holds, for Clashing, the pairs of the catalogue that clash, in its order.
	Clashes []*pitfalls.Clash
	// DontKnow is, for LittleKnown, how many of Of answers are "don't know".
	DontKnow int
	// Files is, for FilesAlike, how many of the files are flat.
	Files int
	// Roles and Invited are, for WhoAnswered, those of the group.
	Roles   group.Roles
	Invited int
}

// CautionKind is the subject of a caution.
type CautionKind uint8

// The kinds of caution, in the order in which they are said.
const (
	// OnePerson means that the answers are one person's view.
	OnePerson CautionKind = iota
	// WhoAnswered says by their roles who answered, where several did.
	WhoAnswered
	// Flat means that nearly all ratings of one person are the same, so that the order of the plan means little.
	Flat
	// OneWay means that one person rates both halves high, or both low. In the first half a high rating is bad news, in the
	// second good news.
	OneWay
	// Clashing means that one person rates practices and signs high that rarely go together.
	Clashing
	// LittleKnown means that a third of all answers or more are "don't know".
	LittleKnown
	// FilesAlike means that some of several files are flat.
	FilesAlike
)

// String returns the caution as JSON spells it, such as "one-person".
func (k CautionKind) String() string {
	return [...]string{"one-person", "who-answered", "flat", "one-way", "clash", "little-known", "files-alike"}[k]
}

// Caution returns the caution of a kind, or nil.
func (r *Result) Caution(kind CautionKind) *Caution { return find(r.Cautions, kind) }

func find(cautions []Caution, kind CautionKind) *Caution {
	i := slices.IndexFunc(cautions, func(c Caution) bool { return c.Kind == kind })
	if i < 0 {
		return nil
	}
	return &cautions[i]
}

// cautions returns what a reader has to know before the plan. Where nothing was answered there is nothing to be careful
// with.
func cautions(g *group.Group, topics []Topic) []Caution {
	all := votes(topics)
	if all.IsZero() {
		return nil
	}
	var found []Caution
	if g.OnePerson() {
		found = append(found, Caution{Kind: OnePerson})
		found = appendOfOne(found, g, topics)
	} else {
		found = append(found, Caution{Kind: WhoAnswered, Roles: g.Roles, Invited: g.Invited})
	}
	if dk := all.DontKnow; dk > 0 && 3*dk >= all.Votes() {
		found = append(found, Caution{Kind: LittleKnown, DontKnow: dk, Of: all.Votes()})
	}
	if g.Files > 1 && g.Flat > 0 {
		found = append(found, Caution{Kind: FilesAlike, Files: g.Flat})
	}
	return found
}

// appendOfOne appends the cautions that only the answers of one person can have.
func appendOfOne(found []Caution, g *group.Group, topics []Topic) []Caution {
	if same, flat := group.FlatRatings(g.Topics); flat {
		found = append(found, Caution{Kind: Flat, Rating: same.Rating, Count: same.Count, Of: same.Of})
	}
	if sum, oneWay := oneWay(topics); oneWay {
		found = append(found, Caution{Kind: OneWay, Sum: sum})
	}
	if pairs := clashes(g); len(pairs) >= leastClashes {
		found = append(found, Caution{Kind: Clashing, Clashes: pairs})
	}
	return found
}

// votes returns the sum of the answers to all topics.
func votes(topics []Topic) assess.Tally {
	var sum assess.Tally
	for i := range topics {
		sum = sum.Plus(topics[i].Votes)
	}
	return sum
}

// oneWay returns the mean of all ratings of pitfalls plus the mean of all of pills, minus 6, and whether answers are
// one-way: there are 20 ratings or more, some in each half, and this is 1.5 or more either way. It is 0 where what is
// rated high in one half is rated as low in the other.
func oneWay(topics []Topic) (sum float64, oneWay bool) {
	half, other := votes(topics[:pitfalls.PitfallCount]), votes(topics[pitfalls.PitfallCount:])
	n, m := half.Ratings(), other.Ratings()
	if n == 0 || m == 0 || n+m < leastOneWay {
		return 0, false
	}
	sum = meanOf(half) + meanOf(other) - 6
	return sum, round(math.Abs(sum)) >= oneWaySum
}

// clashes returns the pairs of a practice and a sign that one person rated 4 or 5 on both sides.
func clashes(g *group.Group) []*pitfalls.Clash {
	var pairs []*pitfalls.Clash
	for i := range g.Catalogue.Clashes {
		if pair := &g.Catalogue.Clashes[i]; ratedHigh(g, pair.Practice) && ratedHigh(g, pair.Sign) {
			pairs = append(pairs, pair)
		}
	}
	return pairs
}

// ratedHigh reports whether one person rated a question, named as in "risk.way-out", 4 or 5.
func ratedHigh(g *group.Group, question string) bool {
	topic, i, ok := g.Catalogue.Place(question)
	if !ok {
		return false
	}
	rating := g.Topics[topic].Questions[i].Rating()
	return rating.Scored() && rating >= clashRating
}
