package plain

import (
	"bufio"
	"context"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/style"
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
		if len(line) == maxLine {
			line = wholeRunes(line)
		}
		return strings.TrimRight(string(line), "\r\n"), nil
	}
}

// wholeRunes returns text that was cut, without the beginning of a character at its end.
func wholeRunes(line []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(line); i++ {
		if end := line[len(line)-i:]; utf8.RuneStart(end[0]) && !utf8.FullRune(end) {
			return line[:len(line)-i]
		}
	}
	return line
}

// withoutKeys returns a line of text without what keys send that write nothing: control characters, and the sequences that an
// escape character begins. A terminal that edits its line itself sends none.
func withoutKeys(line string) string {
	var text strings.Builder
	for line != "" {
		r, size := utf8.DecodeRuneInString(line)
		switch {
		case r == '\x1b':
			size = sequence(line)
		case r == '\t' || !unicode.IsControl(r):
			text.WriteString(line[:size])
		}
		line = line[size:]
	}
	return text.String()
}

// sequence returns how long the escape sequence is that a line begins with.
func sequence(line string) int {
	const introducer = 2
	if len(line) < introducer {
		return len(line)
	}
	var end int
	switch line[1] {
	case '[': // parameters, and one character that ends them
		end = strings.IndexFunc(line[introducer:], func(r rune) bool { return r >= '@' && r <= '~' })
	case ']', 'P', '_', '^': // text, and a bell or another sequence
		end = strings.IndexAny(line[introducer:], "\a\x1b")
		if end >= 0 && line[introducer+end] == '\x1b' {
			return introducer + end
		}
	case 'O': // one character
		end = 0
	default: // a key pressed with Alt
		_, size := utf8.DecodeRuneInString(line[1:])
		return 1 + size
	}
	if end < 0 {
		return len(line)
	}
	_, size := utf8.DecodeRuneInString(line[introducer+end:])
	return introducer + end + size
}

// clean returns a line as a name may hold it, without spaces around it.
func clean(line string) string { return strings.TrimSpace(safetext.TypedLine(line)) }

// typed returns a line as a number, a word or an answer may be typed: digits of every script count.
func typed(line string) string { return safetext.Narrow(clean(line)) }

// cut returns the first n characters of s, and whether there were more.
func cut(s string, n int) (string, bool) {
	if utf8.RuneCountInString(s) <= n {
		return s, false
	}
	return strings.TrimSpace(string([]rune(s)[:n])), true
}

// breakLines breaks text between its words so that they fit in the width, if there is one. A word that is longer stays
// whole: a path can then still be copied. No line begins a formula, for those who paste what was said into a spreadsheet, and
// no tab begins another cell there.
func breakLines(text string, width int) string {
	var b strings.Builder
	for n, line := range strings.Split(strings.ReplaceAll(text, "\t", " "), "\n") {
		if n > 0 {
			b.WriteByte('\n')
		}
		used := 0
		for i, word := range strings.Split(line, " ") {
			wide := style.Width(word)
			switch {
			case i == 0:
			case width > 0 && used+1+wide > width:
				b.WriteByte('\n')
				used = 0
			default:
				b.WriteByte(' ')
				used++
			}
			if used == 0 && safetext.BeginsFormula(word) {
				b.WriteByte(' ')
				used++
			}
			b.WriteString(word)
			used += wide
		}
	}
	return b.String()
}
