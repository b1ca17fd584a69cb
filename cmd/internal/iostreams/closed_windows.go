package iostreams

import "os"

// EndOfInput is what a person types to end what a program reads from the keyboard.
const EndOfInput = "Ctrl+Z and Enter on an empty line"

// closedAtStart reports whether a stream was closed when the program was started. Here writing to it fails by itself.
func closedAtStart(*os.File) bool { return false }
