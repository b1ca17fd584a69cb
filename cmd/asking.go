package cmd

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/pflag"
)

// asking says how a person is asked, and where the answers go.
type asking struct {
	plain bool
	// edit is a file of finished answers to open again, or empty.
	edit string
	// save is where the answers go, or empty to ask for a name or make one.
	save string
	// anew begins a new run instead of going on with the draft.
	anew bool
}

func (k *asking) addFlags(flags *pflag.FlagSet) {
	flags.BoolVar(&k.plain, "plain", false, "ask line by line, as for screen readers")
	flags.StringVar(&k.edit, "edit", "", "change the finished answers in `FILE`")
	flags.StringVar(&k.save, "save", "", "save the answers in `FILE`")
	flags.BoolVar(&k.anew, "new", false, "begin anew; an unfinished run is kept aside")
}

// given returns the first flag about asking that was given, or "".
func (k *asking) given() string {
	for _, f := range []struct {
		flag  string
		given bool
	}{{"--plain", k.plain}, {"--edit", k.edit != ""}, {"--save", k.save != ""}, {"--new", k.anew}} {
		if f.given {
			return f.flag
		}
	}
	return ""
}

// check refuses a place where the answers cannot go, before anything is asked.
func (k *asking) check(force bool) error {
	if k.edit != "" && k.anew {
		return &usageError{what: "--edit and --new exclude each other", hint: "leave one of them out"}
	}
	if k.save == "" {
		return nil
	}
	info, err := os.Stat(k.save)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(k.save)); err != nil {
			return &usageError{
				what: "there is no folder " + named(filepath.Dir(k.save)),
				hint: "create it first, or choose another place with: --save FILE",
			}
		}
		return nil
	case err != nil:
		return &usageError{what: "save in " + named(k.save) + ": " + reason(err).Error(), hint: "choose another place with: --save FILE"}
	case info.IsDir():
		return &usageError{
			what: named(k.save) + " is a folder",
			hint: "name a file in it, as in: --save " + word(filepath.Join(k.save, "answers.yaml")),
		}
	case !force:
		return &usageError{
			what: named(k.save) + " exists already and was left as it is",
			hint: "choose another name, or replace it with: --force",
		}
	}
	return nil
}
