package plain

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// save saves the answers. Where that fails and nothing else holds them, it asks for another place until one works or the
// person gives up.
func (r *run) save(ctx context.Context) {
	r.SaveWithoutAsking()
	for r.SaveErr != nil && r.NeedsRescue() {
		r.say("")
		r.say("%s", unsaved(r.SaveErr))
		r.say("Your answers are in no file yet. Type the name of another file for them, in a folder that you may write to. Enter without a name writes them to standard output.")
		line, err := r.read(ctx)
		if w, _ := reply(line); err != nil || clean(line) == "" || w == wordQuit {
			return
		}
		path, named := r.Place(clean(line))
		if named {
			err = r.Write(path, r.Result(), false)
		} else {
			path, err = r.WriteFree(path, r.Result())
		}
		if !r.Written(path, err) {
			r.SaveErr = err
		}
	}
}

// unsaved says why answers could not be saved.
func unsaved(err error) string {
	file, named := errors.AsType[*fs.PathError](err)
	switch {
	case !named:
		return fmt.Sprintf("Nothing was written: %s.", safetext.Visible(err.Error()))
	case errors.Is(err, interview.ErrDamaged):
		return fmt.Sprintf("%s was written in part: %s.", safetext.Visible(file.Path), safetext.Visible(file.Err.Error()))
	case errors.Is(err, fs.ErrExist):
		return safetext.Visible(file.Path) + " exists already and was left as it is."
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("There is no folder %s.", safetext.Visible(filepath.Dir(file.Path)))
	default:
		return fmt.Sprintf("%s could not be written: %s.", safetext.Visible(file.Path), safetext.Visible(file.Err.Error()))
	}
}
