package draft

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/coalcheck/coalcheck/assess/disk"
)

// delay is how long a draft that was saved waits until it is made safe, with all that is saved until then.
const delay = 2 * time.Second

// later does something after the delay, beside what is going on, unless it is called off.
var later = func(do func()) (cancel func()) {
	timer := time.AfterFunc(delay, do)
	return func() { timer.Stop() }
}

// previous returns the name of the last state of a draft that is known to be on the disk.
func previous(path string) string { return path + ".prev" }

// write saves the text and has it made safe later, or at once with sync, which leaves nothing but the draft. The caller
// holds mu.
func (d *Draft) write(sync bool) error {
	if !d.lock.Held() {
		if err := d.holdAgain(); err != nil {
			return fmt.Errorf("save the draft: %w", err)
		}
	}
	// What was found is on the disk for good, and the text that takes its place is not yet.
	moved := d.written == nil && disk.Rename(d.path, previous(d.path)) == nil
	err := disk.Replace(d.path, d.text, sync)
	if err != nil && !errors.Is(err, disk.ErrUnconfirmed) {
		if moved {
			_ = disk.Rename(previous(d.path), d.path)
		}
		return fmt.Errorf("save the draft: %w", err)
	}
	d.written = d.text
	switch {
	case !sync && d.cancel == nil:
		d.cancel = later(d.makeSafe)
	case sync && err == nil:
		_ = disk.RemoveIfThere(previous(d.path)) // should it stay, the newer draft is read before it
	}
	return nil
}

// makeSafe puts what was saved last on the disk for good, under a name beside the draft, which may be replaced
// meanwhile. Where that fails, the next save brings another try.
func (d *Draft) makeSafe() {
	d.moving.Lock()
	defer d.moving.Unlock()
	d.mu.Lock()
	path, text, closed := d.path, d.written, d.closed
	d.cancel = nil
	d.mu.Unlock()
	if !closed && text != nil {
		_ = disk.Replace(previous(path), text, true)
	}
}

// callOff calls off what is due. The caller holds mu.
func (d *Draft) callOff() {
	if d.cancel != nil {
		d.cancel()
		d.cancel = nil
	}
}

// holdAgain takes a new lock after the file of the former one was removed. Where another process has the draft, or has
// left one of its own, it goes on under a free name.
func (d *Draft) holdAgain() error {
	path := d.path
	lock, err := hold(path)
	_, held := errors.AsType[*HeldError](err)
	if err == nil && !d.mine() {
		lock.Release()
		held = true
	}
	if held {
		path, lock, err = holdFree(d.path)
	}
	if err != nil {
		return err
	}
	if path != d.path {
		d.written = nil
	}
	d.lock.Release()
	d.path, d.lock = path, lock
	return nil
}

// mine reports whether the draft holds what was saved last, or is gone.
func (d *Draft) mine() bool {
	text, err := disk.ReadOwn(d.path, len(d.written))
	return errors.Is(err, fs.ErrNotExist) || err == nil && bytes.Equal(text, d.written)
}
