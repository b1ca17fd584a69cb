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
		{"Hindi", "हिन्दी युवा संघ", "", "", "हिन्दी-युवा-संघ.yaml"},
		{"Thai", "เครือข่าย ที่อยู่", "", "", "เครือข่าย-ที่อยู่.yaml"},
		{"Tamil and Bengali", "தமிழ் மன்றம்; বাংলা সমিতি", "", "", "தமிழ்-மன்றம்-বাংলা-সমিতি.yaml"},
		{"Persian with joiners", "خانه\u200cهای ما\u200c", "", "", "خانه\u200cهای-ما.yaml"},
		{"Sinhala with joiners", "ශ්\u200dරී", "", "", "ශ්\u200dරී.yaml"},
		{"Hebrew with points", "שָׁלוֹם", "", "", "שָׁלוֹם.yaml"},
		{"letters and accents apart", "Cafe\u0301 E\u0323\u0302", "", "", "café-\u1ec7.yaml"},
		{"Turkish", "İstanbul", "", "", "istanbul.yaml"},
		{"pictures", "Team ❤️ 👩\u200d👧 1️⃣", "", "", "team-1.yaml"},
		{"signs without a letter", "\u0301\u200d -\u093f", "", "", "coalition.yaml"},
		{"a long name in Hindi", strings.Repeat("हि", 30), "", "", strings.Repeat("हि", 16) + ".yaml"},
		{"a long name of joined letters", strings.Repeat("a", 58) + "क्ष", "", "", strings.Repeat("a", 58) + ".yaml"},
		{"a long name that ends in joined letters", strings.Repeat("a", 56) + "क्षिक", "", "", strings.Repeat("a", 56) + "क्षि.yaml"},
		{"a long name that is full", strings.Repeat("a", 60), "", "", strings.Repeat("a", 60) + ".yaml"},
		{"who answered", "Riverside", "Anna Berg", "2026-11-21", "riverside-anna-berg-2026-11-21.yaml"},
		{"only who answered", "", "Anna", "", "coalition-anna.yaml"},
		{"a long name", strings.Repeat("a", 80), "", "", strings.Repeat("a", 60) + ".yaml"},
		{"a long name of two bytes a letter", strings.Repeat("é", 80), "", "", strings.Repeat("é", 50) + ".yaml"},
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
