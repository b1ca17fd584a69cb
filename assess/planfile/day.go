package planfile

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Why a text is no day.
var (
	// ErrNoDay means that nobody can tell which day is meant.
	ErrNoDay = errors.New("not a day")
	// ErrTwoDays means that two days may be meant: to some people 3/4 is in April, and to others in March.
	ErrTwoDays = errors.New("one of two days")
)

// DayOf returns the day that a person means who says it today: as in "10 dec", "Dec 10, 2027", "2026-12-10", "12/25", "fri",
// "next friday", "tomorrow", "in two weeks", "3 months" or "end of the month". A day without a year is the next one, today
// included, and so is a day of the week, today excluded; "next friday" is in the week after this one, which begins on Monday.
// A day with a year may be over. The error is ErrNoDay or ErrTwoDays.
func DayOf(text string, today time.Time) (time.Time, error) {
	day, _, err := readDay(text, today)
	return day, err
}

// FarOff reports whether a text names a day without its year, and the next such day is so far ahead that another one may be meant:
// one that was not long ago.
func FarOff(text string, today time.Time) bool {
	day, yearless, err := readDay(text, today)
	return err == nil && yearless && day.After(today.AddDate(0, 9, 0)) && day.Year() == today.Year()+1
}

// readDay returns the day that is meant, and whether its year is left out.
func readDay(text string, today time.Time) (day time.Time, yearless bool, err error) {
	text = strings.ToLower(strings.TrimSpace(safetext.Narrow(text)))
	next := func(day, month int) (time.Time, error) {
		yearless = true
		return nextDay(day, month, today)
	}
	for _, read := range []func() (time.Time, error){
		func() (time.Time, error) { return named(text, today) },
		func() (time.Time, error) { return dated(text, next) },
		func() (time.Time, error) { return fromNow(text, today) },
		func() (time.Time, error) { return ofWeek(text, today) },
		func() (time.Time, error) { return written(text, next) },
	} {
		if day, err = read(); !errors.Is(err, ErrNoDay) {
			if day.Year() > lastYear {
				err = ErrNoDay
			}
			return day, yearless, err
		}
	}
	return time.Time{}, false, ErrNoDay
}

// lastYear is the last one that a plan file can spell.
const lastYear = 9999

// named reads days that have a name of their own.
func named(text string, today time.Time) (time.Time, error) {
	switch text {
	case "today", "now":
		return today, nil
	case "tomorrow":
		return today.AddDate(0, 0, 1), nil
	case "yesterday":
		return today.AddDate(0, 0, -1), nil
	case "next week":
		return today.AddDate(0, 0, 7), nil
	case "next month":
		return monthsLater(today, 1), nil
	case "end of month", "end of the month", "end of this month":
		return time.Date(today.Year(), today.Month()+1, 0, 0, 0, 0, 0, time.UTC), nil
	case "end of year", "end of the year":
		return time.Date(today.Year(), time.December, 31, 0, 0, 0, 0, time.UTC), nil
	default:
		return time.Time{}, ErrNoDay
	}
}

// dated reads days in digits: 2026-12-10, 10.12.2026, 10.12., 12/25/2026, 12/25.
func dated(text string, next func(day, month int) (time.Time, error)) (time.Time, error) {
	for _, separator := range []string{"-", "/", "."} {
		parts := strings.Split(strings.TrimSuffix(text, separator), separator)
		var n []int
		for _, part := range parts {
			if v, ok := number(part); ok {
				n = append(n, v)
			}
		}
		switch {
		case len(n) != len(parts):
		case len(n) == 3 && len(parts[0]) == 4:
			return dayOf(n[0], n[1], n[2])
		case len(n) == 3 && len(parts[2]) == 4:
			return inMonth(n[0], n[1], separator, func(day, month int) (time.Time, error) { return dayOf(n[2], month, day) })
		case len(n) == 2 && len(parts[0]) <= 2 && len(parts[1]) <= 2:
			return inMonth(n[0], n[1], separator, next)
		}
	}
	return time.Time{}, ErrNoDay
}

// inMonth tells the day from the month. With points between them the day comes first; else people differ.
func inMonth(a, b int, separator string, read func(day, month int) (time.Time, error)) (time.Time, error) {
	dayFirst, err := read(a, b)
	_, other := read(b, a)
	switch {
	case separator == "." || other != nil:
		return dayFirst, err
	case err != nil || a == b:
		return read(b, a)
	default:
		return time.Time{}, ErrTwoDays
	}
}

