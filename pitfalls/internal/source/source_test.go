package source_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/pitfalls/internal/source"
)

// Where the catalogues and the Go data made from them lie, seen from this package.
const folder = "../.."

// What go generate was given, as the comment in package pitfalls says it.
const english = "catalogue/en.yaml"

func TestGoDataIsWhatTheYAMLSays(t *testing.T) {
	c := read(t)
	if !reflect.DeepEqual(c, pitfalls.English()) {
		t.Errorf("pitfalls.English differs from %s: run go generate ./...", english)
	}
	want, err := source.Go(c, english)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(folder, "en.go"))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("en.go differs from what %s gives: run go generate ./...", english)
	}
}

// Two languages have to live in one package, and a language tag is not always a Go name.
func TestGoNamesTheVariableAfterTheLanguage(t *testing.T) {
	c := *pitfalls.English()
	c.Language = "pt-BR"
	text, err := source.Go(&c, "catalogue/pt-BR.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "var pt_BR = Catalogue{") {
		t.Errorf("no variable pt_BR in %q ...", text[:200])
	}
}

func TestParseKeepsTheOrderOfTheFile(t *testing.T) {
	c := read(t)
	if first, last := c.Sources[0].ID, c.Sources[len(c.Sources)-1].ID; first != "seed1" || last != "pf602" {
		t.Errorf("sources from %s to %s; want seed1 to pf602", first, last)
	}
	if first, last := c.Topics[0].ID, c.Topics[len(c.Topics)-1].ID; first != "unclear-purpose" || last != "communicate-the-vision" {
		t.Errorf("topics from %s to %s; want unclear-purpose to communicate-the-vision", first, last)
	}
}

// A slip of an editor must end the generating, not vanish.
func TestParseReportsSlips(t *testing.T) {
	tests := []struct {
		name, old, new string
		want           string
	}{
		{"unknown key of a topic", "    overall:", "    overal:", "overal"},
		{"unknown key of a source", "    publisher:", "    publishers:", "publishers"},
		{"unknown key of a question", "        basis:", "        bases:", "bases"},
		{"unknown key of an action", "        effort:", "        efort:", "efort"},
		{"unknown key of a check", "      days30:", "      days31:", "days31"},
		{"six pairs", "  - practice: risk.written-risks\n    sign: overselling.beyond-capacity\n" +
			"    ask: \"Who reads the list of risks before you say yes?\"\n", "", "want 7 elements but got 6"},
		{"three quick actions", "quick: [finish-this-line,", "quick: [name-it, finish-this-line,", "want 2 elements but got 3"},
		{"six labels", "labels: [Never,", "labels: [Never, Seldom,", "want 5 elements but got 6"},
		{"version in words", "version: 1", "version: one", "`one` into int"},
		{"tab for spaces", "  - id: unclear-purpose", "\t- id: unclear-purpose", "yaml"},
		{"not sound", "pills: [risk, have-a-plan, key-support]", "pills: [risks]", `overcommitted: unknown pill "risks"`},
	}
	text, err := os.ReadFile(filepath.Join(folder, english))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			spoiled := strings.Replace(string(text), tt.old, tt.new, 1)
			if spoiled == string(text) {
				t.Fatalf("%q is not in the catalogue any more", tt.old)
			}
			_, err := source.Parse([]byte(spoiled))
			if err == nil {
				t.Fatal("parsed without an error")
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v: does not mention %q", err, tt.want)
			}
		})
	}
}

func TestParseOfAnEmptyFileReportsEverythingMissing(t *testing.T) {
	_, err := source.Parse([]byte("version: 1\nlanguage: en\n"))
	if err == nil {
		t.Fatal("parsed without an error")
	}
	for _, want := range []string{"0 pitfalls; want 10", "0 pills; want 10", "scales.truth.asks: empty"} {
		if !slices.Contains(strings.Split(err.Error(), "\n"), want) {
			t.Errorf("not reported: %s", want)
		}
	}
}

func TestReadNamesTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "de.yaml")
	if _, err := source.Read(path); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("missing file: %v; want the path in it", err)
	}
	if err := os.WriteFile(path, []byte("version: 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := source.Read(path); err == nil || !strings.HasPrefix(err.Error(), path+": ") {
		t.Errorf("unsound file: %v; want it to begin with the path", err)
	}
}

func read(t *testing.T) *pitfalls.Catalogue {
	t.Helper()
	c, err := source.Read(filepath.Join(folder, filepath.FromSlash(english)))
	if err != nil {
		t.Fatal(err)
	}
	return c
}
