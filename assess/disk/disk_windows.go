package disk

import (
	"errors"
	"io/fs"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// Windows has no such ways to open a file; openOwn looks at it before.
const (
	noFollow    = 0
	nonBlocking = 0
)

// tryLock locks f for this process alone. It returns errHeld where another process has the lock.
//
// A lock on Windows keeps others from reading what it covers. So it covers one byte far beyond the end of the file, and
// the process number at the start stays readable.
func tryLock(f interface{ Fd() uintptr }) error {
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

// removeOpen closes a file and removes it. Windows refuses while somebody else has it open, who then keeps it.
func removeOpen(f *os.File, path string, _ fs.FileInfo) {
	_ = f.Close()
	_ = os.Remove(path)
}

// Rename gives a finished file the name of another one, which it replaces at once or not at all.
func Rename(from, to string) error {
	return insist(func() error { return os.Rename(from, to) })
}

// publish gives a finished file a name that must be free, at once or not at all.
func publish(from, to string) error {
	names := make([]*uint16, 2)
	for i, name := range []string{from, to} {
		var err error
		if names[i], err = windows.UTF16PtrFromString(name); err != nil {
			return err
		}
	}
	return insist(func() error {
		if err := windows.MoveFileEx(names[0], names[1], 0); err != nil {
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
		}
		return nil
	})
}

// insist tries to rename until Windows allows it.
//
// Windows refuses while any other program has one of the two open in the usual way, and virus scanners and indexers open
// every new file for a moment. So a refusal is tried again, for about a quarter of a second.
func insist(rename func() error) error {
	for pause := time.Millisecond; ; pause *= 2 {
		err := rename()
		refused := errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION)
		if !refused || pause > longestPause {
			return err
		}
		wait(pause)
	}
}

const longestPause = 128 * time.Millisecond

// wait pauses before the next try. Tests replace it.
var wait = time.Sleep //nolint:forbidigo // nobody tells when another program is done with a file

// syncFolder does nothing: Windows has no such call for a folder, and its file systems keep a journal of names.
func syncFolder(string) error { return nil }

// keepAccess has nothing to do: a new file has the permissions of its folder.
func keepAccess(file, string, fs.FileInfo) {}

// OthersMayWrite reports false: the permissions of Windows are not looked at.
func OthersMayWrite(string) bool { return false }
