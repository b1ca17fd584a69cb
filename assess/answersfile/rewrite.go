package answersfile

import (
	"bytes"
	"path/filepath"
	"strings"
	"sync"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Former is an answers file that is edited. The zero Former is none.
type Former struct {
	// Name is what the file is called, Text what is in it.
	Name string
	Text []byte
}

// Rewrite returns the answers as the text of a file of this name: as JSON where the name ends in .json, or as the file that
// was edited ends and that one is JSON; else as YAML, with the comments that people wrote into the edited file.
func Rewrite(name string, former Former, a *assess.Answers, c *pitfalls.Catalogue) []byte {
	if former.BecomesJSON(name) {
		return JSON(a, c)
	}
	text := Format(a, c)
	if former.Text == nil || IsJSON(former.Text) {
		return text
	}
	kept := textfile.KeepComments(former.Text, text, ours(c))
	if again, err := Read(name, kept, c); err == nil && bytes.Equal(Format(again, c), text) {
		return kept
	}
	return text
}

// HasComments reports whether people wrote comments into the edited file. JSON has no place for them.
func (f Former) HasComments(c *pitfalls.Catalogue) bool {
	return f.Text != nil && !IsJSON(f.Text) && textfile.HasComments(f.Text, ours(c))
}

// BecomesJSON reports whether a file of this name that is written in place of the edited one is JSON.
func (f Former) BecomesJSON(name string) bool {
	return strings.EqualFold(filepath.Ext(name), ".json") ||
		f.Text != nil && IsJSON(f.Text) && strings.EqualFold(filepath.Ext(name), filepath.Ext(f.Name))
}

// IsJSON reports whether answers are written in JSON: they begin with a brace.
func IsJSON(text []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(text, "\ufeff \t\r\n"), []byte("{"))
}

// ours returns a function that tells the comments that this package writes from those of people.
func ours(c *pitfalls.Catalogue) func(comment string) bool {
	written := sync.OnceValue(func() map[string]bool {
		all := map[string]bool{}
		for _, d := range []assess.Depth{assess.Full, assess.Quick} {
			for line := range strings.Lines(string(Blank(c, d))) {
				if _, comment, found := strings.Cut(line, "# "); found {
					all[strings.TrimSpace(comment)] = true
				}
			}
		}
		return all
	})
	return func(comment string) bool { return written()[comment] }
}
