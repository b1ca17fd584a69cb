package keying

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess"
)

const (
	ten    = "12345dn-34"
	twenty = ten + ten
	fifty  = twenty + twenty + ten
)

// TestScreens compares every screen with the one that was looked at.
func TestScreens(t *testing.T) {
	t.Parallel()
	for _, s := range []struct {
		name  string
		depth assess.Depth
		// asks keys into a folder of which nothing is known, check keys what is keyed first again.
		asks  bool
		keys  []string
		check []string
	}{
		{name: "first", depth: assess.Quick},
		{name: "half", depth: assess.Quick, keys: []string{ten + "555"}},
		{name: "role", depth: assess.Quick, keys: []string{twenty, "m"}},
		{name: "second", depth: assess.Quick, keys: []string{twenty, "m", "enter"}},
		{name: "not-whole", depth: assess.Quick, keys: []string{ten, "enter"}},
		{name: "no-answer", depth: assess.Quick, keys: []string{ten, "6"}},
		{name: "no-role", depth: assess.Quick, keys: []string{twenty, "3"}},
		{name: "topics", depth: assess.Quick, keys: []string{"123", "w"}},
		{name: "note", depth: assess.Quick, keys: []string{"123", "w", "enter", "Twice."}},
		{name: "noted", depth: assess.Quick, keys: []string{"123", "w", "enter", "Twice.", "esc"}},
		{name: "keys", depth: assess.Quick, keys: []string{"?"}},
		{name: "full-first", depth: assess.Full},
		{name: "full-half", depth: assess.Full, keys: []string{twenty + ten + ten + "5", "up"}},
		{name: "full-role", depth: assess.Full, keys: []string{fifty}},
		{name: "coalition", asks: true, keys: []string{"Elm"}},
		{name: "depth", asks: true, keys: []string{"Elm", "enter", "down"}},
		{name: "check", depth: assess.Quick, keys: []string{twenty, "m", "enter"}, check: []string{ten}},
		{name: "difference", depth: assess.Quick, keys: []string{twenty, "m", "enter"}, check: []string{"2" + twenty[1:], "enter"}},
		{name: "role-differs", depth: assess.Quick, keys: []string{twenty, "m", "enter"}, check: []string{twenty, "enter"}},
		{name: "most-differs", depth: assess.Quick, keys: []string{twenty, "enter"}, check: []string{"55555555555555555555", "enter"}},
		{name: "most-differs-yes", depth: assess.Quick, keys: []string{twenty, "enter"}, check: []string{"55555555555555555555", "enter", "y"}},
	} {
		for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {200, 60}} {
			t.Run(fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				d := &driver{t: t, folder: t.TempDir()}
				if s.asks {
					d.open(d.options(), size[0], size[1])
				} else {
					d = newDriver(t, d.folder, s.depth, size[0], size[1])
				}
				d.press(s.keys...)
				if s.check != nil {
					d.check(size[0], size[1]).press(s.check...)
				}
				golden.RequireEqual(t, d.screen()+"\n")
			})
		}
	}
}
