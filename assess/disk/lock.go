package disk

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// Lock is the lock of a file, which this process holds. It ends with the process, however that ends.
type Lock struct{ file *os.File }

// Release lets go of the lock. Closing its file is all that it takes.
func (l *Lock) Release() { _ = l.file.Close() }

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

// Hold takes the lock of the file at path without waiting for it. The error is a *HeldError where another process has
// it. Processes that do not lock are not kept out, nor is anybody on a file system without locks.
//
// The lock is a file of its own, path with .lock behind it. It is never removed: two processes can both hold a lock
// file that comes and goes.
func Hold(path string) (*Lock, error) {
	f, err := os.OpenFile(path+".lock", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	err = tryLock(f)
	if errors.Is(err, errHeld) {
		held := &HeldError{PID: holder(f)}
		_ = f.Close()
		return nil, held
	}
	if err != nil && !errors.Is(err, errors.ErrUnsupported) {
		_ = f.Close()
		return nil, err
	}
	// The number is only for the message of a second coalcheck, so it may be missing where the disk is full.
	if f.Truncate(0) == nil {
		_, _ = f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	}
	return &Lock{f}, nil
}

// HoldFree takes the lock of the first of draft-2.yaml, draft-3.yaml and so on that neither exists nor is held. It
// returns the name.
func HoldFree(path string) (string, *Lock, error) {
	for n := 2; ; n++ {
		free := Numbered(path, strconv.Itoa(n))
		lock, err := Hold(free)
		if _, held := errors.AsType[*HeldError](err); held {
			continue
		}
		if err != nil {
			return "", nil, err
		}
		if !Exists(free) {
			return free, lock, nil
		}
		lock.Release()
	}
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
