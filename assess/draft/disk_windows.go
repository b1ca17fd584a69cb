package draft

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// tryLock locks f for this process alone. It returns errHeld where somebody else has the lock.
//
// A lock on Windows keeps others from reading what it covers. So it covers one byte far beyond the end of the file, and
// the process number at the start stays readable.
func tryLock(f *os.File) error {
	err := windows.LockFileEx(
		windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY,
		0, 1, 0,
		&windows.Overlapped{OffsetHigh: 1},
	)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errHeld
	}
	return err
}

// syncFolder does nothing: Windows has no such call for a folder, and its file systems keep a journal of names.
func syncFolder(string) error { return nil }
