package plain

import (
	"errors"
	"fmt"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/render/report"
)

// begin says what the plan is, and what can be typed.
func (t *planTalk) begin() {
	p := t.Table.Plan()
	if p.Coalition != "" {
		t.say("Who does what by when: %s.", p.Coalition)
	} else {
		t.say("Who does what by when.")
	}
	if p.Review != "" && p.Review <= t.Table.Today() {
		t.say("The day to answer again has come: %s. When you have, see what changed with coalcheck compare.", planDay(p.Review))
	}
	if t.File.Held {
		t.say("Another coalcheck has this plan open, too. What both change is merged.")
	}
	t.list()
	t.say("Type the number of an action to say who does it and by when, ? for help, or quit.")
}

// list says all actions.
func (t *planTalk) list() {
	rows := t.Table.Rows()
	t.say("As of %s.", t.Today.Format(dayLayout))
	t.say("%s", t.counts())
	for i := range rows {
		heading := report.PlanHeading(t.Catalogue, &rows[i])
		if i == 0 && (rows[i].Step.Pitfall != "" || rows[i].Topic != "") || i > 0 && heading != report.PlanHeading(t.Catalogue, &rows[i-1]) {
			t.say("")
			t.say("%s:", heading)
		}
		t.sayRow(i+1, &rows[i])
	}
	t.sayConflicts()
}

const dayLayout = "2 January 2006"

// longDay spells a day with all that tells it.
const longDay = "Monday, " + dayLayout

func planDay(day string) string { return planfile.SpellDay(day, longDay) }

// counts says how much is open.
func (t *planTalk) counts() string {
	late := 0
	for _, a := range t.Table.Plan().Actions() {
		if a.Late(t.Table.Today()) {
			late++
		}
	}
	switch open := t.Table.Open(); {
	case len(t.Table.Rows()) == 0:
		return "Nothing is decided yet. Type add and what shall be done."
	case open == 0:
		return "Nothing is open."
	case open == 1 && late == 0:
		return "1 action is open."
	case open == 1:
		return "1 action is open, and it is late."
	case late == 0:
		return fmt.Sprintf("%d actions are open.", open)
	default:
		return fmt.Sprintf("%d actions are open, %d of them late.", open, late)
	}
}

// sayRow says an action in two lines.
func (t *planTalk) sayRow(n int, r *planfile.Row) {
	t.say("%d. %s", n, r.Do)
	t.sayState(r)
}

// sayAction says an action with its number, which a merge may have changed.
func (t *planTalk) sayAction(key planfile.Key) {
	for n, r := range t.Table.Rows() {
		if r.Key == key {
			t.sayRow(n+1, &r)
		}
	}
}

// sayState says who does an action by when, or what became of it.
func (t *planTalk) sayState(r *planfile.Row) {
	switch {
	case r.Left:
		t.say("Left out of the plan.")
	case r.Done != "":
		t.say("Done on %s.", planDay(r.Done))
	case r.Dropped != "":
		t.say("Dropped on %s.", planDay(r.Dropped))
	case r.Owner == "" && r.Due == "":
		t.say("Nobody and no day yet.")
	case r.Due == "":
		t.say("%s, no day yet.", r.Owner)
	case r.Owner == "" && r.Late(t.Table.Today()):
		t.say("Nobody yet, by %s: late.", planDay(r.Due))
	case r.Owner == "":
		t.say("Nobody yet, by %s.", planDay(r.Due))
	case r.Late(t.Table.Today()):
		t.say("%s, by %s: late.", r.Owner, planDay(r.Due))
	default:
		t.say("%s, by %s.", r.Owner, planDay(r.Due))
	}
}

// readOut says all of an action.
func (t *planTalk) readOut(r *planfile.Row) {
	t.say("%s", r.Do)
	if r.Note != "" {
		t.say("Note: %s", r.Note)
	}
}

// refused says why nothing was changed.
func (t *planTalk) refused(err error) {
	switch {
	case errors.Is(err, planfile.ErrManyOpen):
		t.say("%d actions are open. Finish or drop one first.", planfile.ManyOpen)
	case errors.Is(err, planfile.ErrManyActions):
		t.say("A plan has %d actions at most.", planfile.MaxActions)
	case errors.Is(err, planfile.ErrLeftOut):
		t.say("This action is left out of the plan. Type take and its number first.")
	case errors.Is(err, planfile.ErrTooLong):
		t.say("That is too long, so nothing was changed. A name has at most %d characters, an action %d.", planfile.MaxOwner, planfile.MaxDo)
	}
}

// sayMerged says that somebody else has changed actions.
func (t *planTalk) sayMerged(n int) {
	if n == 1 {
		t.say("Somebody else has changed 1 action of this plan. Both changes are in it now. Type list to hear all.")
	} else {
		t.say("Somebody else has changed %d actions of this plan. Both changes are in it now. Type list to hear all.", n)
	}
	t.sayConflicts()
}

// sayConflicts says what two people have written for the same.
func (t *planTalk) sayConflicts() {
	for n, r := range t.Table.Rows() {
		for _, c := range t.Table.Conflicts() {
			if c.Key != r.Key {
				continue
			}
			t.say("Action %d is undecided: %s", n+1, r.Do)
			t.say("%s", report.Differs(c, longDay))
			choice := "Type mine %d or theirs %d."
			if c.Field == planfile.FieldLeft {
				choice = "Type mine %d to leave it out, or theirs %d to keep it in."
			}
			t.say(choice, n+1, n+1)
		}
	}
}

func (t *planTalk) help() {
	t.say("A number, as in 1: say who does that action, and by when.")
	t.say("who 1 Ana: who does it. when 1 10 dec: by when; also fri, next friday, in two weeks, 2026-12-10.")
	t.say("done 1: it is done, or open again. drop 1: it is given up, or open again.")
	t.say("add and a text: an action of your own. note 1 and a text: a note; note 1 alone reads it; note 1 clear removes it.")
	t.say("leave 1: leave it out of the plan. take 1: take it in again.")
	t.say("mine 1: take what you wrote, where somebody else wrote something else. theirs 1: leave what they wrote.")
	t.say("undo: take the last change back; again: the one before. list: all actions.")
	t.say("quit: leave. Everything is in the file already.")
}
