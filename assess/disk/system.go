package disk

import (
	"io"
	"io/fs"
	"os"
)

// file is an open file that is written to.
type file interface {
	io.Writer
	io.ReaderAt
	io.WriterAt
	Fd() uintptr
	Stat() (fs.FileInfo, error)
	Chmod(mode fs.FileMode) error
	Chown(uid, gid int) error
	Truncate(size int64) error
	Sync() error
	Close() error
}

// system holds the calls that change files. A test makes each of them fail.
var system = struct {
	open func(path string, flag int, mode fs.FileMode) (file, error)
	// rename replaces the file that has the second name; publish gives only a name that is free.
	rename, publish func(from, to string) error
	syncFolder      func(path string) error
	look            func(path string) (fs.FileInfo, error)
}{
	open:       func(path string, flag int, mode fs.FileMode) (file, error) { return os.OpenFile(path, flag, mode) },
	rename:     Rename,
	publish:    publish,
	syncFolder: syncFolder,
	look:       os.Lstat,
}
