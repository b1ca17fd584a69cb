package textfile_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess/textfile"
)

// menu reads a made-up kind of file.
func menu(size, depth int) *textfile.Reader {
	return &textfile.Reader{
		Name: "menu.yaml", MaxSize: size, MaxDepth: depth,
		Messages: &textfile.Messages{
			File: "a menu", JSONLines: "these are %d menus", Table: "this is a table", Unlike: "nothing of a menu is in it",
			TooLarge: "a menu is shorter", TooDeep: "a menu has no menus in it", SecondDocument: "one menu a file",
			AfterEnd: "the menu ends before this", MissingColon: "a price is missing", Directive: "no dish starts with %",
			Merge: "<< is no dish", Alias: "%s is an alias; write the dish out",
		},
	}
}

func TestProblemsOfAFile(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"of the largest size", "soup: 4 # with bread\n", ""},
		{"a byte more", "soup: 4 # with breads\n", "1:1: a menu is shorter"},
		{"two levels", "a: [b]", ""},
		{"four levels", "a: [[[b]]]", "1:6: a menu has no menus in it"},
		{"two levels of JSON", `{"a":["b"]}`, ""},
		{"three levels of JSON", `{"a":[["b"]]}`, "1:7: a menu has no menus in it"},
		{"two documents", "a\n---\nb", "2:1: one menu a file"},
		{"text after the end", "[a] b", "1:5: the menu ends before this"},
		{"no colon", "a: 1\nb\n", "2:1: a price is missing"},
		{"a directive", "%a\n", "1:3: no dish starts with %"},
		{"UTF-16", "\xff\xfea\x00", `1:1: the file is stored as UTF-16; save it as UTF-8 (in the editor's "Save as" window, under "Encoding")`},
		{"a picture", "PNG\x01\x00", "1:5: this is not a text file; is it the right file?"},
		{"a control character", "a: \x01\r\n", "1:4: a control character (U+0001) is not allowed; remove it"},
		{"half of a character", `{"a":"\ud83d"}`, `1:6: this text holds half of a character (\ud83d); write the character itself`},
	} {
		t.Run(test.name, func(t *testing.T) {
			var root *yaml.Node
			err := menu(21, 2).Read([]byte(test.text), func(n *yaml.Node) { root = n })
			want := ""
			if test.want != "" {
				want = "menu.yaml:" + test.want
			}
			if message(err) != want || (root == nil) != (err != nil) {
				t.Errorf("got %q, %v; want %q", message(err), root, want)
			}
		})
	}
}

// message returns the text of an error, which is a *textfile.Error or nil.
func message(err error) string {
	var file *textfile.Error
	if !errors.As(err, &file) {
		return ""
	}
	return file.Error()
}

func TestProblemsOfFields(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"none", "bread: 1\nsoup: 2\n", ""},
		{"one missing", "soup: 2\n", ""},
		{"one without a value", "soup:\n", ""},
		{"unknown", "sopu: 2\n", `1:1: sopu is no dish; did you mean "soup"?`},
		{"nothing like it", "fish: 2\n", "1:1: fish is no dish; use one of bread or soup"},
		{"twice", "soup: 1\nbread: 1\nsoup: 2\n", `3:1: "soup" is there twice, first in line 1; remove one`},
		{"a list as a name", "[soup]: 1\n", "1:1: this must be a name, not a list"},
		{"no name", ": 1\n", "1:1: the name before the colon is missing"},
		{"a merge", "<<: {soup: 1}\n", "1:1: << is no dish"},
		{"an anchor", "soup: &a 1\n", `1:7: "&a" is an anchor; remove it, and put a text that starts with & in quotes`},
		{"an alias", "bread: &a 1\nsoup: *a\n", "1:8: \"&a\" is an anchor; remove it, and put a text that starts with & in quotes\n" +
			`menu.yaml:2:7: "*a" is an alias; write the dish out`},
		{"a tag", "soup: !!int 1\n", `1:7: "!!int" is a tag; remove it, and put a text that starts with ! in quotes`},
		{"no number", "soup: 01\n", "1:7: 01 is no price"},
		{"a list as a number", "soup: [1]\n", "1:7: a list is no price"},
		{"in quotes", "soup: '1'\n", `1:7: "1" is no price`},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := menu(100, 4)
			err := r.Read([]byte(test.text), func(root *yaml.Node) { checkDishes(r, root) })
			want := ""
			if test.want != "" {
				want = "menu.yaml:" + test.want
			}
			if got := message(err); got != want {
				t.Errorf("got %q; want %q", got, want)
			}
		})
	}
}

