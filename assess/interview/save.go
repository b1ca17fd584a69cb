package interview

import (
	"errors"
	"io/fs"
	"strconv"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// FileName returns the name to offer for the file: the one that is edited, or else one made from the coalition, the
// respondent and the date.
func (r *Run) FileName() string {
	if r.EditPath != "" && safetext.Visible(r.EditPath) == r.EditPath {
		return r.EditPath
	}
	return answersfile.Name(r.finished())
}

// WithExtension returns a name under which a folder of answers finds the file.
func WithExtension(path string) string {
	if answersfile.HasExtension(path) {
		return path
	}
	return path + answersfile.Extensions[0]
}

// Write writes answers, such as Result, to a file. Only with overwrite, or with Force at SaveTo, does it replace one:
// else the error matches fs.ErrExist. It changes nothing in the run, so that it may be called while the run is drawn;
// set Saved when it is done.
func (r *Run) Write(path string, a *assess.Answers, overwrite bool) error {
	return r.WriteFile(path, a, overwrite || r.Force && path == r.SaveTo)
}

// SaveWithoutAsking saves the answers where the command line says, or else under a free name in the current folder. It sets
// Saved or SaveErr.
func (r *Run) SaveWithoutAsking() {
	path, err := r.saveWithoutAsking()
	if err != nil {
		r.SaveErr = err
		return
	}
	r.Saved = path
}

func (r *Run) saveWithoutAsking() (string, error) {
	a := r.Result()
	path := r.SaveTo
	if path == "" && r.Force {
		path = r.EditPath
	}
	if path != "" {
		return path, r.WriteFile(path, a, r.Force)
	}
	path = answersfile.Name(a)
	for n := 2; ; n++ {
		err := r.WriteFile(path, a, false)
		if !errors.Is(err, fs.ErrExist) {
			return path, err
		}
		path = disk.Numbered(answersfile.Name(a), strconv.Itoa(n))
	}
}
