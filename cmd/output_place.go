package cmd

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/assess/safetext"
)

// settle says in which format the report goes where, and refuses a place where it cannot go, as check does.
func (o *output) settle(a *app, flags *pflag.FlagSet, inputs ...string) error {
	o.place(a, flags)
	return o.check(inputs...)
}

// place takes the path as a person gives it, and the format from how it ends. Where the path names a folder, the file in
// it gets a name.
func (o *output) place(a *app, flags *pflag.FlagSet) {
	o.path = disk.Expand(o.path, a.Getenv)
	info, err := os.Stat(o.path)
	switch {
	case !o.toFile():
	case err == nil && !info.Mode().IsRegular() && !info.IsDir(): // what a device or a pipe is called says nothing
	case disk.NamesFolder(o.path):
		o.path = filepath.Join(o.path, o.fileName())
	default:
		o.unfit = o.chooseFormat(flags.Changed("format"))
	}
}

// fileName returns a name that says the format.
func (o *output) fileName() string { return o.name + o.written().endings[0] }

// chooseFormat takes the format from how the path ends, unless --format was given, which then has to fit. An ending that
// has no format here is refused: other programs would call the file damaged.
func (o *output) chooseFormat(given bool) error {
	ending := strings.ToLower(filepath.Ext(o.path))
	if !isEnding(ending) {
		return nil
	}
	var fitting, endings []string
	var label string
	for _, f := range formats {
		if !slices.Contains(o.format.of, f.name) {
			continue
		}
		if slices.Contains(f.endings, ending) {
			fitting = append(fitting, f.name)
			label = cmp.Or(label, f.label)
		}
		if !slices.Contains(endings, f.endings[0]) {
			endings = append(endings, f.endings[0])
		}
	}
	name := strings.TrimSuffix(o.path, filepath.Ext(o.path))
	switch {
	case len(fitting) == 0 && slices.Contains(officeEndings, ending):
		return &usageError{
			what: fmt.Sprintf("%s cannot be written: there is no format that ends in %s", displayPath(o.path), ending),
			hint: hint("write a page, which Word opens and a browser prints as PDF:", "-o "+shellQuote(name+".html")),
		}
	case len(fitting) == 0:
		return &usageError{
			what: fmt.Sprintf("%s cannot be written: there is no format that ends in %s", displayPath(o.path), ending),
			hint: hint("use a name that ends in " + safetext.JoinList(endings, "or")),
		}
	case !given:
		o.format.value = fitting[0]
	case !slices.Contains(fitting, o.format.value):
		return &usageError{
			what: fmt.Sprintf("%s is the name of a file with %s, and --format says %s", displayPath(o.path), label, o.format.value),
			hint: hint("leave --format out, or write:", "-o "+shellQuote(name+o.written().endings[0])),
		}
	}
	return nil
}

// officeEndings are those of files that are made to be printed.
var officeEndings = []string{".docx", ".doc", ".odt", ".rtf", ".pdf", ".pages"}

// isEnding reports whether what stands behind the last dot of a name can say a format, unlike the day of a date.
func isEnding(ending string) bool {
	letter := func(r rune) bool { return r >= 'a' && r <= 'z' }
	other := func(r rune) bool { return !letter(r) && (r < '0' || r > '9') }
	name := strings.TrimPrefix(ending, ".")
	return strings.ContainsFunc(name, letter) && !strings.ContainsFunc(name, other)
}

func (o *output) toFile() bool { return o.path != "" && o.path != "-" }

// check refuses a place where the report cannot go, before anything is asked or read. inputs are the files that are
// read; none of them is ever replaced.
func (o *output) check(inputs ...string) error {
	if !o.toFile() {
		return nil
	}
	info, err := os.Stat(o.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(o.path)); err != nil {
			return &usageError{
				what: "there is no folder " + displayPath(filepath.Dir(o.path)),
				hint: hint("create it first, or choose another place with:", "-o FILE"),
			}
		}
		return o.unfit
	case err != nil:
		return &usageError{
			what: fmt.Sprintf("write to %s: %v", displayPath(o.path), reason(err)),
			hint: hint("choose another place with:", "-o FILE"),
		}
	case info.IsDir():
		return &usageError{
			what: displayPath(o.path) + " is a folder",
			hint: hint("name a file in it, as in:", "-o "+shellQuote(filepath.Join(o.path, o.fileName()))),
		}
	}
	for _, input := range inputs {
		if other, err := os.Stat(input); err == nil && info.Mode().IsRegular() && os.SameFile(info, other) {
			return &usageError{
				what: displayPath(o.path) + " holds the answers, and the report would replace them",
				hint: hint("choose another name with:", "-o FILE"),
			}
		}
	}
	if o.unfit != nil {
		return o.unfit
	}
	if info.Mode().IsRegular() && !o.force {
		return &usageError{
			what: displayPath(o.path) + " exists already and was left as it is",
			hint: hint("choose another name, or replace it with:", "--force"),
		}
	}
	return nil
}
