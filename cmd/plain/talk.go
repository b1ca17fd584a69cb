package plain

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/report"
)

// talks returns the topics that are chosen, with their minutes.
func (t *revealTalk) talks() []report.TalkTopic {
	var chosen []report.TalkTopic
	for i, talk := range t.agenda.Topics() {
		if t.agenda.Chosen(t.topics[i].ID) {
			topic := t.topics[i]
			topic.Minutes = talk.Minutes
			chosen = append(chosen, topic)
		}
	}
	return chosen
}

// onward returns what comes after the talks.
func (t *revealTalk) onward() stage {
	if t.plan == nil {
		return t.after
	}
	return t.whoDoesWhat
}

// list says what to talk about, and lets people choose.
func (t *revealTalk) list(ctx context.Context) (stage, error) {
	t.moved(t.agenda.ListSlide(), "")
	t.say("")
	if len(t.topics) == 0 {
		t.say("%s", report.NothingToTalkAbout(t.Result))
		return t.onward(), nil
	}
	t.sayTopics()
	for {
		line, err := t.read(ctx)
		if err != nil {
			return t.goneAfter(ctx, err)
		}
		chosen, numbers := pick(typed(line), len(t.topics))
		switch w, _ := reply(line); {
		case w == wordQuit:
			return nil, interview.ErrLeft
		case w == wordBack && len(t.slides) > 0:
			return t.readOut(len(t.slides) - 1), nil
		case w == wordBack && t.before != nil:
			return t.before, nil
		case w == wordSkip:
			return t.onward(), nil
		case clean(line) == "" && len(t.talks()) > 0:
			return t.talk(0), nil
		case clean(line) == "":
			return t.onward(), nil
		case strings.EqualFold(clean(line), "dots") && t.agenda.MayGive():
			if err := t.askDots(ctx); err != nil {
				return t.goneAfter(ctx, err)
			}
			t.sayTopics()
		case numbers:
			t.choose(chosen)
		default:
			t.say("Type the numbers of the topics to talk about, as in 1 3, or none; dots to type dots; Enter to begin; back or quit.")
		}
	}
}

// sayTopics says what to talk about, with minutes for what is chosen.
func (t *revealTalk) sayTopics() {
	t.say("What shall we talk about?")
	for i, talk := range t.agenda.Topics() {
		topic := &t.topics[i]
		if talk.Minutes > 0 {
			t.say("%d. %s: %d minutes.", i+1, topic.Label, talk.Minutes)
		} else {
			t.say("%d. %s: for another time.", i+1, topic.Label)
		}
		t.say("%s", topic.Why)
	}
	if !t.agenda.MayGive() {
		t.say("Enter begins. Type numbers to talk about these alone, as in 1 3.")
		return
	}
	t.say("Enter begins. Type numbers to talk about these alone, as in 1 3; or dots, to type what matters most to you.")
}

func (t *revealTalk) choose(indexes []int) {
	var ids []string
	for _, i := range indexes {
		ids = append(ids, t.topics[i].ID)
	}
	t.agenda.Choose(ids)
	t.moved(t.agenda.ListSlide(), "")
	t.sayTopics()
}

// talk leads the talk about one of the chosen topics.
func (t *revealTalk) talk(n int) stage {
	return func(ctx context.Context) (stage, error) {
		talks := t.talks()
		topic := &talks[n]
		t.moved(t.agenda.TalkSlide(n), topic.ID)
		t.sayTalk(n, len(talks), topic)
		for {
			line, err := t.read(ctx)
			if err != nil {
				return t.goneAfter(ctx, err)
			}
			next, done, err := t.obeyTalk(n, len(talks), topic, line)
			if done || err != nil {
				return next, err
			}
		}
	}
}

// sayTalk says what a slide of the talk shows.
func (t *revealTalk) sayTalk(n, of int, topic *report.TalkTopic) {
	t.say("")
	t.say("Talk %d of %d: %s.", n+1, of, topic.Label)
	t.say("%s", topic.Why)
	t.sayTime(topic)
	t.say("%s", topic.Meaning)
	for _, s := range topic.Slides {
		t.say("%s", s.Statement)
		t.say("%s", s.ReadOut)
	}
	for _, note := range topic.Notes {
		t.say("Somebody wrote: %s", note)
	}
	for _, prompt := range topic.Prompts {
		t.say("%s", prompt)
	}
	if t.plan != nil {
		t.say("Type decide or note and a sentence, time, ? for help, or Enter to go on.")
		return
	}
	t.say("Type time, ? for help, or Enter to go on.")
}

