//go:build !windows

package iostreams

// StartedByExplorer reports whether the program was started with a double click in a window that closes when it ends.
func StartedByExplorer() bool { return false }
