// Package interview is one run in which a person answers, whatever face it has: the unfinished runs that were found,
// going on and beginning anew, keeping every answer, saving the answers in a file, and leaving.
//
// It knows no terminal and no clock. What a person sees and types belongs to the faces, the wizard and the line prompter,
// and the questions belong to assess.Session.
package interview

import (
	"errors"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// ErrLeft means that the person left before the plan. What was answered is kept, unless Ending says otherwise.
var ErrLeft = errors.New("left before the plan")

// Options is what a run was asked to be.
type Options struct {
	Catalogue *pitfalls.Catalogue
	// Getenv looks up environment variables, as os.Getenv does. The folder of the drafts depends on it.
	Getenv func(string) string
	// Today is the date of answers that have none, as YYYY-MM-DD. It may be empty.
	Today string

	// Depth is how much a new run asks, or nil to let the person choose. An unfinished run goes on at its own depth.
	Depth *assess.Depth
	// Workshop makes a new run count the hands of a room: the quick statements, unless Depth says otherwise. An unfinished
	// run and answers to change go on as what they are.
	Workshop bool
	// New begins a new run. The unfinished one is kept aside.
	New bool

	// Edit holds the finished answers to change, which were read from the file EditPath as EditText; or nil.
	Edit     *assess.Answers
	EditPath string
	EditText []byte

	// Report is what the command line asks to be written at the end. An unfinished run fills in what is not asked for. A
	// path of "-" asks for the screen.
	Report assess.Report

	// Page writes the report as a page, and Calendar the days of a plan. Without them neither is offered at the end.
	Page     func(*score.Result) ([]byte, error)
	Calendar func(*planfile.Plan) ([]byte, error)

	// SaveTo is the file for the answers, or empty to let a face ask for a name or make one.
	SaveTo string
	// Force allows the answers to replace the file at SaveTo, or else the one at EditPath.
	Force bool
}

// Keeper keeps the unfinished run. A *draft.Draft is one.
type Keeper interface {
	// Save replaces what was kept before.
	Save(a *assess.Answers) error
	// KeepAside moves the run that was found to a name of its own, which it returns.
	KeepAside() (string, error)
	// Exchange keeps the run that was found aside and takes the one at path in its place.
	Exchange(path string) (*assess.Answers, error)
	// Path returns where the run is kept, and Aside where the one that was found is now, or "".
	Path() string
	Aside() string
	// Close lets go of the run, which stays; one that was kept aside for nothing is put back. Discard removes the run.
	Close() error
	Discard() error
}

// Run is one interview. Its fields are for the faces to read, and for tests to set before it begins; its methods change
// them. Nothing in it may be used by several goroutines at once, except where a method says so.
type Run struct {
	Options
	Offer Offer

	// Keeper keeps every answer. It is nil where that does not work, and while another coalcheck holds the unfinished run.
	Keeper Keeper
	// OpenSeparate opens a Keeper beside the one that another coalcheck holds. It may run while the run is drawn.
	OpenSeparate func() (Keeper, error)
	// WriteFile writes answers to a file. The error matches fs.ErrExist where the file exists and overwrite is false.
	WriteFile func(path string, a *assess.Answers, overwrite bool) error
	// WriteText writes another file to take away, which it never replaces. It is nil but in tests.
	WriteText func(path string, text []byte) error

	// Session holds what is asked and answered. It is nil until Begin or GoOn.
	Session *assess.Session
	// Planned is true once the plan was shown.
	Planned bool
	// Plan is the plan file to take away, or nil for one of the steps that are to start now.
	Plan *planfile.Plan
	// Reveal is how far a room has seen its result.
	Reveal assess.Reveal
	// DraftErr is why the Keeper does not have the answers, or nil.
	DraftErr error
	// Saved is the file that holds the answers, or empty. SaveErr is why SaveWithoutAsking wrote none, or nil.
	Saved   string
	SaveErr error
	// Unconfirmed is true where the disk did not confirm that Saved is safe. Displaced is the file that was to hold the
	// answers and was changed by somebody else while it was edited, or empty.
	Unconfirmed bool
	Displaced   string

	// decided is the file that holds Plan already, or empty. earlier is the one that the run made before it was left.
	decided, earlier string
	// taken are the files that were taken away besides the answers.
	taken []Taken
	// notTaken holds why other things could not be written that were to be.
	notTaken map[Kind]error
	// lostPlan is a plan that was decided on and that no file holds, or nil.
	lostPlan *planfile.Plan
	// commented reports whether people wrote comments into the edited file. It is nil until that is asked.
	commented *bool
	// damaged is a file that was written in part, or empty.
	damaged string
	// hands reports whether the session counts the hands of a room.
	hands bool
	// dirty reports whether there is something to keep: a run that went on, or anything entered, even if taken back later.
	dirty bool
	// separate reports whether the run is kept beside another one that is unfinished.
	separate bool
}
