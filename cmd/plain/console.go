package plain

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess/interview"
)

// console is where lines are said and typed.
type console struct {
	lines lines
	out   io.Writer
	// width returns the columns of the terminal that out is, or 0. It may be nil.
	width func() int
	// ended reports whether nobody is there any more who answers.
	ended bool
}

func newConsole(in io.Reader, out io.Writer, width func() int) *console {
	return &console{lines: lines{in: bufio.NewReader(in)}, out: out, width: width}
}

// say prints a line, or several for a note of several lines.
func (c *console) say(format string, args ...any) {
	width := 0
	if c.width != nil {
		width = c.width()
	}
	fmt.Fprintln(c.out, breakLines(fmt.Sprintf(format, args...), width))
}

// read asks for a line of input. It takes no line that is not text, and nothing of keys that a line cannot obey, such as
// arrows. The error is interview.ErrLeft.
func (c *console) read(ctx context.Context) (string, error) {
	for {
		fmt.Fprint(c.out, "> ")
		line, err := c.lines.next(ctx)
		if err != nil {
			c.ended = true
			// What is said next starts on a line of its own.
			c.say("")
			return "", interview.ErrLeft
		}
		if !utf8.ValidString(line) {
			c.say("That line was not taken, because it is not UTF-8 text. Set your terminal to UTF-8, or type it with other letters.")
			continue
		}
		text := withoutKeys(line)
		switch {
		case text == line:
		case strings.TrimSpace(text) == "":
			c.say("Arrows and other control keys do nothing here. Type ? for help.")
			continue
		default:
			c.say("Arrows and other control keys do nothing here. Your line was read as %s.", quoted(text))
		}
		return text, nil
	}
}
