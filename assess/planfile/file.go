package planfile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// File is a plan file that is being changed. Nothing of it is safe for use by several goroutines at once.
type File struct {
	// Path is the file.
	Path string
	// Held is true where another coalcheck has the same file open. Then, and where a lock cannot be had, what keeps the two
	// from losing anything is that the file is compared with what was last read before it is written.
	Held bool
	// Unconfirmed is true where the disk did not confirm that what was written last is safe.
	Unconfirmed bool

	catalogue *pitfalls.Catalogue
	// spare is where the former text is kept while the file is written in place, or empty.
	spare string
	lock  *disk.Lock
	// text is what was last read or written, or nil for a file that does not exist yet, and base the plan in it.
	text []byte
	base *Plan
}

// UnreadableError means that somebody else changed a plan file so that it cannot be read now. What is wrong with it is Err.
type UnreadableError struct{ Err error }

func (e *UnreadableError) Error() string {
	return "the file was changed and cannot be read: " + e.Err.Error()
}

func (e *UnreadableError) Unwrap() error { return e.Err }

// Problem returns the first thing that is wrong with the file, with its line.
func (e *UnreadableError) Problem() string {
	if file, ok := errors.AsType[*textfile.Error](e.Err); ok {
		return fmt.Sprintf("line %d: %s", file.Problems[0].Line, file.Problems[0].Message)
	}
	return e.Err.Error()
}

// Open takes hold of a plan file that was read as text and holds plan. spare is a name for the former text while the file has
// to be written in place, or empty.
func Open(path string, text []byte, plan *Plan, c *pitfalls.Catalogue, spare string) *File {
	f := &File{Path: path, catalogue: c, spare: spare, text: text, base: plan}
	f.hold()
	return f
}

// New is Open for a file that does not exist yet, which the first Save makes. Where somebody else's has the name by then, it
// gets a free one.
func New(path string, c *pitfalls.Catalogue) *File {
	return &File{Path: path, catalogue: c, base: &Plan{}}
}

func (f *File) hold() {
	path := f.Path
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	lock, err := disk.Hold(path)
	_, f.Held = errors.AsType[*disk.HeldError](err)
	f.lock = lock
}

// tries is how often a file is written that others change all the time.
const tries = 5

// Save writes the plan of a table and waits for the disk. Where somebody else has changed the file meanwhile, the table takes
// that over first; merged then says in how many actions. The error is an *UnreadableError where that cannot be read, or
// ErrManyActions or ErrManyNotes where both together are too much: then, and after any other error, nothing was written, and Save
// can be tried again.
func (f *File) Save(t *Table) (merged int, err error) {
	for range tries {
		if err = f.write(t.Plan()); !errors.Is(err, disk.ErrChanged) && !errors.Is(err, fs.ErrExist) {
			return merged, err
		}
		if f.text == nil { // somebody else's file has the name, which was made
			f.Close()
			f.Path = disk.Free(f.Path)
			continue
		}
		text, theirs, err := f.read()
		if err != nil {
			return merged, err
		}
		merged += t.Merge(f.base, theirs)
		f.text, f.base = text, theirs
	}
	return merged, err
}

// write writes a plan, unless the file holds it.
func (f *File) write(p *Plan) error {
	if len(p.Actions()) > MaxActions {
		return ErrManyActions
	}
	if slices.ContainsFunc(p.Notes, func(n Note) bool { return utf8.RuneCountInString(n.Text) > MaxSaid }) {
		return ErrManyNotes
	}
	text := Format(p)
	if f.text != nil {
		text = Rewrite(f.text, p, f.catalogue)
	} else if f.lock == nil {
		f.hold()
	}
	if f.text != nil && bytes.Equal(text, f.text) {
		return nil
	}
	err := disk.Write(f.Path, text, disk.Options{Private: true, Replace: f.text != nil, Was: f.text, Spare: f.spare})
	f.Unconfirmed = errors.Is(err, disk.ErrUnconfirmed)
	if err != nil && !f.Unconfirmed {
		return err
	}
	f.text, f.base = text, p
	return nil
}

// read reads what somebody else has written.
func (f *File) read() ([]byte, *Plan, error) {
	text, err := disk.ReadRegular(f.Path, MaxSize)
	if err != nil {
		return nil, nil, err
	}
	plan, err := Read(f.Path, text, f.catalogue)
	if err != nil {
		return nil, nil, &UnreadableError{err}
	}
	return text, plan, nil
}

// WriteBeside writes the plan of a table to a free name beside the file, which cannot be written, and returns the name.
func (f *File) WriteBeside(t *Table) (path string, err error) {
	path = disk.Free(f.Path)
	return path, disk.Write(path, Format(t.Plan()), disk.Options{Private: true})
}

// Made reports whether there is a file.
func (f *File) Made() bool { return f.text != nil }

// Saved reports whether the file holds the plan of a table, as far as is known.
func (f *File) Saved(t *Table) bool {
	return f.text != nil && bytes.Equal(Rewrite(f.text, t.Plan(), f.catalogue), f.text)
}

// Close lets go of the file.
func (f *File) Close() {
	if f.lock != nil {
		f.lock.Release()
		f.lock = nil
	}
}
