package draft

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// HeldError means that another coalcheck is at work on the draft.
type HeldError struct {
	// PID is its process, or 0 where that is not known.
	PID int
	// Path is the draft.
	Path string
}

// Error names the process that holds the draft.
func (e *HeldError) Error() string {
	if e.PID == 0 {
		return "another coalcheck is at work on the draft " + e.Path
	}
	return fmt.Sprintf("another coalcheck (process %d) is at work on the draft %s", e.PID, e.Path)
}

// errHeld is what tryLock returns when somebody else has the lock.
var errHeld = errors.New("held")

// hold takes the lock of the draft at path without waiting for it. The lock ends with the process that has it, however
// that ends. On a file system that knows no locks the draft is held by good faith alone.
func hold(path string) (*os.File, error) {
	f, err := os.OpenFile(path+".lock", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock the draft: %w", err)
	}
	err = tryLock(f)
	if errors.Is(err, errHeld) {
		pid := holder(f)
		_ = f.Close()
		return nil, &HeldError{PID: pid, Path: path}
	}
	if err != nil && !errors.Is(err, errors.ErrUnsupported) {
		_ = f.Close()
		return nil, fmt.Errorf("lock the draft: %w", err)
	}
	// The number is only for the message of a second coalcheck, so it may be missing where the disk is full.
	if f.Truncate(0) == nil {
		_, _ = f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	}
	return f, nil
}

// holdFree takes hold of the first of draft-2.yaml, draft-3.yaml and so on that neither exists nor is held.
func holdFree(path string) (string, *os.File, error) {
	for n := 2; ; n++ {
		free := numbered(path, strconv.Itoa(n))
		lock, err := hold(free)
		if _, held := errors.AsType[*HeldError](err); held {
			continue
		}
		if err != nil {
			return "", nil, err
		}
		if !exists(free) {
			return free, lock, nil
		}
		release(lock)
	}
}

// release lets go of a lock. Closing its file is all that it takes.
func release(lock *os.File) { _ = lock.Close() }

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
