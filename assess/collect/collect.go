package collect

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/collect/export"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Kind is how answers came.
type Kind uint8

// The kinds.
const (
	// File is an answers file.
	File Kind = iota
	// Code is a code in a text.
	Code
	// Row is a row of a table that a form tool exported.
	Row
)

// Arrival is the answers of one person who answered elsewhere, or what is wrong with them.
type Arrival struct {
	// Source says where the answers were: the name of a file, and of a code its line behind it, as in "mail.txt:14"; of a row
	// its number.
	Source string
	Kind   Kind
	// Answers is nil where Err says what is wrong.
	Answers *assess.Answers
	Err     error
	// Table is the name of the table in which a row was, and Row the row's ID; of a file in a folder, that of the row that it was
	// made of. Both may be empty.
	Table, Row string
	// Text is what to write: a file as it came, and the answers of a code or a row as a file, once Name has given them a name.
	Text []byte
	// Known is the name of what holds the same answers already, or empty. Written is the name of the file that was written.
	Known, Written string
	// Perhaps reports that a row is known only as far as it agrees with the file of another row, and Differs that the file of the same
	// row has other answers.
	Perhaps, Differs bool
}

// CodeError says what is wrong with a code, or with answers that break off.
type CodeError struct {
	// Source is where the code is.
	Source string
	// Err is what is wrong with it, and what to do.
	Err error
}

// Error says where and what.
func (e *CodeError) Error() string { return e.Source + ": " + e.Err.Error() }

// Unwrap returns what is wrong with the code.
func (e *CodeError) Unwrap() error { return e.Err }

// MaxText is the largest text in which answers and codes are looked for, in bytes. Tables may have export.MaxSize.
const MaxText = 16 << 20

var errTooLong = fmt.Errorf("the text is larger than %d MiB, the most in which answers are looked for; divide it", MaxText>>20)

// Read returns the answers in a text: those of an answers file, those of the rows of a table, which is returned, too, or those of all
// answers files and codes that are in it. name is what the text is called. There is always one arrival or more, unless a table has no
// row with answers; the error of a text that is none of these is a *textfile.Error, that of a table an *export.Error, that of a code a
// *CodeError.
func Read(name string, text []byte, o export.Options, c *pitfalls.Catalogue) ([]Arrival, *export.Table) {
	a, err := answersfile.Read(name, text[:min(len(text), answersfile.MaxSize+1)], c)
	if err == nil {
		return []Arrival{{Source: name, Kind: File, Answers: a, Text: text}}, nil
	}
	if why := packed(text); why != "" {
		return rowsOf(refusedTable(name, why))
	}
	table := export.Read(name, text, o, c)
	if table.Statements() > 0 && (table.Err == nil || table.IsRegular()) {
		return rowsOf(table)
	}
	var found []Arrival
	if len(text) <= MaxText {
		found = within(name, string(text), c)
	}
	switch {
	case len(found) > 0:
		return found, nil
	case isMeantAsTable(table, text):
		return rowsOf(table)
	case len(text) > MaxText:
		err = &CodeError{name, errTooLong}
	case encodingOf(string(text)) == "base64":
		err = &CodeError{name, errEncoded}
	}
	return []Arrival{{Source: name, Kind: File, Err: err}}, nil
}

// within returns what is found within a text. Files come first, because they hold more than the code of the same person. What is
// called as an answers file is one as a whole, and what looks like a code without a mark and is none is told only where there is
// nothing else.
func within(name, text string, c *pitfalls.Catalogue) []Arrival {
	var all, doubtful []Arrival
	if !answersfile.HasExtension(name) {
		all = pasted(name, text, c)
	}
	for _, w := range Find(text) {
		a := Arrival{Source: fmt.Sprintf("%s:%d", name, w.Line), Kind: Code}
		var err error
		if a.Answers, err = Decode(w.Text, c); err != nil {
			a.Err = &CodeError{a.Source, err}
		}
		if w.Bare && err != nil {
			doubtful = append(doubtful, a)
			continue
		}
		all = append(all, a)
	}
	if len(all) == 0 {
		return doubtful
	}
	return all
}

// Name gives the answers of codes and of rows the name of their coalition: the one that is given; or else the one that a row has; or
// else the one that all others among the arrivals and in the folder agree on.
func Name(arrivals, there []Arrival, coalition string, c *pitfalls.Catalogue) {
	agreed := Common(append(slices.Clone(there), arrivals...))
	for i := range arrivals {
		if a := &arrivals[i]; a.Kind != File && a.Err == nil {
			a.Answers.Coalition = cmp.Or(coalition, a.Answers.Coalition, agreed)
			a.Text = answersfile.Format(a.Answers, c)
		}
	}
}

