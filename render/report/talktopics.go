package report

import (
	"cmp"
	"slices"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// TalkTopic is one topic to talk about, with all that a room needs for it.
type TalkTopic struct {
	// Topic is the index of the topic in the catalogue, ID its id, Label its name.
	Topic     int
	ID, Label string
	// Reason is the reason to talk about it. Why says it in a few words.
	Reason score.Why
	Why    doc.Text
	// Meaning says in a sentence or two what the topic is.
	Meaning string
	// Slides holds what people answered to its statements, the one that says most first.
	Slides []Slide
	// Prompts holds two questions to ask the room. Those of a confidential group ask nobody how they answered.
	Prompts []doc.Text
	// Notes holds what was written about the topic, sorted by text, with line breaks inside a note: of a room all, of persons' files
	// only what may be read out. They may be shown as they are.
	Notes []string
	// Minutes is how long to talk about it, or 0 where there is no time for it or none was shared out.
	Minutes int
}

// TalkTopics returns what a room needs to talk about some topics of a result.
func TalkTopics(r *score.Result, talks []score.Talk) []TalkTopic {
	topics := make([]TalkTopic, len(talks))
	for i, t := range talks {
		topics[i] = talkTopic(r, t)
	}
	return topics
}

// NothingToTalkAbout says why a result has nothing to talk about, and what to do instead.
func NothingToTalkAbout(r *score.Result) doc.Text {
	var say sentences = english{}
	scored := slices.ContainsFunc(r.Topics, func(t score.Topic) bool { return t.State == score.Scored })
	switch {
	case few(r):
		return say.tooFewForConfidential()
	case !scored && r.Confidential:
		return say.nothingByFive()
	case !scored:
		return say.nothingRated()
	default:
		return say.nothingToSolve()
	}
}

func talkTopic(r *score.Result, talk score.Talk) TalkTopic {
	var say sentences = english{}
	t := &r.Topics[talk.Topic]
	topic := TalkTopic{
		Topic: talk.Topic, ID: t.ID, Label: t.Label, Reason: talk.Why, Why: whyTalk(say, r, talk),
		Meaning: t.Summary, Prompts: say.prompts(asksAbout(r, talk), r.Confidential), Minutes: talk.Minutes,
	}
	slides := slidesOf(r, talk.Topic)
	for _, q := range mostTelling(t, asksAbout(r, talk)) {
		i := slices.IndexFunc(slides, func(s Slide) bool { return s.at == q.Place })
		if i >= 0 {
			topic.Slides = append(topic.Slides, slides[i])
		}
	}
	for _, n := range noteLines(notesForAll(r, talk.Topic)) {
		topic.Notes = append(topic.Notes, n.String())
	}
	return topic
}

// notesForAll returns the notes on a topic that a room may see. A confidential result has no others.
func notesForAll(r *score.Result, topic int) []string {
	if r.Confidential {
		return r.Topics[topic].Notes
	}
	return r.Group.Topics[topic].ForAll
}

// asksAbout returns the reason that decides what to ask. Dots alone do not.
func asksAbout(r *score.Result, talk score.Talk) score.Why {
	if talk.Why == score.WhyDots {
		return r.Divides(talk.Topic)
	}
	return talk.Why
}

// mostTelling returns the questions of a topic: of a split one the split ones with the strongest camps first, of any other the
// worst first.
func mostTelling(t *score.Topic, why score.Why) []score.Question {
	questions := slices.Clone(t.Questions)
	worse := 1.0
	if t.Kind == pitfalls.Pill {
		worse = -1
	}
	slices.SortStableFunc(questions, func(p, q score.Question) int {
		if p.Rated() != q.Rated() {
			return cmp.Compare(yes(q.Rated()), yes(p.Rated()))
		}
		if why == score.WhySplit {
			if c := cmp.Or(cmp.Compare(yes(q.Split), yes(p.Split)), cmp.Compare(score.Rounded(q.Camps), score.Rounded(p.Camps))); c != 0 {
				return c
			}
		}
		return cmp.Compare(score.Rounded(worse*q.Mean), score.Rounded(worse*p.Mean))
	})
	return questions
}

// yes is 1 where something holds.
func yes(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

// whyTalk says in a few words why to talk about a topic. It has counts where they are shown.
func whyTalk(say sentences, r *score.Result, talk score.Talk) doc.Text {
	t := &r.Topics[talk.Topic]
	switch {
	case talk.Why == score.WhyDots:
		return say.dots(r.Dots[talk.Topic])
	case talk.Why == score.WhySplit && r.Confidential:
		return say.splitIntoFive()
	case talk.Why == score.WhySplit:
		n := mostTelling(t, talk.Why)[0].Tally.Counts
		return say.splitInto(n[0]+n[1], n[3]+n[4])
	case talk.Why == score.WhySides:
		i := slices.IndexFunc(r.SeenDifferently, func(s score.SideDifference) bool { return s.Topic == talk.Topic })
		return say.sidesDiffer(r.SeenDifferently[i])
	}
	i := slices.IndexFunc(r.Plan.Steps, func(s score.Step) bool { return s.Pitfall == talk.Topic })
	step := r.Plan.Steps[i]
	if high, of := step.Shows.High, step.Shows.Of; of > 1 && 3*high >= 2*of {
		return say.agree(high, of, r.Group.Catalogue.Frequency.Labels[3:])
	}
	return say.stepOfPlan(step.Rank, t)
}
