package cmd

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// TestAnExportGivesTheReportOfFilesByHand writes the answers of the example group as Google Forms would export them, collects them, and
// expects the same report as on the files.
func TestAnExportGivesTheReportOfFilesByHand(t *testing.T) {
	c := pitfalls.English()
	const group = "../docs/examples/group"
	files, err := filepath.Glob(group + "/*.yaml")
	if err != nil || len(files) != 12 {
		t.Fatalf("%v, %v", files, err)
	}
	byHand := t.TempDir()
	places := assess.Questionnaire{Catalogue: c, Depth: assess.Quick}.Places()
	rows := [][]string{{"Horodateur", "Adresse e-mail", "Coalition", "Role"}}
	for _, p := range places {
		rows[0] = append(rows[0], c.Scale(c.Topics[p.Topic].Kind).Asks+" ["+assess.Statement(c, p)+"]")
	}
	for i := range c.Topics {
		rows[0] = append(rows[0], "Note on "+c.Topics[i].Label)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a, err := answersfile.Read(file, text, c)
		if err != nil {
			t.Fatal(err)
		}
		a.Focus, a.ReadOut = nil, false // no form tool asks for these
		row := []string{a.Date + " 10:00:00", "somebody@example.org", a.Coalition, string(a.Role)}
		for _, p := range places {
			row = append(row, a.At(p).Rating().Label(c.Scale(c.Topics[p.Topic].Kind)))
		}
		for i := range c.Topics {
			row = append(row, a.Topics[i].Note)
		}
		rows = append(rows, row)
		if err := os.WriteFile(filepath.Join(byHand, filepath.Base(file)), answersfile.Format(a, c), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var table bytes.Buffer
	if err := csv.NewWriter(&table).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	export := filepath.Join(t.TempDir(), "Coalition check.csv")
	if err := os.WriteFile(export, table.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}

	folder := filepath.Join(t.TempDir(), "spring")
	var out, errOut bytes.Buffer
	if code := run(context.Background(), []string{"collect", folder, export}, world(nil, &out, &errOut, 80)); code != exitDone || errOut.Len() > 0 {
		t.Fatalf("exit code %d:\n%s", code, errOut.String())
	}
	for _, args := range [][]string{{}, {"--open", "--explain"}, {"--format", "json"}, {"--open", "--format", "json"}} {
		got := assessed(t, append([]string{"--answers", folder}, args...)...)
		want := assessed(t, append([]string{"--answers", byHand}, args...)...)
		if !bytes.Equal(got, want) {
			t.Errorf("%v: got\n%s\nwant\n%s", args, got, want)
		}
	}
}
