package planfile_test

import (
	"errors"
	"testing"
	"time"

	"github.com/coalcheck/coalcheck/assess/planfile"
)

func TestDayOf(t *testing.T) {
	const thursday = "2026-11-26"
	for _, tt := range []struct{ today, text, want string }{
		{thursday, "2026-12-10", "2026-12-10"},
		{thursday, "2026/12/10", "2026-12-10"},
		{thursday, "2025-01-31", "2025-01-31"}, // over, and meant
		{thursday, "10 dec", "2026-12-10"},
		{thursday, " Dec 10 ", "2026-12-10"},
		{thursday, "10. Dezember", ""},
		{thursday, "10. Dec.", "2026-12-10"},
		{thursday, "december 10th", "2026-12-10"},
		{thursday, "the 1st of dec", "2026-12-01"},
		{thursday, "by sept 3rd", "2027-09-03"},
		{thursday, "Dec 10, 2027", "2027-12-10"},
		{thursday, "10 dec 2025", "2025-12-10"},
		{thursday, "26 nov", "2026-11-26"}, // today
		{thursday, "25 nov", "2027-11-25"}, // yesterday is over, so in a year
		{thursday, "1 mar", "2027-03-01"},
		{thursday, "29 feb", "2028-02-29"},
		{thursday, "2/29", "2028-02-29"},
		{thursday, "29.2.", "2028-02-29"},
		{"2096-03-01", "feb 29", "2104-02-29"}, // 2100 has none
		{thursday, "29 feb 2027", ""},
		{thursday, "30 feb", ""},
		{thursday, "Thu 10 Dec 2026", "2026-12-10"},
		{thursday, "Thursday, 10 December 2026", "2026-12-10"},
		{thursday, "thu. dec 10", "2026-12-10"},
		{thursday, "thu fri 10 dec", ""},
		{thursday, "thu dec", ""},
		{"2027-11-26", "29 feb", "2028-02-29"},
		{thursday, "31 nov", ""},
		{thursday, "0 dec", ""},
		{thursday, "10 dec 12", ""},
		{thursday, "dec", ""},
		{thursday, "10", ""},
		{thursday, "１０ dec", "2026-12-10"},
		{thursday, "12/25", "2026-12-25"},
		{thursday, "25/12", "2026-12-25"},
		{thursday, "12/12", "2026-12-12"},
		{thursday, "3/4", "two"},
		{thursday, "3/4/2027", "two"},
		{thursday, "12/25/2026", "2026-12-25"},
		{thursday, "3.4.", "2027-04-03"},
		{thursday, "10.12.2026", "2026-12-10"},
		{thursday, "32.1.", ""},
		{thursday, "fri", "2026-11-27"},
		{thursday, "on Friday", "2026-11-27"},
		{thursday, "thu", "2026-12-03"}, // this one would be today
		{thursday, "wednesday", "2026-12-02"},
		{thursday, "sun", "2026-11-29"},
		{thursday, "next friday", "2026-12-04"},
		{thursday, "next mon", "2026-11-30"},
		{thursday, "next sunday", "2026-12-06"},
		{"2026-11-29", "next monday", "2026-11-30"}, // a Sunday
		{"2026-11-30", "next friday", "2026-12-11"}, // a Monday
		{thursday, "fr", ""},
		{thursday, "today", "2026-11-26"},
		{thursday, "Tomorrow", "2026-11-27"},
		{thursday, "yesterday", "2026-11-25"},
		{thursday, "in two weeks", "2026-12-10"},
		{thursday, "two weeks from now", "2026-12-10"},
		{thursday, "in 3 days", "2026-11-29"},
		{thursday, "in a month", "2026-12-26"},
		{"2026-12-31", "in 2 months", "2027-02-28"},
		{thursday, "next week", "2026-12-03"},
		{"2027-01-31", "next month", "2027-02-28"},
		{thursday, "end of the month", "2026-11-30"},
		{thursday, "end of year", "2026-12-31"},
		{thursday, "in 9999 months", "2860-02-26"},
		{"9999-12-30", "in 3 days", ""},
		{thursday, "in two moons", ""},
		{thursday, "in weeks", ""},
		{thursday, "soon", ""},
		{thursday, "", ""},
	} {
		day, err := planfile.DayOf(tt.text, on(tt.today))
		got := ""
		switch {
		case err == nil:
			got = day.Format(time.DateOnly)
		case errors.Is(err, planfile.ErrTwoDays):
			got = "two"
		}
		if got != tt.want {
			t.Errorf("%q on %s: got %q, want %q", tt.text, tt.today, got, tt.want)
		}
	}
}

// FuzzDayOf checks that what is taken for a day can stand in a plan file, and means itself when it is said again.
func FuzzDayOf(f *testing.F) {
	for _, text := range []string{"10 dec", "next friday", "in two weeks", "12/25", "10.12.2026", "2026-12-10"} {
		f.Add(text, uint16(0))
	}
	f.Fuzz(func(t *testing.T, text string, days uint16) {
		today := on("2026-11-26").AddDate(0, 0, int(days))
		day, err := planfile.DayOf(text, today)
		if err != nil {
			return
		}
		written := day.Format(time.DateOnly)
		if again, err := time.Parse(time.DateOnly, written); err != nil || !again.Equal(day) {
			t.Errorf("%q is %s: %v", text, written, err)
		}
		if again, err := planfile.DayOf(written, today); err != nil || !again.Equal(day) {
			t.Errorf("%q is %s, which is %v: %v", text, written, again, err)
		}
	})
}
