package cmd

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// way is how some members of a coalition give their answers back.
type way struct {
	name    string
	members int
	// holds removes from a member's answers what this way cannot hold.
	holds func(*assess.Answers)
	// collect puts the answers into a folder with the program. A sheet of paper gets a number.
	collect func(t *testing.T, folder string, all []*assess.Answers)
}

// ways are those in which the twelve members answer. The first one names the coalition.
var ways = []way{
	{"the file of the form", 2, func(*assess.Answers) {}, func(t *testing.T, folder string, all []*assess.Answers) {
		t.Helper()
		for i, a := range all {
			path := fileWith(t, fmt.Sprintf("coalcheck-answers-%d.json", i), string(answersfile.JSON(a, pitfalls.English())))
			collected(t, nil, folder, path)
		}
	}},
	{"the text of the form in a mail", 2, func(*assess.Answers) {}, func(t *testing.T, folder string, all []*assess.Answers) {
		t.Helper()
		var mail strings.Builder
		for i, a := range all {
			fmt.Fprintf(&mail, "On Monday, member %d wrote:\n> Hello, here you are.\n> %s-- \n> Member %d\n\n", i,
				strings.ReplaceAll(string(answersfile.JSON(a, pitfalls.English())), "\n", "\n> "), i)
		}
		collected(t, nil, folder, fileWith(t, "copied.txt", mail.String()))
	}},
	{"a code in a mail", 2, onlyRatings, func(t *testing.T, folder string, all []*assess.Answers) {
		t.Helper()
		var thread strings.Builder
		for i, a := range all {
			code := collect.Encode(a, assess.Quick, pitfalls.English())
			quote := strings.Repeat("> ", i)
			fmt.Fprintf(&thread, "%sHello,\n%scoalcheck: %s\n%sBest wishes\n%s-- \n%sMember %d\n\n%sOn Monday, somebody wrote:\n",
				quote, quote, strings.Replace(code, "-", "-\n"+quote, i%2), quote, quote, quote, i, quote)
		}
		collected(t, strings.NewReader(thread.String()), folder, "-")
	}},
	{"a sheet of paper", 2, onlyRatings, func(t *testing.T, folder string, all []*assess.Answers) {
		t.Helper()
		var keys strings.Builder
		for i, a := range all {
			for _, p := range (assess.Questionnaire{Catalogue: pitfalls.English(), Depth: assess.Quick}).Places() {
				key := "-"
				if r := a.At(p).Rating(); r != assess.Unanswered {
					key = r.String()[:1]
				}
				keys.WriteString(key)
			}
			keys.WriteString(" " + string(a.Role)[:1] + "\n")
			a.Respondent = collect.SheetName(i + 1)
		}
		keyed(t, folder, keys.String())
	}},
	{"a form of Google", 2, func(a *assess.Answers) {
		date := a.Date
		onlyRatings(a)
		a.Date = date
	}, func(t *testing.T, folder string, all []*assess.Answers) {
		t.Helper()
		collected(t, nil, folder, fileWith(t, "export.csv", exported(all)))
	}},
	{"an answers file", 2, func(*assess.Answers) {}, func(t *testing.T, folder string, all []*assess.Answers) {
		t.Helper()
		args := []string{folder}
		for i, a := range all {
			args = append(args, fileWith(t, fmt.Sprintf("member-%d.yaml", i), string(answersfile.Format(a, pitfalls.English()))))
		}
		collected(t, nil, args...)
	}},
}

// onlyRatings leaves ratings, the role and the coalition: a code holds no more, and gets the name from the files.
func onlyRatings(a *assess.Answers) {
	a.Date, a.Language, a.ReadOut = "", "", false
	for i := range a.Topics {
		a.Topics[i].Note = ""
	}
}

