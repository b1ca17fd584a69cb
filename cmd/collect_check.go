package cmd

import (
	"context"
	"errors"
	"fmt"

	"github.com/coalcheck/coalcheck/assess/interview"
	"github.com/coalcheck/coalcheck/assess/sheets"
	"github.com/coalcheck/coalcheck/cmd/plain"
	"github.com/coalcheck/coalcheck/cmd/screens/keying"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
)

// checkSheets keys sheets again and lists what became of them.
func (a *app) checkSheets(ctx context.Context, in *collecting, k *sheetFlags, out *output, lineByLine bool) error {
	check, err := sheets.OpenCheck(in.folder, a.answersThere(in.folder), k.check, a.catalogue, func(path string) string {
		return interview.Spare(a.Getenv, path)
	})
	if errors.Is(err, sheets.ErrNoSheets) {
		return &usageError{what: noSheets(in.folder, k.check), hint: hint("key them in first:", "coalcheck collect "+shellQuote(in.folder))}
	}
	var quit bool
	var failed error
	if lineByLine {
		talk := plain.SheetCheck{Check: check, In: a.In, Out: a.Err, Width: a.lineWidth}
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
