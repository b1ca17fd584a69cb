package assess

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Workshop reports whether the answers are counts of hands in a workshop.
func (a *Answers) Workshop() bool { return a.Present > 0 }

// SetPresent says how many people are present, all of whom are still here. It returns a *CountError, and changes nothing,
// where n is outside 1 to MaxPresent, under the hands that were raised for a statement, or under the dots of a pitfall. Hands that are down are only the
// difference to those present, so a smaller workshop takes its don't knows back; a larger one does not invent any for people
// who may have come late.
func (s *Session) SetPresent(n int) error {
	if n < 1 || n > MaxPresent {
		return &CountError{Present: n}
	}
	for _, p := range s.places {
		if t := s.Answers.At(p); t.Ratings()+t.NotApplicable > n {
			return &CountError{Counted: t.Ratings() + t.NotApplicable, Present: n}
		}
	}
	if dots := s.Answers.Dots; slices.Max(dots[:]) > n || sum(dots[:]) > MaxFocus*n {
		return &CountError{Dots: true, Present: n}
	}
	for _, p := range s.places {
		t := s.Answers.At(p)
		t.DontKnow = min(t.DontKnow, n-t.Ratings()-t.NotApplicable)
		s.Answers.Set(p, t)
	}
	s.Answers.Present, s.left = n, 0
	return nil
}

func sum(counts []int) int {
	total := 0
	for _, n := range counts {
		total += n
	}
	return total
}

// SetHere says how many people are still here, after some have left or come back: what was counted before stays. Where
// nothing was counted yet, or more are here than ever before, that is how many are present. It returns a *CountError, and
// changes nothing, where n is outside 1 to MaxPresent.
func (s *Session) SetHere(n int) error {
	if n < 1 || n > s.Answers.Present || !s.counted() {
		return s.SetPresent(n)
	}
	s.left = s.Answers.Present - n
	return nil
}

// Here returns how many of those present are still here.
func (s *Session) Here() int { return s.Answers.Present - s.left }

// HereFor returns how many people can raise a hand for the question at p: those who are still here, and at a question that
// was counted those who were then.
func (s *Session) HereFor(p Place) int { return max(s.Here(), s.Answers.At(p).Votes()) }

// NeedsReason reports whether it matters why only n people are here: because some of those who were counted have left, which
// is for SetHere, or because the number before was mistyped, which is for SetPresent.
func (s *Session) NeedsReason(n int) bool {
	return n > 0 && n < s.Answers.Present && s.left == 0 && s.counted()
}

func (s *Session) counted() bool {
	return slices.ContainsFunc(s.places, func(p Place) bool { return !s.Answers.At(p).IsZero() })
}

// Count stores how many hands went up for each answer to the question at p. The zero tally takes the count back. It
// returns a *CountError, and changes nothing, where more hands were counted than people are present.
func (s *Session) Count(p Place, t Tally) error {
	if t.Votes() > s.Answers.Present {
		return &CountError{Counted: t.Votes(), Present: s.Answers.Present}
	}
	s.Answers.Set(p, t)
	return nil
}

// CountError means that the hands counted and the people present do not go together.
type CountError struct {
	// Counted is how many hands went up. Where it is 0, and the dots are not too many, Present is no size of a workshop.
	Counted int
	// Dots is set where the dots of the focus are too many.
	Dots bool
	// Present is how many people are said to be there.
	Present int
}

// Error says what is wrong and what would be right, in a line.
func (e *CountError) Error() string {
	if e.Dots {
		return fmt.Sprintf("The dots of your focus are more than %d people have.", e.Present)
	}
	if e.Counted == 0 {
		return "A room holds 1 to 100,000 people."
	}
	if e.Present == 1 {
		return fmt.Sprintf("%d hands are more than 1 person.", e.Counted)
	}
	return fmt.Sprintf("%d hands are more than %d people.", e.Counted, e.Present)
}

// HandBoxes is how many counts a line of hands has at most: those for 1 to 5, don't know and not applicable.
const HandBoxes = 7

// ParseHands reads counts with spaces, tabs or commas between them: five for the ratings 1 to 5, then perhaps one for
// don't know and one for not applicable. Where no don't knows are given, the hands that stay down of those present are
// don't knows. The second result is how many numbers the line has; ok reports whether they are counts. A count over
// MaxPresent is cut to one more than that, so that no sum can overflow.
func ParseHands(line string, present int) (t Tally, numbers int, ok bool) {
	fields := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == '\t' || r == ',' })
	if len(fields) > HandBoxes {
		return Tally{}, len(fields), false
	}
	boxes := [HandBoxes]*int{&t.Counts[0], &t.Counts[1], &t.Counts[2], &t.Counts[3], &t.Counts[4], &t.DontKnow, &t.NotApplicable}
	for i, f := range fields {
		if strings.Trim(f, "0123456789") != "" {
			return Tally{}, len(fields), false
		}
		n, err := strconv.Atoi(f)
		if err != nil || n > MaxPresent {
			n = MaxPresent + 1
		}
		*boxes[i] = n
	}
	if len(fields) == len(t.Counts) {
		t.DontKnow = max(0, present-t.Ratings())
	}
	return t, len(fields), len(fields) >= len(t.Counts)
}

// FormatHands returns a tally as a line that ParseHands reads back, without the don't knows where these are the hands
// that stay down. It returns "" for the zero tally.
func FormatHands(t Tally, present int) string {
	if t.IsZero() {
		return ""
	}
	parts := make([]string, 0, HandBoxes)
	for _, n := range t.Counts {
		parts = append(parts, strconv.Itoa(n))
	}
	if t.NotApplicable > 0 || t.DontKnow != present-t.Ratings() {
		parts = append(parts, strconv.Itoa(t.DontKnow))
	}
	if t.NotApplicable > 0 {
		parts = append(parts, strconv.Itoa(t.NotApplicable))
	}
	return strings.Join(parts, " ")
}
