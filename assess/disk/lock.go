package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
)

// Lock is the lock of a file, which this process holds. It ends with the process, however that ends.
type Lock struct {
	file *os.File
	path string
	info fs.FileInfo
}

// HeldError means that another process holds a lock.
type HeldError struct {
	// PID is the process, or 0 where that is not known.
	PID int
}

// Error names the process that holds the lock.
func (e *HeldError) Error() string {
	if e.PID == 0 {
		return "another process holds the lock"
	}
	return fmt.Sprintf("process %d holds the lock", e.PID)
}

// errHeld is what tryLock returns when another process has the lock.
var errHeld = errors.New("held")

// LockEnding is what stands behind the name of a file in the name of its lock.
const LockEnding = ".lock"

// Hold takes the lock of the file at path without waiting for it. The error is a *HeldError where another process has it.
// Processes that do not lock are not kept out, nor is anybody on a file system without locks.
//
// The lock is a file of its own, path with .lock behind it, which Release removes. So the lock counts only for the process
// whose open file has that name: that of a lock that was removed meanwhile is tried again.
func Hold(path string) (*Lock, error) {
	for range manyNames {
		l, err := hold(path + LockEnding)
		if err != nil {
			return nil, err
		}
		if l.Held() {
			// The number is only for the message of a second coalcheck, so it may be missing where the disk is full.
			if l.file.Truncate(0) == nil {
				_, _ = l.file.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
			}
			return l, nil
		}
		_ = l.file.Close()
	}
	return nil, &HeldError{}
}

func hold(path string) (*Lock, error) {
	f, err := openOwn(path, os.O_RDWR|os.O_CREATE, private)
	if err != nil {
		return nil, err
	}
	err = tryLock(f)
	if errors.Is(err, errHeld) {
		held := &HeldError{PID: holder(f)}
		_ = f.Close()
		return nil, held
	}
	if errors.Is(err, errors.ErrUnsupported) {
		err = nil
	}
	info, statErr := f.Stat()
	if err = first(err, statErr); err != nil {
		_ = f.Close()
		return nil, err
	}
	return &Lock{f, path, info}, nil
}

// Held reports whether the lock is still the one of its file: another process may have removed it, as those do that clean
// up, and a third one taken a new one. Where nobody can tell, it is.
func (l *Lock) Held() bool {
	here, err := leadsTo(l.path, l.info)
	return here || err != nil
}

// Release lets go of the lock and removes its file.
func (l *Lock) Release() { removeOpen(l.file, l.path, l.info) }

// HoldFree takes the lock of the first of draft-2.yaml, draft-3.yaml and so on that is neither taken nor held. It returns
// the name.
func HoldFree(path string, taken func(string) bool) (string, *Lock, error) {
	for n := 2; n <= manyNames; n++ {
		free := Numbered(path, strconv.Itoa(n))
		lock, err := Hold(free)
		if _, held := errors.AsType[*HeldError](err); held || errors.Is(err, ErrNotRegular) {
			continue
		}
		if err != nil {
			return "", nil, err
		}
		if !taken(free) {
			return free, lock, nil
		}
		lock.Release()
	}
	return "", nil, &fs.PathError{Op: "name", Path: path, Err: errNoFreeName}
}

// holder returns the process that wrote its number into the lock, or 0.
func holder(f *os.File) int {
	text, err := io.ReadAll(io.NewSectionReader(f, 0, 32))
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0
	}
	return pid
}
