package collect

import (
	"errors"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/collect/export"
)

const table = "Timestamp,risk,overselling,Coalition\n2026-11-21,3,4,Elm\n2026-11-22,1,2,Elm\n,5,5,\n,5,5,\n"

// rows returns the rows of a table as arrivals, with names.
func rows(t *testing.T, text string, there []Arrival, coalition string) []Arrival {
	t.Helper()
	all, read := Read("t.csv", []byte(text), export.Options{}, catalogue)
	if read == nil || read.Err != nil {
		t.Fatalf("%+v", read)
	}
	Name(all, there, coalition, catalogue)
	Admit(all, there, false, catalogue)
	return all
}

// written returns what arrivals are once they are files of a folder.
func written(all []Arrival) []Arrival {
	var there []Arrival
	for _, a := range all {
		name := a.FileName()
		there = append(there, Arrival{Source: name, Answers: a.Answers, Row: RowOf(name)})
	}
	return there
}

func fresh(all []Arrival) int {
	n := 0
	for _, a := range all {
		if a.Err == nil && a.Known == "" {
			n++
		}
	}
	return n
}

func TestReadATable(t *testing.T) {
	all := rows(t, table, nil, "")
	if len(all) != 4 || all[0].Source != "t.csv, row 2" || all[0].Kind != Row || all[0].Row == "" || all[2].Row == all[3].Row {
		t.Fatalf("%+v", all)
	}
	if name := all[0].FileName(); name != "elm-2026-11-21-row-"+all[0].Row+".yaml" || RowOf(name) != all[0].Row {
		t.Errorf("%s", name)
	}
	if !strings.Contains(string(all[2].Text), "coalition: Elm\n") {
		t.Errorf("%s", all[2].Text)
	}
}

func TestRowsAreKnownByTheNamesOfTheirFiles(t *testing.T) {
	first := rows(t, table, nil, "")
	there := written(first)
	edited := written(first)
	edited[0].Answers = edited[0].Answers.Clone()
	edited[0].Answers.Topics[0].Note = "Changed by hand."
	broken := written(first)
	broken[1] = Arrival{Source: broken[1].Source, Row: broken[1].Row, Err: errors.New("a mistake")}
	for name, tt := range map[string]struct {
		text, coalition string
		there           []Arrival
		fresh           int
	}{
		"again":                        {table, "", there, 0},
		"longer":                       {table + ",5,5,\n2026-11-23,1,1,Elm\n", "", there, 2},
		"shorter":                      {"Timestamp,risk,overselling\n2026-11-22,1,2\n", "", there, 0},
		"renamed":                      {strings.ReplaceAll(table, "Elm", "Oak"), "", there, 0},
		"renamed by hand":              {table, "Oak", there, 0},
		"edited":                       {table, "", edited, 0},
		"broken":                       {table, "", broken, 0},
		"the same answers in a file":   {table, "", []Arrival{{Source: "x.yaml", Answers: first[2].Answers}}, 4},
		"the same answers from a code": {table, "", arrived("coalcheck: " + quick), 4},
	} {
		if n := fresh(rows(t, tt.text, tt.there, tt.coalition)); n != tt.fresh {
			t.Errorf("%s: %d new; want %d", name, n, tt.fresh)
		}
	}
}

// A code is not known by a row: they may be two people.
func TestACodeIsNotKnownByARow(t *testing.T) {
	heads, answers := []string{"Role"}, []string{"member"}
	for _, p := range places(catalogue, assess.Quick) {
		heads, answers = append(heads, export.ID(catalogue, p)), append(answers, "3")
	}
	there := written(rows(t, strings.Join(heads, ",")+"\n"+strings.Join(answers, ",")+"\n", nil, ""))
	code := arrived("coalcheck: " + quick)
	Admit(code, there, false, catalogue)
	if code[0].Known != "" {
		t.Errorf("known by %s", code[0].Known)
	}
}