// checkDishes checks a menu that has the prices of two dishes.
func checkDishes(r *textfile.Reader, root *yaml.Node) {
	dishes := []string{"bread", "soup"}
	index := func(name string) int { return slices.Index(dishes, name) }
	values := r.Fields(root, len(dishes), index, func(key *yaml.Node) {
		known := func() []string { return dishes }
		r.Addf(key, "%s", textfile.Unknown{
			Word: key.Value, Shown: textfile.Describe(key), Known: known,
			Near: "{word} is no dish; did you mean {name}?", Far: "{word} is no dish; use one of {names}",
		})
	})
	for _, value := range values {
		if !r.IsSet(value) {
			continue
		}
		if _, ok := textfile.WholeNumber(value); !ok {
			r.Addf(value, "%s is no price", textfile.Describe(value))
		}
	}
}

func TestOnlyTheFirstProblemsAreKept(t *testing.T) {
	r := menu(1000, 1)
	if err := r.Read([]byte(strings.Repeat("\x01\n", 2*textfile.MaxProblems)), nil); err != nil {
		var file *textfile.Error
		if !errors.As(err, &file) || len(file.Problems) != textfile.MaxProblems || file.More != textfile.MaxProblems {
			t.Fatalf("got %v", err)
		}
		if last := file.Problems[textfile.MaxProblems-1]; last.Line != textfile.MaxProblems || last.Source != "\x01" {
			t.Errorf("the last problem is %+v", last)
		}
		return
	}
	t.Error("no problem")
}

func TestText(t *testing.T) {
	for _, test := range []struct {
		name, text string
		limits     textfile.Limits
		want, err  string
	}{
		{"short", "a: tea", textfile.Limits{Length: 3}, "tea", ""},
		{"long", "a: teas", textfile.Limits{Length: 3}, "teas", "menu.yaml:1:4: tea: 4 characters are too many; use 3 at most"},
		{"characters, not bytes", "a: thé", textfile.Limits{Length: 3}, "thé", ""},
		{"a number", "a: 007", textfile.Limits{Length: 3}, "007", ""},
		{"lines", "a: \"b\\r\\nc\"", textfile.Limits{Length: 3, Breaks: true}, "b\nc", ""},
		{"lines where none may be", "a: \"b\\nc\"", textfile.Limits{Length: 3}, "b\nc", "menu.yaml:1:4: tea: a line break is not allowed here; remove it"},
		{"an escape", "a: \"\\e\"", textfile.Limits{Length: 3, Breaks: true}, "\x1b", "menu.yaml:1:4: tea: a control character (U+001B) is not allowed here; remove it"},
		{"a list", "a: [b]", textfile.Limits{Length: 3}, "", "menu.yaml:1:4: tea: this must be a text, not a list; put it in quotes"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := menu(100, 2)
			var got string
			err := r.Read([]byte(test.text), func(root *yaml.Node) { got = r.Text("tea", textfile.Lookup(root, "a"), test.limits) })
			if got != test.want || message(err) != test.err {
				t.Errorf("got %q, %q; want %q, %q", got, message(err), test.want, test.err)
			}
		})
	}
}

func TestWrittenTextIsReadBack(t *testing.T) {
	pieces := rapid.SampledFrom([]string{
		"", " ", "a", "Zoë", "true", "NO", "null", "~", "12", "1e3", "2026-11-21", "#", " # ", ": ", "- ", "'", "\"", "\\", "{", "]", "%",
		"\n", "\n\n", "\t", "\ufeff", "\u00a0", "漢", "😀", "---", "...", "<<",
	})
	rapid.Check(t, func(t *rapid.T) {
		want := strings.Join(rapid.SliceOfN(pieces, 0, 6).Draw(t, "text"), "")
		written := "a: " + textfile.Scalar(want) + "\nb:\n  c: " + textfile.Block(want, "    ") + "\n"
		var root *yaml.Node
		if err := menu(1000, 4).Read([]byte(written), func(n *yaml.Node) { root = n }); err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		line, block := textfile.Lookup(root, "a"), textfile.Lookup(textfile.Lookup(root, "b"), "c")
		if line.Value != want || block.Value != want || line.Tag != "!!str" || block.Tag != "!!str" {
			t.Fatalf("got %q and %q; want %q from\n%s", line.Value, block.Value, want, written)
		}
	})
}
