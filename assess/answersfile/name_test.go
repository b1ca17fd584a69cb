package answersfile_test

import (
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
)

func TestFileName(t *testing.T) {
	for _, c := range []struct{ name, coalition, respondent, date, want string }{
		{"name and date", "Riverside Youth Coalition", "", "2026-11-21", "riverside-youth-coalition-2026-11-21.yaml"},
		{"nothing known", "", "", "", "coalition.yaml"},
		{"only a date", "", "", "2026-11-21", "coalition-2026-11-21.yaml"},
		{"no folder", "../etc/passwd", "../bin", "", "etc-passwd-bin.yaml"},
		{"nothing but marks", "*?:/\\", "...", "", "coalition.yaml"},
		{"letters of any script", "Große Übung, Łódź", "", "", "große-übung-łódź.yaml"},
		{"who answered", "Riverside", "Anna Berg", "2026-11-21", "riverside-anna-berg-2026-11-21.yaml"},
		{"only who answered", "", "Anna", "", "coalition-anna.yaml"},
		{"a long name", strings.Repeat("é", 80), "", "", strings.Repeat("é", 30) + ".yaml"},
		{"a device of Windows", "NUL", "", "", "coalition-nul.yaml"},
		{"a device with a number", "Com 1", "", "", "com-1.yaml"},
		{"a device with its number", "LPT9", "", "", "coalition-lpt9.yaml"},
		{"a device and a date", "Aux.", "", "2026-11-21", "aux-2026-11-21.yaml"},
		{"nearly a device", "Consul", "", "", "consul.yaml"},
		{"no device", "Con1", "", "", "con1.yaml"},
		{"a person called like a device", "", "Nul", "", "coalition-nul.yaml"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := assess.Answers{Coalition: c.coalition, Respondent: c.respondent, Date: c.date}
			if got := answersfile.Name(&a); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