// exported returns the table that a form of Google makes of the answers, which are words.
func exported(all []*assess.Answers) string {
	c := pitfalls.English()
	places := assess.Questionnaire{Catalogue: c, Depth: assess.Quick}.Places()
	var table strings.Builder
	w := csv.NewWriter(&table)
	row := []string{"Timestamp"}
	for _, p := range places {
		row = append(row, assess.Statement(c, p))
	}
	_ = w.Write(append(row, "What is your part in the coalition?")) // a builder takes everything
	for _, a := range all {
		row = []string{strings.ReplaceAll(a.Date, "-", "/") + " 9:15:02 AM GMT+1"}
		for _, p := range places {
			word := ""
			if r := a.At(p).Rating(); r != assess.Unanswered {
				word = r.Label(c.Scale(c.Topics[p.Topic].Kind))
			}
			row = append(row, word)
		}
		_ = w.Write(append(row, string(a.Role)))
	}
	w.Flush()
	return table.String()
}

// fileWith writes a file into a folder of its own and returns its path.
func fileWith(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// collected runs collect.
func collected(t *testing.T, in io.Reader, args ...string) {
	t.Helper()
	var out, errOut bytes.Buffer
	if code := run(t.Context(), append([]string{"collect"}, args...), world(in, &out, &errOut, 80)); code != exitDone || errOut.Len() > 0 {
		t.Fatalf("exit code %d: %s\n%s", code, errOut.String(), out.String())
	}
}

// keyed keys in sheets of paper line by line.
func keyed(t *testing.T, folder, lines string) {
	t.Helper()
	var out, errOut bytes.Buffer
	streams := world(strings.NewReader(lines), &out, &errOut, 80, "XDG_STATE_HOME="+t.TempDir())
	if code := run(t.Context(), []string{"collect", folder, "--plain"}, streams); code != exitDone {
		t.Fatalf("exit code %d: %s\n%s", code, errOut.String(), out.String())
	}
}

// member returns the answers of one of twelve made-up members.
func member(i int) *assess.Answers {
	c := pitfalls.English()
	a := assess.New(c)
	a.Coalition, a.Date, a.Language = "Riverside Youth Coalition", fmt.Sprintf("2026-11-%02d", 10+i), c.Language
	a.Role = assess.Roles()[i%len(assess.Roles())]
	a.ReadOut = i%2 == 0
	random := rand.New(rand.NewPCG(1, uint64(i)))
	for _, p := range (assess.Questionnaire{Catalogue: c, Depth: assess.Quick}).Places() {
		if r := assess.Rating(random.IntN(assess.Kinds + 1)); r != assess.Unanswered {
			a.Set(p, assess.TallyOf(r))
		}
	}
	a.Topics[i].Note = fmt.Sprintf("Member %d says: \"we meet\n> too rarely\".", i)
	return a
}

// Twelve members answer in every way there is. The report on all of them is that on files written by hand.
func TestEverybodyAnswers(t *testing.T) {
	everybody, byHand := filepath.Join(t.TempDir(), "everybody"), t.TempDir()
	i := 0
	for _, w := range ways {
		var all []*assess.Answers
		for range w.members {
			a := member(i)
			w.holds(a)
			all = append(all, a)
			i++
		}
		w.collect(t, everybody, all)
		for n, a := range all {
			path := filepath.Join(byHand, fmt.Sprintf("%s %d.yaml", w.name, n))
			if err := os.WriteFile(path, answersfile.Format(a, pitfalls.English()), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if i != 12 {
		t.Fatalf("%d members", i)
	}
	for _, flags := range [][]string{{}, {"--open"}, {"--open", "--explain"}, {"--format", "json"}, {"--open", "--format", "json"}} {
		got := assessed(t, slices.Concat([]string{"--answers", everybody}, flags)...)
		want := assessed(t, slices.Concat([]string{"--answers", byHand}, flags)...)
		if !bytes.Equal(got, want) || !bytes.Contains(got, []byte("12")) {
			t.Errorf("%v: another report than that on files written by hand:\n%s\nwant\n%s", flags, got, want)
		}
	}
}
