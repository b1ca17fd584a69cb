//go:build linux && amd64

package main

import (
	"regexp"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/collect"
)

// sheetName is the file of the sheet in the scenarios that check one.
const sheetName = "riverside-sheet-1.yaml"

// oneSheet is a sheet that was keyed in wrong.
const oneSheet = "format: coalcheck/1\ncoalition: Riverside\nrespondent: Sheet 1\nrole: member\n# found on the floor\npitfalls:\n  overcommitted: 3\n"

var (
	// sheetLines are two sheets.
	sheetLines = []string{"12345 dn-34 12345 dn-34 member", "22222 22222 22222 22222", ""}
	// checkLines correct the sheet.
	checkLines = []string{"-5--- ----- ----- ----- member", "5"}
)

// keysSheets reports whether the scenario puts several persons' answers into a folder.
func (s *scenario) keysSheets() bool { return strings.HasPrefix(s.args, "collect ") }

// isSheet reports whether a text holds a line of the input: where a sheet could not be written, the next line is taken for it.
func (s *scenario) isSheet(text string) bool {
	a := read(text)
	if a == nil || collect.SheetNumber(a.Respondent) == 0 {
		return false
	}
	for _, line := range s.input {
		if holdsLine(a, line) {
			return true
		}
	}
	return false
}

func holdsLine(a *assess.Answers, text string) bool {
	line, err := collect.ReadLine(text, len(catalogue.Topics))
	if err != nil || a.Role != line.Role {
		return false
	}
	for topic, r := range line.Ratings {
		if a.Topics[topic].Overall != assess.TallyOf(r) {
			return false
		}
	}
	return true
}

var (
	sheetIn = regexp.MustCompile(`(?m)^(?:> )?Sheet \d+ is (?:corrected )?in (\S+)\.$`)
	newIn   = regexp.MustCompile(`(?m) new: (\S+?)\.?$`)
)

// sheetsLost checks that every file holds what was said to be in it, and that no two hold the same sheet.
func (c *check) sheetsLost() {
	seen := map[string]string{}
	for _, m := range append(sheetIn.FindAllStringSubmatch(c.result.stderr, -1), newIn.FindAllStringSubmatch(c.result.stdout, -1)...) {
		text, there := c.file(m[1])
		_, answers, _ := strings.Cut(text, "\npitfalls:")
		switch other := seen[answers]; {
		case !there || !c.isWhole(m[1], text):
			c.bad("%q is not true: %q", m[0], text)
		case other != "" && other != m[1]:
			c.bad("%s and %s hold the same sheet", other, m[1])
		}
		seen[answers] = m[1]
	}
}
