package draft

import (
	"encoding/hex"
	"hash/fnv"
	"path/filepath"
)

// Beside returns the name of a file that belongs to a file or a folder of a person: beside the draft at path, and always the
// same for the same file. kind is what it begins with.
func Beside(path, kind, file string) string {
	if whole, err := filepath.Abs(file); err == nil {
		file = whole
	}
	if whole, err := filepath.EvalSymlinks(file); err == nil {
		file = whole
	}
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(file)) // a hash takes everything
	return filepath.Join(filepath.Dir(path), kind+"-"+hex.EncodeToString(sum.Sum(nil))+".yaml")
}
