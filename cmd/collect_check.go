package cmd

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/sheets"
	"github.com/coalcheck/coalcheck/cmd/plain"
	"github.com/coalcheck/coalcheck/cmd/screens/keying"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
)

// checkSheets keys sheets again and lists what became of them.
func (a *app) checkSheets(ctx context.Context, in *collecting, k *sheetFlags, out *output, lineByLine bool) error {
	check, err := a.openCheck(in.folder, k)
	if err != nil {
		return err
	}
	var quit bool
	var failed error
	if lineByLine {
		talk := plain.SheetCheck{Check: check, Scripted: !a.IsTerminal(a.In), In: a.In, Out: a.Err, Width: a.lineWidth}
		quit = talk.Ask(ctx)
		failed = a.refusedLines(talk.Refused)
	} else {
		quit, failed = keying.RunCheck(ctx, a.screen(out.color.value), check)
	}
	if len(check.Done) > 0 {
		err = a.deliver(out, content{
			document: func(report.Reader) *doc.Document {
				return report.Checked(checkedSheets(check.Done), displayPath(in.folder))
			},
		})
	}
	if check.Unconfirmed {
		a.printUnconfirmed(in.folder)
	}
	if check.Sheet != nil {
		a.printLine("To go on with the check:")
		a.printLine("  coalcheck collect %s --check=%d", shellQuote(in.folder), check.Sheet.Number)
	}
	for _, d := range check.Done {
		if d.Err != nil && err == nil {
			err = answersError(d.Err)
		}
	}
	if err != nil {
		return err
	}
	return left(quit, failed)
}

// openCheck looks for the sheets in a folder, and names those that cannot be checked.
func (a *app) openCheck(folder string, k *sheetFlags) (*sheets.Check, error) {
	check, err := sheets.OpenCheck(sheets.CheckOptions{
		Catalogue: a.catalogue, Folder: folder, There: a.answersThere(folder), From: k.check, Depth: k.depth(),
		Spare: func(path string) string { return interview.Spare(a.Getenv, path) },
	})
	if errors.Is(err, sheets.ErrDepthUnknown) {
		return nil, &usageError{
			what: "nothing in " + displayPath(folder) + " is answered, which would say how many statements a sheet has",
			hint: hint("add one of:", "--quick", "--full"),
		}
	}
	var names []string
	for _, name := range check.LeftOut {
		names = append(names, displayPath(filepath.Join(folder, name)))
	}
	switch len(names) {
	case 0:
	case 1:
		a.say("coalcheck: " + names[0] + " is not checked, because it cannot be read as a sheet")
	default:
		a.say("coalcheck: " + group.List(names) + " are not checked, because they cannot be read as sheets")
	}
	if errors.Is(err, sheets.ErrNoSheets) {
		err = &usageError{what: noSheets(folder, k.check), hint: hint("key them in first:", "coalcheck collect "+shellQuote(folder))}
	}
	return check, err
}

// noSheets says that there is nothing to check.
func noSheets(folder string, from int) string {
	if from > 1 {
		return fmt.Sprintf("there is no sheet %d or later in %s", from, displayPath(folder))
	}
	return "there are no sheets of paper in " + displayPath(folder)
}

func checkedSheets(done []sheets.Checked) []report.CheckedSheet {
	all := make([]report.CheckedSheet, len(done))
	for i, d := range done {
		all[i] = report.CheckedSheet{File: d.File, Corrected: d.Corrected, Failed: d.Err != nil}
	}
	return all
}
