package planfile

import "testing"

func TestTakesAway(t *testing.T) {
	for text, want := range map[string]bool{
		"-": true, " - ": true, "－": true, "none": true, "None": true, "No  Day": true, "nobody": true, "": false, "Ana": false, "--": false, "nonesuch": false,
	} {
		if TakesAway(text) != want {
			t.Errorf("%q takes away: %t", text, !want)
		}
	}
}

func TestSpellDay(t *testing.T) {
	for day, want := range map[string]string{"2026-12-10": "Thu 10 Dec 2026", "": "", "soon": ""} {
		if got := SpellDay(day, "Mon 2 Jan 2006"); got != want {
			t.Errorf("%q is %q", day, got)
		}
	}
}
