// Command licenses writes the licenses of everything that is linked into a command on any of the named platforms: its
// modules, and Go itself.
//
//	licenses PACKAGE GOOS/GOARCH...
//
// It fails when a module has no license, or one that asks for more than to be named and passed on.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
)

func main() {
	if err := write(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "licenses:", err)
		os.Exit(1)
	}
}

func write(args []string) error {
	if len(args) < 2 {
		return errors.New("usage: licenses PACKAGE GOOS/GOARCH...")
	}
	modules, err := linked(args[0], args[1:])
	if err != nil {
		return err
	}
	fmt.Println("coalcheck contains the works below, each under its own license. Its own license is in the file LICENSE.")
	for _, m := range modules {
		texts, err := m.licenses()
		if err != nil {
			return err
		}
		fmt.Printf("\n%s\n%s %s\n%[1]s\n", strings.Repeat("=", 80), m.path, m.version)
		for _, text := range texts {
			fmt.Printf("\n%s\n", strings.TrimSpace(text))
		}
	}
	return nil
}

// module is a work that is linked in, and the folder that its source is in.
type module struct{ path, version, folder string }

// linked returns the modules that a package is built from on any of the platforms, and Go itself.
func linked(pkg string, platforms []string) ([]module, error) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	modules := []module{{"Go, its runtime and standard library", runtime.Version(), strings.TrimSpace(string(goroot))}}
	for _, platform := range platforms {
		system, processor, _ := strings.Cut(platform, "/")
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", pkg)
		list.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+processor, "CGO_ENABLED=0")
		list.Stderr = os.Stderr
		out, err := list.Output()
		if err != nil {
			return nil, fmt.Errorf("go list for %s: %w", platform, err)
		}
		for line := range strings.Lines(string(out)) {
			fields := strings.Split(strings.TrimSpace(line), "\t")
			if len(fields) != 3 {
				continue // a package of the standard library or of our own
			}
			if m := (module{fields[0], fields[1], fields[2]}); !slices.Contains(modules, m) {
				modules = append(modules, m)
			}
		}
	}
	slices.SortStableFunc(modules[1:], func(a, b module) int { return strings.Compare(a.path, b.path) })
	return modules, nil
}

var (
	// named finds the files in which licenses and what has to be passed on with them stand.
	named = regexp.MustCompile(`(?i)^(licen[sc]e|copying|notice|patents)([.-].*)?$`)
	// permissive finds what licenses say that only ask to be named and passed on: MIT, BSD, ISC and Apache 2.0.
	permissive = regexp.MustCompile(`(?is)permission is hereby granted, free of charge|redistribution and use in source and binary forms|` +
		`permission to use, copy, modify, and/?o?r? distribute|apache license\s+version 2\.0`)
	copyleft = regexp.MustCompile(`(?i)GNU (affero |lesser )?general public license|mozilla public license|european union public`)
)

// licenses returns the texts of the license files of a module.
func (m module) licenses() ([]string, error) {
	entries, err := os.ReadDir(m.folder)
	if err != nil {
		return nil, fmt.Errorf("the source of %s: %w", m.path, err)
	}
	var texts []string
	known := false
	for _, e := range entries {
		if e.IsDir() || !named.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(m.folder, e.Name()))
		if err != nil {
			return nil, err
		}
		if copyleft.Match(text) {
			return nil, fmt.Errorf("%s: %s asks for more than to be named", m.path, e.Name())
		}
		known = known || permissive.Match(text)
		texts = append(texts, strings.ReplaceAll(string(text), "\r\n", "\n"))
	}
	if !known {
		return nil, fmt.Errorf("%s has no license that is known here", m.path)
	}
	return texts, nil
}
