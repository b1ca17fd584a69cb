package draft

import (
	"errors"
	"fmt"

	"github.com/coalcheck/coalcheck/assess/disk"
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

// hold takes the lock of the draft at path without waiting for it. The error is a *HeldError where another process has
// it.
func hold(path string) (*disk.Lock, error) {
	lock, err := disk.Hold(path)
	if held, ok := errors.AsType[*disk.HeldError](err); ok {
		return nil, &HeldError{PID: held.PID, Path: path}
	}
	if err != nil {
		return nil, fmt.Errorf("lock the draft: %w", err)
	}
	return lock, nil
}

// holdFree takes the lock of the first free name for a further draft beside path, and returns the name.
func holdFree(path string) (string, *disk.Lock, error) {
	free, lock, err := disk.HoldFree(path, taken)
	if err != nil {
		return "", nil, fmt.Errorf("lock the draft: %w", err)
	}
	return free, lock, nil
}

// taken reports whether there is any state of a draft at path.
func taken(path string) bool { return disk.Exists(path) || disk.Exists(previous(path)) }