// fromNow reads what is so many days, weeks or months ahead: "in two weeks", "3 days", "in a month".
func fromNow(text string, today time.Time) (time.Time, error) {
	words := strings.Fields(strings.TrimSuffix(strings.TrimPrefix(text, "in "), " from now"))
	if len(words) != 2 {
		return time.Time{}, ErrNoDay
	}
	n, ok := number(words[0])
	if !ok {
		n, ok = numbers[words[0]]
	}
	switch unit := strings.TrimSuffix(words[1], "s"); {
	case !ok:
		return time.Time{}, ErrNoDay
	case unit == "day":
		return today.AddDate(0, 0, n), nil
	case unit == "week":
		return today.AddDate(0, 0, 7*n), nil
	case unit == "month":
		return monthsLater(today, n), nil
	default:
		return time.Time{}, ErrNoDay
	}
}

var numbers = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12,
}

// ofWeek reads days of the week: "fri", "on friday", "next friday".
func ofWeek(text string, today time.Time) (time.Time, error) {
	word, next := strings.CutPrefix(text, "next ")
	for _, before := range []string{"on ", "this "} {
		word = strings.TrimPrefix(word, before)
	}
	word = strings.TrimSuffix(word, ".")
	d, ok := weekdayOf(word)
	switch {
	case !ok:
		return time.Time{}, ErrNoDay
	case next:
		fromMonday := func(d time.Weekday) int { return (int(d) + 6) % 7 }
		return today.AddDate(0, 0, 7-fromMonday(today.Weekday())+fromMonday(d)), nil
	default:
		return today.AddDate(0, 0, (int(d-today.Weekday())+6)%7+1), nil
	}
}

func weekdayOf(word string) (d time.Weekday, ok bool) {
	for d := range time.Saturday + 1 {
		if abbreviates(word, d.String()) {
			return d, true
		}
	}
	return 0, false
}

// written reads days with the name of their month: "10 dec", "dec 10", "December 10th, 2026", "the 10th of December".
// A day of the week beside it says nothing more: "Thursday, 10 December 2026".
func written(text string, next func(day, month int) (time.Time, error)) (time.Time, error) {
	var month, day, year int
	ofWeek := false
	for word := range strings.FieldsSeq(strings.ReplaceAll(text, ",", " ")) {
		word = strings.TrimRight(word, ".")
		v, isNumber := number(strings.TrimRight(word, "dhnrst")) // st, nd, rd, th
		_, isWeekday := weekdayOf(word)
		m := monthOf(word)
		switch {
		case word == "the" || word == "of" || word == "on" || word == "by":
		case isNumber && v > 31 && year == 0:
			year = v
		case isNumber && day == 0:
			day = v
		case m > 0 && month == 0:
			month = m
		case isWeekday && !ofWeek:
			ofWeek = true
		default:
			return time.Time{}, ErrNoDay
		}
	}
	switch {
	case month == 0 || day == 0:
		return time.Time{}, ErrNoDay
	case year > 0:
		return dayOf(year, month, day)
	default:
		return next(day, month)
	}
}

func monthOf(word string) int {
	for m := time.January; m <= time.December; m++ {
		if abbreviates(word, m.String()) {
			return int(m)
		}
	}
	return 0
}

// abbreviates reports whether a word is a name, or its first three letters or more.
func abbreviates(word, name string) bool {
	return len(word) >= 3 && strings.HasPrefix(strings.ToLower(name), word)
}

// number reads a whole number of at most four digits.
func number(word string) (int, bool) {
	if word == "" || len(word) > 4 || strings.Trim(word, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(word)
	return n, err == nil
}

// dayOf returns a day of the calendar, which not every three numbers are.
func dayOf(year, month, day int) (time.Time, error) {
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1000 || int(d.Month()) != month || d.Day() != day {
		return time.Time{}, ErrNoDay
	}
	return d, nil
}

// nextDay returns the next day of this number in this month, today included. From one 29 February to the next it is eight
// years at most.
func nextDay(day, month int, today time.Time) (time.Time, error) {
	for years := range 9 {
		if d, err := dayOf(today.Year()+years, month, day); err == nil && !d.Before(today) {
			return d, nil
		}
	}
	return time.Time{}, ErrNoDay
}
