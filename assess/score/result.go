// Package score turns answers into a result and a plan. It is plain arithmetic that a reader can redo with a pencil;
// docs/arithmetic.md explains every formula and where its cut points come from.
//
// The package is pure: the same answers give the same result on every processor. Every comparison is on values rounded
// to a millionth, no product is fused into a sum, and nothing iterates over a map.
package score

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/pitfalls"
)

//go:generate go run ./internal/simulate -write ../../docs/arithmetic.md

// Result is everything that is derived from the answers of a group.
type Result struct {
	Group *group.Group
	// Depth says how the topics that have an answer were answered.
	Depth assess.Depth
	// Topics holds the score of each topic of the catalogue, by the topic's index.
	Topics []Topic
	Plan   Plan
	// Dots holds how many dots a room gave to each pitfall. They order its talk.
	Dots [pitfalls.PitfallCount]int
	// SeenDifferently holds the topics that leaders and staff see differently from members and partners, the largest
	// distance first, and TwoViews says whether one side rates the coalition better in most topics; else it is nil.
	SeenDifferently []SideDifference
	TwoViews        *TwoViews
	// Cautions holds what a reader has to know before the plan, in the order of their kinds.
	Cautions []Caution
	// Confidential reports whether everything that fewer than five people said is hidden. Scores are tens then. Tallies,
	// votes, camps and who stands apart are zero, the group holds no answers, and nothing is known of how sure the order is.
	Confidential bool
	// SidesWithheld reports whether a confidential result hides what the sides see differently, because fewer than five are
	// on one of them.
	SidesWithheld bool
}

// Topic is the score of one pitfall or pill.
type Topic struct {
	*pitfalls.Topic
	State State
	// Value is the exposure of a pitfall (higher is worse) or the strength of a pill (higher is better), 0 to 100. It
	// is 0 unless State is Scored.
	Value float64
	// Band is NoBand unless State is Scored.
	Band Band
	// Priority orders the pitfalls of the plan, 0 to 125. It is 0 for a pill and unless State is Scored.
	Priority float64
	// Terms holds the factors of Priority. It is zero for a pill and unless State is Scored.
	Terms Terms
	// Asked counts the applicable questions, Answered those of them with at least one rating of 1 to 5.
	Asked, Answered int
	// Votes sums the tallies of all questions of the topic.
	Votes assess.Tally
	// Split reports whether at least half of the rated questions of a scored topic are split.
	Split bool
	// Camps is the largest Camps of its questions. Apart reports whether one stands apart in one of the questions of a
	// scored topic.
	Camps float64
	Apart bool
	// Quick reports whether the topic was answered by its overall statement, or is withheld where all topics were asked
	// so.
	Quick bool
	// Questions holds the overall statement alone when Quick, else the signs or practices.
	Questions []Question
	// Notes holds what respondents wrote about the topic.
	Notes []string
}

// Question is the score of one question.
type Question struct {
	Place assess.Place
	// Mean is the mean of the ratings of 1 to 5, or 0 where there is none.
	Mean  float64
	Tally assess.Tally
	// Split reports whether the ratings form two camps, one low and one high. It takes five ratings to say so.
	Split bool
	// Camps says how strong the camps are: 100 where half rate low and half high, 0 where one side is empty or there are
	// fewer than five ratings.
	Camps float64
	// Apart is the rating of the one who stands apart from all others, or Unanswered.
	Apart assess.Rating
	// Suppressed reports whether a confidential report hides the ratings: fewer than five gave one, perhaps nobody.
	Suppressed bool
	// Tens is the score of the question, 10 to 90, in a confidential result that shows it, else 0. Mean follows from it.
	Tens int
	// Bars is the distribution of the ratings in a confidential result, where two parts of five ratings or more can be told.
	Bars []Bar
}

// Rated reports whether anybody rated the question, as far as that is shown.
func (q Question) Rated() bool { return q.Tens > 0 || q.Tally.Ratings() > 0 }

// Ratings returns how many rated the question. It is 0 in a confidential result.
func (q Question) Ratings() int { return q.Tally.Ratings() }

// Ratings returns how many ratings the questions of the topic have together. It is 0 in a confidential result.
func (t *Topic) Ratings() int { return t.Votes.Ratings() }

// Raters returns how many rated the question that fewest and that most people rated, of those that anybody rated. Both
// are 0 where there is none.
func (t *Topic) Raters() (fewest, most int) {
	for _, q := range t.Questions {
		n := q.Ratings()
		if n > 0 && (fewest == 0 || n < fewest) {
			fewest = n
		}
		most = max(most, n)
	}
	return fewest, most
}

// QuestionID returns the question's id, or "overall".
func (t *Topic) QuestionID(q Question) string {
	if q.Place.Question == assess.Overall {
		return "overall"
	}
	return t.Topic.Questions[q.Place.Question].ID
}

// State is whether a topic has a score, and why not.
type State uint8

const (
	// Scored means that at least half of the applicable questions were rated.
	Scored State = iota
	// NotApplicable means that no question of the topic applies.
	NotApplicable
	// NotEnoughAnswers means that fewer than half of the applicable questions were rated. It is never shown as 0.
	NotEnoughAnswers
	// Suppressed means that a confidential report hides the topic. It counts as not scored everywhere.
	Suppressed
)

