package cmd

import (
	"errors"
	"strconv"

	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/render/report"
)

// room says whether a room answers together, and how long it then has to talk.
type room struct {
	on bool
	// minutes is the time for the agenda, or 0 where it was not given.
	minutes minutes
}

func (r *room) addFlags(flags *pflag.FlagSet) {
	flags.BoolVar(&r.on, "room", false, "a workshop: count raised hands, then talk")
	flags.Var(&r.minutes, "minutes", "how long to talk, for the agenda")
}

// check refuses minutes that nobody has, and a room where nothing is asked.
func (r *room) check(answers []string) error {
	switch {
	case r.on && len(answers) > 0:
		return &usageError{what: "--room is about asking, and with --answers nothing is asked", hint: hint("leave one of the two out")}
	case r.minutes > 0 && !r.on && len(answers) == 0:
		return &usageError{
			what: "--minutes is the time that a room has to talk",
			hint: hint("add --room, or name the file of a room:", "--answers FILE"),
		}
	}
	return nil
}

// adopt takes over the minutes of an unfinished run where none were given.
func (r *room) adopt(n int) {
	if r.minutes == 0 && n >= minMinutes && n <= maxMinutes {
		r.minutes = minutes(n)
	}
}

// agenda returns the minutes of the agenda, or 0 for a report without one. What a workshop takes to its table on paper
// always has one.
func (r *room) agenda(reader report.Reader) int {
	if r.on && r.minutes == 0 && reader == report.OnPaper {
		return defaultMinutes
	}
	return int(r.minutes)
}

// minutes is the value of a flag: a time to talk.
type minutes int

// The bounds of minutes, and how many a room has by default: an hour without a quarter for counting.
const (
	minMinutes, maxMinutes = 10, 240
	defaultMinutes         = 45
)

// String returns the minutes, or "" where none were given.
func (m *minutes) String() string {
	if *m == 0 {
		return ""
	}
	return strconv.Itoa(int(*m))
}

// Type returns what the help calls the value.
func (m *minutes) Type() string { return "N" }

// Set reads minutes.
func (m *minutes) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < minMinutes || n > maxMinutes {
		return errors.New("use a number of minutes from 10 to 240")
	}
	*m = minutes(n)
	return nil
}
