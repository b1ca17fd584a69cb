// Package draft keeps the unfinished run on disk. A draft is an answers file in the state folder of the platform; it is
// replaced as a whole after every answer, so that nothing answered is ever lost.
//
// The folder holds draft.yaml, and draft-2.yaml, draft-3.yaml and so on for runs that were kept beside it. While a run
// is under way, draft.yaml.lock keeps other processes away, and draft.yaml.prev is the last state of it that is known
// to be on the disk: nobody waits for draft.yaml to get there, and a power cut may leave it empty.
package draft

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sync"

	"github.com/adrg/xdg"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Draft is an unfinished run that this process holds. No other coalcheck writes to it until it is closed. It is not
// safe for use by several goroutines at once.
type Draft struct {
	catalogue *pitfalls.Catalogue
	// aside is where KeepAside left what was found, or empty.
	aside string

	// moving is held while the draft is made safe, moved or removed. It is taken before mu.
	moving sync.Mutex
	// mu guards what follows from the goroutine that makes the draft safe.
	mu   sync.Mutex
	path string
	lock *disk.Lock
	// text is what was last to be saved, whether or not that succeeded, or nil; written is what was last saved.
	text, written []byte
	closed        bool
	// cancel calls off the next time that the draft is made safe, or is nil where none is due.
	cancel func()
}

// Found is what was at the draft's place when it was opened.
type Found struct {
	// Answers is the unfinished run, or nil where there was none.
	Answers *assess.Answers
	// Damaged is where a draft that could not be read was put aside, or empty. Where there are Answers all the same,
	// they are those of a few seconds before.
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
// nothing, a power cut at most the last seconds. After an error the former draft is still whole, and Close tries again.
//
// Where the lock was removed and another coalcheck may have taken the draft, Save goes on under a name of its own.
func (d *Draft) Save(a *assess.Answers) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return fmt.Errorf("save the draft: %w", fs.ErrClosed)
	}
	d.text = answersfile.Format(a, d.catalogue)
	return d.write(false)
}

// Close waits until the draft is on the disk and lets go of it. The draft stays. What was kept aside comes back where
// nothing was saved since. Closing again, or after Discard, does nothing.
func (d *Draft) Close() error {
	return d.end(func() error {
		if d.text != nil {
			return d.write(true)
		}
		if d.aside != "" && !disk.Exists(d.path) && take(d.aside, d.path, d.catalogue) {
			d.aside = ""
		}
		return nil
	})
}

// Discard removes the draft and lets go of it, after the answers were saved elsewhere. Where another process may have
// taken the draft, it stays.
func (d *Draft) Discard() error {
	return d.end(func() error {
		if !d.lock.Held() {
			return nil
		}
		// In this order an older state is never left without the newest one.
		for _, path := range []string{previous(d.path), d.path} {
			if err := disk.RemoveIfThere(path); err != nil {
				return fmt.Errorf("remove the draft: %w", err)
			}
		}
		return nil
	})
}

// end does the last thing to the draft and lets go of it, unless that was done before.
func (d *Draft) end(last func() error) error {
	d.moving.Lock()
	defer d.moving.Unlock()
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil
	}
	d.closed = true
	d.callOff()
	err := last()
	d.lock.Release()
	return err
}