func TestWhatIsATable(t *testing.T) {
	const code = "coalcheck: " + quick
	for _, tt := range []struct {
		name, file, text string
		kind             Kind
		err              string
	}{
		{"a table", "x", table, Row, ""},
		{"one of codes", "x.csv", "Timestamp,Code\n1,\"" + code + "\"\n2,none\n", Code, ""},
		{"statements and a code", "x", "Timestamp,risk,Other\n1,3," + code + "\n", Row, ""},
		{"a mail of a statement", "x", "We follow a written plan.\n" + code + "\nBest wishes\n", Code, ""},
		{"a table of statements with a short row", "x", "Timestamp,risk,overselling\n1,3,4\n1,3\n", Row, "it has 2 cells"},
		{"a mail with commas", "x", "a,b\nc,d\n" + code + "\n", Code, ""},
		{"a table of something else", "x", "a,b,c\n1,2,3\n", Row, "no column is one of our statements"},
		{"a text called so", "x.csv", "Hello\n", Row, "the table has one column"},
		{"a workbook", "x.csv", "PK\x03\x04....xl/workbook.xml", Row, `save its sheet as "CSV UTF-8"`},
		{"a workbook of old", "x", "\xd0\xcf\x11\xe0...W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00", Row, `save its sheet as "CSV UTF-8"`},
		{"what Google offers", "x.zip", "PK\x03\x04....Coalition check.csv", Row, "unpack it, and collect the file whose name ends in .csv"},
		{"a Word document", "x.csv", "PK\x03\x04....word/document.xml", File, "this is a Word document"},
		{"an answers file with a mistake", "x.yaml", oneFile + "pitfals: 3\n", File, "pitfals"},
		{"a letter", "x", "Hello, all.\nBest wishes, Ana\n", File, "this is not an answers file"},
	} {
		all := read(tt.file, tt.text)
		if len(all) == 0 || all[0].Kind != tt.kind || (all[0].Err == nil) != (tt.err == "") || tt.err != "" && !strings.Contains(all[0].Err.Error(), tt.err) {
			t.Errorf("%s: %+v", tt.name, all)
		}
	}
}

func TestALongMailIsRefused(t *testing.T) {
	text := "coalcheck: " + quick + "\n" + strings.Repeat("x\n", MaxText/2)
	all := read("x.txt", text)
	if len(all) != 1 || all[0].Err == nil || !strings.Contains(all[0].Err.Error(), "larger than 16 MiB") {
		t.Errorf("%+v", all[0].Err)
	}
}

// A row that has got another ID and agrees with a file whose own row did not come is perhaps known. One file stands for one row.
func TestRowsThatArePerhapsKnown(t *testing.T) {
	const heads, two = "Timestamp,risk,overselling,Role\n", "2026-11-21 10:00:03,3,4,member\n2026-11-22 11:00:00,1,2,\n"
	there := written(rows(t, heads+two, nil, ""))
	for _, tt := range []struct {
		name, text     string
		perhaps, fresh int
	}{
		{"times without seconds", heads + "2026-11-21 10:00,3,4,member\n2026-11-22 11:00,1,2,\n", 2, 0},
		{"a column more", "Timestamp,risk,overselling,Role,key-support\n2026-11-21 10:00:03,3,4,member,5\n2026-11-22 11:00:00,1,2,,\n", 1, 0},
		{"a column less", "Timestamp,risk,Role\n2026-11-21 10:00:03,3,member\n", 1, 0},
		{"a note more", "Timestamp,risk,overselling,Role,risk.note\n2026-11-21 10:00:03,3,4,member,Often.\n", 1, 0},
		{"another day", heads + "2026-11-23,3,4,member\n", 0, 1},
		{"another role", heads + "2026-11-21,3,4,staff\n", 0, 1},
		{"another answer", heads + "2026-11-21,3,5,member\n", 0, 1},
		{"no statement in common", "Timestamp,key-support,relationship\n2026-11-21,3,4\n", 0, 1},
		{"another person beside the known one", heads + two + "2026-11-21,3,4,member\n", 0, 1},
		{"two beside one file", heads + "2026-11-21,3,4,member\n2026-11-21,3,4,member\n", 1, 1},
	} {
		all := rows(t, tt.text, there, "")
		perhaps := 0
		for _, a := range all {
			if a.Perhaps {
				perhaps++
			}
		}
		if perhaps != tt.perhaps || fresh(all) != tt.fresh {
			t.Errorf("%s: %d perhaps known, %d new; want %d, %d", tt.name, perhaps, fresh(all), tt.perhaps, tt.fresh)
		}
		again, _ := Read("t.csv", []byte(tt.text), export.Options{}, catalogue)
		if Admit(again, there, true, catalogue); fresh(again) != len(again) {
			t.Errorf("%s: %d of %d new, again", tt.name, fresh(again), len(again))
		}
	}
}

// The file of a known row is compared with what the row says now.
func TestRowsWhoseFilesHaveOtherAnswers(t *testing.T) {
	first := rows(t, table, nil, "")
	there := written(first)
	there[1].Answers = there[1].Answers.Clone()
	there[1].Answers.Set(assess.Place{Topic: catalogue.Index("risk"), Question: assess.Overall}, assess.TallyOf(5))
	for i, a := range rows(t, table, there, "") {
		if a.Known != there[i].Source || a.Differs != (i == 1) {
			t.Errorf("%d: %q, %v", i, a.Known, a.Differs)
		}
	}
}

// A file that ends in a time is none of a row.
func TestOnlyNamesOfOursAreThoseOfRows(t *testing.T) {
	for name, want := range map[string]string{
		"spring-202611210930.yaml": "", "spring-row-202611210930.yaml": "202611210930", "spring-row-202611210930-2.JSON": "202611210930", "row-202611210930.yaml": "",
	} {
		if got := RowOf(name); got != want {
			t.Errorf("%s: %q; want %q", name, got, want)
		}
	}
}
