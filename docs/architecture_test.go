package docs_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestArchitectureListsTheImports checks that the list of imports in architecture.md is that of the code.
func TestArchitectureListsTheImports(t *testing.T) {
	_, list, _ := strings.Cut(read(t, "architecture.md"), "\n## Imports\n")
	list, _, _ = strings.Cut(list, "\n## ")
	listed := map[string][]string{}
	for line := range strings.Lines(list) {
		packages, imports, found := strings.Cut(line, "→")
		for name := range strings.FieldsSeq(packages) {
			if found && strings.HasPrefix(line, "    ") {
				listed[name] = strings.Fields(strings.TrimSpace(strings.TrimPrefix(imports, " nothing")))
			}
		}
	}

	const module = "github.com/coalcheck/coalcheck/"
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`, module+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	last := func(path string) string { return path[strings.LastIndex(path, "/")+1:] }
	found := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		paths := strings.Fields(strings.ReplaceAll(line, module, "./"))
		var imports []string
		for _, path := range paths[1:] {
			if strings.HasPrefix(path, "./") {
				imports = append(imports, last(path))
			}
		}
		slices.Sort(imports)
		found[strings.TrimPrefix(paths[0], "./")] = imports
	}

	for path, imports := range found {
		switch name := last(path); {
		case path == "cmd/coalcheck", strings.HasPrefix(path, "pitfalls/internal/"), strings.HasPrefix(path, "render/internal/"),
			strings.HasPrefix(path, "assess/score/internal/"), strings.HasPrefix(path, "cmd/screens/internal/"):
			// The main program, and what only generates code and tables or serves tests.
		case path == "cmd":
			delete(listed, name)
		default:
			if want, known := listed[name]; !known || !slices.Equal(imports, want) {
				t.Errorf("%s imports %v; architecture.md lists %v", path, imports, want)
			}
			delete(listed, name)
		}
	}
	for name := range listed {
		t.Errorf("architecture.md lists a package %s that does not exist", name)
	}
}
