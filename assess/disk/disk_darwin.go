package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// publish gives a finished file a name that must be free, at once or not at all. The error is errors.ErrUnsupported where
// the file system cannot do that.
func publish(from, to string) error {
	err := unix.RenamexNp(from, to, unix.RENAME_EXCL)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, unix.EINVAL), errors.Is(err, errors.ErrUnsupported):
		return link(from, to)
	default:
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
}

// keepACL has nothing to do: here a list is kept apart from the mode, and a file without it is open to fewer people.
func keepACL(file, string) bool { return true }
