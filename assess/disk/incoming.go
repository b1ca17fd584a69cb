package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"sync"
)

// incoming is a new text in a file of its own, beside the file that it is for, until it gets that one's name. It is locked
// while it is in use, so that RemoveLeftovers can tell it from what a killed process has left behind.
type incoming struct {
	file
	path string
	info fs.FileInfo
}

// newIncoming creates a file that has not been there before. So nothing else is ever written to or removed.
func newIncoming(folder string, mode fs.FileMode) (*incoming, error) {
	for range manyNames {
		path := filepath.Join(folder, fmt.Sprintf(".coalcheck-%016x", rand.Uint64())) //nolint:gosec // a name is no secret
		f, err := system.open(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		_ = tryLock(f) // without locks a leftover stays where it is
		info, err := f.Stat()
		here := false
		if err == nil {
			here, err = leadsTo(path, info)
		}
		if here {
			return &incoming{f, path, info}, nil
		}
		_ = f.Close()
		if err != nil {
			_ = os.Remove(path) // it is ours still: nobody else knows the name
			return nil, err
		}
		// Somebody took it for a leftover before it was locked.
	}
	return nil, errNoFreeName
}

// leadsTo reports whether a name still leads to a file that was opened by it. The error means that nobody can tell.
func leadsTo(path string, info fs.FileInfo) (bool, error) {
	now, err := system.look(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil && os.SameFile(info, now), err
}

// fill writes the text and waits for the disk where sync says so. It closes the file.
func (in *incoming) fill(text []byte, sync bool) error {
	_, err := in.Write(text)
	if err == nil && sync {
		err = syncFile(in)
	}
	// Some file systems report only on closing that there is no room left.
	return first(err, in.Close())
}

// discard removes the file, unless something else has its name by now.
func (in *incoming) discard() {
	if here, _ := leadsTo(in.path, in.info); here {
		_ = os.Remove(in.path)
	}
}

var leftover = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\.coalcheck-[0-9a-f]{16}$`) })

// mostListed is how many names of a folder are looked through for leftovers. Nobody waits for a folder that is larger.
const mostListed = 10_000

// RemoveLeftovers removes what killed processes were writing in this folder. It was never acknowledged, and what other
// processes are writing now is locked. What cannot be removed stays.
func RemoveLeftovers(folder string) {
	f, err := os.Open(folder)
	if err != nil {
		return
	}
	defer f.Close()                        //nolint:errcheck // nothing was written
	names, _ := f.Readdirnames(mostListed) // an error ends the list
	for _, name := range names {
		if leftover().MatchString(name) {
			removeLeftover(filepath.Join(folder, name))
		}
	}
}

func removeLeftover(path string) {
	f, err := openOwn(path, os.O_RDWR, 0)
	if err != nil {
		return
	}
	info, err := f.Stat()
	if err == nil && tryLock(f) == nil {
		removeOpen(f, path, info)
		return
	}
	_ = f.Close()
}
