package answersfile

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// TestKeepComments changes answers in a file that is full of comments.
func TestKeepComments(t *testing.T) {
	c := pitfalls.English()
	former, err := os.ReadFile("testdata/good/comments.yaml")
	if err != nil {
		t.Fatal(err)
	}
	a, err := Read("comments.yaml", former, c)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("nothing changed", func(t *testing.T) {
		golden(t, "testdata/kept/"+strings.ReplaceAll(filepath.Base(t.Name()), "_", "-")+".golden", Rewrite("comments.yaml", Former{"comments.yaml", former}, a, c))
	})
	t.Run("answers changed", func(t *testing.T) {
		b := a.Clone()
		b.Coalition, b.Focus, b.Language = "", nil, "en"
		b.Topics[c.Index("overcommitted")].Overall = assess.TallyOf(5)
		b.Topics[c.Index("unclear-purpose")] = assess.TopicAnswers{Questions: make([]assess.Tally, 3), Note: "We talked.\nAgain."}
		b.Topics[c.Index("risk")].Note = "New."
		golden(t, "testdata/kept/"+strings.ReplaceAll(filepath.Base(t.Name()), "_", "-")+".golden", Rewrite("comments.yaml", Former{"comments.yaml", former}, b, c))
	})
	t.Run("all gone", func(t *testing.T) {
		golden(t, "testdata/kept/"+strings.ReplaceAll(filepath.Base(t.Name()), "_", "-")+".golden", Rewrite("comments.yaml", Former{"comments.yaml", former}, assess.New(c), c))
	})
	t.Run("a blank file filled in", func(t *testing.T) {
		got := Rewrite("a.yaml", Former{"a.yaml", Blank(c, assess.Full)}, a, c)
		if want := Format(a, c); string(got) != string(want) {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}

func TestFormats(t *testing.T) {
	c := pitfalls.English()
	a := assess.New(c)
	a.Topics[0].Overall = assess.TallyOf(3)
	asYAML, asJSON, commented := Format(a, c), JSON(a, c), append([]byte("# Ours.\n"), Format(a, c)...)
	for _, test := range []struct {
		name   string
		former Former
		to     string
		json   bool
		loses  bool
	}{
		{"a new file", Former{}, "a.yaml", false, false},
		{"a new file of JSON", Former{}, "a.json", true, false},
		{"in capitals", Former{}, "A.JSON", true, false},
		{"a device", Former{}, "/dev/stdout", false, false},
		{"YAML", Former{"a.yaml", asYAML}, "a.yaml", false, false},
		{"YAML to JSON", Former{"a.yaml", asYAML}, "a.json", true, false},
		{"comments to JSON", Former{"a.yaml", commented}, "a.json", true, true},
		{"comments to YAML", Former{"a.yaml", commented}, "b.yml", false, false},
		{"YAML that is called JSON", Former{"a.json", commented}, "a.json", true, true},
		{"JSON", Former{"a.json", asJSON}, "a.json", true, false},
		{"JSON to YAML", Former{"a.json", asJSON}, "a.yaml", false, false},
		{"JSON that is called YAML", Former{"a.yaml", append([]byte("\ufeff\n"), asJSON...)}, "a.yaml", true, false},
		{"JSON without an ending", Former{"a", asJSON}, "a", true, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := Rewrite(test.to, test.former, a, c)
			if IsJSON(text) != test.json {
				t.Errorf("got\n%s", text)
			}
			if got := test.former.BecomesJSON(test.to) && test.former.HasComments(c); got != test.loses {
				t.Errorf("loses comments: %t", got)
			}
			if got, err := Read(test.to, text, c); err != nil || !reflect.DeepEqual(got, a) {
				t.Errorf("read as %+v, %v", got, err)
			}
		})
	}
}

// TestEveryCommentIsKept puts comments everywhere in a file and writes other answers over it.
func TestEveryCommentIsKept(t *testing.T) {
	c := pitfalls.English()
	rapid.Check(t, func(t *rapid.T) {
		lines := strings.Split(strings.TrimSuffix(string(Format(drawAnswers(t), c)), "\n"), "\n")
		var former, comments []string
		add := func(before string) {
			comment := "# mine " + string(rune('a'+len(comments)%26)) + strings.Repeat("x", len(comments)/26)
			comments, former = append(comments, comment), append(former, before+comment)
		}
		inBlock := false
		for _, line := range lines {
			inBlock = inBlock && (strings.HasPrefix(line, "      ") || line == "")
			if !inBlock && rapid.IntRange(0, 5).Draw(t, "above") == 0 {
				add(strings.Repeat(" ", rapid.IntRange(0, 5).Draw(t, "indent")))
			}
			inBlock = inBlock || strings.HasSuffix(line, ": |") || strings.HasSuffix(line, ": |-")
			answer, statement, _ := strings.Cut(line, "  # ")
			if !inBlock && !strings.Contains(line, `"`) && (statement != "" || strings.HasSuffix(line, ":")) && rapid.IntRange(0, 5).Draw(t, "behind") == 0 {
				add(answer + "   ")
			} else {
				former = append(former, line)
			}
		}
		add("")
		text := []byte(strings.Join(former, rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "break")))
		if _, err := Read("former.yaml", text, c); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		a := drawAnswers(t)
		got := Rewrite("a.yaml", Former{"a.yaml", text}, a, c)
		var kept []string
		for line := range strings.Lines(string(got)) {
			if _, comment, found := strings.Cut(line, "# mine "); found {
				kept = append(kept, "# mine "+strings.TrimSpace(comment))
			}
		}
		slices.Sort(kept)
		slices.Sort(comments)
		if !slices.Equal(kept, comments) {
			t.Fatalf("kept %q of %q in\n%s\nof\n%s", kept, comments, got, text)
		}
		if b, err := Read("a.yaml", got, c); err != nil || !reflect.DeepEqual(b, a) {
			t.Fatalf("%v\n%s", err, got)
		}
	})
}
