package disk

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// The modes of new files, before the umask.
const (
	private fs.FileMode = 0o600
	public  fs.FileMode = 0o666
)

// ErrChanged means that a file no longer holds the text that Options.Was names.
var ErrChanged = errors.New("the file was changed meanwhile")

// Options says how Write writes.
type Options struct {
	// Replace allows a file that exists to be replaced.
	Replace bool
	// Private makes a new file its owner's alone, and is for what nothing else holds afterwards: Write then refuses names
	// that keep nothing. Otherwise the umask decides who may read the file.
	Private bool
	// Was is the text that a file must still hold to be replaced, or nil for any text.
	Was []byte
	// Spare is where the former text is kept while the file is written in place, or empty.
	Spare string
}

// Write writes a whole file and waits until it is on the disk. The error is fs.ErrExist where a file exists that may not
// be replaced. After any other error what was there is there still, unless the error is ErrUnconfirmed: then all was
// written; or ErrDamaged: then a part was.
//
// A new file gets its name when it is whole. A file that is replaced keeps its owner, its group and its mode, or is open
// to fewer people; so does one that is a link's target. Where the file system refuses to rename, the file is written in
// place. Devices and named pipes are written to as they are.
func Write(path string, text []byte, o Options) error {
	if o.Private && !keeps(path) {
		return errors.New("the system keeps no file of this name")
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular() && o.Private:
		return about(path, errors.New("it is a pipe or a device, which keeps nothing"))
	case err == nil && !info.Mode().IsRegular():
		return about(path, writeStream(path, text))
	case err == nil && !o.Replace:
		return about(path, fs.ErrExist)
	case err == nil:
		err = overwrite(path, text, o, info)
	case errors.Is(err, fs.ErrNotExist):
		err = writeNew(path, text, o)
	}
	if err == nil && o.Spare != "" {
		_ = RemoveIfThere(o.Spare)
	}
	return about(path, err)
}

// writeStream writes to a device or a named pipe.
func writeStream(path string, text []byte) error {
	f, err := system.open(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if _, err = f.Write(text); err == nil {
		err = syncFile(f)
	}
	return first(err, f.Close())
}

// writeNew writes a file that does not exist. One that somebody else makes meanwhile is kept.
func writeNew(path string, text []byte, o Options) error {
	mode := public
	if o.Private {
		mode = private
	}
	folder := filepath.Dir(path)
	RemoveLeftovers(folder)
	in, err := newIncoming(folder, mode)
	if err != nil {
		return err
	}
	if err = in.fill(text, true); err == nil {
		err = system.publish(in.path, path)
	}
	if err != nil {
		in.discard()
	}
	if errors.Is(err, errors.ErrUnsupported) {
		err = createInPlace(path, text, mode)
	}
	if err != nil {
		return err
	}
	return confirm(path)
}

// overwrite replaces a file.
func overwrite(path string, text []byte, o Options, info fs.FileInfo) error {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	folder := filepath.Dir(path)
	RemoveLeftovers(folder)
	in, err := newIncoming(folder, private)
	if refused(err) {
		return writeInPlace(path, text, o)
	}
	if err != nil {
		return err
	}
	keepAccess(in.file, path, info)
	if err = in.fill(text, true); err == nil {
		err = unchanged(path, o.Was)
	}
	if err != nil {
		in.discard()
		return err
	}
	if err = system.rename(in.path, path); err != nil {
		in.discard()
		if refused(err) {
			return writeInPlace(path, text, o)
		}
		return err
	}
	return confirm(path)
}

// unchanged returns ErrChanged where a file holds another text, unless any text will do.
func unchanged(path string, was []byte) error {
	if was == nil {
		return nil
	}
	now, err := Read(path, len(was))
	if err == nil && !bytes.Equal(now, was) {
		err = ErrChanged
	}
	return err
}

// refused reports whether an error means that a name cannot be given here, although the file itself may be open to
// writing: it is mounted by itself, on a share, or in a folder that is not ours.
func refused(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, errors.ErrUnsupported) ||
		errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) || errors.Is(err, syscall.EROFS) || errors.Is(err, syscall.EINVAL)
}
