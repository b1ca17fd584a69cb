package wizard

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// ratingOf is which rating a key gives.
var ratingOf = map[string]assess.Rating{
	"1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "d": assess.DontKnow, "n": assess.NotApplicable, "x": assess.Unanswered,
}

// ratingForm is how much of a rating there is room to show beside its statement.
type ratingForm int

const (
	// shortForm shows the rating alone, such as [4].
	shortForm ratingForm = iota
	// digitsForm shows the five digits with the chosen one in brackets.
	digitsForm
	// wordForm shows the digits and the chosen one's word.
	wordForm
)

// The widths of the parts of a rating, in columns.
const (
	digitsWidth = 15 // five digits in cells of three
	wordWidth   = 14 // "Not applicable"
	shortWidth  = 4
)

// width returns how many columns the form takes.
func (f ratingForm) width() int {
	return [...]int{shortWidth, digitsWidth, digitsWidth + 1 + wordWidth}[f]
}

// formFor returns the fullest form that leaves enough room for the statement.
func formFor(width int) ratingForm {
	switch {
	case width >= 72:
		return wordForm
	case width >= 52:
		return digitsForm
	default:
		return shortForm
	}
}

// rating draws an answer. The digits of the current statement stand out from those of the others.
func (t *theme) rating(f ratingForm, r assess.Rating, s *pitfalls.Scale, current bool) string {
	if f == shortForm {
		return pad(t.shortRating(r), shortWidth)
	}
	var b strings.Builder
	if f == digitsForm && (r == assess.DontKnow || r == assess.NotApplicable) {
		return t.accent.Render(fmt.Sprintf("%*s", digitsWidth, r.Label(s)))
	}
	for d := assess.Lowest; d <= assess.Highest; d++ {
		switch {
		case d == r:
			b.WriteString(t.accent.Render("[" + d.String() + "]"))
		case current:
			b.WriteString(" " + d.String() + " ")
		default:
			b.WriteString(t.muted.Render(" " + d.String() + " "))
		}
	}
	if f == wordForm {
		style := t.muted
		if current {
			style = t.plain
		}
		b.WriteString(" " + pad(style.Render(r.Label(s)), wordWidth))
	}
	return b.String()
}

func (t *theme) shortRating(r assess.Rating) string {
	switch {
	case r == assess.Unanswered:
		return t.muted.Render("  ·")
	case r.Scored():
		return t.accent.Render("[" + r.String() + "]")
	default:
		return t.accent.Render(" " + r.String())
	}
}

// legend explains the scale: what is asked, and the word for each digit. one asks for a single line.
func (t *theme) legend(s *pitfalls.Scale, width int, one bool) []string {
	asks, words := t.strong.Render(s.Asks), t.words(s, 2)
	if lipgloss.Width(words) > width {
		words = t.ends(s)
	}
	if !one {
		return []string{asks, words}
	}
	if lipgloss.Width(asks)+3+lipgloss.Width(words) <= width {
		return []string{spread(asks, words, width)}
	}
	return []string{t.ends(s)}
}

// words names all five ratings.
func (t *theme) words(s *pitfalls.Scale, gap int) string {
	parts := make([]string, len(s.Labels))
	for i, label := range s.Labels {
		parts[i] = t.strong.Render(strconv.Itoa(i+1)) + " " + label
	}
	return strings.Join(parts, strings.Repeat(" ", gap))
}

// ends names the first, the middle and the last rating, for narrow windows.
func (t *theme) ends(s *pitfalls.Scale) string {
	var parts []string
	for _, i := range []int{0, 2, 4} {
		parts = append(parts, t.strong.Render(strconv.Itoa(i+1))+" "+s.Labels[i])
	}
	return strings.Join(parts, "  ")
}
