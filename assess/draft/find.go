package draft

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// find looks for an unfinished run at path, which the caller holds.
func find(path string, c *pitfalls.Catalogue) (Found, error) {
	var f Found
	disk.RemoveLeftovers(filepath.Dir(path))
	if err := f.settle(path, c); err != nil {
		return Found{}, err
	}
	names := list(path)
	removeLocks(path, names)
	f.Others = others(path, names)
	for f.Answers == nil && len(f.Others) > 0 && f.Damaged == "" {
		next := f.Others[0]
		f.Others = f.Others[1:]
		if !takeUnread(next, path) {
			continue
		}
		if err := f.settle(path, c); err != nil {
			return Found{}, err
		}
	}
	return f, nil
}

// settle leaves at path what there is to go on with, on the disk for good, and no older state beside it. What cannot be
// read is put aside.
func (f *Found) settle(path string, c *pitfalls.Catalogue) error {
	newest, err := load(path, c)
	if err != nil {
		return err
	}
	safe, err := load(previous(path), c)
	if err != nil {
		return err
	}
	if newest.answers != nil && (newest.whole() || safe.answers == nil) {
		f.Answers = newest.answers
		// Nobody may have waited for it yet. While it cannot be made safe, the older state stays.
		if disk.Sync(path) == nil {
			return disk.RemoveIfThere(previous(path))
		}
		return nil
	}
	for _, damaged := range []state{newest, safe} {
		if !damaged.there || damaged.answers != nil && damaged.path != path {
			continue
		}
		if err := f.putAside(damaged); err != nil {
			return err
		}
	}
	if safe.answers == nil {
		return nil
	}
	f.Answers = safe.answers
	if err := disk.Rename(previous(path), path); err != nil {
		return fmt.Errorf("open the draft: %w", err)
	}
	return nil
}

// putAside gives a damaged state a name under which it is not read again.
func (f *Found) putAside(s state) error {
	aside, err := disk.FreeName(strings.TrimSuffix(s.path, previous("")), "damaged-")
	if err == nil {
		err = disk.Rename(s.path, aside)
	}
	if err != nil {
		return fmt.Errorf("put the damaged draft aside: %w", err)
	}
	if f.Damaged == "" {
		f.Damaged, f.Reason = aside, s.reason
	}
	return nil
}

// state is one state of a draft: the newest, or one that is known to be safe.
type state struct {
	path string
	// there reports whether there is a file, answers is what it holds, and reason why it holds none.
	there   bool
	answers *assess.Answers
	reason  error
}

var errCut = errors.New("its end is missing")

// whole reports whether nothing is missing at the end, which is the mark of an unfinished run. Only a person writes a
// draft without one.
func (s *state) whole() bool { return s.answers.Draft != nil }

// load reads a state. A file that is not there is no error; one that coalcheck cannot have made is.
func load(path string, c *pitfalls.Catalogue) (state, error) {
	text, err := disk.ReadOwn(path, answersfile.MaxSize)
	if errors.Is(err, fs.ErrNotExist) {
		return state{path: path}, nil
	}
	if err != nil {
		return state{}, fmt.Errorf("read the draft: %w", err)
	}
	s := state{path: path, there: true}
	if s.answers, s.reason = answersfile.Read(safetext.Visible(path), text, c); s.reason == nil {
		s.reason = errCut // where it matters at all
	}
	return s, nil
}

// Peek reads a draft without taking hold of it.
func Peek(path string, c *pitfalls.Catalogue) (*assess.Answers, error) {
	newest, err := load(path, c)
	if err != nil {
		return nil, err
	}
	if newest.answers != nil && newest.whole() {
		return newest.answers, nil
	}
	safe, err := load(previous(path), c)
	switch {
	case err != nil:
		return nil, err
	case safe.answers != nil:
		return safe.answers, nil
	case newest.answers != nil:
		return newest.answers, nil
	case newest.there:
		return nil, newest.reason
	default:
		return nil, fmt.Errorf("read the draft: %w", &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist})
	}
}

// takeUnread moves a draft that nobody holds to path, with the state of it that is safe. It reports whether it moved
// anything.
func takeUnread(from, path string) bool {
	lock, err := hold(from)
	if err != nil {
		return false
	}
	defer lock.Release()
	safe := disk.Rename(previous(from), previous(path)) == nil
	return disk.Rename(from, path) == nil || safe
}

// list returns the names in the folder of a draft. They are only for offers and for tidying up: what cannot be listed is
// left out.
func list(path string) []string {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil
	}
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = entry.Name()
	}
	return names
}

// others returns the drafts beside path that nobody holds.
func others(path string, names []string) []string {
	var numbers []int
	for _, name := range names {
		if n := number(path, strings.TrimSuffix(name, previous(""))); n > 0 {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	var free []string
	for _, n := range slices.Compact(numbers) {
		other := disk.Numbered(path, strconv.Itoa(n))
		if lock, err := hold(other); err == nil {
			lock.Release()
			free = append(free, other)
		}
	}
	return free
}

// number returns the n of a file that is called draft-n.yaml where path is draft.yaml, or 0 for any other name.
func number(path, name string) int {
	ext := filepath.Ext(path)
	digits := strings.TrimPrefix(strings.TrimSuffix(name, ext), strings.TrimSuffix(filepath.Base(path), ext)+"-")
	n, err := strconv.Atoi(digits)
	if err != nil || name != filepath.Base(disk.Numbered(path, strconv.Itoa(n))) {
		return 0
	}
	return n
}

// removeLocks removes the locks that killed processes have left of drafts that are gone.
func removeLocks(path string, names []string) {
	for _, name := range names {
		base, locks := strings.CutSuffix(name, disk.LockEnding)
		if !locks || base == filepath.Base(path) || slices.Contains(names, base) || slices.Contains(names, previous(base)) {
			continue
		}
		if lock, err := hold(filepath.Join(filepath.Dir(path), base)); err == nil {
			lock.Release()
		}
	}
}
