package report

import (
	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// Slide is the counts of one statement, to look at or to listen to together.
type Slide struct {
	// Topic is the index of the topic in the catalogue, Place which one of its kind it is, and which of its statements this
	// is where there are several.
	Topic            int
	Place            string
	Title, Statement string
	// Tally is how many gave each rating of 1 to 5.
	Tally doc.Tally
	// Verdict says whether the answers lie far apart, and what they come to. ReadOut says that and the tally in sentences.
	Verdict doc.Text
	ReadOut string
}

// Slides returns the counts of all statements that were answered, in the order of the catalogue.
func Slides(r *score.Result) []Slide {
	var say sentences = english{}
	var slides []Slide
	c := r.Group.Catalogue
	for i := range r.Topics {
		t := &r.Topics[i]
		for n, q := range t.Questions {
			if q.Tally.IsZero() {
				continue
			}
			labels := c.Scale(t.Kind).Labels
			silent := ""
			if n := r.Group.Respondents - q.Tally.Votes(); n > 0 {
				silent = say.noAnswer(n, r.Group.Workshops > 0)
			}
			s := Slide{
				Topic: i, Place: TopicPlace(c, i), Title: t.Label, Statement: assess.Statement(c, q.Place),
				Verdict: say.verdict(q, silent), ReadOut: say.readOut(q, silent, labels[:]),
			}
			if len(t.Questions) > 1 {
				s.Place = say.statementPlace(s.Place, n+1, len(t.Questions))
			}
			s.Tally = tallyOf(t.Kind, labels[:])
			s.Tally.Rows = []doc.Counts{{N: q.Tally.Counts[:]}}
			slides = append(slides, s)
		}
	}
	return slides
}

// TopicPlace says which topic of its kind this is, such as "Pitfalls 3 of 10".
func TopicPlace(c *pitfalls.Catalogue, topic int) string {
	n, of := topic+1, pitfalls.PitfallCount
	kind := c.Topics[topic].Kind
	if kind == pitfalls.Pill {
		n, of = n-pitfalls.PitfallCount, pitfalls.PillCount
	}
	return english{}.topicPlace(kind, n, of)
}

// Band returns the word for the band of a topic.
func Band(t *score.Topic) string { return english{}.bandOf(t).String() }

// TalkList is a part of what to talk about: how, and about which topics. These are numbered through all parts; a text at
// the right edge says why each is there.
type TalkList struct {
	Prompt doc.Text
	Topics doc.List
}

// TalkLists returns what to talk about, in parts of at most so many topics.
func TalkLists(r *score.Result, most int) []TalkList {
	var say sentences = english{}
	talks := r.Talks()
	if len(talks) == 0 {
		return []TalkList{{Prompt: say.nothingToSolve()}}
	}
	var lists []TalkList
	for i, talk := range talks {
		if last := len(lists) - 1; last < 0 || len(lists[last].Topics.Items) == most || talk.Split != talks[i-1].Split {
			prompt := say.thenTalkAboutPlan()
			switch {
			case talk.Split:
				prompt = say.talkAboutSplits()
			case i == 0:
				prompt = say.talkAboutPlan()
			}
			lists = append(lists, TalkList{Prompt: prompt, Topics: doc.List{From: i + 1}})
		}
		topic := &r.Topics[talk.Topic]
		item := doc.Item{Text: doc.Words(topic.Label), Tail: []doc.Text{say.whyTalk(topic, talk.Split)}}
		list := &lists[len(lists)-1].Topics
		list.Items = append(list.Items, item)
	}
	return lists
}
