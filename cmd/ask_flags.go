package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/interview"
)

// asking says how a person is asked, and where the answers go.
type asking struct {
	plain bool
	// linear reports whether the person is asked line by line, for this or another reason.
	linear bool
	// edit is a file of finished answers to open again, or empty.
	edit string
	// save is where the answers go, or empty to ask for a name or make one.
	save string
	// anew begins a new run instead of going on with the draft.
	anew bool
}

// checkNames refuses names that no file can have, such as the empty one of a variable that a script did not set.
func (k *asking) checkNames(flags *pflag.FlagSet) error {
	for _, name := range []string{"answers", "edit", "save", "output"} {
		if f := flags.Lookup(name); f.Changed && (f.Value.String() == "" || f.Value.String() == "[]") {
			return &usageError{what: "--" + name + " names no file", hint: hint("name one:", "--"+name+" FILE")}
		}
	}
	if k.edit == "-" {
		return &usageError{
			what: "--edit cannot read standard input, because the replies come from there",
			hint: hint("name a file:", "coalcheck assess --edit FILE"),
		}
	}
	return nil
}

func (k *asking) addFlags(flags *pflag.FlagSet) {
	flags.BoolVar(&k.plain, "plain", false, "ask and report line by line, as for screen readers")
	flags.StringVar(&k.edit, "edit", "", "change the finished answers in `FILE`")
	flags.StringVar(&k.save, "save", "", "save the answers in `FILE`")
	flags.BoolVar(&k.anew, "new", false, "begin anew; what is unfinished is kept aside")
}

// given returns the first flag that was given and is about asking alone, or "".
func (k *asking) given() string {
	for _, f := range []struct {
		flag  string
		given bool
	}{{"--edit", k.edit != ""}, {"--save", k.save != ""}, {"--new", k.anew}} {
		if f.given {
			return f.flag
		}
	}
	return ""
}

// check refuses a place where the answers cannot go, before anything is asked.
func (k *asking) check(o *output) error {
	if ending := filepath.Ext(k.save); slices.Contains(otherEndings, strings.ToLower(ending)) {
		return &usageError{
			what: fmt.Sprintf("%s cannot be written: answers are not saved in files that end in %s", displayPath(k.save), ending),
			hint: hint("write:", "--save "+shellQuote(strings.TrimSuffix(k.save, ending)+answersfile.Extensions[0])),
		}
	}
	k.save = withEnding(k.save)
	if k.save != "" && o.toFile() && disk.SamePlace(k.save, o.path) {
		return &usageError{
			what: "the answers and the report cannot both go to " + displayPath(k.save),
			hint: hint("choose another name for one of them:", "--save FILE, -o FILE"),
		}
	}
	if k.save == "" {
		return nil
	}
	info, err := os.Stat(k.save)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(k.save)); err != nil {
			return &usageError{
				what: "there is no folder " + displayPath(filepath.Dir(k.save)),
				hint: hint("create it first, or choose another place with:", "--save FILE"),
			}
		}
		return nil
	case err != nil:
		return &usageError{what: "save in " + displayPath(k.save) + ": " + reason(err).Error(), hint: hint("choose another place with:", "--save FILE")}
	case info.IsDir() && disk.NamesFolder(k.save):
		return nil // the file in it gets a name
	case info.IsDir():
		return &usageError{
			what: displayPath(k.save) + " is a folder",
			hint: hint("name a file in it, as in:", "--save "+shellQuote(filepath.Join(k.save, "answers.yaml"))),
		}
	case !info.Mode().IsRegular():
		return &usageError{
			what: displayPath(k.save) + " is a pipe or a device, which would not keep the answers",
			hint: hint("choose a file with:", "--save FILE"),
		}
	case !o.force:
		return &usageError{
			what: displayPath(k.save) + " exists already and was left as it is",
			hint: hint("choose another name, or replace it with:", "--force"),
		}
	}
	return nil
}

// otherEndings are those of files that other programs open, which would call answers damaged.
var otherEndings = append([]string{".md", ".markdown", ".html", ".htm", ".csv", ".ics", ".xls", ".xlsx"}, officeEndings...)

// withEnding returns a name under which a folder of answers finds the file, as the wizard makes one. A device or a pipe
// keeps its name.
func withEnding(path string) string {
	if info, err := os.Stat(path); path == "" || err == nil && !info.Mode().IsRegular() {
		return path
	}
	return interview.WithExtension(path)
}
