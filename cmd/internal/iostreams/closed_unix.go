//go:build !windows

package iostreams

import (
	"os"

	"golang.org/x/sys/unix"
)

// EndOfInput is what a person types to end what a program reads from the keyboard.
const EndOfInput = "Ctrl+D on an empty line"

// closedAtStart reports whether a stream was closed when the program was started. Go opens the null device in its place,
// for reading and writing, and what is written there would be lost in silence. Redirected there by a shell, a stream is
// open for writing alone.
func closedAtStart(f *os.File) bool {
	flags, err := unix.FcntlInt(f.Fd(), unix.F_GETFL, 0)
	if err != nil || flags&unix.O_ACCMODE != unix.O_RDWR {
		return false
	}
	stream, err := f.Stat()
	if err != nil {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err == nil && os.SameFile(stream, null)
}
