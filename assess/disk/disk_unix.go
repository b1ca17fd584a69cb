//go:build unix

package disk

import (
	"errors"
	"os"
	"syscall"
)

// tryLock locks f for this process alone. It returns errHeld where another process has the lock, and an error that is
// errors.ErrUnsupported where the file system knows no locks.
func tryLock(f *os.File) error {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.EWOULDBLOCK):
			return errHeld
		case errors.Is(err, syscall.ENOLCK):
			return errors.ErrUnsupported
		default:
			return err
		}
	}
}

// Rename gives a finished file the name of another one, which it replaces at once or not at all.
func Rename(from, to string) error { return os.Rename(from, to) }

// syncFolder waits until the names in the folder are on the disk.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	defer folder.Close() //nolint:errcheck // nothing was written through it
	// Some file systems refuse to be asked for this and keep names safe on their own.
	if err := folder.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}
