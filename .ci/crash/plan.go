//go:build linux && amd64

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess/planfile"
)

// planName is the plan file of the scenarios that change one.
const planName = "plan.yaml"

// onePlan is a plan as people write one, with a comment.
const onePlan = `format: coalcheck-plan/1
coalition: Riverside
steps:
  - pitfall: overcommitted
    actions:
      - do: Ask the county about the van.   # Sam has the number
      - do: Thank everybody.
`

// planLines change the plan.
var planLines = []string{"who 1 Kim", "when 1 2027-01-31", "done 2", "add Sing", "note 1 Big enough for nine.", "quit"}

// planSaid tells what the file holds, by what is said once it does.
var planSaid = map[string]string{
	"Kim, no day yet.":                     "owner: Kim\n",
	"Kim, by Sunday, 31 January 2027.":     "due: 2027-01-31\n",
	"Done on Wednesday, 16 December 2026.": "done: 2026-12-16\n",
	"It is action 3.":                      "do: Sing\n",
	"Decided: Sing":                        "do: Sing\n",
	"The note is kept.":                    ": Big enough for nine.\n",
}

// changesPlan reports whether the scenario changes a plan.
func (s *scenario) changesPlan() bool { return slices.Contains(s.makes, planName) }

// planLost checks that some plan holds all changes that were said to be made, and still what was there before. What was said
// not to be on disk need not be, while the program runs.
func (c *check) planLost() {
	said, _, unsaved := strings.Cut(c.result.stderr, "This is not on disk for now")
	if !c.result.killed || !unsaved {
		said = c.result.stderr
	}
	var needed []string
	if c.files[planName] != "" {
		needed = []string{"Ask the county about the van."}
	}
	for words, text := range planSaid {
		if strings.Contains(said, words) {
			needed = append(needed, text)
		}
	}
	if len(needed) > 0 && !slices.ContainsFunc(c.plans(), func(plan string) bool {
		return !slices.ContainsFunc(needed, func(text string) bool { return !strings.Contains(plan, text) })
	}) {
		c.bad("no plan holds what was said to be in it: %q", needed)
	}
}

// plans returns all plans that are in files of the folder, or on standard output.
func (c *check) plans() []string {
	var all []string
	keep := func(text string) {
		if isPlan(text) {
			all = append(all, text)
		}
	}
	keep(c.result.stdout)
	files, _ := filepath.Glob(filepath.Join(c.folder, "*.yaml"))
	spares, _ := filepath.Glob(filepath.Join(c.folder, stateFolder, "former-*.yaml"))
	for _, file := range append(files, spares...) {
		text, _ := os.ReadFile(file)
		keep(string(text))
	}
	return all
}

func isPlan(text string) bool {
	_, err := planfile.Read(planName, []byte(text), catalogue)
	return err == nil
}
