// Package examples holds what tests of reports and their formats report on: the results of the example files, made-up
// answers, and a document with every kind of block.
package examples

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// English is the catalogue.
var English = pitfalls.English()

// Path returns a file or folder of the repository, for tests of the packages in render.
func Path(name string) string { return filepath.Join("..", "..", filepath.FromSlash(name)) }

// Names returns the names of all example files of one person or a workshop.
func Names(tb testing.TB) []string {
	tb.Helper()
	paths := files(tb, "docs/examples/*.yaml")
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = strings.TrimSuffix(filepath.Base(path), ".yaml")
	}
	return names
}

func files(tb testing.TB, pattern string) []string {
	tb.Helper()
	paths, err := filepath.Glob(Path(pattern))
	if err != nil || len(paths) < 5 {
		tb.Fatalf("%d files for %s, %v; want five or more", len(paths), pattern, err)
	}
	return paths
}

// Result returns the result of one of the example files.
func Result(tb testing.TB, name string) *score.Result {
	tb.Helper()
	return score.Score(group.Of(English, read(tb, Path("docs/examples/"+name+".yaml"))))
}

func read(tb testing.TB, path string) *assess.Answers {
	tb.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	answers, err := answersfile.Read(path, text, English)
	if err != nil {
		tb.Fatal(err)
	}
	return answers
}

// Group returns the group of the example files of several respondents, of which one was skipped.
func Group(tb testing.TB) *group.Group {
	tb.Helper()
	sum := group.NewGathering(English).WithBootstrap()
	for _, path := range files(tb, "docs/examples/group/*.yaml") {
		sum.Add(path, read(tb, path))
	}
	sum.Skip()
	return grouped(tb, sum)
}

func grouped(t fataler, sum *group.Gathering) *group.Group {
	g, err := sum.Group()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// fataler is a test of any kind.
type fataler interface{ Fatal(args ...any) }

// Blank returns the result of answers without any.
func Blank() *score.Result { return score.Score(group.Of(English, assess.New(English))) }

// Comparisons returns some pairs of results.
func Comparisons(tb testing.TB) map[string]*score.Comparison {
	tb.Helper()
	first := Result(tb, "quick")
	return map[string]*score.Comparison{
		"a year later":         score.Compare(first, Result(tb, "riverside-later")),
		"with itself":          score.Compare(first, first),
		"another coalition":    score.Compare(first, Result(tb, "overcommitted")),
		"a room after a group": score.Compare(score.Score(Group(tb)), Result(tb, "room")),
		"confidential":         score.Compare(score.Confidential(Group(tb)), score.Confidential(Result(tb, "room").Group)),
		"one after a group":    score.Compare(score.Score(Group(tb)), Result(tb, "quick")),
		"nothing to compare":   score.Compare(first, Blank()),
	}
}

// TwoCoalitions returns the result of files that name different coalitions: Riverside and Hillside.
func TwoCoalitions(tb testing.TB) *score.Result {
	tb.Helper()
	sum := group.NewGathering(English)
	for _, name := range []string{"Riverside", "Hillside"} {
		a := assess.New(English)
		a.Coalition = name
		sum.Add(name+".yaml", a)
	}
	return score.Score(grouped(tb, sum))
}
