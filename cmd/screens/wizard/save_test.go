package wizard

import (
	"fmt"
	"io/fs"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
)

func TestTheFolderIsNamedThatDoesNotExist(t *testing.T) {
	d := newDriver(t, func(o *Options) {
		o.Run.WriteFile = func(string, *assess.Answers, bool) error { return fmt.Errorf("open x: %w", fs.ErrNotExist) }
	}).press(toSave...)
	d.wiz.Top().(*save).input.SetValue("nowhere/x")
	d.press("enter").shows(t, "There is no folder nowhere. Type another name.")
}

func TestLeavingAnEditIsNotLeavingWithoutAFile(t *testing.T) {
	d := newDriver(t, func(o *Options) { o.Run.Edit, o.Run.EditPath = unfinished(), "a.yaml" }).press("right", "enter")
	d.shows(t, "Enter save", "q leave without saving")
	d.press("enter").shows(t, "Ctrl+C leave without saving")
}
