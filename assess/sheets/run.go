package sheets

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Options says which sheets are keyed in, and where they go.
type Options struct {
	Catalogue *pitfalls.Catalogue
	// Folder is where the files go. It need not exist.
	Folder string
	// Draft is the draft of the platform, beside which the half keyed sheet is kept; or empty where there is no place for it.
	Draft string
	// There reads the answers in the folder. Write puts a sheet into it, under a name that is free.
	There func() []collect.Arrival
	Write func(a *collect.Arrival) error
	// Coalition is what all sheets are headed with, or empty for the name that the folder has. Depth is that of the sheets, or
	// nil for that of the folder.
	Coalition string
	Depth     *assess.Depth
}

// Run is the keying of several sheets.
type Run struct {
	Options
	// Sheet is the one that is keyed, and nil until Begin.
	Sheet *Sheet
	// Written are the sheets that were written.
	Written []collect.Arrival
	// AsksCoalition and AsksDepth report whether nothing says what the coalition is called, and how deep the sheets are.
	AsksCoalition, AsksDepth bool
	// Resumed reports whether Sheet was half keyed before, and Former is the number that it had then, where another sheet has
	// that one now; or 0.
	Resumed bool
	Former  int
	// Aside is where a half keyed sheet is kept that does not fit the folder, or empty.
	Aside string
	// DraftErr is why the sheet is not kept on disk, or nil.
	DraftErr error
	// Unconfirmed reports whether the disk did not confirm a file that was written.
	Unconfirmed bool

	half  *Sheet
	depth assess.Depth
	draft *draft.Draft
}

// UnreadableError means that a sheet of the folder cannot be read: nothing says what is on it, and so which one is keyed twice.
type UnreadableError struct {
	// File is the name of its file in the folder, and Err is what is wrong with it.
	File string
	Err  error
}

// Error names the file.
func (e *UnreadableError) Error() string { return fmt.Sprintf("%s: %v", e.File, e.Err) }

// Unwrap returns what is wrong with the file.
func (e *UnreadableError) Unwrap() error { return e.Err }

// Open looks at the folder, and for a sheet that is half keyed. The error is a *draft.HeldError where somebody else is keying for
// this folder, an *UnreadableError where a sheet of it cannot be read, and collect.ErrDepth where it has sheets of another depth.
func Open(o Options) (*Run, error) {
	r := &Run{Options: o}
	there := o.There()
	for i := range there {
		if a := &there[i]; a.Err != nil && collect.SheetOf(a) > 0 {
			return nil, &UnreadableError{a.Source, a.Err}
		}
	}
	depth, known := collect.DepthOf(there)
	switch {
	case known && o.Depth != nil && *o.Depth != depth:
		return nil, collect.ErrDepth
	case !known && o.Depth != nil:
		depth, known = *o.Depth, true
	}
	if err := r.hold(); err != nil {
		return nil, err
	}
	if r.half != nil && known && r.half.Depth != depth {
		r.Aside, r.DraftErr = r.draft.PutAway()
		r.half = nil
	}
	name := cmp.Or(o.Coalition, collect.Common(there), r.Coalition)
	if r.half != nil {
		r.forgetWritten(there)
	}
	if r.half != nil {
		depth, known = r.half.Depth, true
		name = cmp.Or(name, r.half.Answers.Coalition)
	}
	r.depth, r.Coalition = depth, name
	r.AsksDepth, r.AsksCoalition = !known, name == "" && r.half == nil
	return r, nil
}

var errNoDraft = errors.New("there is no folder for drafts")

// hold takes the draft. Only somebody else who has it is an error; without a draft, sheets can be keyed all the same.
func (r *Run) hold() error {
	if r.Draft == "" {
		r.DraftErr = errNoDraft
		return nil
	}
	var found draft.Found
	r.draft, found, r.DraftErr = draft.Open(draft.Beside(r.Draft, "keying", r.Folder), r.Catalogue)
	if held, ok := errors.AsType[*draft.HeldError](r.DraftErr); ok {
		return held
	}
	if found.Answers != nil {
		r.half = resume(found.Answers, r.Catalogue)
	}
	if r.half != nil && r.half.Untouched() {
		r.Coalition, r.half = r.half.Answers.Coalition, nil
	}
	return nil
}

