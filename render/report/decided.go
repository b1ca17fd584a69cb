package report

import (
	"slices"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

// What was decided already, in a report on the answers that it was decided from.

// decided returns those of the tasks that are still to be done, as it was decided, and what else was decided: what is a
// coalition's own, and what was given to somebody or got a day. A task of no step is in no plan, and stays.
func (b *result) decided(tasks []task) (left []task, own []*planfile.Action) {
	named := map[string]bool{}
	for _, t := range tasks {
		id := b.ActionID(t.action)
		named[id] = true
		if t.decided = b.decision(id); t.step == 0 || t.decided != nil && t.decided.Open() {
			left = append(left, t)
		}
	}
	for _, a := range b.Decided.Actions() {
		if a.Open() && !named[a.ID] && (a.Own() || a.Owner != "" || a.Due != "") {
			own = append(own, a)
		}
	}
	return left, own
}

// decision returns what was decided about an action, by its id, or nil where it is not in the plan.
func (b *result) decision(id string) *planfile.Action {
	all := b.Decided.Actions()
	if i := slices.IndexFunc(all, func(a *planfile.Action) bool { return a.ID == id }); i >= 0 {
		return all[i]
	}
	return nil
}

// whoAndWhen returns who does an action, and by when, in two cells. Those of a proposal that nobody has taken are left to a pen.
func (b *result) whoAndWhen(a *planfile.Action) []doc.Text {
	cells := []doc.Text{doc.Foreign(a.Owner), nil}
	if a.Owner == "" && (a.Own() || a.Due != "") {
		cells[0] = b.say.nobodyYet()
	}
	if a.Due != "" {
		cells[1] = day(b.say, a.Due)
	}
	return cells
}

// taken says who does an action, and by when; of a proposal that nobody has taken, nothing.
func (b *result) taken(a *planfile.Action) []doc.Text {
	var said []doc.Text
	if who := b.whoAndWhen(a)[0]; !who.Empty() {
		said = append(said, who)
	}
	if a.Due != "" {
		said = append(said, b.say.dueBy(day(b.say, a.Due)))
	}
	return said
}

// decide says of an action of a step that starts now what became of it.
func (b *result) decide(item *doc.Item, a score.Action) {
	switch decided := b.decision(b.ActionID(a)); {
	case decided == nil:
		item.Box, item.Tail = doc.Dropped, []doc.Text{b.say.leftOutOfPlan()}
	case decided.Done != "":
		item.Box, item.Tail = doc.Done, []doc.Text{b.say.doneOn(day(b.say, decided.Done))}
	case decided.Dropped != "":
		item.Box, item.Tail = doc.Dropped, []doc.Text{b.say.droppedOn(day(b.say, decided.Dropped))}
	default:
		item.Tail = append(item.Tail, b.taken(decided)...)
	}
}

// isTaken reports whether somebody does an action of a step.
func (b *result) isTaken(s score.Step) bool {
	return b.Decided != nil && slices.ContainsFunc(s.Actions, func(a score.Action) bool {
		decided := b.decision(b.ActionID(a))
		return decided != nil && decided.Owner != ""
	})
}

// said returns the notes on a topic: those in the answers, and what a room said when it decided.
func (b *result) said(t *score.Topic) []string {
	notes := slices.Clone(t.Notes)
	if b.Decided == nil {
		return notes
	}
	for _, n := range b.Decided.Notes {
		if n.Topic == t.ID && !slices.Contains(notes, n.Text) {
			notes = append(notes, n.Text)
		}
	}
	return notes
}
