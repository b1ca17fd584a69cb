//go:build linux && amd64

package main

import (
	"fmt"
	"slices"
	"strings"
)

// scenario is a run as people make it.
type scenario struct {
	name string
	// files are what is in the folder before, by name.
	files map[string]string
	args  string
	// input is what is typed, a line each.
	input []string
	// makes are the files that a sound run makes or replaces, and the only ones that may change. In a name * stands for a day.
	makes []string
	// refused is the name of a file that nothing may be renamed to.
	refused string
	// offered reports whether the files are offered one by one: when one could not be written, what is typed answers other
	// questions than in a sound run, and not all of them are written.
	offered bool
	// code is the exit code of a sound run.
	code int
}

// theirs are files that are none of our business.
var theirs = map[string]string{
	"notes.txt": "from the meeting\n", "mine.yaml.bak": "old\n", ".coalcheck-notes": "no leftover\n",
	stateFolder + "/theirs.txt": "somebody's\n", stateFolder + "/draft.txt": "somebody's, too\n",
}

const (
	stateFolder = "state/coalcheck"
	draftFile   = stateFolder + "/draft.yaml"
	oneAnswer   = "format: coalcheck/1\ncoalition: Riverside\npitfalls:\n  overcommitted: 4\n  overselling: 2\n"
	twoAnswers  = "format: coalcheck/1\ncoalition: Riverside\ndate: 2026-01-31\npitfalls:\n  overcommitted: 1\n  overselling: 5\n"
)

// almost is an unfinished quick run in which all but the last three statements have an answer, for a workshop with counts.
func almost(workshop bool) string {
	var b strings.Builder
	b.WriteString("format: coalcheck/1\ncoalition: Riverside\n")
	if workshop {
		b.WriteString("present: 12\n")
	}
	b.WriteString("pitfalls:\n")
	for topic := range 17 {
		if topic == 10 {
			b.WriteString("pills:\n")
		}
		if workshop {
			fmt.Fprintf(&b, "  %s: {1: 2, 2: 3, 5: %d}\n", catalogue.Topics[topic].ID, topic%7)
		} else {
			fmt.Fprintf(&b, "  %s: %d\n", catalogue.Topics[topic].ID, 1+topic%5)
		}
	}
	fmt.Fprintf(&b, "draft: {depth: quick, at: %s.overall}\n", catalogue.Topics[17].ID)
	return b.String()
}

// goOn goes on with the run that is found, ends it, and chooses no focus.
var goOn = []string{"1", "4", "2", "3", "", ""}

// takeAll is goOn with a name for a page; a plan file, and a calendar, have made ones.
var takeAll = slices.Concat(goOn, []string{"", "board.html", "", "yes"})

// change changes the answers to three statements.
var change = []string{"1", "5", "2", "3", "3", "1"}

func withDraft(name, text string) map[string]string {
	files := map[string]string{draftFile: almost(false)}
	if name != "" {
		files[name] = text
	}
	return files
}

