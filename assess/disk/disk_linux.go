package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// publish gives a finished file a name that must be free, at once or not at all. The error is errors.ErrUnsupported where
// the file system cannot do that.
func publish(from, to string) error {
	err := unix.Renameat2(unix.AT_FDCWD, from, unix.AT_FDCWD, to, unix.RENAME_NOREPLACE)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, unix.EINVAL), errors.Is(err, errors.ErrUnsupported), errors.Is(err, unix.EPERM):
		return link(from, to) // an old kernel, or a file system that cannot refuse
	default:
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
}

// accessList is the attribute that holds who may use a file besides what its mode says. Where there is one, the group in
// the mode is not the group's.
const accessList = "system.posix_acl_access"

// keepACL gives a new file the access control list of the one at path, if that has one. It reports whether nobody gains by
// the change.
func keepACL(f file, path string) bool {
	list := make([]byte, 1<<16)
	n, err := unix.Getxattr(path, accessList, list)
	if err != nil || n == 0 {
		return errors.Is(err, unix.ENODATA) || errors.Is(err, errors.ErrUnsupported)
	}
	return unix.Fsetxattr(int(f.Fd()), accessList, list[:n], 0) == nil
}
