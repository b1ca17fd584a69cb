package planfile

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Rewrite returns a plan as the text that replaces the one it was read from. As far as possible it changes what has changed
// and keeps every other byte. Else it writes the whole plan anew: as JSON where it was JSON, or with the comments that people
// wrote.
func Rewrite(former []byte, p *Plan, c *pitfalls.Catalogue) []byte {
	want := Format(p)
	holds := func(text []byte) bool {
		again, err := Read("", text, c)
		return err == nil && bytes.Equal(Format(again), want)
	}
	if holds(former) {
		return former
	}
	if json.Valid(bytes.TrimPrefix(former, []byte("\ufeff"))) {
		return JSON(p)
	}
	if text := patch(former, p, c); text != nil && holds(text) {
		return text
	}
	// A step is known by its pitfall, an action by what is to be done: one of the coalition's own may have got its id just now.
	text := textfile.KeepComments(former, want, func(string) bool { return false }, "do", "pitfall")
	if holds(text) {
		return text
	}
	return want
}

// patcher changes actions in the text of a plan file.
type patcher struct{ *textfile.Editor }

// patch returns the text with the actions of a plan, or nil where it cannot be changed in a few places.
func patch(former []byte, p *Plan, c *pitfalls.Catalogue) []byte {
	was, err := Read("", former, c)
	editor := textfile.NewEditor(former)
	if err != nil || editor == nil || len(was.Steps) != len(p.Steps) {
		return nil
	}
	steps := textfile.Lookup(editor.Root, "steps")
	for i := range p.Steps {
		list := textfile.Lookup(steps.Content[i], "actions")
		if !(patcher{editor}).actions(list, was.Steps[i].Actions, p.Steps[i].Actions) {
			return nil
		}
	}
	return editor.Text()
}

// actions changes a list of actions. New ones can only be at its end.
func (p patcher) actions(list *yaml.Node, was, now []Action) bool {
	left := slices.Clone(now)
	for i := range was {
		if len(left) == 0 || left[0].ID != was[i].ID {
			if !p.RemoveItem(list, i) {
				return false
			}
			continue
		}
		if !p.action(list.Content[i], &was[i], &left[0]) {
			return false
		}
		left = left[1:]
	}
	for i := range left {
		var b bytes.Buffer
		formatAction(&b, &left[i], "")
		if !p.Append(list, strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")) {
			return false
		}
	}
	return true
}

// action changes one action.
func (p patcher) action(n *yaml.Node, was, now *Action) bool {
	indent := ""
	if len(n.Content) > 0 {
		indent = strings.Repeat(" ", n.Content[0].Column+1)
	}
	for _, f := range []struct{ name, was, now, spelled string }{
		{"owner", was.Owner, now.Owner, scalar(now.Owner)},
		{"due", was.Due, now.Due, now.Due},
		{"done", was.Done, now.Done, now.Done},
		{"dropped", was.Dropped, now.Dropped, now.Dropped},
		{"note", was.Note, now.Note, block(now.Note, indent)},
	} {
		switch waits := f.name == "owner" || f.name == "due"; {
		case f.was == f.now:
		case f.now == "" && !waits && p.Remove(n, f.name):
		case !p.Set(n, f.name, f.spelled, actionKeys):
			return false
		}
	}
	return true
}
