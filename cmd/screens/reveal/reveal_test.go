package reveal_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/cmd/screens/reveal"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// newReveal shows the result of a workshop of all statements, with counts of all kinds.
func newReveal(width, height int, onward func()) *tui.App {
	s := assess.NewSession(pitfalls.English(), assess.Full)
	s.Answers.Present = 23
	for i, p := range s.Places() {
		s.Answers.Set(p, assess.Tally{Counts: [5]int{i % 10, i % 3, 0, i % 2, i % 9}, DontKnow: i % 2, NotApplicable: i % 3})
	}
	app := tui.NewApp(tui.Terminal{Width: width, Height: height, Profile: colorprofile.TrueColor}, tui.Frame{})
	app.Show(reveal.New(app, score.Score(group.Of(s.Catalogue, s.Answers)), onward))
	return app
}

func press(app *tui.App, code rune) string {
	app.Update(tea.KeyPressMsg{Code: code})
	return ansi.Strip(app.View().Content)
}

// TestEverySlideFits turns all slides at many sizes. The statement, every bar and the verdict are in sight.
func TestEverySlideFits(t *testing.T) {
	for _, size := range [][2]int{{tui.MinWidth, tui.MinHeight}, {60, 20}, {80, 24}, {200, 60}} {
		done := false
		app := newReveal(size[0], size[1], func() { done = true })
		slides := 0
		for screen := press(app, tea.KeyRight); !done; screen = press(app, tea.KeyRight) {
			for line := range strings.SplitSeq(app.View().Content, "\n") {
				if w := lipgloss.Width(line); w > size[0] {
					t.Fatalf("%v: a line of %d columns: %q", size, w, line)
				}
			}
			if strings.Contains(screen, "1 N") {
				slides++
				for _, want := range []string{"5 ", "answered"} {
					if !strings.Contains(screen, want) {
						t.Fatalf("%v does not show %q:\n%s", size, want, screen)
					}
				}
			}
		}
		if slides < 49 {
			t.Errorf("%v: %d slides", size, slides)
		}
	}
}

func TestSlidesTurnBothWays(t *testing.T) {
	app := newReveal(80, 24, func() {})
	first := ansi.Strip(app.View().Content)
	second := press(app, tea.KeyRight)
	if first == second || press(app, tea.KeyLeft) != first {
		t.Error("← does not lead back to the beginning")
	}
	last := press(app, tea.KeyEnd)
	if !strings.Contains(last, "What to talk about") || !strings.Contains(last, "→ the plan") {
		t.Errorf("the end is\n%s", last)
	}
	if press(app, tea.KeyHome) != first {
		t.Error("Home does not lead to the beginning")
	}
	if got := fmt.Sprint(strings.Contains(press(app, '.'), "What we answered"), press(app, tea.KeyRight) == first); got != "false true" {
		t.Errorf("blank, and as before: %s", got)
	}
}
