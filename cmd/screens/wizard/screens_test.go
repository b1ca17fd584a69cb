package wizard

import (
	"errors"
	"fmt"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/exp/golden"

	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/assess/interview"
)

// TestScreens compares every screen with the one that was looked at.
func TestScreens(t *testing.T) {
	t.Parallel()
	screens := []struct {
		name   string
		keys   []string
		change func(*Options)
	}{
		{"welcome", nil, nil},
		{"plan-here", nil, func(o *Options) { o.Plan = PlanOffer{Name: "riverside-plan.yaml", Late: 2} }},
		{"resume", nil, withFound},
		{"damaged", nil, func(o *Options) {
			o.Run.Offer = interview.Offer{Damaged: "/home/chair/.local/state/coalcheck/draft-damaged.yaml", Reason: errors.New("line 3")}
		}},
		{"held", nil, func(o *Options) { o.Run.Keeper, o.Run.Offer.LockErr = nil, &draft.HeldError{PID: 4711} }},
		{"example", []string{"down", "enter"}, nil},
		{"depth", plus(toForm, "tab", "tab", "tab"), nil},
		{"form", plus(toForm, riverside, "tab"), nil},
		{"pitfall", plus(toTopic, "right", "right", "4"), nil},
		{"pill", plus(toPill, "2"), nil},
		{"quick", []string{"enter", "enter", "enter", "enter", "pass", "4", "d"}, quick},
		{"pitfalls", toHalf, nil},
		{"pills", []string{"enter", "enter", "enter", "enter", "pass", "44444444444444"}, quick},
		{"first-pill", []string{"enter", "enter", "enter", "enter", "pass", "4444444444", "enter"}, quick},
		{"note-turned", plus(toTopic, "433", "m"), nil},
		{"returned", plus(toTopic, "433", "esc"), nil},
		{"not-taken", plus(toTopic, "433", "esc", "d"), nil},
		{"undone", plus(toTopic, "433", "right", "u"), nil},
		{"noted", plus(toNote, "Asked twice in October.", "esc"), nil},
		{"help", toHelp, nil},
		{"keys", toKeys, nil},
		{"note", plus(toNote, "Asked twice in October."), nil},
		{"review", toReview, nil},
		{"review-end", plus(toReview, "end"), nil},
		{"focus", plus(toFocus, "space"), nil},
		{"standout", toStands, nil},
		{"plan", toPlan, nil},
		{"take-away", toTake, nil},
		{"take-away-named", plus(toTake, "down", "e", "backspace", "backspace", "backspace", "backspace", "backspace", "x"), nil},
	}
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		for _, s := range screens {
			t.Run(fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				d := newDriver(t, func(o *Options) {
					if s.change != nil {
						s.change(o)
					}
					o.Terminal.Width, o.Terminal.Height = size[0], size[1]
				})
				golden.RequireEqual(t, d.press(s.keys...).screen()+"\n")
			})
		}
	}
	for _, size := range [][2]int{{60, 20}, {200, 60}} {
		t.Run(fmt.Sprintf("take-away-%dx%d", size[0], size[1]), func(t *testing.T) {
			d := newDriver(t, func(o *Options) { o.Terminal.Width, o.Terminal.Height = size[0], size[1] })
			golden.RequireEqual(t, d.press(toTake...).screen()+"\n")
		})
	}
	t.Run("take-away-refused-40x12", func(t *testing.T) {
		d := newDriver(t, func(o *Options) { o.Terminal.Width, o.Terminal.Height = 40, 12 })
		golden.RequireEqual(t, d.press(toTake...).press("down", "ctrl+u", "/full/a page for all who sit on the board", "enter").screen()+"\n")
	})
	t.Run("too-small-39x24", func(t *testing.T) {
		golden.RequireEqual(t, newDriver(t).press(toTopic...).resize(39, 24).screen()+"\n")
	})
	t.Run("not-kept-80x24", func(t *testing.T) {
		d := newDriver(t).press(toTopic...)
		d.draft.err = errors.New("no space left on device")
		golden.RequireEqual(t, d.press("4").screen()+"\n")
	})
	t.Run("rescue-80x24", func(t *testing.T) {
		d := newDriver(t).press(toTopic...)
		d.draft.err = errors.New("no space left on device")
		golden.RequireEqual(t, d.press("4", "q").screen()+"\n")
	})
	for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI} {
		t.Run("styled-"+profile.String(), func(t *testing.T) {
			d := newDriver(t, func(o *Options) { o.Terminal.Profile = profile })
			golden.RequireEqual(t, d.press(toTopic...).press("4").wiz.View().Content+"\n")
		})
	}
}
