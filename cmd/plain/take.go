package plain

import (
	"context"
	"strings"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// takeAway asks what to take away, one file after the other, and writes each at once, the answers first. Where nobody answers any
// more, the answers alone are written: a script needs no line for them.
func (r *run) takeAway(ctx context.Context) (stage, error) {
	r.Planned = true
	if r.decisions != nil {
		r.decisions.HandOver()
	}
	things := r.TakeAway(nil)
	if things[0].Given || r.EditPath != "" && r.Force {
		r.save(ctx)
	} else if !r.takeAnswers(ctx, things) {
		return nil, nil
	}
	if r.Saved == "" || r.ended {
		return nil, nil
	}
	r.say("Saved.")
	things[0].Name = r.Saved
	for i := range things[1:] {
		if t := &things[1+i]; t.Written {
			r.say("The plan file is written already: %s", safetext.Visible(t.Name))
			continue
		}
		if !r.take(ctx, things, 1+i) {
			break
		}
	}
	return nil, nil
}

// takeAnswers asks where the answers go. It reports whether to go on.
func (r *run) takeAnswers(ctx context.Context, things []interview.Thing) bool {
	r.say("")
	r.say("What do you want to take away?")
	for {
		if r.EditPath != "" {
			r.say("Your answers. Enter saves them in a new file, yes replaces %s; or type another name.", safetext.Visible(r.EditPath))
		} else {
			r.say("Your answers, in %s. Enter saves them; or type another name.", safetext.Visible(things[0].Name))
		}
		line, err := r.read(ctx)
		w, _ := reply(line)
		switch {
		case err != nil && ctx.Err() == nil, err == nil && clean(line) == "", r.EditPath == "" && is(line, "yes"):
			r.save(ctx)
			return true
		case err != nil, w == wordQuit:
			if r.NeedsRescue() {
				r.save(ctx)
			}
			return false
		case w == wordHelp:
			r.say("The answers file is for changing, comparing and adding up later. quit leaves without one; your answers are then kept as an unfinished run.")
		case is(line, "no"):
			r.say("The answers are always saved. quit leaves without a file of them.")
		case is(line, "yes"):
			err := r.Write(r.EditPath, r.Result(), true)
			if r.Written(r.EditPath, err) {
				return true
			}
			r.say("%s", unsaved(err))
		default:
			path, err := r.Rename(things, 0, clean(line))
			if path == "" {
				r.say(noName)
				continue
			}
			if err == nil {
				path, err = r.Take(&things[0], false)
			}
			if r.Taken(&things[0], path, err) {
				return true
			}
			r.say("%s", unsaved(err))
		}
	}
}

// noName is said where quotes are typed with nothing between them.
const noName = "Type a name for the file."

// offers says, by kind, what else there is to take away; %s is its name.
var offers = map[interview.Kind]string{
	interview.Page:     "A page for the board, in %s.",
	interview.PlanFile: "The plan file, for who does what by when, in %s.",
	interview.Calendar: "A calendar with the day to answer again, in %s.",
}

// take asks for one of the other files. It reports whether to go on.
func (r *run) take(ctx context.Context, things []interview.Thing, i int) bool {
	t := &things[i]
	for {
		switch {
		case t.Kind == interview.Calendar && t.On:
			r.say("A calendar with the days of the plan, in %s. Enter writes it, no leaves it out; or type another name.", safetext.Visible(t.Name))
		case t.On:
			r.say(offers[t.Kind]+" Enter writes it, no leaves it out; or type another name.", safetext.Visible(t.Name))
		default:
			r.say(offers[t.Kind]+" Enter leaves it out, yes writes it; or type another name.", safetext.Visible(t.Name))
		}
		line, err := r.read(ctx)
		w, _ := reply(line)
		switch {
		case err != nil, w == wordQuit:
			return false
		case w == wordHelp:
			r.say("Each file that you take is written at once, and none is ever replaced. quit leaves out what is left.")
			continue
		case !t.On && clean(line) == "", is(line, "no"):
			r.LeaveOut(t)
			r.say("Left out.")
			return true
		}
		path := t.Name
		if clean(line) != "" && !is(line, "yes") {
			if path, err = r.Rename(things, i, clean(line)); path == "" {
				r.say(noName)
				continue
			}
		}
		if err == nil {
			path, err = r.Take(t, false)
		}
		if r.Taken(t, path, err) {
			r.say("Written.")
			return true
		}
		r.say("%s", unsaved(err))
	}
}

// is reports whether a line is a word, or its first letter.
func is(line, word string) bool {
	said := strings.ToLower(typed(line))
	return said == word || said == word[:1]
}
