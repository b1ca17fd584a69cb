package wizard

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// maxPath is the longest name to type, in characters.
const maxPath = 1000

// refusal says why a name for a file was not taken. The zero value is that it was not refused.
type refusal struct {
	// path is the name, and err why.
	path string
	err  error
	// edited reports whether the file is the one that is edited, which once more replaces.
	edited bool
}

func (wiz *wizard) refused(path string, err error) refusal {
	return refusal{path: path, err: err, edited: errors.Is(err, fs.ErrExist) && wiz.run.Edits(path)}
}

// String says it, for showing it in a terminal.
func (r refusal) String() string {
	name := filepath.Base(r.path)
	var text string
	switch {
	case r.err == nil:
	case r.edited:
		text = "This is the file that you opened. Enter replaces it; or choose another name."
	case errors.Is(r.err, fs.ErrExist):
		text = name + " exists already and was left as it is. Enter takes the new name; or choose another."
	case errors.Is(r.err, interview.ErrChanged):
		text = name + " was changed by somebody else since you opened it, and was left as it is. Enter takes the new name."
	case errors.Is(r.err, interview.ErrDamaged):
		text = fmt.Sprintf("Only a part was written: %v. Save it under another name.", r.reason())
	case errors.Is(r.err, fs.ErrNotExist):
		text = fmt.Sprintf("There is no folder %s. Choose another name.", filepath.Dir(r.path))
	default:
		text = fmt.Sprintf("%s could not be written: %v. Choose another name.", name, r.reason())
	}
	return safetext.Visible(text)
}

// reason returns the error without the name of the file.
func (r refusal) reason() error {
	if path, ok := errors.AsType[*fs.PathError](r.err); ok {
		return path.Err
	}
	return r.err
}
