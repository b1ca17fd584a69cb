package disk

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// tryLock locks f for this process alone. It returns errHeld where another process has the lock.
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

// Rename gives a finished file the name of another one, which it replaces at once or not at all.
//
// Windows refuses while any other program has one of the two open in the usual way, and virus scanners and indexers
// open every new file for a moment. So a refusal is tried again, for about a quarter of a second.
func Rename(from, to string) error {
	for pause := time.Millisecond; ; pause *= 2 {
		err := os.Rename(from, to)
		refused := errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION)
		if !refused || pause > longestPause {
			return err
		}
		wait(pause)
	}
}

const longestPause = 128 * time.Millisecond

// wait is how time passes.
var wait = time.Sleep //nolint:forbidigo // nobody tells when another program is done with a file

// syncFolder does nothing: Windows has no such call for a folder, and its file systems keep a journal of names.
func syncFolder(string) error { return nil }
