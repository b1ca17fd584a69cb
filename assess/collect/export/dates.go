package export

import (
	"regexp"
	"strings"
	"sync"
	"time"
)

// dayPattern matches a day in digits at the beginning of a cell, and what may come behind it: a time.
var dayPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{1,2}|\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2}|\d{4})\.?(?:[T ,].*)?$`)
})

// anonymous is the day that LimeSurvey writes for all in a survey that keeps no dates.
const anonymous = "1980-01-01"

// digits are the three numbers of a day as a cell has them. They are empty where a cell is no day.
type digits struct{ first, middle, last string }

// dayIn returns the numbers of the day in a cell.
func dayIn(cell string) digits {
	m := dayPattern().FindStringSubmatch(cell)
	if m == nil || m[2] != m[4] {
		return digits{}
	}
	return digits{m[1], m[3], m[5]}
}

// isMoment reports whether a cell looks like a day with a time of the day.
func isMoment(cell string) bool { return dayIn(cell) != digits{} && strings.Contains(cell, ":") }

// yearFirst reports whether a day begins with a whole year.
func (d digits) yearFirst() bool { return len(d.first) == len("2026") }

// in returns the day as YYYY-MM-DD, with day and month in this order unless the year comes first. It is "" where that is no day of
// the calendar.
func (d digits) in(order Order) string {
	switch {
	case d.yearFirst():
		return calendarDay(d.first, d.middle, d.last)
	case order == MonthFirst:
		return calendarDay(d.last, d.first, d.middle)
	default:
		return calendarDay(d.last, d.middle, d.first)
	}
}

// calendarDay returns a day as YYYY-MM-DD, or "" where it is none. A year may have its last two digits.
func calendarDay(year, month, date string) string {
	if len(year) == 2 {
		year = "20" + year
	}
	day, err := time.Parse("2006-1-2", year+"-"+month+"-"+date)
	if err != nil {
		return ""
	}
	return day.Format(time.DateOnly)
}

// orderOf returns the order of day and month in a column, where all its days can be read in just one way; or AnyOrder. A year of two
// digits may come first, too.
func orderOf(days []digits) Order {
	dayFirst, monthFirst, shortYearFirst := true, true, true
	for _, d := range days {
		if d == (digits{}) || d.yearFirst() {
			continue
		}
		dayFirst = dayFirst && d.in(DayFirst) != ""
		monthFirst = monthFirst && d.in(MonthFirst) != ""
		shortYearFirst = shortYearFirst && len(d.first) == 2 && len(d.last) <= 2 && calendarDay(d.first, d.middle, d.last) != ""
	}
	switch {
	case dayFirst && !monthFirst && !shortYearFirst:
		return DayFirst
	case monthFirst && !dayFirst && !shortYearFirst:
		return MonthFirst
	default:
		return AnyOrder
	}
}

// days returns the days in a column as YYYY-MM-DD, or "" where there is none. What is no day is a problem.
func (r *reader) days(column int, cells []string, read []digits) []string {
	order := r.Dates
	if order == AnyOrder {
		order = orderOf(read)
	}
	all := make([]string, len(read))
	for i, d := range read {
		switch {
		case d == digits{}:
		case order == AnyOrder && !d.yearFirst():
			r.Undated = true
		default:
			all[i] = d.in(order)
			if all[i] == "" {
				r.Err.addf(r.people[i].row, column+1, noDay(d, order), quoted(cells[i]))
			}
			if all[i] == anonymous {
				all[i] = ""
			}
		}
	}
	return all
}

// noDay says that what a cell has is no day, and what to do.
func noDay(d digits, order Order) string {
	switch {
	case d.yearFirst():
		return "%s is no day of the calendar; correct it in the table"
	case order == MonthFirst:
		return "%s is no day with the month first; if the day comes first, add --dates dmy"
	default:
		return "%s is no day with the day first; if the month comes first, add --dates mdy"
	}
}
