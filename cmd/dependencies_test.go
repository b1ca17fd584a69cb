package cmd

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestDependenciesAreExplained checks that docs/dependencies.md and go.mod name the same modules: direct ones in a row of
// their own with a reason, indirect ones beside the module that brings them.
func TestDependenciesAreExplained(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}

	var direct, explained []string
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) v\S+( // indirect)?$`).FindAllStringSubmatch(string(mod), -1) {
		switch {
		case m[2] == "":
			direct = append(direct, m[1])
		case !strings.Contains(string(page), "`"+m[1]+"`"):
			t.Errorf("docs/dependencies.md does not say which module brings %s", m[1])
		}
	}
	for _, m := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\|").FindAllStringSubmatch(string(page), -1) {
		explained = append(explained, m[1])
	}
	for _, m := range regexp.MustCompile("`([a-z.]+\\.(?:com|land|in|net|org)/[^`]+)`").FindAllStringSubmatch(string(page), -1) {
		if !strings.Contains(string(mod), "\t"+m[1]+" v") {
			t.Errorf("docs/dependencies.md explains %s, which go.mod does not have", m[1])
		}
	}
	for _, module := range direct {
		if !slices.Contains(explained, module) {
			t.Errorf("docs/dependencies.md does not say why %s is there", module)
		}
	}
	if len(direct) < 10 || len(explained) < len(direct) {
		t.Errorf("found %d modules and %d reasons", len(direct), len(explained))
	}
}
