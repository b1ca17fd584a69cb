package plain

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// start says what this is, and finds out whether there is something to go on with.
func (r *run) start(context.Context) (stage, error) {
	if r.Edit != nil {
		places := r.Session.Places()
		r.Session.At = places[len(places)-1]
		r.say("coalcheck: change the answers of %s", r.who())
		return r.end, nil
	}
	r.say("coalcheck: the pitfalls that partnerships run into, and the practices that prevent them")
	r.say("")
	if r.CountsHands() {
		r.say("A room answers together. %s", roomWarning)
	}
	r.say("%s Every answer is saved at once, and nothing leaves this machine. Type ? for help, back to go back, and quit to stop and go on later.", r.length())
	if r.Offer.Found != nil {
		return r.found, nil
	}
	return r.coalition, nil
}

// length says how much is to come.
func (r *run) length() string {
	if !r.depthKnown {
		return "You rate short statements. It takes four to ten minutes."
	}
	if r.CountsHands() {
		return fmt.Sprintf("You count hands for %d short statements.", len(r.Session.Places()))
	}
	return fmt.Sprintf("You rate %d short statements. It takes about %s minutes.", len(r.Session.Places()), minutes[r.Session.Depth])
}

// minutes says how long a run takes.
var minutes = map[assess.Depth]string{assess.Full: "ten", assess.Quick: "four"}

// found offers the run that was found.
func (r *run) found(ctx context.Context) (stage, error) {
	r.say("")
	r.sayFound(r.Offer.Found)
	for _, other := range r.Offer.Others {
		r.sayOther(other.Answers)
	}
	if found, asked, other := r.OtherDepth(); other {
		r.say("It is a %s run and goes on as such; for a %s one, begin anew.", found, asked)
	}
	choices := []choice{
		{"go on", "go on where it stopped"},
		{"begin anew", "begin anew; the first answer takes its place"},
		{"keep both", "keep both: it is put aside, and another run begins"},
	}
	i, err := r.choose(ctx, choices, -1)
	switch {
	case err != nil:
		return nil, err
	case i == 0:
		return r.goOn(), nil
	case i == 2:
		path, err := r.Keeper.KeepAside()
		if err != nil {
			r.say("It cannot be put aside (%s). Nothing was changed.", safetext.Visible(err.Error()))
			return r.found, nil
		}
		r.say("It is kept in %s, and is offered again when this run is done.", safetext.Visible(path))
	case i < 0:
		r.say("This is the beginning.")
		return r.found, nil
	}
	return r.coalition, nil
}

// sayFound says which run was found and how far it went.
func (r *run) sayFound(a *assess.Answers) {
	answered, all := r.Progress(a)
	if a.Workshop() {
		r.say("An unfinished run of a room was found: %s, %d of %d statements answered.", called(a), answered, all)
	} else {
		r.say("An unfinished run was found: %s, %d of %d statements answered.", called(a), answered, all)
	}
}

// sayOther says the same of a run beside it.
func (r *run) sayOther(a *assess.Answers) {
	answered, all := r.Progress(a)
	if a.Workshop() {
		r.say("Another run of a room is kept beside it: %s, %d of %d statements answered. It is offered when this one is done.", called(a), answered, all)
	} else {
		r.say("Another run is kept beside it: %s, %d of %d statements answered. It is offered when this one is done.", called(a), answered, all)
	}
}

// goOn goes on with the run that was found: with what was not asked yet where no statement was reached.
func (r *run) goOn() stage {
	r.depthKnown = true
	if r.GoOn() {
		r.say("You are back at statement %d.", r.number())
		return r.ask
	}
	a := r.Session.Answers
	switch {
	case r.CountsHands():
		return r.ask
	case a.Respondent == "" && a.Role == "":
		return r.respondent
	case a.Role == "":
		return r.role
	case r.AsksDepth():
		// Quick is what somebody chose; full may be what nobody was asked.
		r.depthKnown = r.Session.Depth == assess.Quick
		return r.depth
	}
	return r.ask
}

// who names what is asked about.
func (r *run) who() string { return called(r.Session.Answers) }

func called(a *assess.Answers) string {
	if a.Coalition == "" {
		return "a coalition without a name"
	}
	return a.Coalition
}

func (r *run) coalition(ctx context.Context) (stage, error) {
	return r.line(ctx, "What is your coalition called?", &r.Session.Answers.Coalition, r.coalition, r.about())
}

// about returns what is asked after the name of the coalition.
func (r *run) about() stage {
	if r.CountsHands() {
		return r.present
	}
	return r.respondent
}

func (r *run) respondent(ctx context.Context) (stage, error) {
	return r.line(ctx, "Who answers? A name or a position.", &r.Session.Answers.Respondent, r.coalition, r.role)
}

// line asks for a name, which may stay empty.
func (r *run) line(ctx context.Context, question string, value *string, back, next stage) (stage, error) {
	r.say("")
	if *value == "" {
		r.say("%s Enter leaves it open.", question)
	} else {
		r.say("%s Now: %s. Enter keeps it, clear removes it.", question, *value)
	}
	line, err := r.read(ctx)
	if err != nil {
		return nil, err
	}
	before := *value
	text, more := cut(clean(line), assess.MaxName)
	// Only the words that nobody is called by are words here.
	switch strings.ToLower(text) {
	case "quit":
		return nil, interview.ErrLeft
	case "back":
		return back, nil
	case "?":
		r.say("The name is written into your answers file and at the top of the report. It may stay empty.")
		return r.line(ctx, question, value, back, next)
	case "clear":
		*value = ""
	case "", "skip":
	default:
		if more {
			r.say("That was longer than %d characters and has been cut: %s", assess.MaxName, text)
		}
		*value = text
	}
	if *value != before {
		r.keep()
	}
	return next, nil
}

func (r *run) role(ctx context.Context) (stage, error) {
	r.say("")
	r.say("What is your part in it?")
	roles := append([]assess.Role{""}, assess.Roles()...)
	choices := []choice{{"rather not say", "rather not say"}}
	for _, role := range roles[1:] {
		choices = append(choices, choice{string(role), string(role)})
	}
	i, err := r.choose(ctx, choices, slices.Index(roles, r.Session.Answers.Role))
	if err != nil {
		return nil, err
	}
	if i < 0 {
		return r.respondent, nil
	}
	if roles[i] != r.Session.Answers.Role {
		r.Session.Answers.Role = roles[i]
		r.keep()
	}
	if r.AsksDepth() {
		return r.depth, nil
	}
	return r.ask, nil
}

// depth asks how much is to be asked. What was answered before stays.
func (r *run) depth(ctx context.Context) (stage, error) {
	r.say("")
	r.say("How much do you want to answer? Two runs compare only at the same depth.")
	depths := []assess.Depth{assess.Full, assess.Quick}
	var choices []choice
	for _, d := range depths {
		n := len(assess.Questionnaire{Catalogue: r.Catalogue, Depth: d}.Places())
		choices = append(choices, choice{d.String(), fmt.Sprintf("%s: %d statements, about %s minutes", d, n, minutes[d])})
	}
	now := -1
	if r.depthKnown {
		now = slices.Index(depths, r.Session.Depth)
	}
	i, err := r.choose(ctx, choices, now)
	if err != nil {
		return nil, err
	}
	if i < 0 {
		return r.role, nil
	}
	depth, at := r.Session.Depth, r.Session.At
	r.SetDepth(depths[i])
	r.Session.At = r.Session.Places()[0]
	r.depthKnown = true
	if r.Session.Depth != depth || r.Session.At != at {
		r.keep()
	}
	return r.ask, nil
}
