package export

import (
	"fmt"
	"strings"
	"testing"
)

// Heads of two statements, of which the first is asked with how often, and the second with how true.
const twoHeads = "Timestamp,We promise more than we do.,We follow a written plan.\n"

func TestWhatIsWrong(t *testing.T) {
	utf16 := func(text string) string {
		var b strings.Builder
		b.WriteString("\xff\xfe")
		for _, r := range text {
			b.WriteString(string([]byte{byte(r), 0}))
		}
		return b.String()
	}
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", []string{"t: the table has one column"}},
		{"one column", "We promise more than we do.\n3\n", []string{"t: the table has one column; in a table of form answers, commas"}},
		{"only heads", twoHeads, []string{"t: there are heads and no rows below them"}},
		{"UTF-16", utf16(twoHeads), []string{`t: the table is stored as UTF-16; in Excel, save it as "CSV UTF-8"`}},
		{"another encoding", twoHeads + ",\xe4,\n", []string{`t: line 2: the table is not stored as UTF-8; in Excel, save it as "CSV UTF-8"`}},
		{"no text", twoHeads + ",\x00,\n", []string{"t: this is not a text file"}},
		{"a quote that is never closed", twoHeads + ",3,\"4\n", []string{"t: line 2: a quote that opens a cell here is never closed"}},
		{"a short row and a long one", twoHeads + ",3\n,3,4\n,3,4,5\n,3,4,\n", []string{
			"t: row 2: it has 2 cells, and there are 3 heads", "t: row 4: it has 4 cells, and there are 3 heads",
		}},
		{"no statement", "a,b\n1,2\n", []string{"t: no column is one of our statements"}},
		{"a statement twice", "We promise more than we do.,We promise much more than we do.,We promise more than we do.\n1,2,3\n", []string{
			`t: column C: "We promise more than we do." is the same statement as column A, "We promise more than we do."; leave one of them out with a map (--map): "column C: ignore"`,
		}},
		{"notes twice", "We follow a written plan.,Note on Overcommitted,overcommitted note\n1,a,b\n", []string{
			`t: column C: "overcommitted note" has notes on the same topic as column B, "Note on Overcommitted"; leave one`,
		}},
		{"quick and full", "We promise more than we do.,We finish later than the date we announced.,risk\n1,2,3\n", []string{
			`t: overall statements (A "We promise more than we do." and C "risk") and single ones (B "We finish later than the date we announced.")`,
		}},
		{"ratings", twoHeads + ",7,Sometimes\n,Often,\"4,0\"\n,7,=4\n", []string{
			`t: row 2, column B: "7" is no rating; use 1 to 5, dk or na (in 2 cells)`,
			`t: row 2, column C: "Sometimes" is a word of the other scale; here the question is: How true is this now?`,
			`t: row 3, column C: "4,0" is no rating; use 1 to 5, dk or na`,
			`t: row 4, column C: "=4" is none of our answers; use 1 to 5, dk, na or a word of the scale`,
		}},
		{"a first person who looks like a second row of heads", "Name,We promise more than we do.,Other\n,Agree,\n", []string{`t: row 2, column B: "Agree" is none of our answers`}},
		{"a first person beside a column without a head", "Name,We promise more than we do.,\n,3,x\n,Agree,x\n", []string{`t: row 3, column B: "Agree" is none of our answers`}},
		{"roles", "risk,Role\n1,Leader\n2,Chair\n3,chair\n4,I am a member\n", []string{
			`t: row 3, column B: "Chair" is none of our roles; use leader, staff, member or partner, or leave the column out with a map (in 2 cells)`,
		}},
		{"a day that is none", "submitdate,risk\n2026-02-30,3\n", []string{`t: row 2, column A: "2026-02-30" is no day of the calendar; correct it in the table`}},
		{"a long note", "risk,Note on Risk,risk.note\n1," + strings.Repeat("x", 2001) + ",\n", []string{
			`t: column C: "risk.note" has notes on the same topic as column B, "Note on Risk"`,
			"t: row 2, column B: 2001 characters are too many; use 2000 at most",
		}},
		{"a long name", "risk,Coalition\n1," + strings.Repeat("x", 81) + "\n", []string{"t: row 2, column B: 81 characters are too many for a name; use 80 at most"}},
		{"too many rows", twoHeads + strings.Repeat(",3,4\n", MaxRows+1), []string{"t: row 10002: there are more than 10000 rows"}},
		{"too many columns", "risk" + strings.Repeat(",x", MaxColumns) + "\n", []string{"t: row 1: it has more than 500 cells, the most that a table may have; leave out columns"}},
		{"a quote in the heads that is never closed", "a,\"We follow\nb,c\n", []string{"t: line 1: a quote that opens a cell here"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table := Read("t", []byte(tt.text), Options{}, catalogue)
			if table.Err == nil || table.People != nil {
				t.Fatalf("%+v", table)
			}
			lines := strings.Split(table.Err.Error(), "\n")
			for i, want := range tt.want {
				if i >= len(lines) || !strings.HasPrefix(lines[i], want) {
					t.Errorf("got\n%s\nwant\n%s", table.Err, strings.Join(tt.want, "\n"))
					break
				}
			}
			if len(lines) != len(tt.want) {
				t.Errorf("%d problems; want %d:\n%s", len(lines), len(tt.want), table.Err)
			}
		})
	}
}

func TestProblemsAreCountedBeyondFifty(t *testing.T) {
	var text strings.Builder
	text.WriteString(twoHeads)
	for i := range 60 {
		fmt.Fprintf(&text, ",word %d,3\n", i)
	}
	table := Read("t", []byte(text.String()), Options{}, catalogue)
	if len(table.Err.Problems) != 50 || table.Err.More != 10 || !strings.HasSuffix(table.Err.Error(), "\nt: 10 more problems") || len(table.Unknown) != 50 || table.MoreUnknown != 10 {
		t.Errorf("%v", table.Err)
	}
}

func TestALargeTableIsRefused(t *testing.T) {
	text := make([]byte, MaxSize+1)
	if table := Read("t", text, Options{}, catalogue); table.Err == nil || !strings.Contains(table.Err.Error(), "larger than 64 MiB") {
		t.Errorf("%v", table.Err)
	}
}

func TestDatesInAnOrderThatWasTold(t *testing.T) {
	text := []byte("Timestamp,risk\n3/4/2026 10:00,3\n21/4/2026 10:00,4\n")
	for order, want := range map[Order]string{AnyOrder: "2026-04-03", DayFirst: "2026-04-03"} {
		if table := Read("t", text, Options{Dates: order}, catalogue); table.Err != nil || table.People[0].Answers.Date != want {
			t.Errorf("%d: %v", order, table.Err)
		}
	}
	table := Read("t", text, Options{Dates: MonthFirst}, catalogue)
	if table.Err == nil || table.Err.Error() != `t: row 3, column A: "21/4/2026 10:00" is no day with the month first; if the day comes first, add --dates dmy` {
		t.Errorf("%v", table.Err)
	}
}
