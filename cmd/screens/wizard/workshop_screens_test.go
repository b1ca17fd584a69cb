package wizard

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess"
)

// inWorkshop asks a room, and full asks everything.
func inWorkshop(o *Options) { o.Run.Workshop = true }

func full(o *Options) {
	d := assess.Full
	o.Run.Depth = &d
}

// The ways to each screen of a room of 23, as keys from the start.
var (
	toHands    = []string{"enter", riverside, "enter", "23", "enter", "pass"}
	toAllHands = plus(toHands, countAll()...)
	toReveal   = toAllHands // with the review behind it
)

// countAll counts the hands for twenty statements. The first pitfall is split, and then every third one.
func countAll() []string {
	keys := []string{"9 3 1 4 6", "enter"}
	for i := range 19 {
		if i == 9 {
			keys = append(keys, "enter") // the pills begin
		}
		middle := 9
		if i%3 == 2 {
			middle = 2
		}
		keys = append(keys, fmt.Sprintf("%d %d %d 6 %d", 2+i%3, 3-i%3, middle, i%3), "enter")
	}
	return keys
}

func TestWorkshopScreens(t *testing.T) {
	screens := []struct {
		name   string
		keys   []string
		change func(*Options)
	}{
		{"welcome", nil, nil},
		{"present", toHands[:4], nil},
		{"pitfalls", toHands[:5], nil},
		{"hands", toHands, nil},
		{"hands-typing", plus(toHands, "2 3 9 "), nil},
		{"hands-counted", plus(toHands, "2 3 9 6 1"), nil},
		{"hands-seven", plus(toHands, "2 3 9 4 1 3 1"), nil},
		{"hands-too-many", plus(toHands, "2 3 9 6 12", "enter"), nil},
		{"hands-too-few", plus(toHands, "2 3 9", "enter"), nil},
		{"hands-full", append([]string{}, toHands...), full},
		{"pills", plus(toHands, countAll()[:20]...), nil},
		{"pill", plus(toHands, countAll()[:21]...), nil},
		{"present-too-few", plus(toHands, "2 3 9 6 1", "p", "20", "enter"), nil},
		{"help", plus(toHands, "?", "?"), nil},
		{"review", plus(toHands, "2 3 9 6 1", "enter", "1 0 20 0 0", "enter", "r"), nil},
		{"review-done", plus(toReveal, "esc"), nil},
		{"reveal", toReveal, nil},
		{"reveal-split", plus(toReveal, "right"), nil},
		{"reveal-next", plus(toReveal, "right", "right"), nil},
		{"reveal-list", plus(toReveal, "end"), nil},
		{"reveal-dots", plus(toReveal, "end", "f", "12 9 0 4"), nil},
		{"reveal-dots-given", plus(toReveal, "end", "f", "12 9 0 4", "enter"), nil},
		{"reveal-talk", plus(toReveal, "end", "right"), nil},
		{"reveal-plan", plus(toReveal, "end", "right", "right", "right", "right", "right", "right"), nil},
		{"take-away", plus(toReveal, "end", "right", "right", "right", "right", "right", "right", "right"), nil},
		{"found", nil, func(o *Options) {
			s := assess.NewSession(o.Run.Catalogue, assess.Quick)
			_ = s.SetPresent(23)
			s.Answers.Coalition = riverside
			_ = s.Count(s.At, assess.Tally{Counts: [5]int{2, 3, 9, 6, 1}, DontKnow: 2})
			s.Next()
			o.Run.Workshop, o.Run.Offer.Found = false, s.Draft()
		}},
	}
	for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}} {
		for _, s := range screens {
			t.Run(fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				d := newDriver(t, inWorkshop, func(o *Options) {
					if s.change != nil {
						s.change(o)
					}
					o.Terminal.Width, o.Terminal.Height = size[0], size[1]
					o.PlanFile, o.Today = plansIn(t, t.TempDir()), o.Now()
				})
				golden.RequireEqual(t, d.press(s.keys...).screen()+"\n")
			})
		}
	}
	t.Run("blank-60x20", func(t *testing.T) {
		if screen := newDriver(t, inWorkshop).press(toHands...).press("space").screen(); screen != "" {
			t.Errorf("a blank screen shows %q", screen)
		}
	})
}
