package cmd

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// source is one file of answers, or standard input where its path is "-".
type source struct {
	path string
	// found reports whether the file was found in a folder: nobody named it, so it may be something else.
	found bool
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
// file that is not there is one too; reading it tells. passed is what looks like answers in the folders and is not read.
func findAnswers(paths []string) (sources []source, passed []passedOver) {
	for i, path := range paths {
		switch info, err := os.Stat(path); {
		case path == "-":
			s := source{path: path}
			if slices.Contains(paths[:i], path) {
				s.err = &usageError{what: "standard input was named twice", hint: hint("it can be read once: leave one - out")}
			}
			sources = append(sources, s)
		case err == nil && info.IsDir():
			more, others := answersIn(path)
			sources, passed = append(sources, more...), append(passed, others...)
		case len(paths) == 1:
			sources = append(sources, source{path: path}) // called as it was typed
		default:
			sources = append(sources, source{path: filepath.Clean(path)}) // so that a file named twice is noticed
		}
	}
	return sources, passed
}

// answersIn returns the answers files in a folder, sorted by name, and what looks like answers and is not read.
func answersIn(folder string) (sources []source, passed []passedOver) {
	names, others, err := answersfile.Find(os.DirFS(folder))
	for _, o := range others {
		passed = append(passed, passedOver{filepath.Join(folder, o.Name), o.Why})
	}
	switch {
	case errors.Is(err, answersfile.ErrNone):
		return []source{{path: folder, err: noAnswers(folder)}}, passed
	case err != nil:
		return []source{{path: folder, err: unreadable(displayPath(folder), err)}}, nil
	}
	for _, name := range names {
		sources = append(sources, source{path: filepath.Join(folder, name), found: true})
	}
	return sources, passed
}

// noAnswers says that there is nothing to read in a folder.
func noAnswers(folder string) error {
	return &usageError{
		what: "there are no answers files in the folder " + displayPath(folder),
		hint: hint("their names end in " + safetext.JoinList(answersfile.Extensions, "or") + "; folders within it are not searched"),
	}
}
