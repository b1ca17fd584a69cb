package plain

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/interview"
)

// review lists all statements with their answers, and goes to one of them or back to where it was asked for.
func (r *run) review(from stage) stage {
	return func(ctx context.Context) (stage, error) {
		topic := -1
		for i, p := range r.Session.Places() {
			if p.Topic != topic {
				topic = p.Topic
				r.say("")
				r.say("%s", r.heading(topic))
				if n := r.Session.Answers.Topics[topic].Note; n != "" {
					r.say("Your note: %s", n)
				}
			}
			r.say("%d  %s: %s", i+1, r.reviewed(p), r.Session.Statement(p))
		}
		r.say("")
		r.say("%s Type the number of a statement to go to it, or Enter to go back.", r.tally())
		return r.turn(ctx, from, from)
	}
}

// reviewed returns what the review says of a statement. The counts of a room stay hidden until the result is read out: the
// room listens.
func (r *run) reviewed(p assess.Place) string {
	t, here := r.Session.Answers.At(p), r.Session.HereFor(p)
	switch {
	case t.IsZero():
		return "open"
	case !r.CountsHands() || r.revealed:
		return r.answer(p)
	case t.Votes() < here:
		return fmt.Sprintf("counted, %d of %d", t.Votes(), here)
	default:
		return "counted"
	}
}

// end comes after the last statement.
func (r *run) end(ctx context.Context) (stage, error) {
	r.say("")
	r.say("%s Type the number of a statement to change it, review to read them all, or Enter to finish.", r.tally())
	if r.CountsHands() {
		return r.turn(ctx, r.end, r.reveal)
	}
	return r.turn(ctx, r.end, r.focus)
}

// turn reads the number of a statement and goes there, and afterwards to from. An empty line leads to onward.
func (r *run) turn(ctx context.Context, from, onward stage) (stage, error) {
	for {
		line, err := r.read(ctx)
		if err != nil {
			return nil, err
		}
		n, err := strconv.Atoi(typed(line))
		switch w, _ := reply(line); {
		case clean(line) == "":
			return onward, nil
		case err == nil && n >= 1 && n <= len(r.Session.Places()):
			r.jump(n, from)
			return r.ask, nil
		case w == wordQuit:
			return nil, interview.ErrLeft
		case w == wordBack:
			return r.ask, nil
		case w == wordUndo:
			at := r.Session.At
			if r.undo() {
				n := r.number()
				r.Session.At = at
				r.jump(n, from)
				return r.ask, nil
			}
		case w == wordReview:
			return r.review(from), nil
		case w == wordHelp:
			r.say("A number leads to that statement, Enter goes on from here, review reads all statements, back goes to the statement where you were, undo takes the last answer back and goes to its statement, and quit stops to go on later.")
		default:
			r.say("Please type a number from 1 to %d, or Enter, review, back or quit.", len(r.Session.Places()))
		}
	}
}

// jump goes to the statement with this number. After several jumps, the way back leads to where the first one began.
func (r *run) jump(n int, from stage) {
	if r.after == nil {
		at := r.Session.At
		r.after = func(context.Context) (stage, error) {
			r.Session.At = at
			r.keep()
			return from, nil
		}
	}
	r.Session.At = r.Session.Places()[n-1]
	r.keep()
}

// maxListed is how many open statements are named one by one.
const maxListed = 10

// tally says how many statements are answered and which are open.
func (r *run) tally() string {
	all, open := r.Session.Places(), r.Session.Open()
	text := fmt.Sprintf("%d of %d statements are answered.", len(all)-len(open), len(all))
	if len(open) == 0 {
		return text
	}
	var numbers []string
	for i, p := range all {
		if r.Session.Answers.At(p).IsZero() {
			numbers = append(numbers, strconv.Itoa(i+1))
		}
	}
	more := ""
	if len(numbers) > maxListed {
		more = fmt.Sprintf(" and %d more", len(numbers)-maxListed)
		numbers = numbers[:maxListed]
	}
	return fmt.Sprintf("%s Open: %s%s.", text, strings.Join(numbers, ", "), more)
}
