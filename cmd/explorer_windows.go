package cmd

import "github.com/inconshreveable/mousetrap"

// startedByExplorer reports whether the program was started with a double click. Then its window closes when it ends.
func startedByExplorer() bool { return mousetrap.StartedByExplorer() }
