package draft

import (
	"fmt"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// KeepAside moves the draft that was found to a name of its own, for a person who begins anew and keeps both. It
// returns the new path.
func (d *Draft) KeepAside() (string, error) {
	aside, lock, err := holdFree(d.path)
	if err != nil {
		return "", fmt.Errorf("keep the draft: %w", err)
	}
	defer lock.Release()
	if err := d.move(aside); err != nil {
		return "", fmt.Errorf("keep the draft: %w", err)
	}
	d.aside = aside
	return aside, nil
}

// Aside returns where KeepAside left what was found, or "" where it did not or Close has put it back.
func (d *Draft) Aside() string { return d.aside }

// PutAway moves the draft that was found to a name under which it is offered no more, for a person who does not want to
// go on with it. It returns the new path.
func (d *Draft) PutAway() (string, error) {
	away, err := disk.FreeName(d.path, "aside-")
	if err == nil {
		err = d.move(away)
	}
	if err != nil {
		return "", fmt.Errorf("put the draft away: %w", err)
	}
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
	if !take(path, d.path, d.catalogue) {
		if take(d.aside, d.path, d.catalogue) {
			d.aside = ""
		}
		return nil, fmt.Errorf("open the draft %q: somebody else has it now", path)
	}
	d.aside = ""
	return answers, nil
}

// move gives the draft that was found another name.
func (d *Draft) move(to string) error {
	d.moving.Lock()
	defer d.moving.Unlock()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.callOff()
	if err := (&Found{}).settle(d.path, d.catalogue); err != nil {
		return err
	}
	if err := disk.Rename(d.path, to); err != nil {
		return err
	}
	d.text, d.written = nil, nil
	return nil
}

// take moves a draft that nobody holds to path, and reports whether it did.
func take(from, path string, c *pitfalls.Catalogue) bool {
	lock, err := hold(from)
	if err != nil {
		return false
	}
	defer lock.Release()
	return (&Found{}).settle(from, c) == nil && disk.Rename(from, path) == nil
}
