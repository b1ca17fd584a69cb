package export

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

var (
	update    = flag.Bool("update", false, "rewrite the golden files")
	catalogue = pitfalls.English()
)

// mapOf returns the map beside a table, if there is one.
func mapOf(t *testing.T, table string) *Map {
	t.Helper()
	path := strings.TrimSuffix(table, ".csv") + ".map.yaml"
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil
	}
	m, err := ReadMap(path, text, catalogue)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// shown returns all that was found in a table.
func shown(t *Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %d statements, %d near, %d unfinished, %d unanswered, undated %v\n", t.Depth, t.Statements(), t.Near(), t.Unfinished, t.Unanswered, t.Undated)
	for i, c := range t.Columns {
		use := [...]string{"not read", "ignored", "dropped", "statement", "note", "coalition", "role", "date", "respondent"}[c.Use]
		how := [...]string{"", "by id", "by brackets", "by head", "by nearness", "by map"}[c.How]
		place := ""
		if c.Use == Statement || c.Use == Note {
			place = ID(catalogue, c.Place)
		}
		fmt.Fprintln(&b, strings.Join(strings.Fields(fmt.Sprint(Letters(i+1), " ", use, " ", how, " ", place, " | ", c.Head)), " "))
	}
	for _, p := range t.Missing {
		fmt.Fprintln(&b, "missing", ID(catalogue, p))
	}
	for _, w := range append(append(t.Unknown, t.UnknownRoles...), t.Mapped...) {
		fmt.Fprintf(&b, "word %q %s: %d\n", w.Text, w.Means, w.Cells)
	}
	for _, p := range t.People {
		fmt.Fprintf(&b, "row %d %s %q %q %s %s:", p.Row, p.ID, p.Answers.Coalition, p.Answers.Respondent, p.Answers.Role, p.Answers.Date)
		for _, place := range (assess.Questionnaire{Catalogue: catalogue, Depth: t.Depth}).Places() {
			fmt.Fprintf(&b, " %s", cmp.Or(p.Answers.At(place).Rating().String(), "-"))
		}
		for i := range p.Answers.Topics {
			if note := p.Answers.Topics[i].Note; note != "" {
				fmt.Fprintf(&b, " note %q", note)
			}
		}
		b.WriteByte('\n')
	}
	if t.Err != nil {
		fmt.Fprintln(&b, t.Err)
	}
	return b.String()
}

// TestFixtures reads a made-up table in the shape of each tool, as it is and, where a map is beside it, with the map.
func TestFixtures(t *testing.T) {
	tables, err := filepath.Glob("testdata/*.csv")
	if err != nil || len(tables) < 10 {
		t.Fatalf("%d tables, %v", len(tables), err)
	}
	for _, path := range tables {
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			name := filepath.Base(path)
			got := shown(Read(name, text, Options{}, catalogue))
			if m := mapOf(t, path); m != nil {
				got += "\nwith the map, names, and the month first\n" + shown(Read(name, text, Options{Map: m, Names: true, Dates: MonthFirst}, catalogue))
				if err := m.Unused(); err != nil {
					t.Error(err)
				}
			}
			golden := path + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil || got != string(want) {
				t.Errorf("%v\n%s", err, got)
			}
		})
	}
}
