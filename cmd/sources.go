package cmd

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/coalcheck/coalcheck/assess/answersfile"
)

// source is one file of answers, or standard input where its path is "-".
type source struct {
	path string
	// err says why the source cannot be read, where that is known before it is read.
	err error
}

// name returns what messages call the source.
func (s source) name() string {
	if s.path == "-" {
		return "standard input"
	}
	return displayPath(s.path)
}

// findAnswers returns the sources that paths name, in order: the files themselves, and the answers files in folders. A
// file that is not there is one too; reading it tells.
func findAnswers(paths []string) []source {
	var sources []source
	for i, path := range paths {
		switch info, err := os.Stat(path); {
		case path == "-":
			s := source{path: path}
			if slices.Contains(paths[:i], path) {
				s.err = &usageError{what: "standard input was named twice", hint: hint("it can be read once: leave one - out")}
			}
			sources = append(sources, s)
		case err == nil && info.IsDir():
			sources = append(sources, answersIn(path)...)
		case len(paths) == 1:
			sources = append(sources, source{path: path}) // called as it was typed
		default:
			sources = append(sources, source{path: filepath.Clean(path)}) // so that a file named twice is noticed
		}
	}
	return sources
}

// answersIn returns the answers files in a folder, sorted by name.
func answersIn(folder string) []source {
	names, err := answersfile.Find(os.DirFS(folder))
	switch {
	case errors.Is(err, answersfile.ErrNone):
		return []source{{path: folder, err: &usageError{
			what: "there are no answers files in the folder " + displayPath(folder),
			hint: hint("their names end in " + alternatives(answersfile.Extensions) + "; folders within it are not searched"),
		}}}
	case err != nil:
		return []source{{path: folder, err: unreadable(displayPath(folder), err)}}
	}
	sources := make([]source, len(names))
	for i, name := range names {
		sources[i] = source{path: filepath.Join(folder, name)}
	}
	return sources
}
