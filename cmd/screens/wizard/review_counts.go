package wizard

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/coalcheck/coalcheck/assess"
)

// tallyColumns are the heads over the counts in the review: the ratings, don't know and not applicable.
var tallyColumns = [assess.HandBoxes]string{"1", "2", "3", "4", "5", "dk", "na"}

// count is how many hands went up for each answer, with no mean. Before the reveal it only says whether they were counted,
// and how many people gave no answer: the room looks on, and would see the result before anybody has asked for it.
func (r *review) count(p assess.Place, look lipgloss.Style) string {
	t, here := r.wiz.run.Session.Answers.At(p), r.wiz.run.Session.HereFor(p)
	switch {
	case t.IsZero():
		return r.wiz.Theme.Alert.Render("open")
	case r.tabled():
		return look.Render(r.columns(cells(t)))
	case r.wiz.revealed:
		return look.Render(fmt.Sprintf("%d rated", t.Ratings()))
	case t.Votes() < here:
		return look.Render(fmt.Sprintf("%d of %d", t.Votes(), here))
	default:
		return look.Render("counted")
	}
}

// minStatement is how much of a statement stands before its counts, at least.
const minStatement = 12

// tabled reports whether the counts stand in columns: they are known to all, and leave space for the statements.
func (r *review) tabled() bool {
	width := len(tallyColumns)*(r.digits+1) - 1
	return r.wiz.revealed && width+minStatement <= r.area.Width
}

// columns sets cells in columns that are wide enough for the largest count, so that one can read down them.
func (r *review) columns(cells []string) string {
	var b strings.Builder
	for _, cell := range cells {
		fmt.Fprintf(&b, " %*s", r.digits, cell)
	}
	return b.String()[1:]
}

// widest returns how many columns the largest count takes, or else the longest head.
func widest(s *assess.Session) int {
	digits := len(tallyColumns[len(tallyColumns)-1])
	for _, p := range s.Places() {
		for _, cell := range cells(s.Answers.At(p)) {
			digits = max(digits, len(cell))
		}
	}
	return digits
}

func cells(t assess.Tally) []string {
	cells := make([]string, 0, len(tallyColumns))
	for _, n := range append(t.Counts[:], t.DontKnow, t.NotApplicable) {
		cells = append(cells, strconv.Itoa(n))
	}
	return cells
}
