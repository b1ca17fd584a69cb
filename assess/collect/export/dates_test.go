package export

import "testing"

func TestDay(t *testing.T) {
	for _, tt := range []struct {
		cell  string
		order Order
		want  string
	}{
		{"2026-11-21", AnyOrder, "2026-11-21"},
		{"2026-11-21T10:00:00.000+01:00", AnyOrder, "2026-11-21"},
		{"2026/11/21 10:15:02 AM GMT+1", MonthFirst, "2026-11-21"},
		{"21/11/2026 10:00:00", DayFirst, "2026-11-21"},
		{"11/21/26 10:00", MonthFirst, "2026-11-21"},
		{"3.4.2026", DayFirst, "2026-04-03"},
		{"3.4.2026", MonthFirst, "2026-03-04"},
		{"29.2.2026", DayFirst, ""},
		{"21/11/2026", MonthFirst, ""},
		{"21/11-2026", DayFirst, ""},
		{"2026-11", DayFirst, ""},
		{"1/2/345", DayFirst, ""},
		{"123/2/2026", DayFirst, ""},
		{"123/2/2026", MonthFirst, ""},
		{"2026/1/2026", MonthFirst, ""},
		{"yesterday", DayFirst, ""},
	} {
		if got := dayIn(tt.cell).in(tt.order); got != tt.want {
			t.Errorf("%s in order %d: %q; want %q", tt.cell, tt.order, got, tt.want)
		}
	}
}

func TestOrderOfDays(t *testing.T) {
	for _, tt := range []struct {
		name  string
		cells []string
		want  Order
	}{
		{"one tells for all", []string{"3/4/2026", "", "21/4/2026"}, DayFirst},
		{"the other way", []string{"3/4/2026", "4/21/2026"}, MonthFirst},
		{"either way", []string{"3/4/2026", "4/3/2026"}, AnyOrder},
		{"neither way", []string{"21/4/2026", "4/21/2026"}, AnyOrder},
		{"months before years of two digits", []string{"11/21/26", "11/9/26"}, MonthFirst},
		{"days or years of two digits", []string{"26/05/19", "27/05/19"}, AnyOrder},
		{"days before years of two digits, as one has a digit", []string{"26/05/19", "3/05/19"}, DayFirst},
		{"the year first", []string{"2026-04-21", "2026-21-04"}, AnyOrder},
	} {
		var days []digits
		for _, cell := range tt.cells {
			days = append(days, dayIn(cell))
		}
		if got := orderOf(days); got != tt.want {
			t.Errorf("%s: %d; want %d", tt.name, got, tt.want)
		}
	}
}
