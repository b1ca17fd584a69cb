package assess

import "github.com/coalcheck/coalcheck/pitfalls"

// Depth is how much is asked.
type Depth uint8

const (
	// Full asks every sign and practice: 50 questions.
	Full Depth = iota
	// Quick asks the overall statement of each topic: 20 questions.
	Quick
	// Mixed is the depth of answers that hold topics of both kinds. Nothing is asked at this depth.
	Mixed
)

// String returns "full", "quick" or "mixed".
func (d Depth) String() string { return [...]string{"full", "quick", "mixed"}[d] }

// Overall stands for the overall statement of a topic where the index of a question is expected.
const Overall = -1

// Place is the place of a question in the catalogue.
type Place struct {
	// Topic is an index into the catalogue's Topics.
	Topic int
	// Question is an index into the topic's Questions, or Overall.
	Question int
}

// Questionnaire is the list of questions of one run, in the order in which they are asked.
type Questionnaire struct {
	Catalogue *pitfalls.Catalogue
	Depth     Depth
}

// Places returns every question in order: 50 of them at depth Full, 20 at depth Quick.
func (q Questionnaire) Places() []Place {
	var places []Place
	for t := range q.Catalogue.Topics {
		places = append(places, q.Topic(t)...)
	}
	return places
}

// Topic returns the questions of one topic, by its index.
func (q Questionnaire) Topic(t int) []Place {
	if q.Depth == Quick {
		return []Place{{t, Overall}}
	}
	places := make([]Place, len(q.Catalogue.Topics[t].Questions))
	for i := range places {
		places[i] = Place{t, i}
	}
	return places
}

// Statement returns the text of the question at p.
func (q Questionnaire) Statement(p Place) string { return Statement(q.Catalogue, p) }

// Statement returns the text of the question at p.
func Statement(c *pitfalls.Catalogue, p Place) string {
	topic := &c.Topics[p.Topic]
	if p.Question == Overall {
		return topic.Overall
	}
	return topic.Questions[p.Question].Text
}
