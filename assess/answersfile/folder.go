package answersfile

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// Extensions are how the names of answers files end. The first one is that of new files.
var Extensions = []string{".yaml", ".yml", ".json"}

// HasExtension reports whether a file is called as an answers file is.
func HasExtension(name string) bool { return slices.Contains(Extensions, filepath.Ext(name)) }

// ErrNone means that a folder holds no answers files.
var ErrNone = errors.New("no answers files")

// Find returns the names of the answers files in a folder, sorted. Folders within it are not searched. A name that
// begins with a dot is a trace of another program. The error is ErrNone where there are no answers files.
func Find(folder fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if name := e.Name(); !strings.HasPrefix(name, ".") && HasExtension(name) && !isFolder(folder, e) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil, ErrNone
	}
	return names, nil
}

// isFolder reports whether an entry of a folder is a folder, or a link to one.
func isFolder(in fs.FS, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.IsDir()
	}
	info, err := fs.Stat(in, e.Name())
	return err == nil && info.IsDir()
}
