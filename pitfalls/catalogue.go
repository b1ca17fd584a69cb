// Package pitfalls holds the catalogue: all that coalcheck asks and advises.
//
// The catalogue has ten pitfalls, the ways partnerships fail, and ten pills, the practices that prevent or relieve
// them. People edit catalogue/en.yaml; go generate turns it into static Go data, so that reading the catalogue costs
// nothing when the program starts. Another language is another YAML file beside it with the same ids.
//
// A topic, a pitfall or a pill, has two or three questions: the signs of a pitfall, the practices of a pill. Everywhere
// in coalcheck a topic is known by its index in Catalogue.Topics and a question by its index in Topic.Questions; ids
// are for files and people.
package pitfalls

import (
	"slices"
	"strings"
)

//go:generate go run ./internal/generate -in catalogue/en.yaml -out en.go

// The catalogue always has this many topics of each kind. They are constants so that what is counted for each pitfall
// fits an array.
const (
	PitfallCount = 10
	PillCount    = 10
)

// ClashCount is how many pairs Catalogue.Clashes has.
const ClashCount = 7

// Catalogue is all that is asked and advised, in one language.
type Catalogue struct {
	// Version counts the editions of the content. Answers files name the one they were written for.
	Version int
	// Language is the language of every text, as a BCP 47 tag such as "en".
	Language string
	// Frequency is the scale on which the signs of a pitfall are rated, Truth that of the practices of a pill. On the
	// first a 5 is bad news, on the second it is good news.
	Frequency, Truth Scale
	// Topics holds the ten pitfalls and then the ten pills. A topic's place here is its index everywhere.
	Topics []Topic
	// Clashes holds the pairs of statements that rarely go together.
	Clashes [ClashCount]Clash
	// AskTwo is the one action that belongs to no topic: ask two others to answer, too.
	AskTwo Action
	// Talk is what to do first about any pitfall on which people are split.
	Talk Action
	// TalkConfidential is the same for people who answered confidentially: nobody has to say how they answered. It has the same
	// id, because it is the same thing to do.
	TalkConfidential Action
	// Sources holds every source that a topic refers to.
	Sources []Source
}

// Scale gives the ratings 1 to 5 their meaning. A higher rating always says more of the statement.
type Scale struct {
	// Before is said once, before the first statement that is rated on this scale: who is meant, and what is good.
	Before string
	// Asks is the question that stands above the statements.
	Asks string
	// Labels holds the words for the ratings 1 to 5, in that order: the word for rating r is Labels[r-1].
	Labels [5]string
	// Help explains the ratings, a paragraph an element.
	Help []string
}

// Kind tells the two kinds of topic apart.
type Kind uint8

// The kinds of topic.
const (
	Pitfall Kind = iota
	Pill
)

// String returns "pitfall" or "pill".
func (k Kind) String() string {
	if k == Pill {
		return "pill"
	}
	return "pitfall"
}

// Basis says where a text comes from.
type Basis string

// Where a text comes from.
const (
	// BasisAuthor means that the author of the list of pitfalls or of pills states it.
	BasisAuthor Basis = "author"
	// BasisSource means that we derived it from what the named sources say.
	BasisSource Basis = "source"
	// BasisOurs means that it is coalcheck's own judgement.
	BasisOurs Basis = "ours"
	// BasisTitle means that only the title of the pill comes from the list's author.
	BasisTitle Basis = "title"
)

// How says how close an action stays to its sources.
type How string

// How an action relates to its sources.
const (
	// HowDirect means that the sources recommend this step.
	HowDirect How = "direct"
	// HowAdapted means that the step is coalcheck's small first step on their principle.
	HowAdapted How = "adapted"
	// HowOurs means that the step is coalcheck's own. It has no sources.
	HowOurs How = "ours"
)

// Ask says whom to ask about a topic that one does not know enough about.
type Ask string

// Whom to ask.
const (
	// AskLeader means somebody who leads: such a topic is about plans and risks.
	AskLeader Ask = "leader"
	// AskMembers means members: such a topic is about what taking part is like.
	AskMembers Ask = "members"
)

// Topic is one pitfall or one pill.
type Topic struct {
	Kind Kind
	// ID names the topic in answers files. It never changes.
	ID string
	// Title is the topic's name as its author gave it.
	Title string
	// Label is a short name of ours that reads right in a table.
	Label string
	// Ask says whom to ask about the topic.
	Ask Ask
	// Delicate reports whether some may be afraid to raise a hand at this pitfall: slips of paper then tell more, because a hand
	// that stays down out of fear is not a "don't know".
	Delicate bool
	// Summary says in one to three sentences what the topic means.
	Summary string
	// Basis says where the text of a pill comes from. It is empty for a pitfall, whose questions each have their own.
	Basis Basis
	// Overall is the one statement that stands for the whole topic in a quick run. It is not among Questions.
	Overall string
	// Questions holds the statements to rate: the signs of a pitfall, the practices of a pill.
	Questions []Question
	// LeadsTo names the pitfalls that this pitfall feeds. A pill has none.
	LeadsTo []Link
	// Pills holds the ids of the pills that treat this pitfall. A pill has none.
	Pills []string
	// Fits names for each of Pills the action of that pill that helps against this pitfall. A pill has none.
	Fits []Fit
	// Quick holds the ids of the two actions for a quick answer, which has no signs. Those of a pill are empty.
	Quick [2]string
	// Check is what one sees when the actions of a pitfall work. That of a pill is empty.
	Check Check
	// Actions holds what to do about a pitfall, or to build a pill, the first one first.
	Actions []Action
}

