package disk

import (
	"errors"
	"io"
	"os"
)

// ErrFolder means that a folder was named where a file is wanted.
var ErrFolder = errors.New("is a folder")

// Read returns the text of a file, as ReadUpTo does. The error is ErrFolder for a folder.
func Read(path string, limit int) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // nothing was written
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return nil, ErrFolder
	}
	return ReadUpTo(file, limit)
}

// ReadUpTo reads one byte more than the limit at most, so that a text beyond the limit is seen to be too large.
func ReadUpTo(r io.Reader, limit int) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, int64(limit)+1))
}
