// Package draft keeps the unfinished run on disk. A draft is an answers file in the state folder of the platform; it is
// replaced as a whole after every answer, so that nothing answered is ever lost.
//
// The folder holds draft.yaml, and draft-2.yaml, draft-3.yaml and so on for runs that were kept beside it, each with
// its lock file.
package draft

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Draft is an unfinished run that this process holds. No other coalcheck writes to it until it is closed. It is not
// safe for use by several goroutines at once.
type Draft struct {
	path      string
	catalogue *pitfalls.Catalogue
	lock      *disk.Lock
	// text is what was last to be saved, whether or not that succeeded, or nil.
	text   []byte
	closed bool
	// aside is where KeepAside left what was found, or empty.
	aside string
}

// Found is what was at the draft's place when it was opened.
type Found struct {
	// Answers is the unfinished run, or nil where there was none.
	Answers *assess.Answers
	// Damaged is where a draft that could not be read was put aside, or empty.
	Damaged string
	// Reason says what was wrong with the damaged draft.
	Reason error
	// Others names the further drafts in the folder that nobody holds, in the order of their numbers. Open takes one of
	// them by its path.
	Others []string
}

// Path returns the path of the draft: draft.yaml in the coalcheck folder of the platform's state folder. env looks up
// environment variables, as os.Getenv does; an absolute XDG_STATE_HOME is honored on every platform.
func Path(env func(string) string) (string, error) {
	state := env("XDG_STATE_HOME")
	if !filepath.IsAbs(state) {
		state = xdg.StateHome
	}
	if !filepath.IsAbs(state) {
		return "", errors.New("no folder for drafts: set XDG_STATE_HOME to the full path of a folder")
	}
	return filepath.Join(state, "coalcheck", "draft.yaml"), nil
}

// Open takes hold of the draft at path and returns what was there. The error is a *HeldError where another process
// holds it. A draft that cannot be read is put aside, never dropped. Where no draft is left, the first one that was
// kept beside it and that nobody holds takes its place, so that every unfinished run is found in the end.
func Open(path string, c *pitfalls.Catalogue) (*Draft, Found, error) {
	path, err := disk.Prepare(path)
	if err != nil {
		return nil, Found{}, fmt.Errorf("open the draft: %w", err)
	}
	lock, err := hold(path)
	if err != nil {
		return nil, Found{}, err
	}
	found, err := find(path, c)
	if err != nil {
		lock.Release()
		return nil, Found{}, err
	}
	return &Draft{path: path, catalogue: c, lock: lock}, found, nil
}

// OpenSeparate takes hold of a new draft beside path, for a second run at the same time.
func OpenSeparate(path string, c *pitfalls.Catalogue) (*Draft, error) {
	path, err := disk.Prepare(path)
	if err != nil {
		return nil, fmt.Errorf("open the draft: %w", err)
	}
	path, lock, err := holdFree(path)
	if err != nil {
		return nil, err
	}
	return &Draft{path: path, catalogue: c, lock: lock}, nil
}

// Path returns the path of the draft.
func (d *Draft) Path() string { return d.path }

// Save replaces the draft atomically, with mode 0600. It does not wait for the disk: a crash of the program loses
// nothing, a power cut may lose the last answers. After an error the former draft is still whole, and Close tries
// again.
func (d *Draft) Save(a *assess.Answers) error {
	if d.closed {
		return fmt.Errorf("save the draft: %w", fs.ErrClosed)
	}
	d.text = answersfile.Format(a, d.catalogue)
	return d.write(false)
}

// KeepAside moves the draft that was found to a name of its own, for a person who begins anew and keeps both. It
// returns the new path.
func (d *Draft) KeepAside() (string, error) {
	aside, lock, err := holdFree(d.path)
	if err != nil {
		return "", fmt.Errorf("keep the draft: %w", err)
	}
	defer lock.Release()
	if err := disk.Rename(d.path, aside); err != nil {
		return "", fmt.Errorf("keep the draft: %w", err)
	}
	d.text, d.aside = nil, aside
	return aside, nil
}

// Aside returns where KeepAside left what was found, or "" where it did not or Close has put it back.
func (d *Draft) Aside() string { return d.aside }

// PutAway moves the draft that was found to a name under which it is offered no more, for a person who does not want to
// go on with it. It returns the new path.
func (d *Draft) PutAway() (string, error) {
	away := disk.FreeName(d.path, "aside-")
	if err := disk.Rename(d.path, away); err != nil {
		return "", fmt.Errorf("put the draft away: %w", err)
	}
	d.text = nil
	return away, nil
}

// Exchange keeps the draft aside and takes the one at path, one of Found.Others, in its place. It returns what was
// there.
func (d *Draft) Exchange(path string) (*assess.Answers, error) {
	answers, err := Peek(path, d.catalogue)
	if err != nil {
		return nil, err
	}
	if _, err := d.KeepAside(); err != nil {
		return nil, err
	}
	if !move(path, d.path) {
		if move(d.aside, d.path) {
			d.aside = ""
		}
		return nil, fmt.Errorf("open the draft %q: somebody else has it now", path)
	}
	d.aside = ""
	return answers, nil
}

// Peek reads a draft without taking hold of it.
func Peek(path string, c *pitfalls.Catalogue) (*assess.Answers, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the draft: %w", err)
	}
	return answersfile.Read(safetext.Visible(path), text, c)
}

// Close waits until the draft is on the disk and lets go of it. The draft stays. What was kept aside comes back where
// nothing was saved since. Closing again, or after Discard, does nothing.
func (d *Draft) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	defer d.lock.Release()
	if d.text == nil {
		if d.aside != "" && !disk.Exists(d.path) && move(d.aside, d.path) {
			d.aside = ""
		}
		return nil
	}
	return d.write(true)
}

// Discard removes the draft and lets go of it, after the answers were saved elsewhere.
func (d *Draft) Discard() error {
	if d.closed {
		return nil
	}
	d.closed = true
	defer d.lock.Release()
	if err := os.Remove(d.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove the draft: %w", err)
	}
	return nil
}

func (d *Draft) write(sync bool) error {
	if err := disk.Replace(d.path, d.text, sync); err != nil {
		return fmt.Errorf("save the draft: %w", err)
	}
	return nil
}
