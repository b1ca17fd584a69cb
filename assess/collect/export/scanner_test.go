package export

import (
	"reflect"
	"strings"
	"testing"
)

// scanned returns all rows of a text, each with its number, line and cells, and the problem at which it ended.
func scanned(text string) (rows [][]string, problem string) {
	s := newScanner([]byte(text))
	for {
		more, p := s.next()
		if p != nil {
			return rows, p.where() + p.Message
		}
		if !more {
			return rows, ""
		}
		row := []string{}
		for _, cell := range s.cells {
			row = append(row, string(cell))
		}
		rows = append(rows, row)
	}
}

func TestScanner(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		rows       [][]string
		problem    string
	}{
		{"nothing", "", nil, ""},
		{"commas", "a,b\nc,\n", [][]string{{"a", "b"}, {"c", ""}}, ""},
		{"no last line break", "a,b\nc,", [][]string{{"a", "b"}, {"c", ""}}, ""},
		{"semicolons, with commas in the cells", "a,x;b\n1;2\n", [][]string{{"a,x", "b"}, {"1", "2"}}, ""},
		{"tabs", "a\tb\n1\t2\n", [][]string{{"a", "b"}, {"1", "2"}}, ""},
		{"byte order mark and CRLF", "\ufeffa,b\r\n1,2\r\n", [][]string{{"a", "b"}, {"1", "2"}}, ""},
		{"lines of old Macs", "a,b\r1,2\r", [][]string{{"a", "b"}, {"1", "2"}}, ""},
		{"quotes", "\"a,1\",\"b \"\"x\"\"\"\n\"c\nd\",\"\"\n", [][]string{{"a,1", `b "x"`}, {"c\nd", ""}}, ""},
		{"a quote within a cell", "a,5' 10\" tall\n", [][]string{{"a", `5' 10" tall`}}, ""},
		{"Excel's own mark", "sep=;\r\na,b;c\r\n", [][]string{{"a,b", "c"}}, ""},
		{"a quote that is never closed", "a,b\n1,\"2\n3,4\n", [][]string{{"a", "b"}}, "line 2: a quote that opens a cell here is never closed"},
		{"behind line breaks in a cell", "a,\"b\r\nc\"\n1,\"2\n", [][]string{{"a", "b\r\nc"}}, "line 3: a quote that opens a cell here is never closed"},
		{"text behind a quote", "a,b\n\"1\"x,2\n", [][]string{{"a", "b"}}, "line 2: text follows the quote that closes a cell here"},
		{"too wide", strings.Repeat(",", MaxColumns), nil, "row 1: it has more than 500 cells"},
	} {
		rows, problem := scanned(tt.text)
		if !reflect.DeepEqual(rows, tt.rows) || !strings.HasPrefix(problem, tt.problem) || (problem == "") != (tt.problem == "") {
			t.Errorf("%s: %q, %s", tt.name, rows, problem)
		}
	}
}

func TestLetters(t *testing.T) {
	for column, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA"} {
		if got := Letters(column); got != want {
			t.Errorf("%d: %s; want %s", column, got, want)
		}
	}
}
