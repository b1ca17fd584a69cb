package examples

import (
	"strings"

	"github.com/coalcheck/coalcheck/assess"
)

// Largest returns answers of the largest workshops that a file may have: each number as large as it may be, each text as
// long. The counts differ from topic to topic, so that every kind of result is among them.
func Largest(d assess.Depth) *assess.Answers {
	a := assess.New(English)
	a.Coalition = strings.Repeat("Wide coalition ", 5) + "name."
	a.Respondent = strings.Repeat("w", assess.MaxName)
	a.Date = "2026-11-21"
	a.Present = assess.MaxPresent
	most := assess.MaxPresent
	tallies := []assess.Tally{
		{Counts: [5]int{0, 0, 0, 0, most - 1}, DontKnow: 1},
		{Counts: [5]int{most / 2, 0, 0, 0, most / 2}},
		{Counts: [5]int{most / 5, most / 5, most / 5, most / 5, most / 5}},
		{Counts: [5]int{most}},
		{DontKnow: most},
		{NotApplicable: most},
		{Counts: [5]int{1, 0, 0, 0, 0}, DontKnow: most/2 - 1, NotApplicable: most / 2},
	}
	for i, p := range (assess.Questionnaire{Catalogue: English, Depth: d}).Places() {
		a.Set(p, tallies[(p.Topic+i/7)%len(tallies)])
	}
	for i := range a.Topics {
		a.Topics[i].Note = strings.Repeat("A note that goes on and on. ", 70)
	}
	for _, p := range English.Pitfalls()[:assess.MaxFocus] {
		a.Focus = append(a.Focus, p.ID)
	}
	return a
}
