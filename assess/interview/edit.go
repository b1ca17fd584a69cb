package interview

import (
	"bytes"
	"encoding/hex"
	"errors"
	"hash/fnv"
	"path/filepath"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/draft"
)

// openEdit takes hold of the draft for this file, which has a name of its own: an unfinished run of something else stays
// as it is. Changes that were interrupted go on, unless the file is another one by now or New opens it as it is.
func (r *Run) openEdit(path string) error {
	path = draft.Beside(path, "edit", r.EditPath)
	kept, found := r.hold(path)
	changes := found.Answers
	r.Offer.Damaged, r.Offer.Reason = found.Damaged, found.Reason
	if _, held := errors.AsType[*draft.HeldError](r.DraftErr); held {
		return &InUseError{r.EditPath}
	}
	if changes == nil {
		return nil
	}
	r.Offer.Outdated = changes.Draft == nil || changes.Draft.Of != r.fingerprint()
	switch {
	case !r.Offer.Outdated && !r.New:
		r.Offer.Unsaved = changes
		return nil
	case r.same(changes, r.Edit):
		// They were saved, and only the draft stayed.
		r.Offer.Outdated = false
		if err := r.Keeper.Discard(); err != nil {
			return err
		}
		r.hold(path)
		return nil
	}
	away, err := kept.PutAway()
	r.Offer.PutAway = away
	return err
}

// fingerprint tells by its content the file that is edited. It returns "" for a new run. It is 128 bits of FNV-1a, so
// that no two texts have the same one by accident.
func (r *Run) fingerprint() string {
	if r.Edit == nil {
		return ""
	}
	sum := fnv.New128a()
	_, _ = sum.Write(r.EditText) // a hash takes everything
	return hex.EncodeToString(sum.Sum(nil))
}

// Interrupted returns what is kept of a file whose writing in place was cut off, so that the file itself cannot be read:
// its former text, and changes to it that were not saved. Either is "" where there is none.
func Interrupted(getenv func(string) string, file string) (former, changes string) {
	path, err := draft.Path(getenv)
	if err != nil {
		return "", ""
	}
	kept := func(kind string) string {
		if name := draft.Beside(path, kind, file); disk.Exists(name) {
			return name
		}
		return ""
	}
	return kept("former"), kept("edit")
}

// Spare returns where the former text of a person's file is kept while the file is written in place, or "" where there is no
// folder for it.
func Spare(getenv func(string) string, file string) string {
	path, err := draft.Path(getenv)
	if err == nil {
		path, err = disk.Prepare(path)
	}
	if err != nil {
		return ""
	}
	disk.RemoveLeftovers(filepath.Dir(path))
	return draft.Beside(path, "former", file)
}

// unchanged reports whether answers were edited and would be written as they are in their file, but for the date.
func (r *Run) unchanged() bool {
	return r.Edit != nil && r.Session != nil && r.same(r.Session.Finished(), r.Edit)
}

// same reports whether two runs would be written alike once they are finished, but for their dates.
func (r *Run) same(a, b *assess.Answers) bool {
	text := func(a *assess.Answers) []byte {
		a = a.Clone()
		a.Date, a.Draft = "", nil
		return answersfile.Format(a, r.Catalogue)
	}
	return bytes.Equal(text(a), text(b))
}
