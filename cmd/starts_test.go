//go:build symbols

package cmd_test

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// starters are all functions in the program that could start another one, and why they are there. None of them is ever run,
// as TestNoOtherProgramIsStarted finds out.
var starters = map[string]map[string]string{
	"linux":   {"github.com/atotto/clipboard": clipboard, "github.com/charmbracelet/colorprofile": tmux},
	"darwin":  {"github.com/atotto/clipboard": clipboard, "github.com/charmbracelet/colorprofile": tmux},
	"windows": {"github.com/charmbracelet/colorprofile": tmux},
}

const (
	clipboard = "Text fields can ask a program for the clipboard on a key, and no key of ours does that."
	tmux      = "What finds out the colors can ask tmux for them, and cmd/internal/notmux keeps it from seeing one."
)

// TestOnlyLibrariesCouldStartPrograms looks through the machine code of the program for calls of what starts another one. Each
// package outside the standard library that has one is listed above with the reason. A call through a variable is not seen
// here: TestImportsOfPrograms is for those.
func TestOnlyLibrariesCouldStartPrograms(t *testing.T) {
	for system, allowed := range starters {
		t.Run(system, func(t *testing.T) {
			t.Parallel()
			found := starting(t, built(t, system, "./coalcheck"))
			for call, pkg := range found {
				if allowed[pkg] == "" {
					t.Errorf("%s could start a program", call)
				}
			}
			packages := slices.Collect(maps.Values(found))
			for pkg := range allowed {
				if !slices.Contains(packages, pkg) {
					t.Errorf("%s starts no program any more; remove it from the list", pkg)
				}
			}
		})
	}
}

// importers are the packages outside the standard library that import os/exec, besides those above. Nothing of theirs that
// starts a program is linked.
var importers = []string{
	"charm.land/bubbletea/v2", // hands the terminal to a program that its user names
	"charm.land/huh/v2",       // opens a text in an editor
}

// TestImportsOfPrograms finds who could start a program by what its packages import.
func TestImportsOfPrograms(t *testing.T) {
	for system, allowed := range starters {
		list := exec.Command("go", "list", "-deps", "-f", "{{.Standard}} {{.ImportPath}} {{.Imports}}", "./coalcheck")
		list.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for line := range strings.Lines(string(out)) {
			fields := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" []\n", r) })
			if fields[0] == "true" || !slices.Contains(fields[2:], "os/exec") {
				continue
			}
			found++
			if allowed[fields[1]] == "" && !slices.Contains(importers, fields[1]) {
				t.Errorf("%s: %s imports os/exec", system, fields[1])
			}
		}
		if want := len(allowed) + len(importers); found != want {
			t.Errorf("%s: %d packages import os/exec; want %d", system, found, want)
		}
	}
}

// TestStartsAreNoticed holds that the test above would fail if it had to.
func TestStartsAreNoticed(t *testing.T) {
	for name, source := range map[string]string{
		"command":   `import "os/exec"; func main() { _ = exec.Command("x").Run() }`,
		"method":    `import "os/exec"; func main() { _ = run(&exec.Cmd{}); }; func run(c *exec.Cmd) error { return c.Start() }`,
		"process":   `import "os"; func main() { _, _ = os.StartProcess("x", nil, &os.ProcAttr{}) }`,
		"low level": `import "syscall"; func main() { _, _, _ = syscall.StartProcess("x", nil, &syscall.ProcAttr{}) }`,
	} {
		for system := range starters {
			t.Run(name+"/"+system, func(t *testing.T) {
				t.Parallel()
				file := filepath.Join(t.TempDir(), "main.go")
				if err := os.WriteFile(file, []byte("package main; "+source), 0o600); err != nil {
					t.Fatal(err)
				}
				if found := starting(t, built(t, system, file)); !slices.Contains(slices.Collect(maps.Values(found)), "main") {
					t.Errorf("found only %v", found)
				}
			})
		}
	}
}

// starts finds, in a line of machine code, the function that starts a program and is called there.
var starts = regexp.MustCompile(`\s((?:os/exec\.|os\.StartProcess|(?:syscall|golang\.org/x/sys/\w+)\.(?:StartProcess|ForkExec|Exec|CreateProcess|ShellExecute))\S*)\(SB\)`)

// starting returns the calls of what starts programs, as "caller calls function", each with the package of its caller. The
// standard library calls itself.
func starting(t *testing.T, binary string) map[string]string {
	t.Helper()
	code, err := exec.Command("go", "tool", "objdump", binary).Output()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	caller, pkg := "", ""
	for line := range strings.Lines(string(code)) {
		if text, ok := strings.CutPrefix(line, "TEXT "); ok {
			caller, _, _ = strings.Cut(text, "(SB)")
			pkg = packageOf(caller)
			continue
		}
		if call := starts.FindStringSubmatch(line); call != nil && (strings.Contains(pkg, ".") || pkg == "main") {
			found[caller+" calls "+call[1]] = pkg
		}
	}
	return found
}

// packageOf returns the package of a function: it ends at the first dot after the last slash, and that of a method too.
func packageOf(function string) string {
	slash := strings.LastIndex(strings.SplitN(function, "[", 2)[0], "/") + 1
	base, _, _ := strings.Cut(function[slash:], ".")
	return function[:slash] + base
}
