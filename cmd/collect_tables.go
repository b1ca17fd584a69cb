package cmd

import (
	"errors"
	"io/fs"
	"slices"

	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/collect/export"
	"github.com/coalcheck/coalcheck/assess/disk"
	"github.com/coalcheck/coalcheck/render/doc"
)

// collection is what came, and the tables that were among it.
type collection struct {
	arrivals []collect.Arrival
	tables   []*export.Table
}

// haveColumns reports whether the columns of all tables could be read. Else a map may well name others.
func (c *collection) haveColumns() bool {
	return !slices.ContainsFunc(c.tables, func(t *export.Table) bool { return len(t.Columns) == 0 })
}

// dateOrders are the values of --dates, in the order of those of export.Order.
var dateOrders = []string{"dmy", "mdy"}

// tableOptions returns how tables are to be read, as the flags say.
func (a *app) tableOptions(in *collecting) (export.Options, error) {
	o := export.Options{Names: in.names}
	switch slices.Index(dateOrders, in.dates.value) {
	case 0:
		o.Dates = export.DayFirst
	case 1:
		o.Dates = export.MonthFirst
	}
	if in.mapFile == "" {
		return o, nil
	}
	path := disk.Given(in.mapFile, a.Getenv)
	text, err := disk.Read(path, export.MaxMapSize)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return o, &usageError{
			what: "there is no file " + displayPath(path),
			hint: hint("a map to start from is shown by:", "coalcheck collect FOLDER FILE --dry-run"),
		}
	case err != nil:
		return o, unreadable(displayPath(path), err)
	}
	if o.Map, err = export.ReadMap(displayPath(path), text, a.catalogue); err != nil {
		return o, &mapError{err}
	}
	return o, nil
}

// mapError is what is wrong with a map, without which nothing is collected.
type mapError struct{ error }

// Unwrap returns what is wrong.
func (e *mapError) Unwrap() error { return e.error }

// tableHint says what to do about a table that was refused.
func tableHint(table *export.Error, dry bool) doc.Text {
	switch {
	case !table.Mappable:
		return hint("when you have corrected the table, collect again: what is there already is not added twice")
	case dry:
		return hint("correct the table, or save the map above, fill it in, and add:", "--map FILE")
	}
	return hint("correct the table; or see how it was read, with a map to start from:", "coalcheck collect FOLDER FILE --dry-run")
}
