package wizard

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
)

// TestThePlanLeadsToItsFirstSteps looks for the steps in a report that has something else before them.
func TestThePlanLeadsToItsFirstSteps(t *testing.T) {
	d := newDriver(t, func(o *Options) {
		o.StartHere = "THE PLAN"
		o.Report = func(r *score.Result, width int) string {
			return strings.Repeat("a bar\n", 40) + report(r, width)
		}
	}).press(toPlan...)
	d.shows(t, "s first steps")
	d.press("s")
	if screen := d.screen(); strings.Contains(screen, "a bar") || strings.Contains(screen, "s first steps") {
		t.Errorf("s leads to:\n%s", screen)
	}
	d.shows(t, "THE PLAN")
	if d.press("r"); d.at() != "review" {
		t.Errorf("r leads to %s", d.at())
	}
}

// TestWhoSawThePlanGoesOnWithWhatIsOpen leaves at the plan. What is open then is where the draft stands.
func TestWhoSawThePlanGoesOnWithWhatIsOpen(t *testing.T) {
	d := newDriver(t).press(toTopic...).press("433", "2d4", "home", "r", "right", "enter", "q")
	open := d.m.run.Session.Open()[0]
	if !d.quit || d.draft.last.Draft.At != open {
		t.Errorf("the draft stands at %v; want %v", d.draft.last.Draft.At, open)
	}
}

// TestTheKeysOfAScreen opens the list of keys over screens that have keys of their own.
func TestTheKeysOfAScreen(t *testing.T) {
	for _, screen := range []struct {
		way  []string
		want string
		not  string
	}{
		{toTopic, "rate the marked statement", "Space"},
		{toReview, "change the marked answer", "rate the marked"},
		{toFocus, "Space", "rate the marked"},
		{toPlan, "the first steps of the plan", "rate the marked"},
	} {
		d := newDriver(t).press(screen.way...)
		if d.press("?"); d.m.top().place() != "All keys" {
			d.press("?")
		}
		d.shows(t, "All keys", screen.want)
		if strings.Contains(d.screen(), screen.not) {
			t.Errorf("the keys of another screen:\n%s", d.screen())
		}
	}
}

func TestNotesAndLeavingAreNamedAt80Columns(t *testing.T) {
	newDriver(t).press(toTopic...).shows(t, "m note", "q leave", "← back")
	newDriver(t).press(toReview...).press("enter").shows(t, "Esc review", "m note", "q leave")
}

func TestTheReviewSaysThatThereIsMore(t *testing.T) {
	d := newDriver(t).press(toReview...)
	d.shows(t, "↓ more")
	if d.press("end"); strings.Contains(d.screen(), "↓ more") {
		t.Errorf("there is no more:\n%s", d.screen())
	}
}

func TestDigitsMarkALineOfTheForm(t *testing.T) {
	d := newDriver(t).press("enter", "tab", "tab", "3")
	if d.m.run.Session.Answers.Role != assess.Staff || d.at() != "form" {
		t.Errorf("3 chooses %q", d.m.run.Session.Answers.Role)
	}
	if d.press("9"); d.m.run.Session.Answers.Role != assess.Staff {
		t.Errorf("9, which is no line, chooses %q", d.m.run.Session.Answers.Role)
	}
	if d.press("tab", "2", "enter"); d.m.run.Session.Depth != assess.Quick {
		t.Errorf("2 chooses %v", d.m.run.Session.Depth)
	}
}

func TestALongNameShowsItsBeginning(t *testing.T) {
	d := newDriver(t).press("enter").paste("Riverside" + strings.Repeat(" Youth", 11))
	// The head line names the coalition as well.
	if d.press("tab"); strings.Count(d.screen(), "Riverside Youth") != 2 {
		t.Errorf("the field does not show the beginning:\n%s", d.screen())
	}
	if d.press("shift+tab", "s"); !strings.HasSuffix(d.m.run.Session.Answers.Coalition, "Youths") {
		t.Errorf("going on to write makes %q", d.m.run.Session.Answers.Coalition)
	}
}

func TestTheFolderIsNamedThatDoesNotExist(t *testing.T) {
	d := newDriver(t, func(o *Options) {
		o.Run.WriteFile = func(string, *assess.Answers, bool) error { return fmt.Errorf("open x: %w", fs.ErrNotExist) }
	}).press(toSave...)
	d.m.top().(*save).input.SetValue("nowhere/x")
	d.press("enter").shows(t, "There is no folder nowhere. Type another name.")
}

func TestLeavingAnEditIsNotLeavingWithoutAFile(t *testing.T) {
	d := newDriver(t, func(o *Options) { o.Run.Edit, o.Run.EditPath = unfinished(), "a.yaml" }).press("right", "enter")
	d.shows(t, "Enter save", "q leave without saving")
	d.press("enter").shows(t, "Ctrl+C leave without saving")
}

func TestARoomHearsThatAStatementStaysOpen(t *testing.T) {
	d := newDriver(t, func(o *Options) { o.Run.Workshop = true }).press("enter", "enter", "12", "enter")
	d.press("p").shows(t, "Enter go on")
	d.press("enter", "enter").shows(t, "Left open. ← goes back.")
	d.press("1 2 3 4 1", "enter")
	if strings.Contains(d.screen(), "Left open") {
		t.Errorf("a count is called open:\n%s", d.screen())
	}
}
