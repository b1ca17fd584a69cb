package plantable

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
)

// nine is a plan of as many open actions as a coalition can keep in view.
var nine = "format: coalcheck-plan/1\nsteps:\n  - actions:\n" + strings.Repeat("      - do: Ask somebody who has done the same before how long it took them in the end.\n        owner: 山田太郎\n        due: 2027-12-01\n", 9)

// TestScreens compares every screen with the one that was looked at.
func TestScreens(t *testing.T) {
	t.Parallel()
	for _, s := range []struct {
		name, text string
		keys       []string
		// theirs is what somebody else writes into the file after the keys, and more what is pressed then.
		theirs string
		more   []string
	}{
		{name: "table", text: riverside},
		{name: "second", text: riverside, keys: []string{"home", "down"}},
		{name: "who", text: riverside, keys: []string{"enter", "Kim"}},
		{name: "when", text: riverside, keys: []string{"enter", "Kim", "enter"}},
		{name: "understood", text: riverside, keys: []string{"d", "next fri"}},
		{name: "no-day", text: riverside, keys: []string{"d", "soon"}},
		{name: "two-days", text: riverside, keys: []string{"d", "3/4"}},
		{name: "add", text: riverside, keys: []string{"a", "Buy a cake"}},
		{name: "note", text: riverside, keys: []string{"m", "Asked twice."}},
		{name: "left-out", text: riverside, keys: []string{"l"}},
		{name: "undone", text: riverside, keys: []string{"space", "u"}},
		{name: "keys", text: riverside, keys: []string{"?"}},
		{name: "review", text: strings.Replace(riverside, "review: 2027-02-21", "review: 2026-11-24", 1)},
		{name: "nine", text: nine, keys: []string{"end", "a"}},
		{name: "empty", text: "format: coalcheck-plan/1\n"},
		{
			name: "merged", text: riverside, keys: []string{"enter", "Kim"},
			theirs: strings.Replace(riverside, "Thank everybody.\n", "Thank everybody.\n        owner: Ben\n", 1), more: []string{"esc"},
		},
		{name: "unreadable", text: riverside, theirs: riverside + "  - pitfal: x\n", more: []string{"space"}},
	} {
		for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {200, 60}} {
			t.Run(fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				d := newDriver(t, t.TempDir(), s.text, size[0], size[1]).press(s.keys...)
				if s.theirs != "" {
					d.write(s.theirs)
				}
				screen := d.press(s.more...).screen()
				golden.RequireEqual(t, strings.ReplaceAll(screen, d.path, "plan.yaml")+"\n")
			})
		}
	}
}