// forgetWritten forgets a sheet that is in the folder already, because the run ended before its draft was replaced. Where
// another sheet has its number, it gets the next one.
func (r *Run) forgetWritten(there []collect.Arrival) {
	file := collect.FileOf(there, r.half.Number)
	switch {
	case file == nil:
	case file.Answers.Fingerprint(r.Catalogue) == r.half.Answers.Fingerprint(r.Catalogue):
		r.half = nil
	default:
		r.Former = r.half.Number
		r.half.renumber(collect.NextSheet(there))
	}
}

// Begin begins with the sheet that is half keyed, or with the next one. The coalition and the depth count where the run asks for
// them.
func (r *Run) Begin(coalition string, d assess.Depth) {
	if r.AsksCoalition {
		r.Coalition = coalition
	}
	if r.AsksDepth {
		r.depth = d
	}
	if r.half == nil {
		r.Sheet = r.next(r.There())
	} else {
		r.Sheet, r.half, r.Resumed = r.half, nil, true
		r.Sheet.Answers.Coalition = r.Coalition
	}
	r.Keep()
}

// next returns the next sheet for a folder that holds these files.
func (r *Run) next(there []collect.Arrival) *Sheet {
	number := collect.NextSheet(there)
	for i := range r.Written { // which somebody may have taken away
		number = max(number, collect.SheetOf(&r.Written[i])+1)
	}
	return NewSheet(r.Catalogue, r.depth, number, r.Coalition)
}

// Renumber gives the sheet that is keyed a number that is written on it. It reports whether no sheet of the folder has that.
func (r *Run) Renumber(number int) bool {
	if collect.FileOf(r.There(), number) != nil {
		return false
	}
	r.Sheet.renumber(number)
	r.Keep()
	return true
}

// Pass leaves out the sheet that is keyed, with its notes, and goes on to the next number.
func (r *Run) Pass() {
	r.Sheet = NewSheet(r.Catalogue, r.depth, r.Sheet.Number+1, r.Coalition)
	r.Keep()
}

// Keep keeps the sheet on disk as it is. It is called after every key.
func (r *Run) Keep() {
	if r.draft != nil && r.Sheet != nil {
		r.DraftErr = r.draft.Save(r.Sheet.draft())
	}
}

// TakenError means that the number of a sheet was given to another one meanwhile, so that it has a new one now.
type TakenError struct{ Was, Now int }

// Error says what to write on the sheet.
func (e *TakenError) Error() string {
	return fmt.Sprintf("there is another sheet %d by now; write %d on this one", e.Was, e.Now)
}

// Finish writes the sheet and begins the next one. Statements that are not keyed stay open. After an error, the sheet is still the one that is
// keyed. It is a *TakenError where the sheet has got another number.
func (r *Run) Finish() (collect.Arrival, error) {
	s := r.Sheet
	s.LeaveOpen()
	a := collect.Arrival{
		Source: s.Answers.Respondent, Kind: collect.File, Answers: s.Answers,
		Text: answersfile.Format(s.Answers, r.Catalogue),
	}
	there := r.There()
	if collect.FileOf(there, s.Number) != nil {
		taken := &TakenError{s.Number, collect.NextSheet(there)}
		s.renumber(taken.Now)
		r.Keep()
		return a, taken
	}
	err := r.Write(&a)
	if errors.Is(err, disk.ErrUnconfirmed) {
		r.Unconfirmed, err = true, nil
	}
	if err != nil {
		return a, err
	}
	r.Written = append(r.Written, a)
	r.Sheet = r.next(there)
	r.Keep()
	return a, nil
}

// Half returns the number of the sheet that is half keyed, or 0.
func (r *Run) Half() int {
	switch {
	case r.Sheet != nil && !r.Sheet.Untouched():
		return r.Sheet.Number
	case r.Sheet == nil && r.half != nil:
		return r.half.Number
	default:
		return 0
	}
}

// Close lets go of the draft, which stays where a sheet is half keyed. The error means that this sheet is not kept.
func (r *Run) Close() error {
	switch {
	case r.draft == nil && r.Half() > 0:
		return r.DraftErr
	case r.draft == nil:
		return nil
	case r.Half() > 0:
		return r.draft.Close()
	default:
		return r.draft.Discard()
	}
}
