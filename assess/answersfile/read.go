// Package answersfile reads and writes answers files. It says everything that is wrong with a file, each problem with its
// place, and makes the blank form and the schema for editors.
package answersfile

import (
	"strings"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The format of the answers files that this package reads and writes.
const (
	formatName    = "coalcheck"
	formatVersion = "1"
	fileFormat    = formatName + "/" + formatVersion
)

// byteOrderMark may stand before the first line.
const byteOrderMark = "\ufeff"

// MaxSize is the largest answers file, in bytes.
const MaxSize = 1 << 20

// Read parses an answers file. name is what the file is called in errors. text is the whole file; of a file larger than
// MaxSize, MaxSize+1 bytes are enough to have it refused. When anything is wrong, the answers are nil and the
// error is a *Error that holds everything that is wrong with the file.
//
// The bytes are checked first, then the syntax, then what the file says. Each stage reports all that it finds, but for
// the syntax, where one error hides the next.
func Read(name string, text []byte, c *pitfalls.Catalogue) (*assess.Answers, error) {
	source := strings.TrimPrefix(string(text), byteOrderMark)
	found := &problems{}
	checkBytes(source, len(text), found)
	if err := found.err(name, source); err != nil {
		return nil, err
	}
	root := parse(source, found)
	if err := found.err(name, source); err != nil {
		return nil, err
	}
	answers := check(root, c, found)
	if err := found.err(name, source); err != nil {
		return nil, err
	}
	return answers, nil
}

// checkBytes finds what keeps a file from being read as text at all, and characters that have no place in one. size is
// that of the whole file, its byte order mark included: what lies beyond MaxSize may have been cut off already.
func checkBytes(source string, size int, found *problems) {
	start := position{1, 1}
	switch {
	case size > MaxSize:
		found.addf(start, "the file is larger than 1 MiB, the most that an answers file may have; is it the right file?")
	case isUTF16(source):
		found.addf(start, "the file is stored as UTF-16; "+saveAsUTF8)
	default:
		checkCharacters(source, found)
	}
}

const (
	saveAsUTF8 = `save it as UTF-8 (in the editor's "Save as" window, under "Encoding")`
	notText    = "this is not a text file; is it the right file?"
)

// isUTF16 recognizes UTF-16 by its byte order mark, or by the zero byte that each plain letter has in it.
func isUTF16(source string) bool {
	if len(source) < 2 {
		return false
	}
	mark := source[:2]
	return mark == "\xff\xfe" || mark == "\xfe\xff" || (mark[0] == 0) != (mark[1] == 0)
}

// checkCharacters goes through the text once. It stops at what shows that the file is no text in UTF-8: every further
// byte would be an error too. Of a file that is no text at all, such as a picture, only that is said.
func checkCharacters(source string, found *problems) {
	at := position{1, 1}
	for i, r := range source {
		// Nearly every character of nearly every file is one of these.
		if r >= ' ' && r < 0x7f {
			at.column++
			continue
		}
		switch {
		case r == '\n' || r == '\r' && !strings.HasPrefix(source[i+1:], "\n"):
			at = position{at.line + 1, 1}
			continue
		case r == '\r':
			continue
		case r == utf8.RuneError && !strings.HasPrefix(source[i:], string(utf8.RuneError)):
			if len(found.first) > 0 {
				*found = problems{}
				found.addf(at, notText)
				return
			}
			found.addf(at, "the file is not stored as UTF-8; "+saveAsUTF8)
			return
		case r == 0:
			*found = problems{}
			found.addf(at, notText)
			return
		case safetext.Forbidden(r):
			found.addf(at, "%s is not allowed; remove it", character(r))
		}
		at.column++
	}
}
