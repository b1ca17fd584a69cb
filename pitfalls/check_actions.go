package pitfalls

import (
	"fmt"
	"slices"
)

// The bounds of Action.Minutes.
const minMinutes, maxMinutes = 5, 240

// TalkID stands in a plan for the talk about a topic on which people are split, as in "unclear-roles.talk".
const TalkID = "talk"

func (p *problems) actions(c *Catalogue, t *Topic) {
	p.require(len(t.Actions) >= 2, "%s: fewer than two actions", t.ID)
	seen := map[string]bool{}
	for i, a := range t.Actions {
		where := fmt.Sprintf("%s.actions[%d]", t.ID, i+1)
		p.action(c, where, seen, a)
		if t.Kind == Pill {
			p.require(!a.Extra, "%s: an action of a pill is never extra", where)
			continue
		}
		p.require(t.callsFor(a.ID) || a.Extra, "%s: %q answers no sign and no quick answer, and does not say extra: true", where, a.ID)
		p.require(!t.callsFor(a.ID) || !a.Extra, "%s: %q is extra, but a sign or quick names it", where, a.ID)
	}
	if t.Kind == Pill {
		p.require(t.Quick == [2]string{}, "%s: a pill has no quick actions", t.ID)
		p.require(len(t.Fits) == 0, "%s: a pill has no fits", t.ID)
		p.require(t.Check == Check{}, "%s: a pill has no check", t.ID)
		return
	}
	p.namesActions(t, t.ID+".quick", t.Quick[:])
	p.fits(c, t)
	p.text(t.ID+".check.days30", t.Check.Days30)
	p.text(t.ID+".check.days90", t.Check.Days90)
}

func (p *problems) action(c *Catalogue, where string, seen map[string]bool, a Action) {
	p.id(seen, where, a.ID)
	p.require(a.ID != TalkID, "%s: %q has another meaning in a plan", where, a.ID)
	p.text(where+".do", a.Do)
	p.text(where+".effort", a.Effort)
	p.minutes(where, a)
	if a.How == HowOurs {
		p.require(len(a.Sources) == 0, "%s: ours, but with a source", where)
		return
	}
	p.require(a.How == HowDirect || a.How == HowAdapted, "%s: how %q; want direct, adapted or ours", where, a.How)
	p.require(len(a.Sources) > 0, "%s: no source", where)
	p.known(c, where, a.Sources)
}

// talk checks an action about a split pitfall, which alone has the id that it has.
func (p *problems) talk(where string, a Action) {
	p.require(a.ID == TalkID, "%s: id %q; want %q", where, a.ID, TalkID)
	p.text(where+".do", a.Do)
	p.text(where+".effort", a.Effort)
	p.minutes(where, a)
	p.require(a.How == HowOurs && len(a.Sources) == 0, "%s: how %q, %d sources; want ours and none", where, a.How, len(a.Sources))
}

func (p *problems) minutes(where string, a Action) {
	p.require(a.Minutes >= minMinutes && a.Minutes <= maxMinutes, "%s: %d minutes; want %d to %d", where, a.Minutes, minMinutes, maxMinutes)
}

// callsFor reports whether a sign of the topic or its quick answer names this action.
func (t *Topic) callsFor(action string) bool {
	return slices.Contains(t.Quick[:], action) ||
		slices.ContainsFunc(t.Questions, func(q Question) bool { return slices.Contains(q.Actions, action) })
}

// answers checks that a sign is answered by two actions, so that the second is there when the first is in a plan already.
func (p *problems) answers(t *Topic, where string, q Question) {
	if t.Kind == Pill {
		p.require(len(q.Actions) == 0, "%s: a practice has no actions of its own", where)
		return
	}
	p.require(len(q.Actions) >= 2, "%s: fewer than two actions answer it", where)
	p.namesActions(t, where, q.Actions)
}

// namesActions checks that ids are those of actions of the topic, and that none stands twice.
func (p *problems) namesActions(t *Topic, where string, ids []string) {
	for i, id := range ids {
		p.require(t.Action(id) != nil, "%s: unknown action %q", where, id)
		p.require(!slices.Contains(ids[:i], id), "%s: action %q named twice", where, id)
	}
}

// fits checks that a pitfall names one action of each of its pills.
func (p *problems) fits(c *Catalogue, t *Topic) {
	var pills []string
	for _, f := range t.Fits {
		where := t.ID + ".fits." + f.Pill
		p.require(slices.Contains(t.Pills, f.Pill), "%s: not a pill of this pitfall", where)
		p.require(!slices.Contains(pills, f.Pill), "%s: named twice", where)
		pills = append(pills, f.Pill)
		if pill := c.Topic(f.Pill); pill != nil {
			p.require(pill.Action(f.Action) != nil, "%s: unknown action %q", where, f.Action)
		}
	}
	for _, pill := range t.Pills {
		p.require(slices.Contains(pills, pill), "%s.fits: no action of %q", t.ID, pill)
	}
}

// clashes checks that each pair is a practice and a sign, and that none stands twice.
func (p *problems) clashes(c *Catalogue) {
	for i, pair := range c.Clashes {
		where := fmt.Sprintf("clashes[%d]", i+1)
		topic, _, ok := c.Place(pair.Practice)
		p.require(ok && c.Topics[topic].Kind == Pill, "%s.practice: no such practice %q", where, pair.Practice)
		topic, _, ok = c.Place(pair.Sign)
		p.require(ok && c.Topics[topic].Kind == Pitfall, "%s.sign: no such sign %q", where, pair.Sign)
		p.text(where+".ask", pair.Ask)
		p.require(!slices.ContainsFunc(c.Clashes[:i], func(b Clash) bool { return b.Practice == pair.Practice && b.Sign == pair.Sign }),
			"%s: pair named twice", where)
	}
}
