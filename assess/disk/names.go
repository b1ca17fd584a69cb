// Package disk reads, writes, locks and replaces files, so that nothing that was saved is lost or seen in part.
package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// Prepare makes the folder of path and returns path with every link in its folder followed, so that two names of one
// file are one name. The file itself may be a link, which nothing follows that expects a file of ours.
func Prepare(path string) (string, error) {
	folder, name := filepath.Split(path)
	if folder == "" {
		folder = "."
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	folder, err := filepath.EvalSymlinks(folder)
	return filepath.Join(folder, name), err
}

// Numbered returns the name draft-SUFFIX.yaml beside draft.yaml.
func Numbered(path, suffix string) string {
	ext := filepath.Ext(path)
	return strings.TrimSuffix(path, ext) + "-" + suffix + ext
}

// manyNames is how many names are tried before a search for a free one is given up.
const manyNames = 1000

var errNoFreeName = errors.New("no free name was found")

// FreeName returns the first of draft-PREFIX1.yaml, draft-PREFIX2.yaml and so on that does not exist.
func FreeName(path, prefix string) (string, error) {
	for n := 1; n <= manyNames; n++ {
		if name := Numbered(path, prefix+strconv.Itoa(n)); !Exists(name) {
			return name, nil
		}
	}
	return "", &fs.PathError{Op: "name", Path: path, Err: errNoFreeName}
}

// Free returns path where nothing has that name, or else the first of path-2, path-3 and so on. Where all are taken, or
// nobody can tell, it returns path.
func Free(path string) string {
	name := path
	for n := 2; n <= manyNames; n++ {
		if !Exists(name) {
			return name
		}
		name = Numbered(path, strconv.Itoa(n))
	}
	return path
}

// Exists reports whether there is a file of this name, or may be one. A link counts, wherever it leads.
func Exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// SamePlace reports whether two names lead to the same file.
func SamePlace(a, b string) bool {
	one, err := filepath.Abs(a)
	if err != nil {
		return false
	}
	other, err := filepath.Abs(b)
	if err != nil {
		return false
	}
	if one == other {
		return true
	}
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}

// keeps reports whether a file of this name holds what is written to it. On Windows some names lead to a device, such as
// nul.yaml, and a colon leads into a hidden part of the file whose name is before it.
func keeps(path string) bool {
	return runtime.GOOS != "windows" || filepath.IsLocal(filepath.Base(path))
}
