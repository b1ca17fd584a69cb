package wizard

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/coalcheck/coalcheck/assess"
)

// roomColumns are the heads over the counts in the review: the ratings, don't know and not applicable.
var roomColumns = [assess.HandBoxes]string{"1", "2", "3", "4", "5", "dk", "na"}

// count is how many hands went up for each answer. It shows no mean: the room may be looking on.
func (r *review) count(p assess.Place, style lipgloss.Style) string {
	t := r.m.run.Session.Answers.At(p)
	if t.IsZero() {
		return r.m.theme.alert.Render("open")
	}
	cells := make([]string, 0, len(roomColumns))
	for _, n := range append(t.Counts[:], t.DontKnow, t.NotApplicable) {
		cells = append(cells, strconv.Itoa(n))
	}
	return style.Render(r.columns(cells))
}

// columns sets cells in columns that are wide enough for the largest count, so that one can read down them.
func (r *review) columns(cells []string) string {
	widest := 10
	for _, p := range r.m.run.Session.Places() {
		t := r.m.run.Session.Answers.At(p)
		for _, n := range append(t.Counts[:], t.DontKnow, t.NotApplicable) {
			widest = max(widest, n)
		}
	}
	var b strings.Builder
	for _, cell := range cells {
		fmt.Fprintf(&b, " %*s", len(strconv.Itoa(widest)), cell)
	}
	return b.String()[1:]
}
