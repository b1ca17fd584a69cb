package wizard

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/interview"
)

func TestTheFolderIsNamedThatDoesNotExist(t *testing.T) {
	d := newDriver(t, func(o *Options) {
		o.Run.WriteFile = func(string, *assess.Answers, bool) error { return fmt.Errorf("open x: %w", fs.ErrNotExist) }
	}).press(toTake...)
	d.press("e")
	clearName(d)
	d.paste("nowhere/x").press("enter").shows(t, "There is no folder nowhere. Choose another name.")
}

func TestLeavingAnEditIsNotLeavingWithoutAFile(t *testing.T) {
	d := newDriver(t, func(o *Options) { o.Run.Edit, o.Run.EditPath = unfinished(), "a.yaml" }).press("right", "enter")
	d.shows(t, "Enter take away", "q leave unsaved")
	d.press("enter").shows(t, "q leave unsaved")
	d.press("e").shows(t, "Ctrl+C leave unsaved")
}

// clearName takes the name away that is being changed.
func clearName(d *driver) {
	for range d.wiz.Top().(*takeAway).input.Value() {
		d.press("backspace")
	}
}

// TestPlacesAsPeopleTypeThem types and drags names into the wizard.
func TestPlacesAsPeopleTypeThem(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, folder := range []string{"home", "home/Documents", "my plans"} {
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	home := func(o *Options) {
		o.Run.Getenv = func(name string) string { return map[string]string{"HOME": "home", "USERPROFILE": "home"}[name] }
	}
	for typed, want := range map[string]string{
		"~/Documents/plan.yaml": "home/Documents/plan.yaml",
		"~/Documents/":          "home/Documents/riverside-youth-coalition-2026-11-21.yaml",
		"~/Documents":           "home/Documents/riverside-youth-coalition-2026-11-21.yaml",
		"'my plans/a.yaml' ":    "my plans/a.yaml",
		`"my plans/b"`:          "my plans/b.yaml",
	} {
		d := newDriver(t, home).press(toTake...).press("e")
		clearName(d)
		if d.paste(typed).press("enter"); !d.quit || d.wiz.run.Saved != want || d.disk[want] == nil {
			t.Errorf("%s: quit %v, saved %q; want %q\n%s", typed, d.quit, d.wiz.run.Saved, want, d.screen())
		}
	}
	d := newDriver(t, home, func(o *Options) { o.Run.SaveTo = "my plans/" }).press(toTake...).press("enter")
	if want := "my plans/riverside-youth-coalition-2026-11-21.yaml"; !d.quit || d.disk[want] == nil {
		t.Errorf("quit %v, saved %q", d.quit, d.wiz.run.Saved)
	}
}

// TestEditedFileThatSomebodyChanged never replaces it, however often Enter is pressed.
func TestEditedFileThatSomebodyChanged(t *testing.T) {
	mine := unfinished()
	mine.Draft = nil
	d := newDriver(t, func(o *Options) {
		o.Run.Edit, o.Run.EditPath = mine, "riverside.yaml"
		write := o.Run.WriteFile
		o.Run.WriteFile = func(path string, a *assess.Answers, overwrite bool) error {
			if path == "riverside.yaml" && overwrite {
				return &fs.PathError{Op: "write", Path: path, Err: interview.ErrChanged}
			}
			return write(path, a, overwrite)
		}
	})
	t.Chdir(t.TempDir())
	if err := os.WriteFile("riverside.yaml", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	theirs := assess.New(d.wiz.run.Catalogue)
	d.disk["riverside.yaml"] = theirs
	d.press("enter", "1", "enter", "right", "right", "right", "enter", "enter", "enter")
	d.shows(t, "riverside.yaml was changed by somebody else", "riverside-2.yaml")
	if d.press("enter"); !d.quit || d.disk["riverside-2.yaml"] == nil || d.disk["riverside.yaml"] != theirs {
		t.Errorf("quit %v, files %v", d.quit, d.disk)
	}
}

// TestFileThatIsDamaged does not say that nothing was written where a part was.
func TestFileThatIsDamaged(t *testing.T) {
	d := newDriver(t).press(toTake...)
	write := d.wiz.run.WriteFile
	d.wiz.run.WriteFile = func(path string, _ *assess.Answers, _ bool) error {
		return &fs.PathError{Op: "write", Path: path, Err: interview.ErrDamaged}
	}
	d.press("enter").shows(t, "Only a part was written", "under another name")
	d.wiz.run.WriteFile = write
	if d.press("e").paste("-2").press("enter"); !d.quit || d.wiz.run.Saved == "" {
		t.Errorf("quit %v, saved %q", d.quit, d.wiz.run.Saved)
	}
}

func TestCommentsThatHaveNoPlace(t *testing.T) {
	const told = "JSON has no comments: those in mine.yaml will not be in this file."
	d := newDriver(t).press(toTake...)
	run := d.wiz.run
	run.Edit, run.EditPath, run.EditText = unfinished(), "mine.yaml", []byte("# Agreed on 3 May.\nformat: coalcheck/1\n")
	d.press("e")
	clearName(d)
	d.paste("mine.json").shows(t, told)
	if screen := d.press("backspace").screen(); strings.Contains(screen, "JSON") {
		t.Errorf("of mine.jso it says\n%s", screen)
	}
}

// TestAnswersOfOthersAreNeverReplaced lets several people without a name save on one day in one folder, each with Enter
// alone, or by typing the name of the first. No number of Enters replaces what another one has answered.
func TestAnswersOfOthersAreNeverReplaced(t *testing.T) {
	t.Chdir(t.TempDir())
	written := map[string]*assess.Answers{}
	const name = "coalition-2026-11-21"
	saveAs := func(rating, typed string) string {
		d := newDriver(t, quick, func(o *Options) {
			o.Run.WriteFile = func(path string, a *assess.Answers, overwrite bool) error {
				if written[path] != nil && !overwrite {
					return &fs.PathError{Op: "open", Path: path, Err: fs.ErrExist}
				}
				written[path] = a
				return os.WriteFile(path, nil, 0o600)
			}
		})
		d.press("enter", "enter", "enter", "enter", rating, "r", "right")
		for n := 0; n < 5 && d.at() != "takeaway"; n++ {
			d.press("enter")
		}
		if offered := d.wiz.things[0].Name; written[offered] != nil {
			t.Errorf("offered is %s, which is there", offered)
		}
		if typed != "" {
			d.press("e")
			clearName(d)
			d.paste(typed).press("enter").shows(t, typed+".yaml exists already and was left as it is.")
			d.shows(t, "› "+d.wiz.things[0].Name)
		}
		for n := 0; n < 4 && !d.quit; n++ {
			d.press("enter")
		}
		return d.wiz.run.Saved
	}
	want := []string{name + ".yaml", name + "-2.yaml", name + "-3.yaml", name + "-4.yaml"}
	for i, rating := range []string{"1", "2", "3", "4"} {
		typed := ""
		if i > 1 {
			typed = name
		}
		if saved := saveAs(rating, typed); saved != want[i] {
			t.Errorf("saved as %q, want %q", saved, want[i])
		}
	}
	for i, path := range want {
		if a := written[path]; a == nil || a.At(assess.Place{Question: assess.Overall}).Rating() != assess.Rating(i+1) {
			t.Errorf("%s does not hold the answers of person %d", path, i+1)
		}
	}
}
