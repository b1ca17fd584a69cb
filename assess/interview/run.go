package interview

import (
	"path/filepath"
	"slices"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// CountsHands reports whether the run counts the hands of a room. Before it has begun, that is what a new one will do.
func (r *Run) CountsHands() bool {
	if r.Session == nil {
		return r.Workshop
	}
	return r.hands
}

// Keep keeps the unfinished run as soon as something was entered; the run of a room as soon as it has people, who tell
// its draft from one person's. Call it after every change and before that is shown as given. It returns DraftErr: the
// answers are then in memory alone, and the next call tries again.
func (r *Run) Keep() error {
	if r.Session == nil || r.hands && !r.Session.Answers.Workshop() {
		return nil
	}
	r.dirty = r.dirty || !r.Session.Answers.Empty()
	if !r.dirty {
		return nil
	}
	if r.Keeper != nil {
		a := r.Session.Draft()
		a.Draft.Of, a.Draft.Report, a.Draft.Plan = r.fingerprint(), r.remembered(), rememberedPath(whole(r.planFile()))
		a.Draft.Reveal = r.Reveal
		r.DraftErr = r.Keeper.Save(a)
	}
	return r.DraftErr
}

// remembered returns the report for the draft, which refuses paths that no file of answers may hold.
func (r *Run) remembered() assess.Report {
	report := r.Report
	if report.Path = rememberedPath(report.Path); report.Path == "" {
		report.Format = ""
	}
	return report
}

// whole returns the whole path of a file, and of none nothing.
func whole(path string) string {
	full, err := filepath.Abs(path)
	if path == "" || err != nil {
		return path
	}
	return full
}

// rememberedPath returns a path as a draft may hold it, or "".
func rememberedPath(path string) string {
	if !filepath.IsAbs(path) || safetext.TypedLine(path) != path || utf8.RuneCountInString(path) > assess.MaxPath {
		return ""
	}
	return path
}

// remember fills in what the command line does not ask for.
func (r *Run) remember(d *assess.Draft) {
	if d == nil {
		return
	}
	if r.Report.Path == "" {
		r.Report.Path, r.Report.Format = d.Report.Path, d.Report.Format
	}
	if r.Report.Minutes == 0 {
		r.Report.Minutes = d.Report.Minutes
	}
	r.Reveal = d.Reveal
	if d.Plan != "" && disk.Exists(d.Plan) {
		r.earlier = d.Plan
	}
}

// Answered returns how many statements have an answer.
func (r *Run) Answered() int { return len(r.Session.Places()) - len(r.Session.Open()) }

// Result returns the answers: finished and dated once the plan was shown, and until then with a mark of where the run
// is. Before the run has begun it returns nil.
func (r *Run) Result() *assess.Answers {
	switch {
	case r.Session == nil:
		return nil
	case r.Planned:
		return r.finished()
	default:
		return r.Session.Draft()
	}
}

func (r *Run) finished() *assess.Answers {
	a := r.Session.Finished()
	if a.Date == "" {
		a.Date = r.Today
	}
	return a
}

// Score scores what is answered so far.
func (r *Run) Score() *score.Result { return score.Score(group.Of(r.Catalogue, r.finished())) }

// FocusChoices returns the pitfalls that may be chosen as the focus, in catalogue order: those that are pressing or on
// watch.
func (r *Run) FocusChoices() []score.Topic {
	return slices.DeleteFunc(slices.Clone(r.Score().Topics[:pitfalls.PitfallCount]), func(t score.Topic) bool {
		return t.Band != score.Pressing && t.Band != score.Watch
	})
}
