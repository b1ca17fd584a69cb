package assess

import (
	"slices"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// The limits of what can be answered.
const (
	// MaxName is the longest coalition or respondent, in characters.
	MaxName = 80
	// MaxNote is the longest note, in characters.
	MaxNote = 2000
	// MaxFocus is how many pitfalls a respondent may name as mattering most.
	MaxFocus = 3
	// MaxPath is the longest path that a draft remembers, in characters.
	MaxPath = 1000
	// MaxPresent is the largest workshop.
	MaxPresent = 100_000
)

// Role says from where a respondent sees the coalition. The zero Role is "rather not say".
type Role string

// The roles.
const (
	Leader  Role = "leader"
	Staff   Role = "staff"
	Member  Role = "member"
	Partner Role = "partner"
)

// Roles returns every role in the order in which it is offered.
func Roles() []Role { return []Role{Leader, Staff, Member, Partner} }

// Answers are the answers of one respondent or one workshop, and all that an answers file can hold.
type Answers struct {
	// Coalition and Respondent are names of at most MaxName characters. Both may be empty.
	Coalition, Respondent string
	Role                  Role
	// Date is the day of the answers as YYYY-MM-DD, or empty.
	Date string
	// Language is the language in which the statements were asked, such as "en", as the file spells it; or empty.
	Language string
	// ReadOut reports whether the respondent agrees that the notes are read out.
	ReadOut bool
	// Present is how many people were at the workshop, 1 to MaxPresent; 0 when one person answered alone.
	Present int
	// Focus holds the ids of at most MaxFocus pitfalls that matter most to the respondent.
	Focus []string
	// Dots holds how many dots each pitfall got from all at a workshop, by its index: at most Present each, and MaxFocus times
	// Present in all. With dots, Focus is empty.
	Dots [pitfalls.PitfallCount]int
	// Topics holds the answers to each topic of the catalogue, by the topic's index.
	Topics []TopicAnswers
	// Draft marks the current question of an unfinished run. Only the wizard and the line prompter read it.
	Draft *Draft
}

// TopicAnswers are the answers to one topic: either to its overall statement or to its questions, never both.
type TopicAnswers struct {
	Overall   Tally
	Questions []Tally
	// Note is free text of at most MaxNote characters, line breaks included.
	Note string
}

// Draft marks how far an unfinished run has come.
type Draft struct {
	Depth Depth
	At    Place
	// Here is how many of those present at a workshop are still here, or 0 where nobody has left.
	Here int
	// Keyed is how many statements of a sheet of paper were keyed in, from the first on, also as left open; 0 in other runs.
	Keyed int
	// Report is what the run was asked to write at its end.
	Report Report
	// Plan is the plan file that the run has made, with its whole path of at most MaxPath characters, or empty.
	Plan string
	// Reveal is how far a room has seen its result.
	Reveal Reveal
	// Of tells by its content the file whose answers are being changed, or is empty where a new run is unfinished.
	Of string
}

// Reveal is how far people have seen a result together.
type Reveal struct {
	// Slide counts what is shown one after the other, from 1; or is 0 where nothing was shown yet.
	Slide int `json:"slide"`
	// Talk holds the ids of the topics that they want to talk about.
	Talk []string `json:"talk,omitempty"`
}

// Report is what a run writes at its end, so that going on in another window or on another day writes the same.
type Report struct {
	// Path is the file, with its whole path of at most MaxPath characters, and Format how it is written. Both are empty for
	// a report on the screen.
	Path, Format string
	// Minutes is the time for the agenda, or 0 where none was given.
	Minutes int
}

// New returns answers to this catalogue in which nothing is answered yet.
func New(c *pitfalls.Catalogue) *Answers {
	a := &Answers{Topics: make([]TopicAnswers, len(c.Topics))}
	for i := range a.Topics {
		a.Topics[i].Questions = make([]Tally, len(c.Topics[i].Questions))
	}
	return a
}

// At returns the tally of the question at p.
func (a *Answers) At(p Place) Tally { return *a.at(p) }

// Set replaces the tally of the question at p.
func (a *Answers) Set(p Place, t Tally) { *a.at(p) = t }

func (a *Answers) at(p Place) *Tally {
	if p.Question == Overall {
		return &a.Topics[p.Topic].Overall
	}
	return &a.Topics[p.Topic].Questions[p.Question]
}

// Quick reports whether the topic was answered by its overall statement.
func (t TopicAnswers) Quick() bool { return !t.Overall.IsZero() }

// Answered reports whether anything was answered about the topic. A note alone is no answer.
func (t TopicAnswers) Answered() bool {
	return t.Quick() || slices.ContainsFunc(t.Questions, func(q Tally) bool { return !q.IsZero() })
}

// Empty reports whether nothing was entered: no name, no role, nobody present, no answer and no note.
func (a *Answers) Empty() bool {
	return a.Coalition == "" && a.Respondent == "" && a.Role == "" && a.Present == 0 &&
		!slices.ContainsFunc(a.Topics, func(t TopicAnswers) bool { return t.Answered() || t.Note != "" })
}

// Depth returns how the topics that have an answer were answered: Full, Quick or Mixed. Without any answer it is Full.
func (a *Answers) Depth() Depth {
	quick, full := false, false
	for _, t := range a.Topics {
		quick = quick || t.Quick()
		full = full || t.Answered() && !t.Quick()
	}
	switch {
	case quick && full:
		return Mixed
	case quick:
		return Quick
	default:
		return Full
	}
}

// HasDots reports whether a workshop said with dots what matters most.
func (a *Answers) HasDots() bool { return a.Dots != [pitfalls.PitfallCount]int{} }

// Respondents returns how many people the answers speak for: everybody at a workshop, or one.
func (a *Answers) Respondents() int { return max(a.Present, 1) }

// Clone returns a deep copy.
func (a *Answers) Clone() *Answers {
	b := *a
	b.Focus = slices.Clone(a.Focus)
	b.Topics = slices.Clone(a.Topics)
	for i := range b.Topics {
		b.Topics[i].Questions = slices.Clone(a.Topics[i].Questions)
	}
	if a.Draft != nil {
		d := *a.Draft
		d.Reveal.Talk = slices.Clone(d.Reveal.Talk)
		b.Draft = &d
	}
	return &b
}
