package plantable

import (
	"fmt"
	"time"

	"github.com/coalcheck/coalcheck/assess/planfile"
)

// counts says how many actions are open and how many of them late.
func counts(open, late int) string {
	switch {
	case open == 0:
		return "Nothing is open."
	case late == 0:
		return fmt.Sprintf("%d open", open)
	default:
		return fmt.Sprintf("%d open, %d late", open, late)
	}
}

// dayLayout spells a day with all that tells it.
const dayLayout = "Mon 2 Jan 2006"

// longDay spells a day with all that tells it.
func longDay(day time.Time) string { return day.Format(dayLayout) }

// shortDay spells a day of a plan in a few columns: with its year alone where it is far off.
func (s *Screen) shortDay(day string) string {
	d, err := time.Parse(time.DateOnly, day)
	switch {
	case err != nil:
		return ""
	case d.Before(s.o.Today.AddDate(0, -6, 0)) || d.After(s.o.Today.AddDate(0, 11, 0)):
		return d.Format("1/2006")
	default:
		return d.Format("2 Jan")
	}
}

// fullDay spells a day of a plan with all that tells it.
func fullDay(day string) string { return planfile.SpellDay(day, dayLayout) }

// understood says which day was understood, and how far off it is. farOff is true where another day may be meant.
func understood(day, today time.Time, farOff bool) string {
	switch n := int(day.Sub(today).Hours() / 24); {
	case n == 0:
		return longDay(day) + ", today"
	case n == 1:
		return longDay(day) + ", tomorrow"
	case n == -1:
		return longDay(day) + ", yesterday"
	case farOff:
		return fmt.Sprintf("%s: next year, in %d days", longDay(day), n)
	case n < 0:
		return fmt.Sprintf("%s, %d days ago", longDay(day), -n)
	default:
		return fmt.Sprintf("%s, in %d days", longDay(day), n)
	}
}
