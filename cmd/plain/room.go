package plain

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/agenda"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
)

// roomWarning is said before the first hand goes up.
const roomWarning = "Raised hands are not anonymous: where that matters, let everybody answer alone."

// present asks how many people are in the room. Once that is known, whoever asked goes on with the statement.
func (r *run) present(ctx context.Context) (stage, error) {
	r.say("")
	now := r.Session.Here()
	if now == 0 {
		r.say("How many people are here?")
	} else {
		r.say("How many people are here? Now: %d. Enter keeps it.", now)
	}
	for {
		line, err := r.read(ctx)
		if err != nil {
			return nil, err
		}
		n, err := strconv.Atoi(typed(line))
		switch w, _ := reply(line); {
		case w == wordQuit:
			return nil, interview.ErrLeft
		case w == wordBack:
			return r.coalition, nil
		case clean(line) == "" && now > 0:
			return r.ask, nil
		case err != nil:
			r.say("Please type a number, back or quit.")
		case r.Session.NeedsReason(n):
			return r.fewer(n), nil
		default:
			if err := r.Session.SetHere(n); err != nil {
				r.say("%v", err)
				continue
			}
			r.keep()
			return r.ask, nil
		}
	}
}

// fewer asks why fewer people are here than before. If some have left, what they were counted for stays; if the number was
// mistyped, too many hands were taken to be down.
func (r *run) fewer(here int) stage {
	return func(ctx context.Context) (stage, error) {
		r.say("")
		r.say("Did someone leave, or was it mistyped? It was %d, and is %d now.", r.Session.Here(), here)
		i, err := r.choose(ctx, []choice{
			{"left", "someone left; what was counted stays as it is"},
			{"mistyped", "it was mistyped; fewer hands stayed down"},
		}, -1)
		if err != nil {
			return nil, err
		}
		if i < 0 {
			return r.present, nil
		}
		set := []func(int) error{r.Session.SetHere, r.Session.SetPresent}
		if refused := set[i](here); refused != nil {
			r.say("%v", refused)
			return r.present, nil
		}
		r.keep()
		return r.ask, nil
	}
}

// hands asks how many hands go up for the current statement.
func (r *run) hands(ctx context.Context) (stage, error) {
	at := r.Session.At
	r.introduce(at.Topic)
	r.state()
	if r.Session.Answers.At(at).IsZero() && r.Catalogue.Topics[at.Topic].Delicate {
		r.say(`You may use slips of paper here: a hand that stays down out of fear is not a "don't know".`)
	}
	for {
		line, err := r.read(ctx)
		if err != nil {
			return nil, err
		}
		switch w, text := reply(line); {
		case w == wordQuit:
			return nil, interview.ErrLeft
		case w == wordSkip, clean(line) == "":
			return r.onward(), nil
		case w == wordBack:
			return r.back(), nil
		case w == wordUndo:
			if r.undo() {
				return r.ask, nil
			}
		case w == wordReview:
			return r.review(r.ask), nil
		case w == wordClear:
			r.Session.Rate(at, assess.Unanswered)
			r.keep()
			r.say("The statement is open again.")
		case w == wordNote:
			r.note(text)
		case w == wordHelp:
			r.roomHelp()
			r.state()
		case strings.EqualFold(clean(line), "present"):
			return r.present, nil
		default:
			if r.count(typed(line)) {
				return r.onward(), nil
			}
		}
	}
}

// count stores a line of counts, or says what is wrong with it.
func (r *run) count(line string) bool {
	here := r.Session.HereFor(r.Session.At)
	t, numbers, ok := assess.ParseHands(line, here)
	if !ok {
		if numbers > 0 && numbers < len(t.Counts) && t != (assess.Tally{}) {
			r.say("Five counts, please: %d more. Type 0 where no hand is up.", len(t.Counts)-numbers)
		} else {
			r.say("%s is not a line of counts. Type five, as in 2 3 9 6 1, or ? for help.", quoted(line))
		}
		return false
	}
	if t.Votes() > here {
		r.say("%v Correct a count, or type present to say how many people are here.", &assess.CountError{Counted: t.Votes(), Present: here})
		return false
	}
	// Those who are here are at most those who were ever present.
	r.Session.Remember(r.Session.At)
	_ = r.Session.Count(r.Session.At, t)
	return true
}

// counted returns a count in words, or "" for none.
func counted(t assess.Tally) string {
	if t.IsZero() {
		return ""
	}
	text := spaced(t)
	if t.DontKnow > 0 {
		text += fmt.Sprintf(", don't know %d", t.DontKnow)
	}
	if t.NotApplicable > 0 {
		text += fmt.Sprintf(", not applicable %d", t.NotApplicable)
	}
	return text
}

// spaced returns the counts for 1 to 5 as they are typed.
func spaced(t assess.Tally) string {
	parts := make([]string, len(t.Counts))
	for i, n := range t.Counts {
		parts[i] = strconv.Itoa(n)
	}
	return strings.Join(parts, " ")
}

// roomHelp says what can be typed.
func (r *run) roomHelp() {
	r.say("%s", r.scale())
	r.say("Type how many hands go up for 1, 2, 3, 4 and 5, with spaces between: 2 3 9 6 1. Hands that stay down count as don't know.")
	r.say("A sixth number is a count of don't know of its own, a seventh counts not applicable.")
	r.say("present: change how many people are here. Enter or skip: go on, and leave the statement as it is.")
	r.say("back: the statement before. clear: take this count back. undo: take the last count back. note and a text: write a note on this topic.")
	r.say("review: all statements, to see which are counted and to go to any of them.")
	r.say("quit: leave. Every count is kept, and you can go on later.")
	t := &r.Catalogue.Topics[r.Session.At.Topic]
	r.sayMeaning(t)
}

// reveal reads out what the room answered, and leads its talk to who does what. What to take away follows.
func (r *run) reveal(context.Context) (stage, error) {
	result := r.Score()
	r.revealed = true
	answers := r.Session.Answers
	v := &Reveal{
		Result: result, Minutes: cmp.Or(r.Report.Minutes, r.minutes), Now: r.now, At: r.Reveal,
		Moved: func(at assess.Reveal) {
			r.Reveal = at
			r.keep()
		},
		Dots: agenda.Dots{
			People: answers.Present, Of: func(pitfall int) int { return answers.Dots[pitfall] },
			Give: func(pitfall, dots int) { answers.Dots[pitfall], answers.Focus = dots, nil }, Given: r.dotsGiven,
		},
		Clocks: &r.clocks,
	}
	if r.openPlan != nil && r.Edit == nil && r.decisions == nil {
		r.decisions = r.Decisions(result, r.openPlan, r.planDay)
	}
	if d := r.decisions; d != nil {
		d.Follow(result)
		v.Plan = &Plan{Table: d.Table, File: d.File, Catalogue: r.Catalogue, Today: r.planDay}
	}
	t := newRevealTalk(v, r.console)
	t.before, t.after = r.end, r.takeAway
	return t.start(), nil
}

// dotsGiven scores the answers with the dots, and has the plan follow. Its file holds the dots, too.
func (r *run) dotsGiven() *score.Result {
	r.keep()
	result := r.Score()
	if d := r.decisions; d != nil {
		for i, dots := range r.Session.Answers.Dots {
			d.Table.SetDots(r.Catalogue.Topics[i].ID, dots)
		}
		d.Follow(result)
		if _, err := d.File.Save(d.Table); err != nil {
			r.say("The dots are not in the plan file for now: %s", safetext.VisibleLines(err.Error()))
		}
	}
	return result
}
