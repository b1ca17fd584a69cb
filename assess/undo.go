package assess

import "slices"

// Change is what Undo took back: the answer at a question, and the one from before, which is there again. Either may be
// the zero tally.
type Change struct {
	At          Place
	Taken, Back Tally
}

// Remember lets Undo bring back the answer that the question at p has now. Rate does so by itself. Before Count it is for
// the caller to say where the count of a question begins, because a person types it in several steps.
func (s *Session) Remember(p Place) {
	s.changes = append(s.changes, Change{At: p, Back: s.Answers.At(p)})
}

// Undo takes the last answer back, wherever it was given, and goes to its question. Called again, it takes back the one
// before. It returns false where nothing that was changed in this session is left to take back.
func (s *Session) Undo() (Change, bool) {
	last := s.lastChange()
	if last < 0 {
		s.changes = nil
		return Change{}, false
	}
	c := s.changes[last]
	s.changes = s.changes[:last]
	c.Taken = s.Answers.At(c.At)
	s.Answers.Set(c.At, c.Back)
	s.At = c.At
	return c, true
}

// Undoable returns the question whose answer Undo would take back. It returns false where there is none.
func (s *Session) Undoable() (Place, bool) {
	last := s.lastChange()
	if last < 0 {
		return Place{}, false
	}
	return s.changes[last].At, true
}

// lastChange returns the index of the last change that can be taken back, or -1.
func (s *Session) lastChange() int {
	for i, c := range slices.Backward(s.changes) {
		// The question may not be asked at another depth, and a room may have become too small for the count from before.
		fits := s.index(c.At) >= 0 && (c.Back.Votes() <= max(s.Answers.Present, 1))
		if s.Answers.At(c.At) != c.Back && fits {
			return i
		}
	}
	return -1
}
