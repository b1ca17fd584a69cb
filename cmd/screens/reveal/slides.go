package reveal

import (
	"fmt"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// Slide is the counts of one statement, to look at together.
type Slide struct {
	// Place says which statement of which topic this is, such as "Pitfalls 3 of 10, 1 of 3".
	Place            string
	Title, Statement string
	// Tally is how many gave each rating of 1 to 5.
	Tally doc.Tally
	// Verdict says whether the answers lie far apart, and what they come to.
	Verdict doc.Text
}

// Slides returns the counts of all statements that were answered, in the order of the catalogue.
func Slides(r *score.Result) []Slide {
	var slides []Slide
	c := r.Group.Catalogue
	for i := range r.Topics {
		t := &r.Topics[i]
		for n, q := range t.Questions {
			if q.Tally.IsZero() {
				continue
			}
			s := Slide{Place: TopicPlace(c, i), Title: t.Title, Statement: assess.Statement(c, q.Place), Verdict: verdict(r, q)}
			if len(t.Questions) > 1 {
				s.Place += fmt.Sprintf(", %d of %d", n+1, len(t.Questions))
			}
			for k, label := range c.Scale(t.Kind).Labels {
				s.Tally = append(s.Tally, doc.Count{Label: doc.Words(label), N: q.Tally.Counts[k]})
			}
			slides = append(slides, s)
		}
	}
	return slides
}

// TopicPlace says which topic of its kind this is, such as "Pitfalls 3 of 10".
func TopicPlace(c *pitfalls.Catalogue, topic int) string {
	if c.Topics[topic].Kind == pitfalls.Pitfall {
		return fmt.Sprintf("Pitfalls %d of %d", topic+1, pitfalls.PitfallCount)
	}
	return fmt.Sprintf("Pills %d of %d", topic+1-pitfalls.PitfallCount, pitfalls.PillCount)
}

// verdict says whether the counts lie far apart, and then what they come to: the mean beside how many answered.
func verdict(r *score.Result, q score.Question) doc.Text {
	n := q.Ratings()
	parts := []string{"nobody rated this"}
	if n > 0 {
		parts[0] = fmt.Sprintf("mean %.1f, %d answered", q.Mean, n)
	}
	if q.Tally.DontKnow > 0 {
		parts = append(parts, fmt.Sprintf("%d don't know", q.Tally.DontKnow))
	}
	if q.Tally.NotApplicable > 0 {
		parts = append(parts, fmt.Sprintf("%d not applicable", q.Tally.NotApplicable))
	}
	if silent := r.Group.Respondents - q.Tally.Votes(); silent > 0 {
		parts = append(parts, fmt.Sprintf("%d gave no answer", silent))
	}
	facts := strings.Join(parts, ", ")
	switch {
	case q.Split:
		return doc.Text{{Words: "Split", Said: "Split:", Tone: doc.Fair}, {Words: "  " + facts, Said: " " + facts}}
	case n >= 5:
		return doc.Text{{Words: "Not split", Said: "Not split:"}, {Words: "  " + facts, Said: " " + facts}}
	default:
		return doc.Words(facts)
	}
}

// TalkList is a part of what to talk about: what to do, and the topics to do it with, which are numbered through all
// parts.
type TalkList struct {
	Prompt string
	Topics doc.List
}

// TalkLists returns what to talk about, in parts of at most so many topics.
func TalkLists(r *score.Result, most int) []TalkList {
	talks := r.Talks()
	if len(talks) == 0 {
		return []TalkList{{Prompt: "Nothing is split and nothing presses. Talk about what is working, and how to keep it."}}
	}
	var lists []TalkList
	for i, talk := range talks {
		if last := len(lists) - 1; last < 0 || len(lists[last].Topics.Items) == most || talk.Split != talks[i-1].Split {
			lists = append(lists, TalkList{Prompt: prompt(talk.Split, i == 0), Topics: doc.List{From: i + 1}})
		}
		about := "split"
		if !talk.Split {
			about = r.Topics[talk.Topic].Band.String()
		}
		list := &lists[len(lists)-1].Topics
		list.Items = append(list.Items, doc.Item{Text: doc.Words(r.Topics[talk.Topic].Title), Tail: []doc.Text{doc.Words(about)}})
	}
	return lists
}

// prompt says how to talk about topics that are split or first in the plan.
func prompt(split, first bool) string {
	switch {
	case split:
		return "Talk about these first: ask one person who answered low and one who answered high what they see."
	case first:
		return "Talk about what the plan puts first."
	default:
		return "Then talk about what the plan puts first."
	}
}
