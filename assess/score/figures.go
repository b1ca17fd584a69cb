package score

import (
	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
)

// score derives a result from figures, as Score does from answers.
func (f *figures) score() *Result {
	g := &group.Group{
		Catalogue:        f.catalogue,
		Coalition:        f.coalition,
		CoalitionsDiffer: f.coalitionsDiffer,
		Date:             f.date,
		Languages:        f.languages,
		Files:            f.files,
		Skipped:          f.skipped,
		Respondents:      f.respondents,
		Workshops:        f.workshops,
		Roles:            f.roles,
		Flat:             f.flat,
		Invited:          f.invited,
	}
	topics := make([]Topic, len(f.topics))
	for i := range topics {
		topics[i] = f.topics[i].score(i)
		topics[i].Topic = &f.catalogue.Topics[i]
		topics[i].sumFigures(f.topics[i].tens)
	}
	r := derive(g, topics, f.sides.seen, f.sides.views, f.cautions(), &f.catalogue.TalkConfidential)
	r.Depth, r.Confidential, r.SidesWithheld = f.depth, true, f.sides.withheld
	return r
}

// cautions returns what a reader has to know before the plan.
func (f *figures) cautions() []Caution {
	if f.respondents < MinShown {
		return nil
	}
	found := []Caution{{Kind: WhoAnswered, Roles: f.roles, Invited: f.invited}}
	if f.flat > 0 {
		found = append(found, Caution{Kind: FilesAlike, Files: f.flat})
	}
	return found
}

// score returns the questions of a topic, whose index is given, and its notes.
func (t *topicFigures) score(topic int) Topic {
	scored := Topic{Quick: t.quick, Notes: t.notes}
	for i, q := range t.questions {
		at := assess.Place{Topic: topic, Question: i}
		if t.quick {
			at.Question = assess.Overall
		}
		question := Question{Place: at, Tens: int(q.tens), Split: q.split, Bars: q.bars, Suppressed: !q.shown()}
		if q.shown() {
			question.Mean = 1 + float64(q.tens)/25
		}
		scored.Questions = append(scored.Questions, question)
	}
	return scored
}

// sumFigures derives the topic's counts, state, value and band from its ten and its questions.
func (t *Topic) sumFigures(tens ten) {
	t.Asked = len(t.Questions)
	splits := 0
	for _, q := range t.Questions {
		if q.Rated() {
			t.Answered++
		}
		if q.Split {
			splits++
		}
	}
	if tens == 0 {
		t.State = Suppressed
		return
	}
	t.Value = float64(tens)
	t.Band = bandOf(t.Kind, round(t.Value))
	t.Split = splits > 0 && 2*splits >= t.Answered
}
