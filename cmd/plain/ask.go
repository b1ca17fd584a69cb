package plain

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// ask asks for the current statement.
func (r *run) ask(ctx context.Context) (stage, error) {
	if r.CountsHands() {
		return r.hands(ctx)
	}
	at := r.Session.At
	scale := r.Session.Scale(at)
	r.introduce(at.Topic)
	r.state()
	for {
		line, err := r.read(ctx)
		if err != nil {
			return nil, err
		}
		if rating := rating(line, scale); rating != assess.Unanswered {
			r.Session.Rate(at, rating)
			return r.onward(), nil
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
			r.help()
			r.state()
		default:
			if near := meant(line, scale); near != "" {
				r.say("%s is not an answer here. Did you mean %s?", quoted(line), near)
				continue
			}
			r.say("%s is not an answer here. Type 1 to 5, d, n, or ? for help.", quoted(line))
		}
	}
}

// introduce announces the topic when it is another one than before, and explains it the first time.
func (r *run) introduce(topic int) {
	if topic == r.topic {
		return
	}
	r.topic = topic
	r.say("")
	if kind := r.Catalogue.Topics[topic].Kind; !r.begun[kind] {
		r.begun[kind] = true
		r.say("%s", r.Catalogue.Scale(kind).Before)
		r.say("")
	}
	r.say("%s", r.heading(topic))
	if !r.introduced[topic] {
		r.introduced[topic] = true
		r.say("%s", r.Catalogue.Topics[topic].Summary)
	}
	r.say("%s", r.scale())
	if n := r.Session.Answers.Topics[topic].Note; n != "" {
		r.say("Your note: %s", n)
	}
}

// heading returns the place of a topic, and what it is called.
func (r *run) heading(topic int) string {
	t := &r.Catalogue.Topics[topic]
	if t.Kind == pitfalls.Pill {
		return fmt.Sprintf("Pill %d of %d: %s", topic-pitfalls.PitfallCount+1, pitfalls.PillCount, t.Label)
	}
	return fmt.Sprintf("Pitfall %d of %d: %s", topic+1, pitfalls.PitfallCount, t.Label)
}

// sayMeaning says what a topic means, and what its author called it.
func (r *run) sayMeaning(t *pitfalls.Topic) {
	r.say("What %s means: %s", t.Label, t.Summary)
	if t.Title != t.Label {
		r.say("Its author calls it “%s”.", t.Title)
	}
}

// scale returns the words for every answer to the current statement.
func (r *run) scale() string {
	s := r.Session.Scale(r.Session.At)
	var words []string
	for i, label := range s.Labels {
		words = append(words, fmt.Sprintf("%d %s", i+1, label))
	}
	if r.CountsHands() {
		return fmt.Sprintf("%s %s.", s.Asks, strings.Join(words, ", "))
	}
	return fmt.Sprintf("%s %s; d don't know, n not applicable.", s.Asks, strings.Join(words, ", "))
}

// state reads out the current statement, and its answer where it has one.
func (r *run) state() {
	r.say("")
	r.say("Statement %d of %d: %s", r.number(), len(r.Session.Places()), r.Session.Statement(r.Session.At))
	if answer := r.answer(r.Session.At); answer != "" {
		r.say("Answered: %s. Enter keeps it.", answer)
	}
}

// number returns the number of the current statement, from 1.
func (r *run) number() int { return slices.Index(r.Session.Places(), r.Session.At) + 1 }

// answer returns the answer to a statement in words, or "" where it is open.
func (r *run) answer(p assess.Place) string {
	return r.inWords(p, r.Session.Answers.At(p))
}

// inWords returns what was answered to a statement in words, or "" for nothing.
func (r *run) inWords(p assess.Place, t assess.Tally) string {
	if r.CountsHands() {
		return counted(t)
	}
	return t.Rating().Label(r.Session.Scale(p))
}

// onward leaves the current statement: back to where the person jumped from, or else to the next one. It says what is
// stored, after it is.
func (r *run) onward() stage {
	answer := r.answer(r.Session.At)
	next := r.after
	switch {
	case next != nil:
		r.after = nil
	case r.Session.Next():
		next = r.ask
	default:
		next = r.end
	}
	r.keep()
	if answer == "" {
		answer = "Left open"
	}
	r.say("%s.", answer)
	return next
}

// back goes to the statement before, and from the first one to the questions about the person.
func (r *run) back() stage {
	if r.Session.Back() {
		r.keep()
		return r.ask
	}
	r.after = nil
	r.topic = -1
	switch {
	case r.CountsHands():
		return r.present
	case r.AsksDepth():
		return r.depth
	}
	return r.role
}

// note stores, shows or removes the note on the current topic.
func (r *run) note(text string) {
	stored := &r.Session.Answers.Topics[r.Session.At.Topic].Note
	switch {
	case text == "" && *stored == "":
		r.say("There is no note on this topic yet. Type note and then your text.")
		return
	case text == "":
		r.say("Your note: %s", *stored)
		r.say("Type note and a new text to replace it, or note clear to remove it.")
		return
	case strings.EqualFold(text, string(wordClear)):
		*stored = ""
		r.keep()
		r.say("The note is removed.")
		return
	}
	kept, more := cut(text, assess.MaxNote)
	*stored = kept
	r.keep()
	if more {
		r.say("The note was longer than %d characters and has been cut there.", assess.MaxNote)
	}
	r.say("The note is kept.")
}

// help says what can be typed and what the topic means.
func (r *run) help() {
	r.say("%s", r.scale())
	for _, text := range r.Session.Scale(r.Session.At).Help {
		r.say("%s", text)
	}
	r.say("d and n do not count in the result. The words can be typed as well as the numbers.")
	r.say("Enter or skip: go on, and leave the statement as it is.")
	r.say("back: the statement before. clear: take this answer back. undo: take the last answer back, wherever it was.")
	r.say("note and a text: write a note on this topic. note alone: read it. note clear: remove it.")
	r.say("review: all statements with your answers, to go to any of them.")
	r.say("quit: leave. Every answer is kept, and you can go on later.")
	t := &r.Catalogue.Topics[r.Session.At.Topic]
	r.sayMeaning(t)
	for _, link := range t.LeadsTo {
		r.say("It can add to %s: %s", r.Catalogue.Topic(link.Pitfall).Label, link.Because)
	}
	r.say("Its sources, and what to do about it: coalcheck explain %s", t.ID)
}
