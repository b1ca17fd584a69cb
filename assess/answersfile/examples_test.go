package answersfile_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Examples are what people copy from, so they look like what coalcheck writes.
func TestExamplesAreAsFormatWritesThem(t *testing.T) {
	paths, err := filepath.Glob("../../docs/examples/*.yaml")
	if err != nil || len(paths) < 6 {
		t.Fatalf("%d examples, %v; want six or more", len(paths), err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			a, err := answersfile.Read(filepath.Base(path), text, pitfalls.English())
			if err != nil {
				t.Fatal(err)
			}
			if got := answersfile.Format(a, pitfalls.English()); string(got) != string(text) {
				t.Errorf("Format writes it otherwise:\n%s", got)
			}
		})
	}
}
