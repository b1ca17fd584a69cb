package export

import (
	"encoding/csv"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
)

// shape is how a form tool writes a table of people's answers to statements.
type shape struct {
	name  string
	comma rune
	mark  string
	crlf  bool
	// heads returns the rows of heads of statements, and before says what every row begins with, in the lowest row of heads and in
	// that of the i-th person.
	heads  func(places []assess.Place) [][]string
	before func(i int) []string
	rating func(r assess.Rating, p assess.Place) string
}

// label returns a rating in the words of the scale.
func label(r assess.Rating, p assess.Place) string {
	return r.Label(catalogue.Scale(catalogue.Topics[p.Topic].Kind))
}

func digit(r assess.Rating, _ assess.Place) string { return r.String() }

func eachHead(head func(p assess.Place) string) func([]assess.Place) [][]string {
	return func(places []assess.Place) [][]string {
		var row []string
		for _, p := range places {
			row = append(row, head(p))
		}
		return [][]string{row}
	}
}

func statementOf(p assess.Place) string { return assess.Statement(catalogue, p) }

func inGrid(p assess.Place) string {
	return catalogue.Scale(catalogue.Topics[p.Topic].Kind).Asks + " [" + statementOf(p) + "]"
}

// twoRows are the heads of SurveyMonkey: a question once, then empty cells; below it the rows of the matrix.
func twoRows(places []assess.Place) [][]string {
	rows := make([][]string, 2)
	asked := ""
	for _, p := range places {
		question := catalogue.Scale(catalogue.Topics[p.Topic].Kind).Asks
		if question == asked {
			rows[0] = append(rows[0], "")
		} else {
			rows[0] = append(rows[0], question)
		}
		asked = question
		rows[1] = append(rows[1], statementOf(p))
	}
	return rows
}

func before(heads string, cells func(i int) string) func(i int) []string {
	return func(i int) []string {
		if i < 0 {
			return strings.Split(heads, "|")
		}
		return strings.Split(cells(i), "|")
	}
}

var shapes = []shape{
	{"Google, grid", ',', "", true, eachHead(inGrid), before("Horodateur|Email Address", func(i int) string { return fmt.Sprintf("2026/11/21 10:%02d:00|p%d@example.org", i, i) }), label},
	{"Google, scales", ',', "", false, eachHead(statementOf), before("Timestamp", func(i int) string { return fmt.Sprintf("2026/11/21 10:%02d:00", i) }), digit},
	{"Microsoft", ',', "\ufeff", true, eachHead(func(p assess.Place) string { return "\n" + statementOf(p) + "\n" }), before("Id|Start time|Completion time|Email|Name", func(i int) string {
		return fmt.Sprintf("%d|11/21/26 10:00|11/21/26 10:%02d|anonymous|", i, i)
	}), label},
	{"SurveyMonkey", ',', "", false, twoRows, before("Respondent ID|End Date|IP Address", func(i int) string { return fmt.Sprintf("%d|11/21/2026 10:%02d:00 AM|192.0.2.1", i, i) }), label},
	{"LimeSurvey", ';', "\ufeff", false, eachHead(inGrid), before("Response ID|Date submitted|Seed", func(i int) string { return fmt.Sprintf("%d|2026-11-21 10:%02d:00|77", i, i) }), label},
	{"KoBo", ';', "", false, eachHead(func(p assess.Place) string {
		return "group_a1/" + strings.ReplaceAll(strings.ReplaceAll(ID(catalogue, p), "-", "_"), ".", "/")
	}), before("start|end|_id|__version__", func(i int) string {
		return fmt.Sprintf("2026-11-21T09:00:00.000+01:00|2026-11-21T10:%02d:00.000+01:00|%d|vA", i, i)
	}), digit},
}

// table returns a table of people's answers.
func (s *shape) table(people []*assess.Answers, places []assess.Place) []byte {
	var b strings.Builder
	b.WriteString(s.mark)
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = s.comma, s.crlf
	heads := s.heads(places)
	for i, row := range heads {
		left := s.before(-1)
		if i > 0 {
			left = make([]string, len(left))
		}
		_ = w.Write(append(left, row...))
	}
	for i, a := range people {
		row := s.before(i)
		for _, p := range places {
			row = append(row, s.rating(a.At(p).Rating(), p))
		}
		_ = w.Write(row)
	}
	w.Flush()
	return []byte(b.String())
}

// Answers that are written in the shape of each tool are read back as they were, and are answers files like any others.
func TestEachShapeGivesTheAnswersBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(shapes).Draw(t, "shape")
		depth := rapid.SampledFrom([]assess.Depth{assess.Quick, assess.Full}).Draw(t, "depth")
		places := assess.Questionnaire{Catalogue: catalogue, Depth: depth}.Places()
		var people []*assess.Answers
		for range rapid.IntRange(1, 5).Draw(t, "people") {
			a := assess.New(catalogue)
			a.Date = "2026-11-21"
			for _, p := range places {
				a.Set(p, assess.TallyOf(assess.Rating(rapid.IntRange(0, 7).Draw(t, "rating"))))
			}
			a.Set(places[0], assess.TallyOf(3))
			people = append(people, a)
		}
		text := s.table(people, places)
		table := Read("t", text, Options{}, catalogue)
		if table.Err != nil || len(table.People) != len(people) || table.Near() > 0 || len(table.Missing) > 0 {
			t.Fatalf("%s: %v, %d people\n%s", s.name, table.Err, len(table.People), text)
		}
		for i, p := range table.People {
			if !reflect.DeepEqual(p.Answers, people[i]) {
				t.Fatalf("%s: got %+v\nwant %+v", s.name, p.Answers, people[i])
			}
			back, err := answersfile.Read("x", answersfile.Format(p.Answers, catalogue), catalogue)
			if err != nil || back.Fingerprint(catalogue) != p.Answers.Fingerprint(catalogue) {
				t.Fatalf("%s: %v", s.name, err)
			}
		}
	})
}

