// Package answersfile reads and writes answers files. It says everything that is wrong with a file, each problem with
// its place, and makes the blank form and the schema for editors.
package answersfile

import (
	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The format of the answers files that this package reads and writes.
const (
	formatName    = "coalcheck"
	formatVersion = "1"
	fileFormat    = formatName + "/" + formatVersion
)

// MaxSize is the largest answers file, in bytes.
const MaxSize = 1 << 20

// maxDepth is how many levels of nesting are parsed. An answers file has four.
const maxDepth = 16

// messages are the sentences about files that call them by their kind.
var messages = textfile.Messages{
	File:           "an answers file",
	TooLarge:       "the file is larger than 1 MiB, the most that an answers file may have; is it the right file?",
	TooDeep:        "the file is nested too deeply; an answers file needs four levels at most",
	SecondDocument: "a second document starts here; an answers file holds one, so put the other into a file of its own",
	JSONLines:      "there are %d sets of answers in this file; put each into a file of its own, and name their folder",
	Table:          `this is a table of values (CSV), not an answers file; make a file of each row with "coalcheck collect FOLDER FILE"`,
	Unlike:         unlike,
	AfterEnd:       "the answers end before this; remove what follows",
	MissingColon:   "a colon is missing after this name; write a name, a colon, a space and the answer",
	Directive:      "lines that start with % have no use in an answers file; put the text in quotes or remove the line",
	Merge:          `"<<" has no meaning in an answers file; write the answers out`,
	Alias:          "%s is an alias; write the answers out, and put a text that starts with * in quotes",
}

// Read parses an answers file. name is what the file is called in errors. text is the whole file; of a file larger than
// MaxSize, MaxSize+1 bytes are enough to have it refused. When anything is wrong, the answers are nil and the error is
// a *textfile.Error that holds everything that is wrong with the file.
//
// The bytes are checked first, then the syntax, then what the file says. Each stage reports all that it finds, except that
// one error of the syntax hides the next. See textfile.Reader.Read for how it explains them.
func Read(name string, text []byte, c *pitfalls.Catalogue) (*assess.Answers, error) {
	file := &textfile.Reader{
		Name: name, MaxSize: MaxSize, MaxDepth: maxDepth,
		Texts: texts, Known: func(name string) bool { return known(c, name) }, Others: others,
		First:    "format",
		Messages: &messages,
	}
	var answers *assess.Answers
	err := file.Read(text, func(root *yaml.Node) { answers = check(root, c, file) })
	if err != nil {
		return nil, err
	}
	return answers, nil
}
