package interview

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Why a file could not be written. ErrChanged means that the file that is edited was changed by somebody else since it was
// opened, and was left alone; ErrDamaged that it was written in part.
var (
	ErrChanged = disk.ErrChanged
	ErrDamaged = disk.ErrDamaged
)

// FileName returns the name to offer for the file: the one that is edited, or else a free one made from the coalition,
// the respondent and the date.
func (r *Run) FileName() string {
	if r.EditPath != "" && safetext.Visible(r.EditPath) == r.EditPath {
		return r.EditPath
	}
	return disk.Free(answersfile.Name(r.finished()))
}

// Place returns the file that a person means who was asked where the answers shall go, or "" where nothing was typed.
// Where they named only a folder, named is false and the file has a free name that was made as FileName makes one.
func (r *Run) Place(typed string) (path string, named bool) {
	path = disk.Typed(typed, r.Getenv)
	if path == "" || path == r.EditPath {
		return path, true
	}
	if info, err := os.Stat(path); disk.NamesFolder(path) || err == nil && info.IsDir() {
		return disk.Free(filepath.Join(path, answersfile.Name(r.finished()))), false
	}
	return WithExtension(path), true
}

// WithExtension returns a name under which a folder of answers finds the file.
func WithExtension(path string) string {
	if answersfile.HasExtension(path) || disk.NamesFolder(path) {
		return path
	}
	return path + answersfile.Extensions[0]
}

// writeFile is how answers are written unless a test says otherwise.
func (r *Run) writeFile(path string, a *assess.Answers, overwrite bool) error {
	o := disk.Options{Private: true, Replace: overwrite}
	if r.Edits(path) {
		o.Was = r.EditText
	}
	// Where a file is written in place, its former text and the draft hold what a crash would take.
	if r.Keeper != nil {
		o.Spare = draft.Beside(r.Keeper.Path(), "former", path)
	}
	return disk.Write(path, answersfile.Rewrite(path, r.former(), a, r.Catalogue), o)
}

// former returns the file that is edited, if any.
func (r *Run) former() answersfile.Former {
	return answersfile.Former{Name: r.EditPath, Text: r.EditText}
}

// LosesComments reports whether the edited file has comments that have no place in a file of this name.
func (r *Run) LosesComments(path string) bool {
	if r.Edit == nil || !r.former().BecomesJSON(path) {
		return false
	}
	if r.commented == nil {
		has := r.former().HasComments(r.Catalogue)
		r.commented = &has
	}
	return *r.commented
}

// Write writes answers, such as Result, to a file. Only with overwrite, or with Force at SaveTo, does it replace one:
// else the error matches fs.ErrExist. It is ErrChanged where the edited file is another one by now. Write changes
// nothing in the run, so that it may be called while the run is drawn; Written takes over what it returned.
func (r *Run) Write(path string, a *assess.Answers, overwrite bool) error {
	return r.WriteFile(path, a, overwrite || r.Force && path == r.SaveTo)
}

// Written takes over what Write returned for a file, and reports whether the file holds the answers. Where the disk did
// not confirm that, the draft stays.
func (r *Run) Written(path string, err error) bool {
	r.Unconfirmed = errors.Is(err, disk.ErrUnconfirmed)
	switch {
	case errors.Is(err, ErrDamaged):
		r.damaged = path
	case err == nil && path == r.damaged:
		r.damaged = ""
	}
	if failed(err) {
		return false
	}
	r.Saved, r.SaveErr = path, nil
	return true
}

// WriteFree is Write for a name that nobody has typed: where the file exists, the answers go to the first of name-2,
// name-3 and so on that is free. It returns the name.
func (r *Run) WriteFree(name string, a *assess.Answers) (path string, err error) {
	return firstFree(name, func(path string) error { return r.WriteFile(path, a, false) })
}

// manyNames is how many names are tried.
const manyNames = 1000

// Edits reports whether a name leads to the file that is edited.
func (r *Run) Edits(path string) bool { return r.Edit != nil && disk.SamePlace(path, r.EditPath) }

// SaveWithoutAsking saves the answers where the command line says, or else under a free name in the current folder. A
// file that was changed while it was edited is left alone, and Displaced then names it. It sets Saved or SaveErr.
func (r *Run) SaveWithoutAsking() {
	path := r.SaveTo
	if path == "" && r.Force {
		path = r.EditPath
	}
	if path != "" && !disk.NamesFolder(path) {
		err := r.WriteFile(path, r.Result(), r.Force)
		if !errors.Is(err, ErrChanged) {
			r.take(path, err)
			return
		}
		r.Displaced = path
		r.take(r.WriteFree(path, r.Result()))
		return
	}
	a := r.Result()
	r.take(r.WriteFree(filepath.Join(path, answersfile.Name(a)), a))
}

// take is Written for somebody who has no other name to offer.
func (r *Run) take(path string, err error) {
	if !r.Written(path, err) {
		r.SaveErr = err
	}
}
