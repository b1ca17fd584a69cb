// Package sheets keys in sheets of paper: each becomes an answers file of a folder. It is what the screen and the line prompter have
// in common. Sheets are numbered, the one that is half keyed is kept on disk with every key, and sheets that are keyed once
// can be keyed again to find mistakes.
package sheets

import (
	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Sheet is a sheet of paper that is keyed in: a key a statement, in the order in which they stand on the paper, and then the role.
type Sheet struct {
	// Number is the number that is written on the paper.
	Number int
	// Answers are the answers so far. Their notes may be changed.
	Answers *assess.Answers
	// Depth is Quick or Full.
	Depth  assess.Depth
	places []assess.Place
	// keyed is how many statements are keyed, from the first on, and at is the one that comes next, or their number for the role.
	keyed, at int
}

// NewSheet returns a sheet of which nothing is keyed.
func NewSheet(c *pitfalls.Catalogue, d assess.Depth, number int, coalition string) *Sheet {
	a := assess.New(c)
	a.Coalition = coalition
	a.Respondent = collect.SheetName(number)
	return &Sheet{Number: number, Answers: a, Depth: d, places: assess.Questionnaire{Catalogue: c, Depth: d}.Places()}
}

// Statements returns how many statements the sheet has.
func (s *Sheet) Statements() int { return len(s.places) }

// Place returns the statement with an index.
func (s *Sheet) Place(i int) assess.Place { return s.places[i] }

// At returns the index of the statement that is keyed next, or Statements for the role.
func (s *Sheet) At() int { return s.at }

// AtRole reports whether all statements are behind.
func (s *Sheet) AtRole() bool { return s.at == len(s.places) }

// Keyed returns how many statements are keyed, from the first on.
func (s *Sheet) Keyed() int { return s.keyed }

// Whole reports whether every statement is keyed.
func (s *Sheet) Whole() bool { return s.keyed == len(s.places) }

// Untouched reports whether nothing of the sheet is keyed, not even a note.
func (s *Sheet) Untouched() bool {
	for i := range s.Answers.Topics {
		if s.Answers.Topics[i].Note != "" {
			return false
		}
	}
	return s.keyed == 0 && s.Answers.Role == ""
}

// Rating returns what is keyed of the statement with an index. Unanswered is one that is left open, or not keyed.
func (s *Sheet) Rating(i int) assess.Rating { return s.Answers.At(s.places[i]).Rating() }

// Key keys the statement that comes next, as Unanswered where nothing is crossed, and goes on to the one behind it. At the role
// it does nothing.
func (s *Sheet) Key(r assess.Rating) {
	if s.AtRole() {
		return
	}
	s.Answers.Set(s.places[s.at], assess.TallyOf(r))
	s.at++
	s.keyed = max(s.keyed, s.at)
}

// SetRole sets the role.
func (s *Sheet) SetRole(r assess.Role) { s.Answers.Role = r }

// Move goes to the statement with an index, as far as statements are keyed.
func (s *Sheet) Move(to int) { s.at = min(max(to, 0), s.keyed) }

// TakeBack takes back what was keyed last: the role, or the last statement. Before others that are keyed it only goes back.
func (s *Sheet) TakeBack() {
	switch {
	case s.AtRole() && s.Answers.Role != "":
		s.Answers.Role = ""
	case s.at == 0:
	case s.at == s.keyed:
		s.keyed--
		s.at--
		s.Answers.Set(s.places[s.at], assess.Tally{})
	default:
		s.at--
	}
}

// LeaveOpen keys all statements that are not keyed as left open.
func (s *Sheet) LeaveOpen() {
	s.Move(s.keyed)
	for !s.AtRole() {
		s.Key(assess.Unanswered)
	}
}

// Fill keys a whole line.
func (s *Sheet) Fill(l collect.Line) {
	s.Move(0)
	for _, r := range l.Ratings {
		s.Key(r)
	}
	s.SetRole(l.Role)
}

// renumber gives the sheet another number.
func (s *Sheet) renumber(number int) {
	s.Number = number
	s.Answers.Respondent = collect.SheetName(number)
}

// draft returns the answers with a mark of how far the sheet is keyed.
func (s *Sheet) draft() *assess.Answers {
	a := s.Answers.Clone()
	a.Draft = &assess.Draft{Depth: s.Depth, At: s.places[min(s.keyed, len(s.places)-1)], Keyed: s.keyed}
	return a
}

// resume returns the sheet of which answers were kept, or nil where they are of no sheet.
func resume(a *assess.Answers, c *pitfalls.Catalogue) *Sheet {
	number := collect.SheetNumber(a.Respondent)
	if a.Draft == nil || number == 0 {
		return nil
	}
	s := NewSheet(c, a.Draft.Depth, number, a.Coalition)
	s.Answers = a.Clone()
	s.Answers.Draft = nil
	s.keyed = min(a.Draft.Keyed, len(s.places))
	s.at = s.keyed
	return s
}
