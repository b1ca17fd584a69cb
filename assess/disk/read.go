package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// ErrFolder means that a folder was named where a file is wanted.
var ErrFolder = errors.New("is a folder")

// ErrNotRegular means that a name leads to a link, a device or a pipe where a regular file is wanted.
var ErrNotRegular = errors.New("is not a regular file")

// Read returns the text of a file, as ReadUpTo does. The error is ErrFolder for a folder.
func Read(path string, limit int) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return readOpen(file, limit, func(mode fs.FileMode) bool { return !mode.IsDir() })
}

// ReadRegular is Read for a file that nobody named: a device or a pipe, at which Read could wait for ever, is ErrNotRegular.
func ReadRegular(path string, limit int) ([]byte, error) {
	file, err := os.OpenFile(path, os.O_RDONLY|nonBlocking, 0)
	if err != nil {
		return nil, err
	}
	return readOpen(file, limit, fs.FileMode.IsRegular)
}

// ReadOwn is ReadRegular for a file that coalcheck made: there a link is ErrNotRegular, too.
func ReadOwn(path string, limit int) ([]byte, error) {
	file, err := openOwn(path, os.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	return readOpen(file, limit, fs.FileMode.IsRegular)
}

func readOpen(f *os.File, limit int, wanted func(fs.FileMode) bool) ([]byte, error) {
	defer f.Close() //nolint:errcheck // nothing was written
	switch info, err := f.Stat(); {
	case err == nil && info.IsDir():
		return nil, ErrFolder
	case err == nil && !wanted(info.Mode()):
		return nil, ErrNotRegular
	}
	return ReadUpTo(f, limit)
}

// openOwn opens a file that coalcheck made, or makes it. It follows no link and waits for no pipe.
func openOwn(path string, flag int, mode fs.FileMode) (*os.File, error) {
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: ErrNotRegular}
	}
	f, err := os.OpenFile(path, flag|noFollow|nonBlocking, mode)
	if err != nil {
		return nil, err
	}
	// Another file may have come there meanwhile.
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		_ = f.Close()
		return nil, first(err, &fs.PathError{Op: "open", Path: path, Err: ErrNotRegular})
	}
	return f, nil
}

// ReadUpTo reads one byte more than the limit at most, so that a text beyond the limit is seen to be too large.
func ReadUpTo(r io.Reader, limit int) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, int64(limit)+1))
}