// Question is one statement to rate: a sign of a pitfall or a practice of a pill.
type Question struct {
	// ID names the question within its topic. It never changes.
	ID string
	// Text is the statement. In it, "we" is the coalition and "I" the person who answers.
	Text string
	// Basis says where the statement comes from, and Sources holds the ids of the sources it is drawn from.
	Basis   Basis
	Sources []string
	// Actions holds the ids of the actions that answer a sign, the best one first. A practice has none.
	Actions []string
}

// Fit names the action of a pill that helps against a pitfall.
type Fit struct {
	// Pill is the id of a pill, Action that of one of its actions.
	Pill, Action string
}

// Check is what one sees when the actions of a pitfall work.
type Check struct {
	// Days30 is what one sees after 30 days, Days90 after 90 days.
	Days30, Days90 string
}

// Clash is a practice and a sign that rarely go together. One person who rates both 4 or 5 has something to think about.
type Clash struct {
	// Practice and Sign are ids of a topic and of one of its questions, as in "risk.way-out".
	Practice, Sign string
	// Ask is the question that the pair raises.
	Ask string
}

// Link says that one pitfall feeds another.
type Link struct {
	// Pitfall is the id of the pitfall that is fed.
	Pitfall string
	// Because is the reason, as a sentence.
	Because string
	// Basis says where the claim comes from, and Sources holds the ids of the sources that make it; there are none where
	// it is our own judgement.
	Basis   Basis
	Sources []string
}

// Action is one thing to do, small enough to start this month.
type Action struct {
	// ID names the action within its topic. It never changes.
	ID string
	// Do is the instruction. In it, "you" is the reader.
	Do string
	// Effort is how long it takes, in words such as "30 min".
	Effort string
	// Minutes is how long it takes one person, from 5 to 240. Where the effort is for each of several people, it counts
	// three of them.
	Minutes int
	// How says how close the action stays to the sources whose ids Sources holds.
	How     How
	Sources []string
	// Extra marks an action of a pitfall that no sign and no quick answer calls for. Only explain shows it.
	Extra bool
}

// Source is a publication that the catalogue draws on.
type Source struct {
	// ID is what topics refer to it by. Nobody but an editor of the catalogue sees it.
	ID, Title, Publisher string
	// URL is the address, or empty where there is none.
	URL string
}

// IDs returns the ids of topics, in their order.
func IDs(topics []Topic) []string {
	ids := make([]string, len(topics))
	for i := range topics {
		ids[i] = topics[i].ID
	}
	return ids
}

// English returns the English catalogue. It is shared: callers must not change it.
func English() *Catalogue { return &en }

// Pitfalls returns the ten pitfalls. The index in the result is also the index in Topics.
func (c *Catalogue) Pitfalls() []Topic { return c.Topics[:PitfallCount] }

// Pills returns the ten pills. The index in the result is PitfallCount less than the index in Topics.
func (c *Catalogue) Pills() []Topic { return c.Topics[PitfallCount:] }

// Index returns the index in Topics of the topic with this id, or -1. No pitfall has the id of a pill.
func (c *Catalogue) Index(id string) int {
	return slices.IndexFunc(c.Topics, func(t Topic) bool { return t.ID == id })
}

// Topic returns the topic with this id, or nil. It points into the catalogue: callers must not change it.
func (c *Catalogue) Topic(id string) *Topic {
	if i := c.Index(id); i >= 0 {
		return &c.Topics[i]
	}
	return nil
}

// Source returns the source with this id, or nil.
func (c *Catalogue) Source(id string) *Source {
	i := slices.IndexFunc(c.Sources, func(s Source) bool { return s.ID == id })
	if i < 0 {
		return nil
	}
	return &c.Sources[i]
}

// Place returns the indexes of the topic and of the question that a reference such as "risk.way-out" names, or ok false.
func (c *Catalogue) Place(reference string) (topic, question int, ok bool) {
	topicID, questionID, _ := strings.Cut(reference, ".")
	if topic = c.Index(topicID); topic < 0 {
		return 0, 0, false
	}
	question = c.Topics[topic].Question(questionID)
	return topic, question, question >= 0
}

// Scale returns the scale on which topics of this kind are rated.
func (c *Catalogue) Scale(k Kind) *Scale {
	if k == Pill {
		return &c.Truth
	}
	return &c.Frequency
}

// Question returns the index of the question with this id, or -1.
func (t *Topic) Question(id string) int {
	return slices.IndexFunc(t.Questions, func(q Question) bool { return q.ID == id })
}

// Action returns the action with this id, or nil. It points into the catalogue: callers must not change it.
func (t *Topic) Action(id string) *Action {
	i := slices.IndexFunc(t.Actions, func(a Action) bool { return a.ID == id })
	if i < 0 {
		return nil
	}
	return &t.Actions[i]
}
