package iostreams

import "github.com/inconshreveable/mousetrap"

// StartedByExplorer reports whether the program was started with a double click. Then its window closes when it ends.
func StartedByExplorer() bool { return mousetrap.StartedByExplorer() }
