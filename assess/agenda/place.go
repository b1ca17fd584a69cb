package agenda

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess"
)

// Part is what a room looks at, in order.
type Part int

// The parts.
const (
	// Opening is what is said before anything is shown.
	Opening Part = iota
	// Statements are what was answered, one after the other.
	Statements
	// List is what to talk about.
	List
	// Talk is the talk about one of the chosen topics.
	Talk
	// Plan is who does what by when.
	Plan
)

// The slides are counted from 1: the opening, the statements, the list, the talks that are chosen, and the plan.
const firstStatement = 2

// StatementSlide returns the number of the slide of a statement, by its index.
func (a *Agenda) StatementSlide(statement int) int { return firstStatement + statement }

// ListSlide returns the number of the slide of what to talk about.
func (a *Agenda) ListSlide() int { return firstStatement + a.statements }

// TalkSlide returns the number of the slide of a chosen topic, by its index in Talks.
func (a *Agenda) TalkSlide(talk int) int { return a.ListSlide() + 1 + talk }

// PlanSlide returns the number of the last slide.
func (a *Agenda) PlanSlide() int { return a.TalkSlide(len(a.Talks())) }

// PartOf returns the part that a slide belongs to, and the index of its statement or talk. A number that no slide has leads to the
// nearest one.
func (a *Agenda) PartOf(slide int) (part Part, index int) {
	switch list := a.ListSlide(); {
	case slide < firstStatement:
		return Opening, 0
	case slide < list:
		return Statements, slide - firstStatement
	case slide == list:
		return List, 0
	case slide < a.PlanSlide():
		return Talk, slide - list - 1
	default:
		return Plan, 0
	}
}

// At returns how far the room is that looks at a slide.
func (a *Agenda) At(slide int) assess.Reveal {
	return assess.Reveal{Slide: slide, Talk: slices.Clone(a.chosen)}
}