// A row has the same ID in a longer export, with more columns, in another order, under another coalition and with names; equal rows are
// several people.
func TestIDs(t *testing.T) {
	ids := func(o Options, rows ...string) string {
		table := Read("t", []byte(strings.Join(rows, "\n")), o, catalogue)
		if table.Err != nil {
			t.Fatal(table.Err)
		}
		var all []string
		for _, p := range table.People {
			all = append(all, p.ID)
		}
		return strings.Join(all, " ")
	}
	was := ids(Options{}, "Timestamp,risk,overselling", "2026-11-21,3,4", "2026-11-22,1,2", ",5,5", ",5,5")
	seen := map[string]bool{}
	for id := range strings.SplitSeq(was, " ") {
		if seen[id] || len(id) != idLength {
			t.Errorf("%s", was)
		}
		seen[id] = true
	}
	for name, now := range map[string]string{
		"more rows":                ids(Options{}, "Timestamp,risk,overselling", "2026-11-21,3,4", "2026-11-22,1,2", ",5,5", ",5,5", ",5,5"),
		"in another order":         ids(Options{}, "overselling,Timestamp,risk", "4,2026-11-21,3", "2,2026-11-22,1", "5,,5", "5,,5"),
		"another coalition":        ids(Options{}, "Coalition,Timestamp,risk,overselling", "Elm,2026-11-21,3,4", "Elm,2026-11-22,1,2", "Elm,,5,5", "Elm,,5,5"),
		"names":                    ids(Options{Names: true}, "Name,Timestamp,risk,overselling", "Ana,2026-11-21,3,4", "Ben,2026-11-22,1,2", ",,5,5", ",,5,5"),
		"another question":         ids(Options{}, "Timestamp,risk,overselling,key-support", "2026-11-21,3,4,", "2026-11-22,1,2,", ",5,5,", ",5,5,"),
		"words for digits in case": ids(Options{}, "Timestamp,risk,overselling", "2026-11-21, 3 ,4", "2026-11-22,1,2", ",5,5", ",5,5"),
	} {
		if !strings.HasPrefix(now, was) {
			t.Errorf("%s: %s; was %s", name, now, was)
		}
	}
	if other := ids(Options{}, "Timestamp,risk,overselling", "2026-11-21,3,5"); strings.Contains(was, other) {
		t.Error("other answers have the same ID")
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range shapes {
		a := assess.New(catalogue)
		places := assess.Questionnaire{Catalogue: catalogue, Depth: assess.Quick}.Places()
		for i, p := range places {
			a.Set(p, assess.TallyOf(assess.Rating(1+i%7)))
		}
		f.Add(s.table([]*assess.Answers{a}, places))
	}
	f.Add([]byte("Timestamp;risk;Note on Risk;Coalition;Role\n3/4/2026;3;=1+1;Elm\u202e;member\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, o := range []Options{{}, {Names: true, Dates: DayFirst}, {Dates: MonthFirst}} {
			table := Read("t", text, o, catalogue)
			if table.Err != nil && table.People != nil || table.Err == nil && len(table.People)+table.Unanswered+table.Unfinished == 0 {
				t.Fatalf("%v, %d people", table.Err, len(table.People))
			}
			for _, p := range table.People {
				file := answersfile.Format(p.Answers, catalogue)
				back, err := answersfile.Read("x", file, catalogue)
				if err != nil || !reflect.DeepEqual(back.Topics, p.Answers.Topics) || back.Coalition != p.Answers.Coalition || back.Respondent != p.Answers.Respondent {
					t.Fatalf("%v\n%s", err, file)
				}
			}
			if lines := Draft([]*Table{table}, catalogue); table.Err == nil && len(lines) > 0 {
				if _, err := ReadMap("m", []byte(strings.Join(lines, "\n")), catalogue); err != nil {
					t.Fatalf("%v\n%s", err, strings.Join(lines, "\n"))
				}
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var text strings.Builder
	text.WriteString("Timestamp,risk,key-support," + strings.Repeat("How old are you and what else would you like to tell us?,", 496) + "x")
	for i := range 9999 {
		text.WriteString("\n2026-11-21 10:00:00,3," + strconv.Itoa(1+i%5) + "," + strings.Repeat("some words ,", 496) + "x")
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		if table := Read("t", []byte(text.String()), Options{}, catalogue); table.Err != nil {
			b.Fatal(table.Err)
		}
	}
}