// FileName returns a name for the file of an arrival, without a folder: of the coalition, the person or the role, the date, and
// the ID of a row, by which RowOf knows it.
func (a *Arrival) FileName() string {
	named := *a.Answers
	named.Respondent = cmp.Or(named.Respondent, string(named.Role))
	name := answersfile.Name(&named)
	ending := answersfile.Extensions[0]
	switch {
	case a.Row != "":
		return strings.TrimSuffix(name, ending) + rowMark + a.Row + ending
	case answersfile.IsJSON(a.Text):
		return strings.TrimSuffix(name, ending) + ".json"
	default:
		return name
	}
}

// Errors of answers that do not belong into a folder of several persons' files.
var (
	ErrWorkshop = errors.New("these are the counts of a room, and a folder of answers has one person's file each; report on the room by itself")
	ErrDepth    = errors.New("these answers are of another depth than the others: quick ones and full ones cannot be added up; collect them in a folder of their own")
)

// Admit says which of the arrivals can be added to a folder that holds these files: it sets Err of those that do not belong
// there, and Known of those that are there already or came twice, unless they are to be added again. Of files, all that they
// say has to be the same. A code says nothing of a person but the role, and often comes beside the file of the same person, so
// with it the same answers and role are enough. A row is known by its ID, whatever became of its file; where its file has other answers,
// Differs is set. It is perhaps known by the file of a row that is not among the arrivals, where both agree in all that they say.
func Admit(arrivals, there []Arrival, again bool, c *pitfalls.Catalogue) {
	known := newKnown()
	depth := assess.Mixed // no file has said which
	note := func(a *Arrival) {
		known.note(a, c)
		if depth == assess.Mixed && a.answered() {
			depth = a.Answers.Depth()
		}
	}
	for i := range there {
		if a := &there[i]; a.Err == nil {
			note(a)
		} else if a.Row != "" {
			known.rows[a.Row] = a.Source
		}
	}
	others := unclaimed(arrivals, there)
	for i := range arrivals {
		a := &arrivals[i]
		switch {
		case a.Err != nil:
			continue
		case a.Answers.Workshop():
			a.Err = ErrWorkshop
			continue
		}
		if by := known.by(a, c); by != "" && !again {
			a.Known = by
			a.Differs = a.Kind == Row && differs(a, there)
			continue
		}
		if other := others.take(a); other != nil && !again {
			a.Known, a.Perhaps = other.Source, true
			continue
		}
		if depth != assess.Mixed && a.answered() && a.Answers.Depth() != depth {
			a.Err = ErrDepth
			continue
		}
		note(a)
	}
}

// knownAnswers holds the sources of what is known: of all that files say, of the answers and roles of all, of those that
// say no more than a code, and of rows.
type knownAnswers struct {
	files, answers, codes map[assess.Fingerprint]string
	rows                  map[string]string
}

func newKnown() *knownAnswers {
	of := func() map[assess.Fingerprint]string { return map[assess.Fingerprint]string{} }
	return &knownAnswers{of(), of(), of(), map[string]string{}}
}

// by returns the source of what makes an arrival known, or "".
func (k *knownAnswers) by(a *Arrival, c *pitfalls.Catalogue) string {
	switch {
	case a.Kind == Row:
		return k.rows[a.Row]
	case a.Kind == Code:
		return k.answers[given(a, c)]
	case a.isSheet():
		return k.files[a.Answers.Fingerprint(c)]
	default:
		return cmp.Or(k.files[a.Answers.Fingerprint(c)], k.codes[given(a, c)])
	}
}

func (k *knownAnswers) note(a *Arrival, c *pitfalls.Catalogue) {
	whole := a.Answers.Fingerprint(c)
	if a.Row != "" {
		k.rows[a.Row] = cmp.Or(k.rows[a.Row], a.Source)
		k.files[whole] = cmp.Or(k.files[whole], a.Source)
		return
	}
	answers := given(a, c)
	k.files[whole] = cmp.Or(k.files[whole], a.Source)
	if a.isSheet() { // whoever answers on paper sends no code
		return
	}
	k.answers[answers] = cmp.Or(k.answers[answers], a.Source)
	bare := bareOf(a, c)
	bare.Coalition = a.Answers.Coalition
	if bare.Fingerprint(c) == whole {
		k.codes[answers] = cmp.Or(k.codes[answers], a.Source)
	}
}

// given returns the fingerprint of the answers and the role of an arrival: of all that a code holds.
func given(a *Arrival, c *pitfalls.Catalogue) assess.Fingerprint { return bareOf(a, c).Fingerprint(c) }

// bareOf returns what a code would hold of an arrival.
func bareOf(a *Arrival, c *pitfalls.Catalogue) *assess.Answers {
	bare := assess.New(c)
	bare.Role = a.Answers.Role
	for i, t := range a.Answers.Topics {
		t.Note = ""
		bare.Topics[i] = t
	}
	return bare
}

// isSheet reports whether the answers were keyed in from a sheet of paper.
func (a *Arrival) isSheet() bool { return SheetNumber(a.Answers.Respondent) > 0 }

func (a *Arrival) answered() bool {
	for i := range a.Answers.Topics {
		if a.Answers.Topics[i].Answered() {
			return true
		}
	}
	return false
}
