package iostreams

import (
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/windows"
)

// obeysEscapes reports whether a terminal obeys escape sequences. A console of Windows does from Windows 10 on, once it
// is asked to; on an older one, or in its legacy mode, it refuses, and would show every sequence as text.
//
// The console is left so: text with colors may still be on its way, and whatever runs there next sets what it needs.
func obeysEscapes(stream any) bool {
	f, ok := stream.(term.File)
	if !ok {
		return false
	}
	const wanted = windows.ENABLE_PROCESSED_OUTPUT | windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING
	var mode uint32
	console := windows.Handle(f.Fd())
	if windows.GetConsoleMode(console, &mode) != nil {
		return false
	}
	return mode&wanted == wanted || windows.SetConsoleMode(console, mode|wanted) == nil
}
