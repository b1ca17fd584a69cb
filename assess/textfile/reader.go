// Package textfile reads and writes text files that people edit: YAML, or JSON, as a tree of nodes. It finds everything
// that is wrong with a file and says it in plain words, each problem with its place. What a file is about is left to
// its users.
package textfile

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Reader reads one file and gathers its problems. The fields are set before it reads.
type Reader struct {
	// Name is what errors call the file.
	Name string
	// MaxSize is the largest size of a file, in bytes.
	MaxSize int
	// MaxDepth is how many levels of nesting are parsed.
	MaxDepth int
	// Texts lists the names whose values people write in their own words. What is wrong elsewhere may be explained by how
	// the text is typed; in these it may be meant.
	Texts []string
	// Known reports whether such a file has a name like this anywhere, spelled exactly so.
	Known func(name string) bool
	// First is the name in the first line of such a file, or empty. What a mail or a chat has above that line is no part of it.
	First string
	// Lists reports whether such a file has lists of names with values: then a hyphen before a name is no mark of a chat.
	Lists bool
	// Others lists kinds of files that people take for such a file.
	Others []Other
	// Messages says what depends on the kind of file.
	Messages *Messages

	source string
	found  problems
	// starts holds where each line of the source starts; it is made by the first call of line.
	starts []int
	// json reports whether the source is JSON.
	json bool
	// unparsed reports whether the source was found to be neither JSON nor YAML.
	unparsed bool
	// other reports whether the file was found to be of another kind.
	other bool
}

// Messages holds the sentences about problems that depend on what kind of file it is.
type Messages struct {
	// File is what such a file is called, such as "an answers file".
	File string
	// TooLarge is about a file over MaxSize, TooDeep about one with more levels than MaxDepth.
	TooLarge, TooDeep string
	// SecondDocument is about a second document in the file, AfterEnd about text after the end of the first.
	SecondDocument, AfterEnd string
	// JSONLines is about several objects of JSON in one file, whose number takes the place of %d.
	JSONLines string
	// Table is about a table of values between separators, Unlike about a text with nothing in it that such a file has.
	Table, Unlike string
	// MissingColon is about a name without a colon.
	MissingColon string
	// Directive is about a line that starts with %, Merge about the key <<.
	Directive, Merge string
	// Alias is about an alias, whose quoted name takes the place of %s.
	Alias string
}

// byteOrderMark may stand before the first line.
const byteOrderMark = "\ufeff"

// Read reads a file and has check look at its tree of nodes, which is nil for a file without content. check adds the
// problems that it finds to the reader. Read returns everything that is wrong with the file as an *Error, or nil.
//
// text is the whole file; of one larger than MaxSize, MaxSize+1 bytes are enough to have it refused. Text that is valid
// JSON is read as JSON, everything else as YAML; the tree is the same.
//
// The bytes are checked first, then the syntax, then what check checks. The first of these reports all that it finds; of
// the syntax, one error hides the next. Where anything is wrong, Read also looks for the reasons: whether the file is of
// another kind, and what editors, phones, chats and mail programs did to its text. It then has check look at the text as
// it was meant, so check must begin anew when it is called again.
func (r *Reader) Read(text []byte, check func(root *yaml.Node)) error {
	r.source = strings.TrimPrefix(string(text), byteOrderMark)
	r.checkBytes(len(text))
	unreadable := len(r.found.first) > 0
	if !unreadable {
		r.parseAndCheck(check)
	}
	if len(r.found.first) > 0 {
		r.explain(unreadable, check)
	}
	return r.Err()
}

// parseAndCheck finds what is wrong with the source, whose bytes are all right.
func (r *Reader) parseAndCheck(check func(root *yaml.Node)) {
	root := r.parse()
	if r.unparsed = len(r.found.first) > 0; !r.unparsed {
		check(root)
	}
}

// Err returns everything found to be wrong so far as an *Error, or nil.
func (r *Reader) Err() error { return r.found.err(r) }

// Addf adds a problem at a node. The arguments are put into words only when the problem is among the first MaxProblems.
func (r *Reader) Addf(n *yaml.Node, format string, args ...any) {
	r.found.addf(PositionOf(n), format, args...)
}

// AddAt is Addf for a place that no node is at.
func (r *Reader) AddAt(at Position, format string, args ...any) { r.found.addf(at, format, args...) }

// AddStart adds a problem of the file as a whole, at its first character.
func (r *Reader) AddStart(message string) { r.found.addf(start, "%s", message) }

// start is the place of the first character.
var start = Position{1, 1}

// checkBytes checks whether a file is text at all, and looks for characters that are not allowed. size is that of
// the whole file, its byte order mark included: the text may be cut off beyond MaxSize.
func (r *Reader) checkBytes(size int) {
	switch {
	case size > r.MaxSize:
		r.AddStart(r.Messages.TooLarge)
	case isUTF16(r.source):
		r.AddStart("the file is stored as UTF-16; " + saveAsUTF8)
	default:
		r.checkCharacters()
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

// checkCharacters goes through the text once. It stops at the first byte that is not UTF-8, because every further one
// would be an error too. Of a file that is no text at all, such as a picture, nothing else is reported.
func (r *Reader) checkCharacters() {
	at := start
	for i, c := range r.source {
		// Nearly every character of nearly every file is one of these.
		if c >= ' ' && c < 0x7f {
			at.Column++
			continue
		}
		switch {
		case c == '\n' || c == '\r' && !strings.HasPrefix(r.source[i+1:], "\n"):
			at = Position{at.Line + 1, 1}
			continue
		case c == '\r':
			continue
		case c == utf8.RuneError && !strings.HasPrefix(r.source[i:], string(utf8.RuneError)):
			if len(r.found.first) > 0 {
				r.found = problems{}
				r.found.addf(at, notText)
				return
			}
			r.found.addf(at, "the file is not stored as UTF-8; "+saveAsUTF8)
			return
		case c == 0:
			r.found = problems{}
			r.found.addf(at, notText)
			return
		case c == '\u200b' || c == '\ufeff':
			// Nobody sees these in a comment, and elsewhere they are found in their turn.
		case safetext.Forbidden(c):
			r.found.addf(at, "%s is not allowed; remove it", character(c))
		}
		at.Column++
	}
}
