package textfile

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// FuzzJSONText checks that a quoted text of JSON is read as encoding/json reads it, and that half of a character
// without the other half, which encoding/json replaces in silence, is a problem.
func FuzzJSONText(f *testing.F) {
	for _, raw := range []string{
		``, `plain`, `\"\\\/`, `\b\f\n\r\t`, `\u0041\u00e9`, `\ud83d\ude00`, `\ud83d`, `\ude00\ud83d`, `\ud83dx\u0041`,
		`\ud83d\ud83d\ude00`, `\\ud83d`, `😀`, "\u2028",
	} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		var want string
		text := `"` + raw + `"`
		if !utf8.ValidString(raw) || json.Unmarshal([]byte(text), &want) != nil {
			return
		}
		r := &Reader{MaxDepth: 2, source: `{"text":` + text + `,"after":1}`}
		root := r.parseJSON()
		if got := Lookup(root, "text").Value; got != want {
			t.Errorf("%s is read as %q; want %q", text, got, want)
		}
		key := root.Content[2]
		if at := PositionOf(key); key.Value != "after" || at != (Position{1, utf8.RuneCountInString(`{"text":`+text) + 2}) {
			t.Errorf("after %s, %q is at %v", text, key.Value, at)
		}
		halves := strings.Count(want, "\ufffd") > strings.Count(raw, "\ufffd")+strings.Count(strings.ToLower(raw), `\ufffd`)
		if halves && len(r.found.first) != 1 {
			t.Errorf("half of a character in %s is not reported: %v", text, r.found.first)
		}
	})
}

func TestHalvesOfCharacters(t *testing.T) {
	for _, test := range []struct {
		quoted string
		half   rune // 0 for none
	}{
		{`"😀"`, 0},
		{`"\ud83d\ude00"`, 0},
		{`"\uD83D\uDE00"`, 0},
		{`"\\ud83d"`, 0},
		{`"\u0041"`, 0},
		{`"\ud83d"`, 0xd83d},
		{`"\ude00\ud83d"`, 0xde00},
		{`"\ud83d\ud83d\ude00"`, 0xd83d},
		{`"\\\ud83d"`, 0xd83d},
		{`"\ud83d\\ude00"`, 0xd83d},
	} {
		t.Run(test.quoted, func(t *testing.T) {
			if half, found := halfCharacter(test.quoted); half != test.half || found != (test.half != 0) {
				t.Errorf("half is %x, %t; want %x", half, found, test.half)
			}
		})
	}
}

// JSON gives the nodes that the same text as YAML gives: kinds, values and places.
func TestJSONIsReadAsYAML(t *testing.T) {
	for name, text := range map[string]string{
		"empty":         "{}",
		"flat":          `{"a": 1, "b": -2.5e3, "c": true, "d": null, "e": "x"}`,
		"nested":        `{"a": [1, [2, {"b": []}]], "c": {"d": {}}}`,
		"lines":         "{\n  \"a\": [\n    1,\n    2\n  ],\r\n  \"é漢\": \"ü\",\r  \"b\": 3\n}\n",
		"no spaces":     `{"a":1,"b":[1,2],"c":"é","d":4}`,
		"around it all": "\n\n  {\"a\": 1}\n",
	} {
		t.Run(name, func(t *testing.T) {
			fromJSON := &Reader{MaxDepth: 8, source: text}
			fromYAML := &Reader{MaxDepth: 8, source: text}
			sameNodes(t, fromJSON.parseJSON(), fromYAML.parseYAML())
			if err := fromJSON.Err(); err != nil {
				t.Error(err)
			}
			if err := fromYAML.Err(); err != nil {
				t.Error(err)
			}
		})
	}
}

func sameNodes(t *testing.T, got, want *yaml.Node) {
	t.Helper()
	if got.Kind != want.Kind || got.Value != want.Value || PositionOf(got) != PositionOf(want) || IsNull(got) != IsNull(want) {
		t.Errorf("JSON gives %v %q at %v; YAML gives %v %q at %v",
			got.Kind, got.Value, PositionOf(got), want.Kind, want.Value, PositionOf(want))
	}
	if len(got.Content) != len(want.Content) {
		t.Fatalf("JSON gives %d nodes in %q; YAML gives %d", len(got.Content), got.Value, len(want.Content))
	}
	for i := range got.Content {
		sameNodes(t, got.Content[i], want.Content[i])
	}
}
