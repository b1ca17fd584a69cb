//go:build linux && amd64

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/draft"
)

// check looks at what a run has left.
type check struct {
	*trial
	*program
	result *result
	// at is the call with the fault, and failed reports whether it returned an error.
	at     call
	failed bool
	// cut reports whether the power was cut, and unkept whether the name of a draft was not on the disk.
	cut, unkept bool
	problems    []string
}

func (c *check) bad(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

func (c *check) all() {
	switch {
	case c.result.hung:
		c.bad("it does not end")
		return
	case strings.Contains(c.result.stderr, "goroutine "):
		c.bad("a panic")
		return
	}
	c.foreign()
	c.torn()
	c.gone()
	c.messages()
	if !c.result.killed {
		c.ended()
		c.left()
	}
}

// gone checks that nothing is lost of what was shown as given.
func (c *check) gone() {
	switch {
	case c.changesPlan():
		c.planLost()
	case c.keysSheets():
		c.sheetsLost()
	default:
		c.lost()
	}
}

// file returns the text of a file, and whether it is there.
func (c *check) file(name string) (string, bool) {
	if !filepath.IsAbs(name) {
		name = filepath.Join(c.folder, name)
	}
	text, err := os.ReadFile(name)
	return string(text), err == nil
}

// foreign checks that all files are as they were which the run was not to change.
func (c *check) foreign() {
	for _, files := range []map[string]string{theirs, c.files} {
		for name, text := range files {
			if _, made := c.whole[name]; made || strings.HasPrefix(name, draftFile) {
				continue
			}
			if now, there := c.file(name); now != text {
				c.bad("%s is changed: there %t, %q", name, there, now)
			}
		}
	}
}

// torn checks that what the run makes is whole or as it was. Only what has to be written in place may be damaged, where
// its former text is kept.
func (c *check) torn() {
	for name := range c.whole {
		now, there := c.file(name)
		if !there || c.isWhole(name, now) || now == c.files[name] {
			continue
		}
		if c.scenario.refused != name || !c.spared(name) {
			c.bad("%s is torn: %q", name, now)
		}
	}
}

// isWhole reports whether a text is the one that a sound run writes, or the unfinished answers of a run that had to save
// them early.
func (c *check) isWhole(name, text string) bool {
	if c.changesPlan() {
		return isPlan(text) // with all that was said, which is checked by itself
	}
	if c.keysSheets() && c.isSheet(text) {
		return true
	}
	return same(text, c.whole[name]) || strings.HasSuffix(name, ".yaml") && strings.Contains(text, "\ndraft: ") && read(text) != nil
}

// planID is what is random in a plan file.
var planID = regexp.MustCompile(`(?m)^id: "[0-9a-f]{16}"$|\b[0-9a-f]{16}-`)

// same reports whether two texts of a file differ in nothing but what is random.
func same(a, b string) bool { return planID.ReplaceAllString(a, "") == planID.ReplaceAllString(b, "") }

// spared reports whether the former text of a file that is written in place is kept beside the draft, and that is said
// unless there was no time for it.
func (c *check) spared(name string) bool {
	spares, _ := filepath.Glob(filepath.Join(c.folder, stateFolder, "former-*.yaml"))
	return (c.result.killed || strings.Contains(c.result.stderr, "the file is damaged")) && slices.ContainsFunc(spares, func(spare string) bool {
		text, _ := c.file(spare)
		return text == c.files[name] || c.changesPlan() && isPlan(text) // one of several texts that the file had
	})
}

func read(text string) *assess.Answers {
	a, err := answersfile.Read("answers", []byte(text), catalogue)
	if err != nil {
		return nil
	}
	return a
}

// lost checks that what was shown as given is in a file, or at last on standard output, and so is what was in the draft
// before. A power cut may take what was given since, unless it was said where it is kept.
func (c *check) lost() {
	needed := [][]answer{former(c.files[draftFile])}
	if claimed := keptIn.MatchString(c.result.stderr); !c.cut || claimed {
		needed = append(needed, shown(c.result.stderr))
		if c.unkept && claimed {
			c.bad("it says that answers are kept before the name of their draft is on the disk")
		}
	}
	kept := c.kept()
	for _, answers := range needed {
		if !slices.ContainsFunc(kept, func(a *assess.Answers) bool { return holds(a, answers) }) {
			c.bad("answers are lost that were shown as given: %v", answers)
		}
	}
}

// kept returns all answers that are in files of the folder, in drafts, and on standard output. What is none is nil.
func (c *check) kept() []*assess.Answers {
	all := []*assess.Answers{read(c.result.stdout)}
	files, _ := filepath.Glob(filepath.Join(c.folder, "*.yaml"))
	for _, file := range files {
		text, _ := c.file(file)
		all = append(all, read(text))
	}
	drafts, _ := filepath.Glob(filepath.Join(c.folder, stateFolder, "*.yaml*"))
	for _, file := range drafts {
		if a, err := draft.Peek(strings.TrimSuffix(file, ".prev"), catalogue); err == nil {
			all = append(all, a)
		}
	}
	return all
}

var leftover = regexp.MustCompile(`^\.coalcheck-[0-9a-f]{16}$|\.lock$`)

// left checks that nothing is left that only a killed process leaves, or one that cannot remove files or tell whose they are.
func (c *check) left() {
	if c.failed && (c.at.kind == "remove" || c.at.kind == "look") {
		return
	}
	for _, folder := range []string{c.folder, filepath.Join(c.folder, stateFolder)} {
		if hasLeftovers(folder) {
			c.bad("a file of ours is left in %s", folder)
		}
	}
}

func hasLeftovers(folder string) bool {
	entries, _ := os.ReadDir(folder)
	return slices.ContainsFunc(entries, func(e os.DirEntry) bool { return leftover.MatchString(e.Name()) })
}
