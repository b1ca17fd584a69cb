//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// How files of ours are opened: no link is followed, and no pipe is waited for.
const (
	noFollow    = syscall.O_NOFOLLOW
	nonBlocking = syscall.O_NONBLOCK
)

// tryLock locks f for this process alone. It returns errHeld where another process has the lock, and an error that is
// errors.ErrUnsupported where the file system knows no locks.
func tryLock(f interface{ Fd() uintptr }) error {
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

// removeOpen removes an open file and closes it. As long as it is open, its lock keeps others from taking the name for
// one that is in use.
func removeOpen(f *os.File, path string, info fs.FileInfo) {
	if now, err := os.Lstat(path); err == nil && os.SameFile(info, now) {
		_ = os.Remove(path)
	}
	_ = f.Close()
}

// Rename gives a finished file the name of another one, which it replaces at once or not at all.
func Rename(from, to string) error { return os.Rename(from, to) }

// link gives a file a second name, which must be free, and then takes away the first.
func link(from, to string) error {
	err := os.Link(from, to)
	switch {
	case err == nil:
		_ = os.Remove(from) // it is a leftover now, if it stays
		return nil
	case errors.Is(err, syscall.EPERM), errors.Is(err, syscall.EINVAL), errors.Is(err, syscall.EMLINK), errors.Is(err, syscall.EACCES):
		return errors.ErrUnsupported // as file systems without second names say
	default:
		return err
	}
}

// syncFolder waits until the names in the folder are on the disk.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	return first(folder.Sync(), folder.Close())
}

// keepAccess gives a new file the owner, the group and the mode of the one at path, which it will replace. Where the group
// cannot be kept, everybody but the owner gets what the group and the others both had.
func keepAccess(f file, path string, info fs.FileInfo) {
	mode := info.Mode().Perm()
	mine, err := f.Stat()
	if err != nil {
		return // the mode stays that of a private file
	}
	was, ok := info.Sys().(*syscall.Stat_t)
	is, also := mine.Sys().(*syscall.Stat_t)
	if !ok || !also {
		return
	}
	grouped := was.Gid == is.Gid
	if was.Uid != is.Uid && f.Chown(int(was.Uid), int(was.Gid)) == nil {
		grouped = true
	}
	if !grouped && f.Chown(-1, int(was.Gid)) != nil {
		both := mode & (mode >> 3) & 0o7
		mode = mode&0o700 | both<<3 | both
	}
	if f.Chmod(mode) == nil && !keepACL(f, path) {
		_ = f.Chmod(mode & 0o700)
	}
}

// OthersMayWrite reports whether somebody else than this person and the administrator may change what is in a folder.
func OthersMayWrite(folder string) bool {
	info, err := os.Stat(folder)
	if err != nil {
		return false
	}
	owner, ok := info.Sys().(*syscall.Stat_t)
	return ok && (info.Mode().Perm()&0o022 != 0 || owner.Uid != 0 && int(owner.Uid) != os.Geteuid())
}
