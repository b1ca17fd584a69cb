package cmd

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/draft"
	"github.com/coalcheck/coalcheck/cmd/screens/wizard"
)

// open reads the answers to edit and takes hold of a draft.
func (i *interview) open(lineByLine bool) error {
	if i.run.asking.edit != "" {
		answers, err := (&answersFile{app: i.app, path: i.run.asking.edit}).Collect(context.Background())
		if err != nil {
			return err
		}
		i.edit, i.original = answers, answers.Clone()
	}
	path, err := draft.Path(i.getenv)
	switch {
	case err != nil:
		i.noDraft = err
	case i.edit != nil:
		if err := i.openEdit(path, lineByLine); err != nil {
			return err
		}
	default:
		i.openDraft(path, lineByLine)
	}
	if lineByLine && i.noDraft != nil {
		i.tell("coalcheck: your answers cannot be kept while you go on: %v", i.noDraft)
		i.tell("answer to the end in one go, or leave with quit: then they are written to a file here")
	}
	if i.run.asking.anew && i.found.Answers != nil {
		if _, err := i.draft.KeepAside(); err != nil {
			return err
		}
		i.found = draft.Found{}
	}
	return nil
}

// openEdit takes hold of the draft of this file, which has a name of its own: an unfinished run of something else stays
// as it is, and changes that were interrupted go on, unless the file has been changed since or --new opens it as it is.
func (i *interview) openEdit(path string, lineByLine bool) error {
	file, err := filepath.Abs(i.run.asking.edit)
	if err != nil {
		return err
	}
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(file)) // a hash takes everything
	path = filepath.Join(filepath.Dir(path), fmt.Sprintf("edit-%x.yaml", sum.Sum64()))
	newer := changedAfter(path, file)
	i.draft, i.found, i.noDraft = draft.Open(path, i.catalogue)
	var held *draft.HeldError
	if errors.As(i.noDraft, &held) {
		return &usageError{
			what: named(i.run.asking.edit) + " is being changed by another coalcheck",
			hint: hint("finish there first"),
		}
	}
	changes := i.found.Answers
	i.found = draft.Found{}
	if changes == nil {
		return nil
	}
	name := named(i.run.asking.edit)
	if newer && !i.run.asking.anew {
		i.edit, i.unsaved = changes, true
		if lineByLine {
			i.tell("coalcheck: going on with changes to %s that were not saved yet", name)
			i.tell("to open it as it is: coalcheck assess --edit %s --new", word(i.run.asking.edit))
		}
		return nil
	}
	kept, err := i.draft.PutAway()
	if err != nil {
		return err
	}
	if newer {
		i.tell("coalcheck: the changes to %s that were not saved are kept in %s", name, named(kept))
	} else {
		i.tell("coalcheck: %s was changed since; the changes that were not saved are kept in %s", name, named(kept))
	}
	return nil
}

// sameText reports whether answers would be written as those of the file to edit, but for their date.
func (i *interview) sameText(a *assess.Answers) bool {
	a, b := a.Clone(), i.original.Clone()
	a.Draft, b.Draft = nil, nil
	a.Date = b.Date
	return bytes.Equal(answersfile.Format(a, i.catalogue), answersfile.Format(b, i.catalogue))
}

// changedAfter reports whether the first file was changed later than the second.
func changedAfter(first, second string) bool {
	a, err := os.Stat(first)
	if err != nil {
		return false
	}
	b, err := os.Stat(second)
	return err == nil && a.ModTime().After(b.ModTime())
}

// openDraft takes hold of the draft, or of one beside it where somebody else holds it. The wizard says by itself what
// was found, and asks before it takes one beside it.
func (i *interview) openDraft(path string, lineByLine bool) {
	i.draft, i.found, i.noDraft = draft.Open(path, i.catalogue)
	if errors.As(i.noDraft, &i.held) {
		i.noDraft = nil
		if lineByLine {
			i.tell("coalcheck: %v", i.held)
			i.tell("this run is kept beside it")
			i.draft, i.noDraft = draft.OpenSeparate(path, i.catalogue)
		}
	}
	if lineByLine && i.found.Damaged != "" {
		i.tell("coalcheck: an unfinished run could not be read and is kept in %s", named(i.found.Damaged))
		i.tell("%v", i.found.Reason)
	}
}

// close lets go of the draft: it is removed once a file holds the answers, or holds them still, and stays otherwise.
func (i *interview) close() {
	if i.draft == nil {
		return
	}
	if i.saved != "" || i.asBefore {
		// A draft that stays although it is no longer needed is offered again, and harms nobody.
		_ = i.draft.Discard()
		return
	}
	aside := i.draft.Aside()
	if err := i.draft.Close(); err != nil && i.trouble == nil {
		i.trouble = err
	}
	i.putBack = i.draft.Aside() != aside
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// peek reads a further unfinished run. One that cannot be read is nil, and waits until it is found in its turn.
func (i *interview) peek(path string) *assess.Answers {
	answers, err := draft.Peek(path, i.catalogue)
	if err != nil {
		return nil
	}
	return answers
}

// openSeparate takes hold of a draft beside the one that somebody else holds.
func (i *interview) openSeparate() (wizard.Saver, error) {
	path, err := draft.Path(i.getenv)
	if err != nil {
		return nil, err
	}
	d, err := draft.OpenSeparate(path, i.catalogue)
	if err != nil {
		return nil, err
	}
	i.draft = d
	return d, nil
}

// keep saves the unfinished run.
func (i *interview) keep(a *assess.Answers) error {
	if i.draft == nil {
		i.trouble = i.noDraft
	} else {
		i.trouble = i.draft.Save(a)
	}
	return i.trouble
}
