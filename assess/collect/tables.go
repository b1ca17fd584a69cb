package collect

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/assess/collect/export"
)

// refusedTable returns the table that a text is, and cannot be read at all, for this reason.
func refusedTable(name, why string) *export.Table {
	return &export.Table{Name: name, Err: &export.Error{Name: name, Problems: []export.Problem{{Message: why}}}}
}

// rowsOf returns the rows of a table, or what is wrong with it.
func rowsOf(t *export.Table) ([]Arrival, *export.Table) {
	if t.Err != nil {
		return []Arrival{{Source: t.Name, Kind: Row, Table: t.Name, Err: t.Err}}, t
	}
	all := make([]Arrival, len(t.People))
	for i, p := range t.People {
		all[i] = Arrival{Source: fmt.Sprintf("%s, row %d", t.Name, p.Row), Kind: Row, Answers: p.Answers, Table: t.Name, Row: p.ID}
	}
	return all, t
}

// isMeantAsTable reports whether a text in which no column is a statement is a table all the same.
func isMeantAsTable(t *export.Table, text []byte) bool {
	called := IsTable(t.Name) && !bytes.HasPrefix(text, []byte("PK")) && !bytes.HasPrefix(text, []byte("%PDF"))
	return t.LooksLikeOne() || called
}

// IsTable reports whether a file is called as a table is.
func IsTable(name string) bool {
	return slices.Contains([]string{".csv", ".tsv"}, strings.ToLower(filepath.Ext(name)))
}

// packed says what to do with a workbook, or with the archive in which Google Forms offers its table. It is empty for all other texts.
func packed(text []byte) string {
	zip := bytes.HasPrefix(text, []byte("PK\x03\x04"))
	within := func(names ...string) bool {
		return zip && slices.ContainsFunc(names, func(name string) bool { return bytes.Contains(text, []byte(name)) })
	}
	switch {
	case within("xl/workbook", "xl/worksheets/", "Index/Tables/", "opendocument.spreadsheet"), bytes.HasPrefix(text, []byte("\xd0\xcf\x11\xe0")) && bytes.Contains(text, []byte("W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00")):
		return `this is a workbook of a spreadsheet program; open it there, save its sheet as "CSV UTF-8", and collect that file`
	case within(".csv"):
		return "this is a zip archive with a table in it; unpack it, and collect the file whose name ends in .csv"
	default:
		return ""
	}
}

// rowMark stands before the ID of a row in the name of its file.
const rowMark = "-row-"

// rowName matches the name of a file that was made of a row: the row's ID is its last word.
var rowName = pattern(rowMark + `([0-9a-f]{12})(?:-\d+)?\.(?i:ya?ml|json)$`)

// RowOf returns the ID of the row that a file was made of, which its name tells; or "".
func RowOf(file string) string {
	if m := rowName().FindStringSubmatch(file); m != nil {
		return m[1]
	}
	return ""
}
