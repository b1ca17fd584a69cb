package wizard

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/style"
)

// ratingKeys are the keys that rate, with their hints and their rows in the list of keys.
var ratingKeys = []struct {
	name       string
	rating     assess.Rating
	rank       int
	sign, hint string
	signs, use string
}{
	{"1", 1, 0, "1-5", "rate", "1 2 3 4 5", "rate the marked statement and go to the next open one"},
	{name: "2", rating: 2},
	{name: "3", rating: 3},
	{name: "4", rating: 4},
	{name: "5", rating: 5},
	{"d", assess.DontKnow, 3, "d", "don't know", "d", "don't know: it does not count"},
	{"n", assess.NotApplicable, 4, "n", "n/a", "n", "not applicable to us: it does not count"},
	{name: "x", rating: assess.Unanswered, signs: "x", use: "take the answer of the marked statement back"},
}

// inWords returns a rating with its word.
func inWords(r assess.Rating, s *pitfalls.Scale) string {
	if r.Scored() {
		return r.String() + " " + r.Label(s)
	}
	return r.Label(s)
}

// ratingForm is how much of a rating there is space to show beside its statement.
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

// formFor returns the fullest form that leaves enough space for the statement.
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

// drawRating draws an answer. The digits of the current statement are brighter than those of the others.
func drawRating(t *tui.Theme, f ratingForm, r assess.Rating, s *pitfalls.Scale, current bool) string {
	if f == shortForm {
		return style.Pad(shortRating(t, r), shortWidth)
	}
	var b strings.Builder
	if f == digitsForm && (r == assess.DontKnow || r == assess.NotApplicable) {
		return t.Accent.Render(fmt.Sprintf("%*s", digitsWidth, r.Label(s)))
	}
	for d := assess.Lowest; d <= assess.Highest; d++ {
		switch {
		case d == r:
			b.WriteString(t.Accent.Render("[" + d.String() + "]"))
		case current:
			b.WriteString(" " + d.String() + " ")
		default:
			b.WriteString(t.Muted.Render(" " + d.String() + " "))
		}
	}
	if f == wordForm {
		look := t.Muted
		if current {
			look = t.Plain
		}
		b.WriteString(" " + style.Pad(look.Render(r.Label(s)), wordWidth))
	}
	return b.String()
}

func shortRating(t *tui.Theme, r assess.Rating) string {
	switch {
	case r == assess.Unanswered:
		return t.Muted.Render("  ·")
	case r.Scored():
		return t.Accent.Render("[" + r.String() + "]")
	default:
		return t.Accent.Render(" " + r.String())
	}
}

// legend explains the scale: what is asked, and the word for each digit. one asks for a single line.
func legend(t *tui.Theme, s *pitfalls.Scale, width int, one bool) []string {
	words := words(t, s, 2)
	if style.Width(words) > width {
		words = ends(t, s)
	}
	if !one {
		return append(tui.Styled(style.Wrap(s.Asks, width), t.Strong), words)
	}
	asks := t.Strong.Render(s.Asks)
	if style.Width(asks)+3+style.Width(words) <= width {
		return []string{style.Spread(asks, words, width)}
	}
	return []string{ends(t, s)}
}

// words names all five ratings.
func words(t *tui.Theme, s *pitfalls.Scale, gap int) string {
	parts := make([]string, len(s.Labels))
	for i, label := range s.Labels {
		parts[i] = t.Strong.Render(strconv.Itoa(i+1)) + " " + label
	}
	return strings.Join(parts, strings.Repeat(" ", gap))
}

// ends names the first, the middle and the last rating, for narrow windows.
func ends(t *tui.Theme, s *pitfalls.Scale) string {
	var parts []string
	for _, i := range []int{0, 2, 4} {
		parts = append(parts, t.Strong.Render(strconv.Itoa(i+1))+" "+s.Labels[i])
	}
	return strings.Join(parts, "  ")
}
