package planfile

import (
	"slices"
	"strings"
	"time"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// TakesAway reports whether what a person typed as an owner or a day means that there is none.
func TakesAway(text string) bool {
	text = strings.ToLower(strings.Join(strings.Fields(safetext.Narrow(text)), " "))
	return slices.Contains([]string{"-", "none", "nobody", "no day"}, text)
}

// SpellDay spells a day of a plan in a layout of package time. What is no day is spelled as nothing.
func SpellDay(day, layout string) string {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return d.Format(layout)
}
