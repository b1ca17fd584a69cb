//go:build !windows

package iostreams

import (
	"errors"
	"syscall"
)

// IsClosedPipe reports whether the reader of a pipe has gone.
func IsClosedPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
