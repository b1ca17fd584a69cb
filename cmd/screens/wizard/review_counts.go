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

// count is how many hands went up for each answer. It shows no mean: people may be looking on.
func (r *review) count(p assess.Place, look lipgloss.Style) string {
	t := r.wiz.run.Session.Answers.At(p)
	if t.IsZero() {
		return r.wiz.Theme.Alert.Render("open")
	}
	cells := make([]string, 0, len(tallyColumns))
	for _, n := range append(t.Counts[:], t.DontKnow, t.NotApplicable) {
		cells = append(cells, strconv.Itoa(n))
	}
	return look.Render(r.columns(cells))
}

// columns sets cells in columns that are wide enough for the largest count, so that one can read down them.
func (r *review) columns(cells []string) string {
	widest := 10
	for _, p := range r.wiz.run.Session.Places() {
		t := r.wiz.run.Session.Answers.At(p)
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
