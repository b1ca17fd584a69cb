package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// ErrUnconfirmed means that a file is whole under its name, and that the system did not say that it is on the disk.
var ErrUnconfirmed = errors.New("the disk did not confirm that the file is safe")

// Replace gives the file at path, which may be new, a new text with mode 0600, so that every reader sees the former text
// or the new one and never a part. With sync it returns when both the text and its name are on the disk. After an error
// the former text is still there, unless the error is ErrUnconfirmed. A link is replaced and not followed.
func Replace(path string, text []byte, sync bool) error {
	in, err := newIncoming(filepath.Dir(path), private)
	if err != nil {
		return about(path, err)
	}
	if err := in.fill(text, sync); err != nil {
		in.discard()
		return about(path, err)
	}
	if err := system.rename(in.path, path); err != nil {
		in.discard()
		return about(path, err)
	}
	if !sync {
		return nil
	}
	return about(path, confirm(path))
}

// confirm waits until the name of a file is on the disk. The error is ErrUnconfirmed.
func confirm(path string) error {
	err := system.syncFolder(filepath.Dir(path))
	// Whoever may not list a folder cannot ask for that either.
	if err == nil || noSync(err) || errors.Is(err, fs.ErrPermission) {
		return nil
	}
	return ErrUnconfirmed
}

// Sync waits until the text of a file, whoever wrote it, is on the disk.
func Sync(path string) error {
	f, err := system.open(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return first(syncFile(f), f.Close())
}

// syncFile waits until the text of a file is on the disk.
func syncFile(f file) error {
	if err := f.Sync(); !noSync(err) {
		return err
	}
	return nil
}

// noSync reports whether an error says that there is nothing to wait for: a device or a pipe keeps nothing, and some file
// systems keep everything safe on their own.
func noSync(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL)
}

// about returns an error that names the file which it is about, and no other one.
func about(path string, err error) error {
	if err == nil {
		return nil
	}
	return &fs.PathError{Op: "write", Path: path, Err: cause(err)}
}

// cause returns an error of the system without the names of files that it is wrapped in.
func cause(err error) error {
	switch e := err.(type) { //nolint:errorlint // what is wrapped in more than names stays as it is
	case *fs.PathError:
		return cause(e.Err)
	case *os.LinkError:
		return cause(e.Err)
	default:
		return err
	}
}

// first returns the first error.
func first(err, next error) error {
	if err != nil {
		return err
	}
	return next
}