func (t *revealTalk) sayTime(topic *report.TalkTopic) {
	if topic.Minutes > 0 {
		text, _ := report.TimeLeft(topic.Minutes, t.Clocks.Spent(topic.ID, t.Now()))
		t.say("%s", text)
	}
}

// obeyTalk does what a line says during a talk. It returns what comes next, where done is true.
func (t *revealTalk) obeyTalk(n, of int, topic *report.TalkTopic, line string) (next stage, done bool, err error) {
	first, rest, _ := strings.Cut(clean(line), " ")
	w, text := reply(line)
	switch first = strings.ToLower(safetext.Narrow(first)); {
	case w == wordQuit:
		return nil, true, interview.ErrLeft
	case w == wordBack && n > 0:
		return t.talk(n - 1), true, nil
	case w == wordBack, first == "list":
		return t.list, true, nil
	case w == wordSkip:
		return t.onward(), true, nil
	case first == "", first == "next":
		if n+1 < of {
			return t.talk(n + 1), true, nil
		}
		return t.onward(), true, nil
	case first == "time":
		t.sayTime(topic)
	case w == wordNote && t.plan != nil:
		t.note(topic, text)
	case (first == "decide" || first == "d") && t.plan != nil:
		t.decide(topic, strings.TrimSpace(rest))
	default:
		t.say("decide and a sentence: write down what you decide. note and a text: write down what was said. time: how much is left.")
		t.say("Enter goes on. back: the topic before. list: what to talk about. skip: who does what. quit: leave; everything is kept.")
	}
	return nil, false, nil
}

// note writes or reads the note on a topic.
func (t *revealTalk) note(topic *report.TalkTopic, text string) {
	table := t.plan.Table
	switch kept, more := cut(text, planfile.MaxNote); {
	case text == "" && table.Note(topic.ID) == "":
		t.say("There is no note on this topic yet. Type note and then your text.")
	case text == "":
		t.say("Note: %s", table.Note(topic.ID))
	case table.AddNote(topic.ID, kept) != nil:
		t.say("The note on this topic has %d characters, and no more fit in. This text is not kept.", utf8.RuneCountInString(table.Note(topic.ID)))
	default:
		t.plan.save()
		if more {
			t.say("The note was longer than %d characters and has been cut there.", planfile.MaxNote)
		}
		t.say("The note is kept.")
	}
	t.sayTime(topic)
}

// decide writes down what is decided about a topic.
func (t *revealTalk) decide(topic *report.TalkTopic, text string) {
	key, left, err := t.plan.Table.Decide(t.topicOf(topic), text)
	switch {
	case errors.Is(err, planfile.ErrNothing):
		t.say("Type decide and what is decided, as in: decide Ask the county about the van.")
		return
	case err != nil:
		t.plan.refused(err)
		t.decideInNote(topic, text)
		return
	}
	t.plan.save()
	if left != "" {
		t.say("Nine open actions are the most, so one that nobody has is left out: %s", t.plan.row(left).Do)
	}
	t.say("%s", report.Decided(t.plan.row(key).Do))
	t.sayTime(topic)
}

// decideInNote keeps what is decided where the plan has no room for it.
func (t *revealTalk) decideInNote(topic *report.TalkTopic, text string) {
	if t.plan.Table.AddNote(topic.ID, report.Decided(text)) != nil {
		t.say("The note on this topic is full, too. This decision is not kept.")
		return
	}
	t.plan.save()
	t.say("The decision is in the note on this topic instead.")
	t.sayTime(topic)
}

func (t *revealTalk) topicOf(topic *report.TalkTopic) *pitfalls.Topic {
	return &t.Result.Group.Catalogue.Topics[topic.Topic]
}

// whoDoesWhat lets people say who does what by when.
func (t *revealTalk) whoDoesWhat(ctx context.Context) (stage, error) {
	t.moved(t.agenda.PlanSlide(), "")
	t.say("")
	t.plan.begin()
	t.say("next goes on, and back goes back to the talk.")
	for {
		line, err := t.read(ctx)
		if err != nil {
			return t.goneAfter(ctx, err)
		}
		switch w, _ := reply(line); {
		case strings.EqualFold(clean(line), "next"):
			return t.after, nil
		case w == wordBack:
			return t.list, nil
		case t.plan.obey(ctx, line):
			return nil, interview.ErrLeft
		}
	}
}
