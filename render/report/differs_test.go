package report

import (
	"testing"

	"github.com/coalcheck/coalcheck/assess/planfile"
)

func TestDiffers(t *testing.T) {
	for _, tt := range []struct {
		field        planfile.Field
		theirs, mine string
		want         string
	}{
		{planfile.FieldOwner, "Ben", "Kim", "Who does it: somebody else wrote Ben, and you wrote Kim."},
		{planfile.FieldOwner, "", "Kim", "Who does it: somebody else took the name away, and you wrote Kim."},
		{planfile.FieldOwner, "Ben", "", "Who does it: somebody else wrote Ben, and you took the name away."},
		{planfile.FieldDue, "2026-12-10", "2026-12-11", "By when: somebody else wrote Thu 10 Dec 2026, and you wrote Fri 11 Dec 2026."},
		{planfile.FieldDue, "", "2026-12-11", "By when: somebody else took the day away, and you wrote Fri 11 Dec 2026."},
		{planfile.FieldDue, "2026-12-10", "", "By when: somebody else wrote Thu 10 Dec 2026, and you took the day away."},
		{planfile.FieldNote, "Ask\ntwice.", "Ask.", `The note: somebody else wrote "Ask twice.", and you wrote "Ask.".`},
		{planfile.FieldNote, "", "Ask.", `The note: somebody else removed it, and you wrote "Ask.".`},
		{planfile.FieldNote, "Ask.", "", `The note: somebody else wrote "Ask.", and you removed it.`},
		{planfile.FieldState, "", "dropped 2026-11-26", "Somebody else opened this action again, and you dropped it on Thu 26 Nov 2026."},
		{planfile.FieldState, "", "done 2026-11-26", "Somebody else opened this action again, and you marked it as done on Thu 26 Nov 2026."},
		{planfile.FieldState, "dropped 2026-11-26", "", "Somebody else dropped this action on Thu 26 Nov 2026, and you opened it again."},
		{planfile.FieldState, "done 2026-11-26", "", "Somebody else marked this action as done on Thu 26 Nov 2026, and you opened it again."},
		{planfile.FieldState, "done 2026-11-25", "done 2026-11-26", "Somebody else marked this action as done on Wed 25 Nov 2026, and you on Thu 26 Nov 2026."},
		{
			planfile.FieldState, "dropped 2026-11-25", "dropped 2026-11-26",
			"Somebody else dropped this action on Wed 25 Nov 2026, and you dropped it on Thu 26 Nov 2026.",
		},
		{
			planfile.FieldState, "dropped 2026-11-25", "done 2026-11-26",
			"Somebody else dropped this action on Wed 25 Nov 2026, and you marked it as done on Thu 26 Nov 2026.",
		},
		{
			planfile.FieldState, "done 2026-11-25", "dropped 2026-11-26",
			"Somebody else marked this action as done on Wed 25 Nov 2026, and you dropped it on Thu 26 Nov 2026.",
		},
		{planfile.FieldLeft, "", "", "You left this action out, and somebody else changed it: it is in the plan."},
	} {
		if got := Differs(planfile.Conflict{Field: tt.field, Theirs: tt.theirs, Mine: tt.mine}, "Mon 2 Jan 2006"); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}
