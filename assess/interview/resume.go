package interview

import "github.com/coalcheck/coalcheck/assess"

// Begin starts what was asked for: the answers to change, or else a new run. A run that was found stays as it is until
// something is entered.
func (r *Run) Begin() {
	if r.Edit != nil {
		edit := r.Edit
		if r.Offer.Unsaved != nil {
			edit = r.Offer.Unsaved
			r.remember(edit.Draft)
		}
		r.resume(edit, depthOf(edit))
		return
	}
	depth, _ := r.depth()
	r.Session, r.hands = assess.NewSession(r.Catalogue, depth), r.Workshop
}

// depthOf returns how much finished answers are asked about: as much as they were, where that can be seen. One topic that
// was answered as a whole is not yet a quick run.
func depthOf(a *assess.Answers) assess.Depth {
	whole := 0
	for i := range a.Topics {
		if a.Topics[i].Quick() {
			whole++
		}
	}
	if depth := a.Depth(); depth != assess.Quick || whole > 1 {
		return depth
	}
	return assess.Full
}

// AsksDepth reports whether a new run asks the person how much to ask.
func (r *Run) AsksDepth() bool {
	_, set := r.depth()
	return !set
}

// depth returns how much a new run asks, and whether that is set.
func (r *Run) depth() (d assess.Depth, set bool) {
	switch {
	case r.Depth != nil:
		return *r.Depth, true
	case r.Workshop:
		return assess.Quick, true
	default:
		return assess.Full, false
	}
}

// GoOn goes on with the run that was found. It reports whether a statement was reached before; where none was, the
// person may not have been asked yet how much to ask, and the run goes on at the depth that was asked for.
func (r *Run) GoOn() (begun bool) {
	r.remember(r.Offer.Found.Draft)
	r.resume(r.Offer.Found, assess.Full)
	begun = r.Session.Begun()
	if depth, set := r.depth(); set && !begun {
		r.Session = assess.ResumeSession(r.Catalogue, r.Session.Finished(), depth)
	}
	return begun
}

func (r *Run) resume(a *assess.Answers, d assess.Depth) {
	r.Session, r.hands, r.dirty = assess.ResumeSession(r.Catalogue, a.Clone(), d), a.Workshop(), true
}

// UseSeparate takes over what OpenSeparate returned.
func (r *Run) UseSeparate(k Keeper, err error) {
	if err != nil {
		r.DraftErr = err
		return
	}
	r.Keeper, r.separate = k, true
}

// Progress returns how many statements of a run are answered, and how many it has.
func (r *Run) Progress(a *assess.Answers) (answered, all int) {
	s := assess.ResumeSession(r.Catalogue, a.Clone(), assess.Full)
	return len(s.Places()) - len(s.Open()), len(s.Places())
}

// OtherDepth reports whether the run that was found goes on at another depth than the one that was asked for, and
// returns both.
func (r *Run) OtherDepth() (found, asked assess.Depth, other bool) {
	asked, set := r.depth()
	if r.Offer.Found == nil || !set {
		return 0, 0, false
	}
	s := assess.ResumeSession(r.Catalogue, r.Offer.Found.Clone(), assess.Full)
	return s.Depth, asked, s.Depth != asked && s.Begun()
}

// SetDepth asks at another depth from here on. Topics that were answered keep their statements, and the run stays where
// it is if that statement is still asked.
func (r *Run) SetDepth(d assess.Depth) {
	r.Session = r.Session.AtDepth(d)
}
