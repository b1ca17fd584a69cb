package cmd

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestDependenciesAreExplained holds that docs/decisions.md says of every module in go.mod why it is there, and of no
// other: the direct ones in a row of their own, the others beside the one that brings them.
func TestDependenciesAreExplained(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	decisions, err := os.ReadFile("../docs/decisions.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(decisions), ": Dependencies\n")
	if !found {
		t.Fatal("no section about dependencies")
	}
	section, _, _ = strings.Cut(section, "\n## ")

	var direct, explained []string
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) v\S+( // indirect)?$`).FindAllStringSubmatch(string(mod), -1) {
		switch {
		case m[2] == "":
			direct = append(direct, m[1])
		case !strings.Contains(section, "`"+m[1]+"`"):
			t.Errorf("%s comes through another module, and docs/decisions.md does not say which", m[1])
		}
	}
	for _, m := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\|").FindAllStringSubmatch(section, -1) {
		explained = append(explained, m[1])
	}
	for _, m := range regexp.MustCompile("`([a-z.]+\\.(?:com|land|in|net|org)/[^`]+)`").FindAllStringSubmatch(section, -1) {
		if !strings.Contains(string(mod), "\t"+m[1]+" v") {
			t.Errorf("docs/decisions.md explains %s, which go.mod does not have", m[1])
		}
	}
	for _, module := range direct {
		if !slices.Contains(explained, module) {
			t.Errorf("docs/decisions.md does not say why %s is there", module)
		}
	}
	if len(direct) < 10 || len(explained) < len(direct) {
		t.Errorf("found %d modules and %d reasons", len(direct), len(explained))
	}
}
