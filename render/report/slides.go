package report

import (
	"fmt"
	"strconv"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// Slide is what people answered to one statement, to look at or to listen to together.
type Slide struct {
	// Topic is the index of the topic in the catalogue, Place which one of its kind it is, and which of its statements this
	// is where there are several.
	Topic            int
	Place            string
	Title, Statement string
	// Tally is how many gave each rating of 1 to 5, in one row; of a confidential group, how many tenths of the ratings are
	// low, in the middle and high, or in parts that join two of these. It has no row where neither is shown. Marks are the
	// ratings of each part of its scale: "1", or "1-2".
	Tally  doc.Tally
	Marks  []string
	Tenths bool
	// Instead is a sentence that says why there are no bars, where there are none.
	Instead string
	// Verdict says whether the answers lie far apart, and what they come to. It is empty where nothing is shown. ReadOut says
	// everything in sentences.
	Verdict doc.Text
	ReadOut string

	at assess.Place
}

// Slides returns the answers to all statements that were answered, in the order of the catalogue. Of a confidential group it
// leaves out topics of which nothing is shown: LeftOut names them.
func Slides(r *score.Result) []Slide {
	var all []Slide
	for i := range r.Topics {
		all = append(all, slidesOf(r, i)...)
	}
	return all
}

// slidesOf returns the slides of one topic, in the order of its statements.
func slidesOf(r *score.Result, topic int) []Slide {
	var say sentences = english{}
	c, t := r.Group.Catalogue, &r.Topics[topic]
	if r.Confidential && t.Answered == 0 {
		return nil
	}
	var slides []Slide
	for n, q := range t.Questions {
		if !r.Confidential && q.Tally.IsZero() {
			continue
		}
		s := Slide{Topic: topic, Place: TopicPlace(c, topic), Title: t.Label, Statement: assess.Statement(c, q.Place), at: q.Place}
		if len(t.Questions) > 1 {
			s.Place = say.statementPlace(s.Place, n+1, len(t.Questions))
		}
		if r.Confidential {
			s.showParts(say, t.Kind, q)
		} else {
			s.showCounts(say, r, q)
		}
		slides = append(slides, s)
	}
	return slides
}

// showCounts shows how many gave each rating.
func (s *Slide) showCounts(say sentences, r *score.Result, q score.Question) {
	kind := r.Topics[s.Topic].Kind
	labels := r.Group.Catalogue.Scale(kind).Labels
	silent := ""
	if n := r.Group.Respondents - q.Tally.Votes(); n > 0 {
		silent = say.noAnswer(n, r.Group.Workshops > 0)
	}
	s.Verdict, s.ReadOut = say.verdict(q, silent), say.readOut(q, silent, labels[:])
	if r.Group.OnePerson() {
		rating := q.Tally.Rating()
		s.Verdict = say.rating(rating, rating.Label(r.Group.Catalogue.Scale(kind)))
		s.ReadOut = s.Verdict.Sentence().String()
	}
	s.Tally = tallyOf(kind, labels[:])
	s.Tally.Rows = []doc.Counts{{N: q.Tally.Counts[:]}}
	s.Marks = []string{"1", "2", "3", "4", "5"}
}

// showParts shows of a confidential group what may be shown.
func (s *Slide) showParts(say sentences, k pitfalls.Kind, q score.Question) {
	switch {
	case q.Suppressed:
		s.Instead = say.fewRated()
		s.ReadOut = s.Instead
		return
	case q.Split:
		s.Instead = say.fiveOnEachSide()
	case q.Bars == nil:
		s.Instead = say.barsLeftOut()
	}
	s.Verdict, s.ReadOut = say.shownVerdict(q), say.readOutShown(q, s.Instead)
	if q.Bars == nil {
		return
	}
	ends := tallyOf(k, make([]string, int(assess.Highest))).Scale
	var row doc.Counts
	for _, b := range q.Bars {
		a := doc.Answer{Label: doc.Words(say.barName(b))}
		switch {
		case b.From == assess.Lowest:
			a.Tone = ends[0].Tone
		case b.To == assess.Highest:
			a.Tone = ends[len(ends)-1].Tone
		}
		s.Marks, s.Tally.Scale, row.N = append(s.Marks, mark(b)), append(s.Tally.Scale, a), append(row.N, b.Tenths)
	}
	s.Tally.Rows, s.Tenths = []doc.Counts{row}, true
}

// mark returns the ratings of a bar, such as "1-2".
func mark(b score.Bar) string {
	if b.From == b.To {
		return strconv.Itoa(int(b.From))
	}
	return fmt.Sprintf("%d-%d", b.From, b.To)
}

// LeftOut says what is not shown of a confidential group, and why, a sentence or two each. It is empty for an open result.
func LeftOut(r *score.Result) []doc.Text {
	var say sentences = english{}
	switch {
	case !r.Confidential:
		return nil
	case few(r):
		return []doc.Text{say.tooFewForConfidential()}
	}
	said := []doc.Text{say.confidential()}
	var withheld []int
	for i := range r.Topics {
		if r.Topics[i].Answered == 0 {
			withheld = append(withheld, i)
		}
	}
	switch {
	case len(withheld) == len(r.Topics):
		said = append(said, say.nothingShown())
	case len(withheld) > 0:
		said = append(said, say.topicsWithheld(labels(r, withheld)))
	}
	if r.SidesWithheld {
		said = append(said, say.sidesWithheld())
	}
	return append(said, say.leftOut(), say.onlyOneReport())
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
