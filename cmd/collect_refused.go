package cmd

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/collect/export"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/render/doc"
)

// refusedError returns a *refusedAnswersError where some of what came was refused.
func refusedError(arrivals []collect.Arrival, dry bool) error {
	e := &refusedAnswersError{of: len(arrivals), dry: dry}
	said := map[string]bool{} // the tables of another depth
	for _, a := range arrivals {
		if a.Err == nil {
			continue
		}
		e.refused++
		if a.Row != "" && said[a.Table] {
			continue
		}
		said[a.Table] = true
		e.bad = append(e.bad, sourced(&a))
	}
	if len(e.bad) == 0 {
		return nil
	}
	return e
}

// sourced returns what is wrong with an arrival, with where it came from. What is wrong with a row is so with its whole table.
func sourced(a *collect.Arrival) error {
	if errors.Is(a.Err, collect.ErrDepth) || errors.Is(a.Err, collect.ErrWorkshop) {
		return &collect.CodeError{Source: cmp.Or(a.Table, a.Source), Err: a.Err}
	}
	return a.Err
}

// refusedAnswersError means that some of the answers that came were refused. The others were added.
type refusedAnswersError struct {
	bad         []error
	refused, of int
	dry         bool
}

func (e *refusedAnswersError) Error() string {
	if e.of == 1 {
		return "the answers were refused"
	}
	return fmt.Sprintf("%d of %d were refused", e.refused, e.of)
}

// hint says what can be collected, and what to do about tables.
func (e *refusedAnswersError) hint() doc.Text {
	for _, err := range e.bad {
		if table, ok := errors.AsType[*export.Error](err); ok {
			return tableHint(table, e.dry)
		}
	}
	for _, err := range e.bad {
		if wrong, ok := errors.AsType[*textfile.Error](err); ok && wrong.Other {
			return hint("what can be collected are answers files, tables (CSV), and texts with codes such as:", collect.Mark+" ADPV-DPVD-PVDP-VDAE")
		}
	}
	return hint("when you have corrected them, collect again: what is there already is not added twice")
}
