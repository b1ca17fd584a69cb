package plain

import (
	"bufio"
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// maxLine is how much of a line is kept, in bytes. No answer is longer; the rest of the line is read and dropped.
const maxLine = 64 << 10

// lines reads the input line by line. One buffer serves the whole run, so that piped lines are not lost in between.
type lines struct {
	in *bufio.Reader
	// started reports whether the first line was read, which alone may begin with a byte order mark.
	started bool
}

// next returns the next line without its end. A last line that has no end is a line too. When ctx is cancelled, next
// returns at once; the read that is under way goes on waiting, and next must not be called again.
func (l *lines) next(ctx context.Context) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	type result struct {
		line string
		err  error
	}
	done := make(chan result, 1)
	go func() {
		line, err := readLine(l.in)
		done <- result{line, err}
	}()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case r := <-done:
		if !l.started {
			l.started = true
			r.line = strings.TrimPrefix(r.line, "\ufeff")
		}
		return r.line, r.err
	}
}

// readLine returns the first maxLine bytes of a line. An error without any text is the end of the input.
func readLine(in *bufio.Reader) (string, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part[:min(len(part), maxLine-len(line))]...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && len(line) == 0:
			return "", err
		}
		return strings.TrimRight(string(line), "\r\n"), nil
	}
}

// clean returns a line as a name may hold it, without spaces around it.
func clean(line string) string { return strings.TrimSpace(safetext.TypedLine(line)) }

// cut returns the first n characters of s, and whether there were more.
func cut(s string, n int) (string, bool) {
	if utf8.RuneCountInString(s) <= n {
		return s, false
	}
	return strings.TrimSpace(string([]rune(s)[:n])), true
}

// breakLines breaks text between its words so that they fit in the width. A word that is longer stays whole: a path can
// then still be copied.
func breakLines(text string, width int) string {
	var b strings.Builder
	used := 0
	for i, word := range strings.Split(text, " ") {
		room := ansi.StringWidth(word)
		switch {
		case i == 0:
		case used+1+room > width:
			b.WriteByte('\n')
			used = 0
		default:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += room
		if end := strings.LastIndexByte(word, '\n'); end >= 0 { // of a note
			used = ansi.StringWidth(word[end+1:])
		}
	}
	return b.String()
}
