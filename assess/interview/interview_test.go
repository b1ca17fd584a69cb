package interview_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/pitfalls"
)

var catalogue = pitfalls.English()

// folder is a state folder, and a memory in which the files of answers are written.
type folder struct {
	*testing.T
	state string
	files map[string]*assess.Answers
	// original is how each run writes files when it is not tested.
	original map[*interview.Run]func(path string, a *assess.Answers, overwrite bool) error
	// full makes every writing of answers fail.
	full bool
}

func newFolder(t *testing.T) *folder {
	t.Helper()
	state, err := filepath.EvalSymlinks(t.TempDir()) // as drafts are named
	if err != nil {
		t.Fatal(err)
	}
	return &folder{T: t, state: state, files: map[string]*assess.Answers{}, original: map[*interview.Run]func(string, *assess.Answers, bool) error{}}
}

// draft returns where the draft is that has this name.
func (f *folder) draft(name string) string { return filepath.Join(f.state, "coalcheck", name) }

// open opens a run, with what change makes of its options, that is closed at the latest when the test ends.
func (f *folder) open(change func(*interview.Options)) *interview.Run {
	f.Helper()
	o := interview.Options{
		Catalogue: catalogue, Today: "2026-11-21",
		Getenv: func(key string) string { return map[string]string{"XDG_STATE_HOME": f.state}[key] },
	}
	if change != nil {
		change(&o)
	}
	r, err := interview.Open(o)
	if err != nil {
		f.Fatal(err)
	}
	f.original[r] = r.WriteFile
	r.WriteFile = func(path string, a *assess.Answers, overwrite bool) error {
		switch {
		case f.full:
			return errors.New("no space left on device")
		case f.files[path] != nil && !overwrite:
			return fs.ErrExist
		}
		f.files[path] = a
		return nil
	}
	f.Cleanup(func() {
		if r.Keeper != nil {
			_ = r.Keeper.Close()
		}
	})
	return r
}

// write writes answers to a file as they are.
func (f *folder) write(path string, a *assess.Answers) {
	f.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		f.Fatal(err)
	}
	if err := os.WriteFile(path, answersfile.Format(a, catalogue), 0o600); err != nil {
		f.Fatal(err)
	}
}

// unfinished returns a run of this name and depth with one answer, at the second statement.
func unfinished(name string, d assess.Depth) *assess.Answers {
	s := assess.NewSession(catalogue, d)
	s.Answers.Coalition = name
	s.Rate(s.At, 4)
	s.Next()
	return s.Draft()
}

// rate answers the current statement, goes on, and keeps that.
func rate(r *interview.Run, rating assess.Rating) {
	r.Session.Rate(r.Session.At, rating)
	r.Session.Next()
	_ = r.Keep()
}

func quick(o *interview.Options) {
	d := assess.Quick
	o.Depth = &d
}

func workshop(o *interview.Options) { o.Workshop = true }

// onDisk returns how a run writes files when it is not tested.
func (f *folder) onDisk(r *interview.Run) func(path string, a *assess.Answers, overwrite bool) error {
	return f.original[r]
}

// read returns the answers in a file.
func (f *folder) read(path string) *assess.Answers {
	f.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	a, err := answersfile.Read(path, text, catalogue)
	if err != nil {
		f.Fatal(err)
	}
	return a
}
