package cmd

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/cmd/internal/iostreams"
)

// readAnswers reads answers from a file, or from standard input where its path is "-", and also returns the text of the
// file. The error is a *usageError where the file cannot be read, and an *textfile.Error where its content is wrong.
func (a *app) readAnswers(path string) (answers *assess.Answers, text []byte, err error) {
	name, text, err := a.readText(path)
	if err != nil {
		return nil, nil, unreadable(name, err)
	}
	answers, err = answersfile.Read(name, text, a.catalogue)
	return answers, text, err
}

// readText returns what the file is called in errors, and its text.
func (a *app) readText(path string) (name string, text []byte, err error) {
	if path == "-" {
		if a.IsTerminal(a.In) {
			a.say("coalcheck: reading from the keyboard; " + iostreams.EndOfInput + " ends it")
		}
		text, err = disk.ReadUpTo(a.In, answersfile.MaxSize)
		return "standard input", text, err
	}
	text, err = disk.Read(path, answersfile.MaxSize)
	return displayPath(path), text, err
}

// unreadable says in words why answers could not be read.
func unreadable(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &usageError{
			what: "there is no file " + name,
			hint: hint("check its name, or write a blank one:", "coalcheck questions --format answers -o FILE"),
		}
	case errors.Is(err, disk.ErrFolder):
		return &usageError{
			what: name + " is a folder",
			hint: hint("name a file of answers"),
		}
	case errors.Is(err, fs.ErrPermission):
		return &usageError{what: "you may not read " + name, hint: hint("check the permissions of the file")}
	default:
		return &usageError{what: fmt.Sprintf("read %s: %v", name, reason(err)), hint: hint("name a file of answers with:", "--answers FILE")}
	}
}
