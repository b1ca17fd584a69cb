package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// clock is a screen that shows how often it was drawn, and asks for more.
type clock struct {
	*page
	every time.Duration
}

func (c *clock) Wake() time.Duration       { return c.every }
func (c *clock) Progress() (done, all int) { return 1, 2 }
func (c *clock) Wide()                     {}

// TestScreensThatChangeByThemselves has one timer at a time, for a screen that asks for it.
func TestScreensThatChangeByThemselves(t *testing.T) {
	var asked []time.Duration
	over := make(chan time.Time, 1)
	a := NewApp(Terminal{Width: 80, Height: 24, Profile: colorprofile.TrueColor, After: func(d time.Duration) <-chan time.Time {
		asked = append(asked, d)
		return over
	}}, Frame{})
	still, ticking := &page{name: "one"}, &clock{&page{name: "two"}, 15 * time.Second}
	a.Show(still)
	if _, cmd := a.Update(letter('x')); cmd != nil || len(asked) > 0 {
		t.Fatalf("a screen that stays as it is asks for %v", asked)
	}
	a.Show(ticking)
	_, cmd := a.Update(letter('x'))
	if cmd == nil || len(asked) != 1 || asked[0] != ticking.every {
		t.Fatalf("asked for %v", asked)
	}
	if _, more := a.Update(letter('x')); more != nil || len(asked) != 1 {
		t.Errorf("a key asks for a second timer: %v", asked)
	}
	over <- time.Time{}
	if _, next := a.Update(cmd()); next == nil || len(asked) != 2 {
		t.Errorf("after it, asked for %v", asked)
	}
	over <- time.Time{}
	a.Back()
	if _, next := a.Update(wake{}); next != nil || len(asked) != 2 {
		t.Errorf("a screen that is gone asks for %v", asked)
	}
	ticking.every = 0
	a.Show(ticking)
	if _, next := a.Update(letter('x')); next != nil || len(asked) != 2 {
		t.Errorf("a screen that wants none asks for %v", asked)
	}
}

func TestWideScreensWithAProgressOfTheirOwn(t *testing.T) {
	c := &clock{page: &page{name: "two"}}
	a := newTestApp(Frame{Progress: func() (done, all int) { return 0, 1 }}, &page{name: "one"}, c)
	for width, want := range map[int]int{60: 56, 100: 96, 300: wideWidth} {
		send(a, tea.WindowSizeMsg{Width: width, Height: 24})
		if c.area.Width != want {
			t.Errorf("%d columns of %d, want %d", c.area.Width, width, want)
		}
		if line := strings.Split(drawn(a), "\n")[1]; strings.Count(line, "━") != want/2 || strings.Count(line, "─") != want/2 {
			t.Errorf("the progress in %d columns is %q", width, line)
		}
	}
}