// String returns the state as JSON spells it, such as "not_enough_answers".
func (s State) String() string {
	return [...]string{"scored", "not_applicable", "not_enough_answers", "withheld"}[s]
}

// Band is a part of the scale of scores.
type Band uint8

// The bands: Calm, Watch and Pressing of a pitfall; Weak, Partial and Strong of a pill.
const (
	NoBand Band = iota
	Calm
	Watch
	Pressing
	Weak
	Partial
	Strong
)

// String returns the band's id, such as "pressing", or "" for NoBand.
func (b Band) String() string {
	return [...]string{"", "calm", "watch", "pressing", "weak", "partial", "strong"}[b]
}

// Terms are the factors of a priority: Exposure × (1 − s/2) × Focus, where s is Remedies/100.
type Terms struct {
	// Exposure is the pitfall's exposure, 0 to 100.
	Exposure float64
	// Remedies is the mean strength of those of its pills that are scored, 0 to 100. It is 0 where Rated is false.
	Remedies float64
	// Rated reports whether any of its pills is scored.
	Rated bool
	// Focus is 1 plus a quarter of the share of respondents with a focus who chose this pitfall, 1 to 1.25.
	Focus float64
	// FocusVotes is how many of FocusVoters, the respondents who named a focus, named this pitfall.
	FocusVotes, FocusVoters int
}

// Plan is what to work on, in order. Topics are named by their index in the catalogue.
type Plan struct {
	// Limit is how many steps to start at once: three, or two when the coalition is overcommitted.
	Limit int
	// InPlace holds up to three strong pills, NoTrouble up to three calm pitfalls, the best first. Topics whose score may
	// be too good are in neither: those that are split or seen differently, or that one person sees much worse than all
	// others, or that a third or more do not know about.
	InPlace, NoTrouble []int
	// Level is how many steps are exactly level with the first, itself included: only the catalogue orders them. It is 0
	// where there is no step.
	Level int
	// OvercommittedMoved reports whether overcommitted is the second step because it is pressing, and would be a later one.
	OvercommittedMoved bool
	// Steps holds the pressing and then the watch pitfalls, each by priority: first those to start now, then next, then
	// later.
	Steps []Step
	// FindOut holds the topics with too few answers or too many don't knows, WorthBuilding the weak pills that treat no
	// pitfall of the plan; both in catalogue order.
	FindOut, WorthBuilding []int
	// Unanswered holds the topics without any answer, in catalogue order. They are in FindOut too.
	Unanswered []int
}

// Now returns the steps to start with.
func (p *Plan) Now() []Step {
	n := slices.IndexFunc(p.Steps, func(s Step) bool { return s.When != Now })
	if n < 0 {
		return p.Steps
	}
	return p.Steps[:n]
}

// Step is one pitfall to work on.
type Step struct {
	// Rank counts from 1 through the whole plan.
	Rank int
	When When
	// Pitfall is the index of the pitfall.
	Pitfall int
	// Take holds up to two of the pitfall's pills with a strength under 75, the weakest first; ties are in catalogue
	// order. LeanOn holds those at 75 or more, in the order in which the pitfall names them.
	Take, LeanOn []int
	// Shows is how the pitfall shows.
	Shows Shows
	// Actions holds what to do, in order. Later steps have none. The first action of the first step is the one to do first.
	Actions []Action
	// Eases holds the pressing or watch pitfalls that this one feeds.
	Eases []Ease
	// TalkFirst asks to talk about the pitfall before acting on it, because the answers are split.
	TalkFirst bool
	// Doubts holds pills of LeanOn whose practice rarely goes together with a sign of the pitfall that one person rated as
	// high. It is empty unless Clashing is among the cautions.
	Doubts []Doubt
	// CheckRemedies asks whether the remedies are the right ones: all are rated strong and the pitfall is still there.
	CheckRemedies bool
}

// Doubt is a pill that is rated as in place, and may not be.
type Doubt struct {
	// Pill is the index of the pill, Clash the pair that raises the doubt.
	Pill  int
	Clash *pitfalls.Clash
}

// When is a part of the plan.
type When uint8

// The parts of the plan.
const (
	Now When = iota
	Next
	Later
)

// String returns "now", "next" or "later".
func (w When) String() string { return [...]string{"now", "next", "later"}[w] }

// Action is one thing to do in a step.
type Action struct {
	// Topic is the index of the pitfall or pill that the action comes from, or NoTopic.
	Topic int
	*pitfalls.Action
	// For says what the action answers: the id of a sign of the pitfall or of a pill, or ForQuick, ForTalk or ForFlat.
	For string
}

// Shows is the question in which a pitfall shows most.
type Shows struct {
	Place assess.Place
	// Mean is the mean of its ratings, 1 to 5.
	Mean float64
	// High is how many of Of ratings are 4 or 5. Both are 0 where a confidential report hides them.
	High, Of int
}

// Label returns the rating that the mean is nearest to; halves go up.
func (s Shows) Label() assess.Rating {
	label := assess.Lowest
	for label < assess.Highest && round(s.Mean) >= millionths(label)*one+one/2 {
		label++
	}
	return label
}

// Ease is a pitfall that a step should ease.
type Ease struct {
	// Pitfall is the index of the pitfall that should get easier.
	Pitfall int
	// Because is the reason, as a sentence.
	Because string
}
