package iostreams

import "os"

// closedAtStart reports whether a stream was closed when the program was started. Here writing to it fails by itself.
func closedAtStart(*os.File) bool { return false }
