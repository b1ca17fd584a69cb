package export

import (
	"strings"
	"testing"
)

// read reads a table that must be right.
func read(t *testing.T, o Options, text string) *Table {
	t.Helper()
	table := Read("t", []byte(text), o, catalogue)
	if table.Err != nil {
		t.Fatal(table.Err)
	}
	return table
}

// A column of moments is known by all rows, whatever its head and its first cell.
func TestMomentsAreLookedForInAllRows(t *testing.T) {
	for _, tt := range []struct{ name, cells, want string }{
		{"in the second row", ",3\n2026-05-20 10:00,4\n", "2026-05-20"},
		{"not in all", "later,4\n2026-05-20 10:00,3\n", ""},
		{"in none", ",4\n,3\n", ""},
	} {
		table := read(t, Options{}, "Tidsstempel,risk\n"+tt.cells)
		if got := table.People[1].Answers.Date; got != tt.want {
			t.Errorf("%s: %q; want %q", tt.name, got, tt.want)
		}
	}
}

// The group before a head does not make a column of dates the best one.
func TestTheBestDateInAGroup(t *testing.T) {
	table := read(t, Options{}, "info/date,_submission_time,risk\n2001-02-03,2026-05-20,3\n")
	if got := table.People[0].Answers.Date; got != "2026-05-20" {
		t.Errorf("%s", got)
	}
}

// Two columns with the same head are told apart by their letters.
func TestAMapMayNameAColumnByItsLetter(t *testing.T) {
	const text = "Timestamp,risk,risk\n,1,5\n"
	table := Read("t", []byte(text), Options{}, catalogue)
	if table.Err == nil || !strings.Contains(table.Err.Error(), `"column C: ignore"`) {
		t.Fatalf("%v", table.Err)
	}
	for _, key := range []string{"column C", "Column c"} {
		m, err := ReadMap("m", []byte("columns:\n  "+key+": ignore\n"), catalogue)
		if err != nil {
			t.Fatal(err)
		}
		table := read(t, Options{Map: m}, text)
		if r := table.People[0].Answers.Topics[catalogue.Index("risk")].Overall.Rating(); r != 1 || m.Unused() != nil {
			t.Errorf("%s: %d, %v", key, r, m.Unused())
		}
	}
	m, _ := ReadMap("m", []byte("columns:\n  column D: ignore\n"), catalogue)
	if err := m.Unused(); err == nil || err.Error() != "m:2:3: no table has a column D; the list of columns shows the letters" {
		t.Errorf("%v", err)
	}
}

func TestWhatAMapExplainsIsShown(t *testing.T) {
	m, err := ReadMap("m", []byte("labels: {Strongly agree: 5}\nroles: {Board chair: leader}\n"), catalogue)
	if err != nil {
		t.Fatal(err)
	}
	table := read(t, Options{Map: m}, "Role,risk\nBoard chair,\"Strongly\r\nagree\"\n")
	want := []Word{{"Strongly\r\nagree", "5", 1}, {"Board chair", "leader", 1}}
	if len(table.Mapped) != 2 || table.Mapped[0] != want[0] || table.Mapped[1] != want[1] {
		t.Errorf("%+v", table.Mapped)
	}
}

// No head is longer than a cell may be, and what is beyond that is not looked at.
func TestLongHeads(t *testing.T) {
	long := strings.Repeat("é", MaxCell)
	table := read(t, Options{}, long+" and more,risk,Timestamp\nx,3,\n\""+strings.Repeat("x\n", MaxCell)+"\",4,\n")
	if table.Columns[0].Head != long || len(table.People) != 2 {
		t.Errorf("%d bytes, %d people", len(table.Columns[0].Head), len(table.People))
	}
}

// Heads as long as they may be, each of which might go with another one.
func BenchmarkLongHeads(b *testing.B) {
	var text strings.Builder
	for i := range MaxColumns - 2 {
		text.WriteString(strings.Repeat("<b>é&amp;x</b> ", 1500) + " - " + Letters(i+1) + ",")
	}
	text.WriteString("risk,key-support\n" + strings.Repeat(",", MaxColumns-2) + "3,4\n")
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		if table := Read("t", []byte(text.String()), Options{}, catalogue); table.Err != nil {
			b.Fatal(table.Err)
		}
	}
}
