// Package planfile reads and writes plan files: what a coalition decided to do, who does it by when, and what became of it.
package planfile

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The limits of a plan.
const (
	// MaxOwner is the longest name of who does something, in characters.
	MaxOwner = assess.MaxName
	// MaxDo is the longest wording of an action, in characters.
	MaxDo = 300
	// MaxNote is the longest note on an action, in characters.
	MaxNote = assess.MaxNote
	// MaxSaid is the longest note on a topic, in characters. Several people may have written it, and it holds decisions for which the
	// plan has no room.
	MaxSaid = 5 * MaxNote
	// MaxActions is how many actions a plan may have, done and dropped ones included.
	MaxActions = 100
	// ManyOpen is how many open actions a coalition can keep in view. More are not an error.
	ManyOpen = 9
)

// Plan is what a plan file holds. Days are written as YYYY-MM-DD, or empty where nothing is known.
type Plan struct {
	// ID tells this plan from every other one, in calendars and on merging. It is written once.
	ID string
	// Coalition is whose plan it is, at most assess.MaxName characters, or empty.
	Coalition string
	// Catalogue is the number of the catalogue that the ids are from, or 0 where the file names none.
	Catalogue int
	// Made is the day of the answers that the plan was made from, Review the day on which to answer again.
	Made, Review string
	Steps        []Step
	// Notes holds what was said about topics, each of them once.
	Notes []Note
	// Focus holds how many dots a room gave to pitfalls, each of them once.
	Focus []Dots
}

// Step is one pitfall to work on, and the actions that were decided.
type Step struct {
	// Pitfall is the id of a pitfall, or empty for actions that belong to none.
	Pitfall string
	// Exposure is that of the pitfall when the plan was made, from 0 to 100, as it was shown; nil where it is not known.
	Exposure *float64
	Actions  []Action
}

// Action is one thing to do.
type Action struct {
	// ID is that of an action of the catalogue, as in "overcommitted.sort-three-piles", or for one of the coalition's own
	// "own-1" and so on. It is there once in a plan.
	ID string
	// Topic is the id of the pitfall or pill that one of the coalition's own is about, or empty.
	Topic string
	// Do says what to do, in the words of the day on which it was decided.
	Do string
	// Owner is who does it. Due is the day by which.
	Owner, Due string
	// Done is the day on which it was done, Dropped the day on which it was given up. At most one of them is set.
	Done, Dropped string
	Note          string
}

// Note is what was said about a topic.
type Note struct{ Topic, Text string }

// Dots is how many dots a room gave to a pitfall.
type Dots struct {
	Pitfall string
	Count   int
}

// Open reports whether an action is neither done nor dropped.
func (a *Action) Open() bool { return a.Done == "" && a.Dropped == "" }

// Own reports whether an action is one of the coalition's own, which no catalogue has.
func (a *Action) Own() bool { return isOwn(a.ID) }

// Late reports whether an action is open although its day is over. today is a day as YYYY-MM-DD.
func (a *Action) Late(today string) bool { return a.Open() && a.Due != "" && a.Due < today }

// Actions returns all actions of a plan in the order of its steps.
func (p *Plan) Actions() []*Action {
	var all []*Action
	for i := range p.Steps {
		for j := range p.Steps[i].Actions {
			all = append(all, &p.Steps[i].Actions[j])
		}
	}
	return all
}

// UniqueID returns the id of the plan or, where it has none, one that the same plan always has.
func (p *Plan) UniqueID() string {
	if p.ID != "" {
		return p.ID
	}
	sum := sha256.Sum256([]byte(p.Coalition + "\n" + p.Made))
	return hex.EncodeToString(sum[:idLength/2])
}

// ownPrefix begins the ids of a coalition's own actions.
const ownPrefix = "own-"

// isOwn reports whether an id is that of a coalition's own action.
func isOwn(id string) bool {
	number, own := strings.CutPrefix(id, ownPrefix)
	n, err := strconv.Atoi(number)
	return own && err == nil && n > 0 && number == strconv.Itoa(n)
}

// FreeID returns the first id for one of the coalition's own actions that the plan does not have.
func (p *Plan) FreeID() string {
	taken := map[string]bool{}
	for _, a := range p.Actions() {
		taken[a.ID] = true
	}
	return free(func(id string) bool { return taken[id] })
}

// free returns the first id for one of the coalition's own actions that is not taken.
func free(taken func(id string) bool) string {
	for n := 1; ; n++ {
		if id := ownPrefix + strconv.Itoa(n); !taken(id) {
			return id
		}
	}
}

// ids returns the ids of all actions that a plan of this catalogue can have besides a coalition's own.
func ids(c *pitfalls.Catalogue) []string {
	all := []string{c.AskTwo.ID}
	for i := range c.Topics {
		topic := &c.Topics[i]
		for _, a := range topic.Actions {
			all = append(all, topic.ID+"."+a.ID)
		}
		all = append(all, topic.ID+"."+pitfalls.TalkID)
	}
	return all
}
