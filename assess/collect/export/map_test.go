package export

import (
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
)

func TestReadMap(t *testing.T) {
	m, err := ReadMap("map.yaml", []byte(`# ours
labels:
  Strongly agree: 5
  "1": 5
  Prefer not to say: open
  No idea: dk
roles: {Board chair: leader, Other: open}
columns:
  "Q1 [a:b]": have-a-plan
  How old are you?: ignore
  Notes: risk.note
  City: coalition
`), catalogue)
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{"strongly  AGREE": "5", "1": "5", "Prefer not to say": "open", "No_idea": "dk"} {
		if _, known := m.label(word); !known || m.means(word) != want {
			t.Errorf("%s: %s; want %s", word, m.means(word), want)
		}
	}
	if role, known := m.role("board chair"); role != assess.Leader || !known {
		t.Errorf("%s, %v", role, known)
	}
	if _, known := m.label("Agree"); known {
		t.Error("a word that is not there is known")
	}
	if c, ok := m.column(0, Column{Head: "Notes"}); !ok || c.Use != Note || ID(catalogue, c.Place) != "risk.overall" && catalogue.Topics[c.Place.Topic].ID != "risk" {
		t.Errorf("%+v", c)
	}
	err = m.Unused()
	if err == nil || err.Error() != `map.yaml:9:3: no table has a column with the head "Q1 [a:b]"; copy the head as the list of columns shows it
map.yaml:10:3: no table has a column with the head "How old are you?"; copy the head as the list of columns shows it
map.yaml:12:3: no table has a column with the head "City"; copy the head as the list of columns shows it` {
		t.Errorf("%v", err)
	}
}

func TestWhatIsWrongWithAMap(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"nothing", "", "1:1: this is not a map"},
		{"a list", "- a\n", "1:1: this is not a map"},
		{"a table", "a,b,c\n1,2,3\n4,5,6\n", "1:1: this is not a map"},
		{"a table with a colon", "a: b: c,d,e\n1,2,3\n4,5,6\n", "1:1: this is a table of values (CSV), not a map"},
		{"an unknown key", "label: {a: 1}\n", `1:1: unknown key "label"; did you mean "labels"?`},
		{"no pairs", "labels: a\n", "1:9: this must be pairs of a word of the table and what it means, not a"},
		{"nothing filled in", "labels:\n  \"Agree\": # 1 to 5, dk, na or open\n", `2:3: "Agree": nothing is behind the colon; say what it means`},
		{"no rating", "labels: {a: 6, b: good}\n", "1:13: \"a\": 6 is not a rating; use 1 to 5, dk, na, or open for no answer\nmap.yaml:1:19: \"b\": good is not a rating"},
		{"a word twice", "labels:\n  Agree: 4\n  agree: 5\n", `3:3: "agree" is there twice, first in line 2; remove one`},
		{"curly quotes", "labels:\n  “Agree”: 4\n", `2:3: "“Agree”" is in curly quotes, which an editor made; write straight ones`},
		{"no role", "roles: {Chair: boss}\n", `1:16: "Chair": boss is not a role; use leader`},
		{"no statement", "columns:\n  Q1: unclear-purpos\n", `2:7: "Q1": unclear-purpos is no statement; use an id such as`},
		{"a list of meanings", "columns: {Q1: [a]}\n", `1:15: "Q1": this must be one word, not a list`},
		{"an anchor", "labels: {a: &x 1}\n", `1:13: "&x" is an anchor; remove it`},
		{"two documents", "labels: {a: 1}\n---\nroles: {}\n", "2:1: a second document starts here; a map is one"},
	} {
		_, err := ReadMap("map.yaml", []byte(tt.text), catalogue)
		if err == nil || !strings.HasPrefix(err.Error(), "map.yaml:"+tt.want) {
			t.Errorf("%s: got\n%v\nwant\n%s", tt.name, err, tt.want)
		}
	}
}

// What a dry run shows is a map, once the words are filled in.
func TestTheDraftOfAMapIsOne(t *testing.T) {
	table := Read("t", []byte("Timestamp,Your\"place\",We promise a bit more than we do.,risk,Role\n,x,Agree,Disagree,Chair\n"), Options{}, catalogue)
	lines := strings.Join(Draft([]*Table{table, table}, catalogue), "\n")
	want := `labels:
  "Disagree": # 1 to 5, dk, na or open
roles:
  "Chair": # leader, staff, member, partner or open
columns:
  "Your\"place\"": ignore
  "We promise a bit more than we do.": ignore
`
	if !strings.HasPrefix(lines, want) || strings.Count(lines, "missing: overcommitted.overall (We agree") != 1 {
		t.Errorf("%s", lines)
	}
	filled := strings.NewReplacer(`"Disagree":`, `"Disagree": 2`, `"Chair":`, `"Chair": leader`).Replace(lines)
	m, err := ReadMap("map.yaml", []byte(filled), catalogue)
	if err != nil {
		t.Fatal(err)
	}
	again := Read("t", []byte("Timestamp,Your\"place\",We promise a bit more than we do.,risk,Role\n,x,Agree,Disagree,Chair\n"), Options{Map: m}, catalogue)
	if again.Err != nil || len(again.People) != 1 || again.People[0].Answers.Role != assess.Leader || m.Unused() != nil {
		t.Errorf("%v, %v, %+v", again.Err, m.Unused(), again.People)
	}
}
