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

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// find looks for an unfinished run at path, which the caller holds.
func find(path string, c *pitfalls.Catalogue) (Found, error) {
	var f Found
	// What a killed process was writing was never acknowledged, and the draft holds all that was.
	if err := disk.RemoveIncoming(path); err != nil {
		return Found{}, fmt.Errorf("open the draft: %w", err)
	}
	if err := f.read(path, c); err != nil {
		return Found{}, err
	}
	f.Others = others(path)
	for f.Answers == nil && len(f.Others) > 0 && f.Damaged == "" {
		next := f.Others[0]
		f.Others = f.Others[1:]
		if !move(next, path) {
			continue
		}
		if err := f.read(path, c); err != nil {
			return Found{}, err
		}
	}
	return f, nil
}

// read reads the draft at path, or puts it aside where it is damaged.
func (f *Found) read(path string, c *pitfalls.Catalogue) error {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the draft: %w", err)
	}
	if f.Answers, f.Reason = answersfile.Read(safetext.Visible(path), text, c); f.Reason == nil {
		return nil
	}
	f.Answers = nil
	f.Damaged = disk.FreeName(path, "damaged-")
	if err := disk.Rename(path, f.Damaged); err != nil {
		return fmt.Errorf("put the damaged draft aside: %w", err)
	}
	return nil
}

// move moves a draft that nobody holds to path, and reports whether it did.
func move(from, path string) bool {
	lock, err := hold(from)
	if err != nil {
		return false
	}
	defer lock.Release()
	return disk.Rename(from, path) == nil
}

// others returns the drafts beside path that nobody holds. It is only an offer: what cannot be listed is left out.
func others(path string) []string {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil
	}
	var numbers []int
	for _, entry := range entries {
		if n := number(path, entry.Name()); n > 0 {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	var free []string
	for _, n := range numbers {
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
