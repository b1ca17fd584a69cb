package export

import (
	"regexp"
	"strings"
	"sync"
	"time"
)

// dayPattern matches a day in digits at the beginning of a cell, and what may come behind it: a time.
var dayPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{1,4})([-/.])(\d{1,2})([-/.])(\d{1,4})\.?(?:[T ,].*)?$`)
})

// anonymous is the day that LimeSurvey writes for all in a survey that keeps no dates.
const anonymous = "1980-01-01"

// isDay reports whether a cell looks like a day.
func isDay(cell string) bool { return dayPattern().MatchString(cell) }

// isMoment reports whether a cell looks like a day with a time of the day.
func isMoment(cell string) bool { return isDay(cell) && strings.Contains(cell, ":") }

// day returns the day in a cell as YYYY-MM-DD, with day and month in this order unless the year comes first. It is "" where
// that is no day of the calendar.
func day(cell string, order Order) string {
	m := dayPattern().FindStringSubmatch(cell)
	if m == nil || m[2] != m[4] {
		return ""
	}
	year, month, date := m[5], m[3], m[1]
	switch {
	case len(m[1]) == 4:
		year, month, date = m[1], m[3], m[5]
	case order == MonthFirst:
		month, date = m[1], m[3]
	}
	if len(year) == 2 {
		year = "20" + year
	}
	if len(year) != 4 || len(date) > 2 {
		return ""
	}
	text := year + "-" + twoDigits(month) + "-" + twoDigits(date)
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		return ""
	}
	return text
}

func twoDigits(n string) string { return strings.Repeat("0", 2-len(n)) + n }

// yearFirst reports whether a day begins with the year.
func yearFirst(cell string) bool {
	m := dayPattern().FindStringSubmatch(cell)
	return m != nil && len(m[1]) == 4
}

// orderOf returns the order of day and month in a column, where all its days can be read in just one; or AnyOrder.
func orderOf(cells []string) Order {
	dayFirst, monthFirst := true, true
	for _, cell := range cells {
		if cell != "" && !yearFirst(cell) {
			dayFirst = dayFirst && day(cell, DayFirst) != ""
			monthFirst = monthFirst && day(cell, MonthFirst) != ""
		}
	}
	switch {
	case dayFirst && !monthFirst:
		return DayFirst
	case monthFirst && !dayFirst:
		return MonthFirst
	default:
		return AnyOrder
	}
}

// days returns the days in a column as YYYY-MM-DD, or "" where there is none. What is no day is a problem.
func (r *reader) days(column int, cells []string) []string {
	order := r.Dates
	if order == AnyOrder {
		order = orderOf(cells)
	}
	all := make([]string, len(cells))
	for i, cell := range cells {
		switch {
		case cell == "":
		case order == AnyOrder && !yearFirst(cell):
			r.Undated = true
		default:
			all[i] = day(cell, order)
			if all[i] == "" {
				r.Err.addf(r.people[i].row, column+1, "%s is no day%s", quoted(cell), inOrder(order, cell))
			}
			if all[i] == anonymous {
				all[i] = ""
			}
		}
	}
	return all
}

// inOrder says in which order a day was read.
func inOrder(order Order, cell string) string {
	switch {
	case yearFirst(cell):
		return " of the calendar; correct it in the table"
	case order == MonthFirst:
		return " with the month first; if the day comes first, add --dates dmy"
	default:
		return " with the day first; if the month comes first, add --dates mdy"
	}
}