var scenarios = []scenario{
	{name: "a draft, left", args: "assess --plain --quick", input: []string{"Riverside", "", "", "4", "d", "2"}, code: 130},
	{name: "the first save", args: "assess --plain --save mine.yaml", files: withDraft("", ""), input: goOn, makes: []string{"mine.yaml"}},
	{
		name: "a save over a file", args: "assess --plain --save mine.yaml --force", files: withDraft("mine.yaml", oneAnswer), input: goOn,
		makes: []string{"mine.yaml"},
	},
	{
		name: "an edit", args: "assess --plain --edit mine.yaml --force", files: map[string]string{"mine.yaml": oneAnswer},
		input: slices.Concat(change, []string{"", ""}), makes: []string{"mine.yaml"},
	},
	{
		name: "an edit of a file that is mounted", args: "assess --plain --edit mine.yaml --force", files: map[string]string{"mine.yaml": oneAnswer},
		input: slices.Concat(change, []string{"", ""}), makes: []string{"mine.yaml"}, refused: "mine.yaml",
	},
	{name: "an edit, left", args: "assess --plain --edit mine.yaml", files: map[string]string{"mine.yaml": oneAnswer}, input: change, code: 130},
	{
		name: "a workshop", args: "assess --room --plain --save room.yaml", files: map[string]string{draftFile: almost(true)},
		input: []string{"1", "1 2 3 4 0", "0 0 5 5 1", "3 3 3 3 0", "", "skip"}, makes: []string{"room.yaml"},
	},
	{
		name: "answers and a report in one run", args: "assess --plain --save mine.yaml -o plan.md", files: withDraft("", ""), input: goOn,
		makes: []string{"mine.yaml", "plan.md"},
	},
	{
		name: "answers, a page, a plan file and a calendar", args: "assess --plain", files: withDraft("", ""), input: takeAll, offered: true,
		makes: []string{"riverside-2*.yaml", "board.html", "riverside-plan-*.yaml", "riverside-plan-*.ics"},
	},
	{
		name: "a page that exists", args: "assess --plain --save mine.yaml", files: withDraft("board.html", "ours\n"),
		input: slices.Concat(goOn, []string{"board", "", "", ""}), offered: true, makes: []string{"mine.yaml", "board-2.html", "riverside-plan-*.yaml"},
	},
	{
		name: "a killed run that goes on", args: "assess --plain", files: withDraft(draftFile+".prev", almost(false)), input: goOn,
		makes: []string{"riverside-*.yaml"},
	},
	{
		name: "two unfinished runs", args: "assess --plain --quick", files: withDraft("", ""), input: []string{"3", "Hilltop", "", "", "4", "5"},
		code: 130,
	},
	{
		name: "a report over a file", args: "assess --answers group -o plan.html --force", makes: []string{"plan.html"},
		files: map[string]string{"group/a.yaml": oneAnswer, "group/b.yaml": twoAnswers, "plan.html": "the plan of last year\n"},
	},
	{
		name: "a comparison", args: "compare a.yaml b.yaml -o changes.md", files: map[string]string{"a.yaml": oneAnswer, "b.yaml": twoAnswers},
		makes: []string{"changes.md"},
	},
	{
		name: "a plan, line by line", args: "plan plan.yaml --plain --today 2026-12-16", files: map[string]string{planName: onePlan}, input: planLines,
		makes: []string{planName},
	},
	{
		name: "a plan that is mounted, line by line", args: "plan plan.yaml --plain --today 2026-12-16", files: map[string]string{planName: onePlan},
		input: planLines, makes: []string{planName}, refused: planName,
	},
	{
		name: "sheets of paper, line by line", args: "collect . --plain --quick --coalition Riverside", input: sheetLines,
		makes: []string{"riverside-sheet-1.yaml", "riverside-sheet-2.yaml"},
	},
	{
		name: "a check of a sheet, line by line", args: "collect . --plain --check", files: map[string]string{sheetName: oneSheet}, input: checkLines,
		makes: []string{sheetName},
	},
	{
		name: "a check of a sheet that is mounted", args: "collect . --plain --check", files: map[string]string{sheetName: oneSheet}, input: checkLines,
		makes: []string{sheetName}, refused: sheetName,
	},
	{
		name: "files and codes that are collected", args: "collect . in/ana.yaml in/mail.txt", makes: []string{"riverside-ana.yaml", "riverside-member.yaml"},
		files: map[string]string{"in/ana.yaml": "format: coalcheck/1\ncoalition: Riverside\nrespondent: Ana\npitfalls: {overcommitted: 4}\n", "in/mail.txt": "coalcheck: ADPV-DPVD-PVDP-VDAE\n"},
	},
	{
		name: "a reveal, line by line", args: "reveal group --plain --plan plan.yaml", files: map[string]string{"group/a.yaml": oneAnswer},
		input: []string{"skip", "", "note Big enough for nine.", "decide Sing", "skip", "quit"}, makes: []string{planName},
	},
	{name: "questions", args: "questions --quick -o blank.yaml", makes: []string{"blank.yaml"}},
}
