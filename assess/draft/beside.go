package draft

import (
	"encoding/hex"
	"hash/fnv"
	"path/filepath"
)

// Beside returns the name of a file that belongs to a file or a folder of a person: beside the draft at path, and always the
// same for the same file, whether it is there yet or not. kind is what it begins with.
func Beside(path, kind, file string) string {
	if whole, err := filepath.Abs(file); err == nil {
		file = whole
	}
	file = resolved(file)
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(file)) // a hash takes everything
	return filepath.Join(filepath.Dir(path), kind+"-"+hex.EncodeToString(sum.Sum(nil))+".yaml")
}

// resolved returns a path without symbolic links. Of a file that is not there yet, the folders that are there are resolved.
func resolved(path string) string {
	if whole, err := filepath.EvalSymlinks(path); err == nil {
		return whole
	}
	parent := filepath.Dir(path)
	if parent == path {
		return path
	}
	return filepath.Join(resolved(parent), filepath.Base(path))
}
