package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Write writes a whole file or leaves what was there. A file that exists is an error that is fs.ErrExist, or is
// replaced with force and keeps its mode. Devices and named pipes are written to as they are.
func Write(path string, text []byte, force bool) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return writeTo(path, os.O_WRONLY, text)
	case err == nil && force:
		return overwrite(path, text, info.Mode().Perm())
	}
	// Should a file of this name have appeared in the meantime, O_EXCL keeps it.
	err = writeTo(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, text)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return errors.Join(err, removeIfThere(path))
	}
	return err
}

// Save is Write for a text that nothing else holds afterwards: it waits until the text is on the disk.
func Save(path string, text []byte, force bool) error {
	if !keeps(path) {
		return errors.New("the system keeps no file of this name")
	}
	if err := Write(path, text, force); err != nil {
		return err
	}
	f, err := system.open(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		err = nil // a device or a pipe, which keeps nothing
	}
	return errors.Join(err, f.Close())
}

func writeTo(path string, flag int, text []byte) error {
	f, err := system.open(path, flag, 0o644) // answers and reports are for others to read
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}

// overwrite writes a new file beside the old one and gives it the old one's name and mode.
func overwrite(path string, text []byte, mode fs.FileMode) error {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	f, err := system.createTemp(filepath.Dir(path), ".coalcheck-*")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Close(), os.Chmod(f.Name(), mode))
	if err == nil {
		err = system.rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, removeIfThere(f.Name()))
	}
	return nil
}
