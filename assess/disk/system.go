package disk

import (
	"io"
	"io/fs"
	"os"
)

// file is an open file that is written to.
type file interface {
	io.Writer
	Name() string
	Sync() error
	Close() error
}

// system holds the calls that change files. A test makes each of them fail.
var system = struct {
	open       func(path string, flag int, mode fs.FileMode) (file, error)
	createTemp func(folder, pattern string) (file, error)
	rename     func(from, to string) error
	syncFolder func(path string) error
}{
	open:       func(path string, flag int, mode fs.FileMode) (file, error) { return os.OpenFile(path, flag, mode) },
	createTemp: func(folder, pattern string) (file, error) { return os.CreateTemp(folder, pattern) },
	rename:     Rename,
	syncFolder: syncFolder,
}
