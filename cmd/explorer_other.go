//go:build !windows

package cmd

// startedByExplorer reports whether the program was started with a double click in a window that closes when it ends.
func startedByExplorer() bool { return false }
