package reveal

import (
	"fmt"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
)

// toTalk leads to the first talk.
var toTalk = []string{"right", "end", "right"}

// TestScreens compares every screen with the one that was looked at.
func TestScreens(t *testing.T) {
	t.Parallel()
	for _, s := range []struct {
		name   string
		result *score.Result
		keys   []string
		later  time.Duration
	}{
		{"opening", room(assess.Quick, 60), nil, 0},
		{"opening-files", files(assess.Quick, 20), nil, 0},
		{"slide", room(assess.Quick, 60), []string{"right"}, 0},
		{"slide-split", room(assess.Quick, 60), []string{"right", "right", "right"}, 0},
		{"slide-full", room(assess.Full, 60), []string{"right", "right"}, 0},
		{"slide-files", files(assess.Full, 40), []string{"right"}, 0},
		{"list", room(assess.Quick, 60), []string{"right", "end"}, 0},
		{"list-chosen", room(assess.Quick, 60), []string{"right", "end", "space", "down", "down", "space"}, 0},
		{"list-nothing", room(assess.Quick, 1), []string{"right", "end"}, 0},
		{"dots", room(assess.Quick, 60), []string{"right", "end", "f", "12 9 0 31"}, 0},
		{"talk", room(assess.Quick, 60), toTalk, 0},
		{"talk-more", room(assess.Quick, 60), append(toTalk[:3:3], "down"), 100 * time.Second},
		{"talk-over", room(assess.Full, 60), append(toTalk[:3:3], "right"), 12 * time.Minute},
		{"talk-files", files(assess.Full, 40), toTalk, 0},
		{"decision", room(assess.Quick, 60), append(toTalk[:3:3], "d", "Ask the county about the van"), 0},
		{"decided", room(assess.Quick, 60), append(toTalk[:3:3], "d", "Ask the county about the van", "enter", "m", "Ben knows", "esc"), 0},
		{"note", room(assess.Quick, 60), append(toTalk[:3:3], "m", "Everybody nodded."), 0},
		{"plan", room(assess.Quick, 60), append(toTalk[:3:3], "d", "Ask the county about the van", "enter", "right", "right", "right", "right", "right"), 0},
		{"keys", room(assess.Quick, 60), append(toTalk[:3:3], "?"), 0},
	} {
		for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {120, 40}} {
			t.Run(fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				t.Parallel()
				d := newDriver(t, t.TempDir(), s.result, size[0], size[1], assess.Reveal{}).press(s.keys...).later(s.later)
				golden.RequireEqual(t, d.screen()+"\n")
			})
		}
	}
}
