package assess

import (
	"slices"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// Session is a run through a questionnaire: the answers so far and the current question. The wizard and the line
// prompter show it and turn keys or words into calls of its methods.
type Session struct {
	Catalogue *pitfalls.Catalogue
	// Depth is what the run was started with.
	Depth Depth
	// Answers is what is answered so far. It is never nil.
	Answers *Answers
	// At is the current question.
	At Place

	places []Place
	// left is how many of those present at a workshop have left it.
	left int
	// changes are what Undo takes back, the last one at the end.
	changes []Change
}

// NewSession starts a run in which nothing is answered, at the first question. The depth is Full or Quick.
func NewSession(c *pitfalls.Catalogue, d Depth) *Session { return ResumeSession(c, New(c), d) }

// ResumeSession goes on with answers: at the question that their draft names, else at the first one. A topic that was
// answered keeps the depth at which it was answered; every other one is asked at the draft's depth, or at d without a
// draft. Mixed asks as Full does, because a draft is one or the other. The session owns the answers from then on.
func ResumeSession(c *pitfalls.Catalogue, a *Answers, d Depth) *Session {
	if a.Draft != nil {
		d = a.Draft.Depth
	}
	if d == Mixed {
		d = Full
	}
	s := &Session{Catalogue: c, Depth: d, Answers: a}
	for t, answers := range a.Topics {
		depth := d
		if answers.Answered() {
			depth = Full
			if answers.Quick() {
				depth = Quick
			}
		}
		s.places = append(s.places, Questionnaire{c, depth}.Topic(t)...)
	}
	s.At = s.places[0]
	if a.Draft != nil && s.index(a.Draft.At) >= 0 {
		s.At = a.Draft.At
	}
	if a.Draft != nil && a.Draft.Here > 0 {
		s.left = max(0, a.Present-a.Draft.Here)
	}
	return s
}

// AtDepth returns the session as it goes on at another depth. Topics that were answered keep their questions, and the
// current one stays if it is still asked.
func (s *Session) AtDepth(d Depth) *Session {
	changed := ResumeSession(s.Catalogue, s.Finished(), d)
	if changed.index(s.At) >= 0 {
		changed.At = s.At
	}
	changed.changes = s.changes
	return changed
}

// Places returns every question of the run in order. Callers must not change it.
func (s *Session) Places() []Place { return s.places }

// Topic returns the questions of one topic, by its index. Callers must not change it.
func (s *Session) Topic(t int) []Place {
	first := 0
	for s.places[first].Topic < t {
		first++
	}
	end := first
	for end < len(s.places) && s.places[end].Topic == t {
		end++
	}
	return s.places[first:end]
}

// Statement returns the text of the question at p.
func (s *Session) Statement(p Place) string { return Statement(s.Catalogue, p) }

// Scale returns the scale on which the question at p is rated.
func (s *Session) Scale(p Place) *pitfalls.Scale {
	return s.Catalogue.Scale(s.Catalogue.Topics[p.Topic].Kind)
}

// Rating returns the answer of a single respondent to the question at p.
func (s *Session) Rating(p Place) Rating { return s.Answers.At(p).Rating() }

// Rate stores the answer of a single respondent to the question at p. Unanswered takes the answer back. Undo brings back
// what was there before.
func (s *Session) Rate(p Place, r Rating) {
	s.Remember(p)
	s.Answers.Set(p, TallyOf(r))
}

// Next moves to the next question and reports whether there was one.
func (s *Session) Next() bool { return s.move(1) }

// Back moves to the question before and reports whether there was one.
func (s *Session) Back() bool { return s.move(-1) }

func (s *Session) move(by int) bool {
	i := s.index(s.At) + by
	if i < 0 || i >= len(s.places) {
		return false
	}
	s.At = s.places[i]
	return true
}

func (s *Session) index(p Place) int {
	for i, q := range s.places {
		if p == q {
			return i
		}
	}
	return -1
}

// Open returns the questions that have no answer yet, in order.
func (s *Session) Open() []Place {
	var open []Place
	for _, p := range s.places {
		if s.Answers.At(p).IsZero() {
			open = append(open, p)
		}
	}
	return open
}

// Begun reports whether a statement was reached: whether one is answered or passed over, or a topic has a note. Before
// that, not even the depth may have been chosen.
func (s *Session) Begun() bool {
	return s.At != s.places[0] || slices.ContainsFunc(s.Answers.Topics, func(t TopicAnswers) bool {
		return t.Answered() || t.Note != ""
	})
}

// Draft returns the answers with a mark at the current question, ready to be written as a draft.
func (s *Session) Draft() *Answers {
	a := s.Answers.Clone()
	a.Draft = &Draft{Depth: s.Depth, At: s.At}
	if s.left > 0 {
		a.Draft.Here = s.Here()
	}
	return a
}

// Finished returns the answers without the mark of an unfinished run.
func (s *Session) Finished() *Answers {
	a := s.Answers.Clone()
	a.Draft = nil
	return a
}
