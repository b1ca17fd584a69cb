//go:build !windows

package cmd

import (
	"errors"
	"syscall"
)

// isClosedPipe reports whether the reader of a pipe has gone.
func isClosedPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
