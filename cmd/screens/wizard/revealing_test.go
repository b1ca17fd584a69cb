package wizard

import (
	"slices"
	"testing"
	"time"
)

// TestAFocusStays opens the dots of a room that agreed on a focus, and gives none.
func TestAFocusStays(t *testing.T) {
	counted := newDriver(t, inWorkshop).press(toReveal...)
	counted.wiz.run.Session.Answers.Focus = []string{"unclear-purpose"}
	d := newDriver(t, inWorkshop, func(o *Options) { o.Run.Workshop, o.Run.Offer.Found = true, counted.wiz.run.Session.Draft() })
	d.press("enter")
	for d.at() != "opening" {
		d.press("right")
	}
	d.press("end", "f")
	if d.at() != "dots" {
		t.Fatalf("at %s", d.at())
	}
	if d.press("backspace", "0", "esc"); !slices.Equal(d.wiz.run.Session.Answers.Focus, []string{"unclear-purpose"}) {
		t.Errorf("the focus is %q", d.wiz.run.Session.Answers.Focus)
	}
	if d.press("f", "1", "esc"); d.wiz.run.Session.Answers.Focus != nil || d.wiz.run.Session.Answers.Dots[0] != 1 {
		t.Errorf("the focus is %q beside dots", d.wiz.run.Session.Answers.Focus)
	}
}

// TestTheClockGoesOnAfterTheReview goes back from a talk to the review, and comes again.
func TestTheClockGoesOnAfterTheReview(t *testing.T) {
	now := time.Date(2026, time.November, 21, 18, 0, 0, 0, time.UTC)
	clock := func(o *Options) { o.Now = func() time.Time { return now } }
	d := newDriver(t, inWorkshop, clock).press(toReveal...).press("right", "end", "right")
	talk := d.screen()
	if now = now.Add(5 * time.Minute); d.screen() == talk {
		t.Fatalf("the clock stands still:\n%s", talk)
	}
	talk = d.screen()
	d.press("esc", "esc", "esc", "esc")
	if d.at() != "review" {
		t.Fatalf("at %s", d.at())
	}
	now = now.Add(time.Hour)
	if d.press("right", "right", "end", "right"); d.screen() != talk {
		t.Errorf("the talk shows\n%s\nbefore the review it showed\n%s", d.screen(), talk)
	}
}

// TestTheClockStopsUnderAPlan goes from the last talk to the plan of an edited file, and back.
func TestTheClockStopsUnderAPlan(t *testing.T) {
	now := time.Date(2026, time.November, 21, 18, 0, 0, 0, time.UTC)
	counted := newDriver(t, inWorkshop).press(toReveal...).wiz.run.Session.Answers
	d := newDriver(t, func(o *Options) {
		o.Now = func() time.Time { return now }
		o.Run.Edit, o.Run.EditPath = counted.Clone(), "room.yaml"
	})
	d.press("end", "right")
	if d.at() != "opening" {
		t.Fatalf("at %s", d.at())
	}
	for d.press("end"); d.at() != "talk"; d.press("right") {
	}
	for d.press("right"); d.at() == "talk"; d.press("right") {
	}
	d.press("esc")
	if d.at() != "talk" {
		t.Fatalf("Esc leads to %s", d.at())
	}
	talk := d.screen()
	d.press("right")
	now = now.Add(time.Hour)
	if d.press("esc"); d.screen() != talk {
		t.Errorf("the talk shows\n%s\nbefore the plan it showed\n%s", d.screen(), talk)
	}
}
