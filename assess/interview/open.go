package interview

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/textfile"
)

// Offer is what was found when the run was opened.
type Offer struct {
	// Found is the unfinished run to go on with, or nil.
	Found *assess.Answers
	// Others are further unfinished runs. Exchange takes one of them in the place of Found.
	Others []Unfinished
	// Damaged is where an unfinished run is kept that could not be read, or empty. Reason says why it could not. Where
	// Found is that run all the same, it is as it was a few seconds before.
	Damaged string
	Reason  error
	// Shared is the folder of unfinished runs where others than this person may write to it, or empty.
	Shared string
	// LockErr means that another coalcheck is at work on the unfinished run, or is nil.
	LockErr *draft.HeldError

	// Unsaved holds changes to the answers to edit that were left before they were saved, or nil.
	Unsaved *assess.Answers
	// PutAway is where such changes are kept if the run begins without them, or empty: New was asked for, or the file was
	// changed by somebody else, and then Outdated is true.
	PutAway  string
	Outdated bool
}

// Unfinished is a run that was left before its end.
type Unfinished struct {
	// Path is its draft.
	Path    string
	Answers *assess.Answers
}

// FirstProblem returns the first thing that is wrong with the damaged run, on one line and without the name of its file.
// It returns "" where none is damaged.
func (o *Offer) FirstProblem() string {
	if o.Reason == nil {
		return ""
	}
	if file, ok := errors.AsType[*textfile.Error](o.Reason); ok {
		return safetext.Visible(fmt.Sprintf("Line %d: %s", file.Problems[0].Line, file.Problems[0].Message))
	}
	first, _, _ := strings.Cut(o.Reason.Error(), "\n")
	return safetext.Visible(first)
}

// InUseError means that another coalcheck is changing the answers that were to be edited.
type InUseError struct {
	// Path is their file.
	Path string
}

// Error names the file.
func (e *InUseError) Error() string { return e.Path + " is being changed by another coalcheck" }

// Open finds out what there is to go on with, and takes hold of the place where the run is kept. A run that cannot be
// kept is opened all the same, with a DraftErr. The error is an *InUseError where another coalcheck edits the same file.
func Open(o Options) (*Run, error) {
	r := &Run{Options: o}
	r.WriteFile = r.writeFile
	if err := r.open(); err != nil {
		if r.Keeper != nil {
			_ = r.Keeper.Close() // the first error says more
		}
		return nil, err
	}
	return r, nil
}

func (r *Run) open() error {
	path, err := draft.Path(r.Getenv)
	switch {
	case err != nil:
		r.DraftErr = err
	case r.Edit != nil:
		return r.openEdit(path)
	default:
		r.openDraft(path)
	}
	if !r.New || r.Offer.Found == nil {
		return nil
	}
	r.Offer.Found, r.Offer.Others = nil, nil
	_, err = r.Keeper.KeepAside()
	return err
}

// openDraft takes hold of the draft, unless another coalcheck holds it.
func (r *Run) openDraft(path string) {
	r.OpenSeparate = func() (Keeper, error) {
		d, err := draft.OpenSeparate(path, r.Catalogue)
		if err != nil {
			return nil, err
		}
		return d, nil
	}
	_, found := r.hold(path)
	if errors.As(r.DraftErr, &r.Offer.LockErr) {
		r.DraftErr = nil
	}
	r.Offer.Found, r.Offer.Damaged, r.Offer.Reason = found.Answers, found.Damaged, found.Reason
	for _, path := range found.Others {
		// One that cannot be read waits until it is found in its turn.
		if answers, err := draft.Peek(path, r.Catalogue); err == nil {
			r.Offer.Others = append(r.Offer.Others, Unfinished{path, answers})
		}
	}
}

// hold makes the draft at path the keeper, or says in DraftErr why it cannot be.
func (r *Run) hold(path string) (*draft.Draft, draft.Found) {
	d, found, err := draft.Open(path, r.Catalogue)
	if r.DraftErr = err; err == nil {
		r.Keeper = d
	}
	if folder := filepath.Dir(path); disk.OthersMayWrite(folder) {
		r.Offer.Shared = folder
	}
	return d, found
}
