package interview

import (
	"maps"
	"slices"

	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/planfile"
)

// NeedsRescue reports whether leaving now would lose answers, because they could not be kept.
func (r *Run) NeedsRescue() bool { return r.DraftErr != nil && r.Session != nil && r.Answered() > 0 }

// GoToOpen goes to the first open statement, where the next run then goes on, once the plan was shown. It reports whether
// there is one to go to.
func (r *Run) GoToOpen() bool {
	if !r.Planned || len(r.Session.Open()) == 0 {
		return false
	}
	r.Session.At = r.Session.Open()[0]
	return true
}

// Ending is how a run ended: where the answers are now.
type Ending struct {
	// Saved is the file that holds the answers, or empty. Unconfirmed is true where the disk did not confirm that: then
	// the draft holds them, too. Displaced is the file that was to hold them and was changed by somebody else, or empty.
	Saved       string
	Unconfirmed bool
	Displaced   string
	// Taken are the files that were taken away besides the answers.
	Taken []Taken
	// NotTaken holds why others could not be written that were to be, in the order of their kinds: each is an *fs.PathError.
	NotTaken []error
	// LostPlan is who does what by when where that was decided and no file holds it, or nil.
	LostPlan *planfile.Plan
	// Damaged is a file that was to hold them and was written in part, or empty.
	Damaged string
	// Unfinished is the draft that holds them, or empty where nothing was entered or changed. Separate reports whether
	// another unfinished run is offered before it.
	Unfinished string
	Separate   bool
	// Aside is where the run that was found is kept, or empty where it was not kept aside, or is in its place again.
	Aside string
	// DraftErr is why the draft may not hold the answers, or nil. Lost is true where no file does either.
	DraftErr error
	Lost     bool
}

// Close ends the run. The draft is removed once a file holds the answers, or holds them still, and stays otherwise. Where
// the person left answers that could not be kept, Close saves them as SaveWithoutAsking does.
func (r *Run) Close() Ending {
	unchanged := r.unchanged()
	var notTaken []error
	for _, kind := range slices.Sorted(maps.Keys(r.notTaken)) {
		notTaken = append(notTaken, r.notTaken[kind])
	}
	restored := r.letGo(r.Saved != "" && !r.Unconfirmed || unchanged)
	e := Ending{Separate: r.separate, Damaged: r.damaged, Taken: r.taken, NotTaken: notTaken, LostPlan: r.lostPlan}
	if r.Saved == "" && !unchanged && r.NeedsRescue() {
		if !r.Planned && r.SaveErr == nil {
			r.SaveWithoutAsking()
		}
		e.Lost = r.SaveErr != nil
	}
	e.Saved, e.Unconfirmed, e.Displaced, e.DraftErr = r.Saved, r.Unconfirmed, r.Displaced, r.DraftErr
	if r.Keeper == nil {
		return e
	}
	e.Aside = r.Keeper.Aside()
	if r.Session != nil && !unchanged && !restored && disk.Exists(r.Keeper.Path()) {
		e.Unfinished = r.Keeper.Path()
	}
	return e
}

// letGo closes or discards the draft. It reports whether a run that was kept aside is back in its place.
func (r *Run) letGo(discard bool) (restored bool) {
	if r.Keeper == nil {
		return false
	}
	if discard {
		// A draft that stays although it is no longer needed is offered again, and harms nobody.
		_ = r.Keeper.Discard()
		return false
	}
	aside := r.Keeper.Aside()
	r.DraftErr = r.Keeper.Close() // which tries once more to keep what could not be kept
	return r.Keeper.Aside() != aside
}
