// Package assess is about questions and answers: ratings, tallies, the questionnaire, and the answers of one respondent
// or one workshop.
//
// Answers are stored and scores are derived from them, by package score. Everything here is pure: no terminal and no
// clock.
package assess

import (
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// Rating is one answer to one question.
type Rating uint8

// The ratings. 1 to 5 are their own values.
const (
	// Unanswered is no answer at all. It is not stored in a file.
	Unanswered Rating = 0
	// Lowest is the least of the ratings that count towards a mean.
	Lowest Rating = 1
	// Highest is the greatest of them.
	Highest Rating = 5
	// DontKnow is written "dk".
	DontKnow Rating = 6
	// NotApplicable is written "na".
	NotApplicable Rating = 7
)

// Scored reports whether the rating is one of 1 to 5, which alone count towards a mean.
func (r Rating) Scored() bool { return r >= Lowest && r <= Highest }

// String returns the rating as an answers file spells it: "1" to "5", "dk", "na", or "" when unanswered.
func (r Rating) String() string {
	switch {
	case r.Scored():
		return strconv.Itoa(int(r))
	case r == DontKnow:
		return "dk"
	case r == NotApplicable:
		return "na"
	default:
		return ""
	}
}

// ParseWords returns the rating that a text spells in the words of screens: a label of the scale, "don't know" or "not
// applicable", in any case and with any apostrophe; or Unanswered.
func ParseWords(text string, s *pitfalls.Scale) Rating {
	text = strings.ReplaceAll(strings.ToLower(text), "’", "'")
	switch text {
	case "don't know", "dont know", "do not know":
		return DontKnow
	case "not applicable", "n/a":
		return NotApplicable
	}
	for i, label := range s.Labels {
		if strings.ToLower(label) == text {
			return Rating(i + 1)
		}
	}
	return Unanswered
}

// Label returns the rating in words, such as "Often" or "Don't know", or "" when unanswered.
func (r Rating) Label(s *pitfalls.Scale) string {
	switch {
	case r.Scored():
		return s.Labels[r-1]
	case r == DontKnow:
		return "Don't know"
	case r == NotApplicable:
		return "Not applicable"
	default:
		return ""
	}
}

// Tally counts how many gave each rating to one question. One person's answer is a tally of one vote.
type Tally struct {
	// Counts holds how many rated 1, 2, 3, 4 and 5.
	Counts        [5]int
	DontKnow      int
	NotApplicable int
}

// TallyOf returns the tally of one vote, which is the zero tally for Unanswered.
func TallyOf(r Rating) Tally {
	var t Tally
	switch {
	case r.Scored():
		t.Counts[r-1] = 1
	case r == DontKnow:
		t.DontKnow = 1
	case r == NotApplicable:
		t.NotApplicable = 1
	}
	return t
}

// Ratings returns how many rated 1 to 5.
func (t Tally) Ratings() int {
	n := 0
	for _, c := range t.Counts {
		n += c
	}
	return n
}

// Votes returns how many answered at all, don't know and not applicable included.
func (t Tally) Votes() int { return t.Ratings() + t.DontKnow + t.NotApplicable }

// IsZero reports whether nobody answered.
func (t Tally) IsZero() bool { return t == Tally{} }

// Plus returns the sum of two tallies.
func (t Tally) Plus(u Tally) Tally {
	for i := range t.Counts {
		t.Counts[i] += u.Counts[i]
	}
	t.DontKnow += u.DontKnow
	t.NotApplicable += u.NotApplicable
	return t
}

// Rating returns the one answer in a tally of one vote. It returns Unanswered for every other tally.
func (t Tally) Rating() Rating {
	for r := Lowest; r <= NotApplicable; r++ {
		if t == TallyOf(r) {
			return r
		}
	}
	return Unanswered
}

// Kinds is how many kinds of answer there are: 1 to 5, don't know and not applicable.
const Kinds = int(NotApplicable)

// Count returns where the tally counts a rating, which may not be Unanswered.
func (t *Tally) Count(r Rating) *int {
	switch r {
	case DontKnow:
		return &t.DontKnow
	case NotApplicable:
		return &t.NotApplicable
	default:
		return &t.Counts[r-1]
	}
}

// All returns the counts of every kind of answer, in the order of the ratings.
func (t *Tally) All() [Kinds]int {
	return [Kinds]int{t.Counts[0], t.Counts[1], t.Counts[2], t.Counts[3], t.Counts[4], t.DontKnow, t.NotApplicable}
}
