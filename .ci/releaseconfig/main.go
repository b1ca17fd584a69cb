// Command releaseconfig checks .goreleaser.yaml without GoReleaser, which takes minutes to build:
//
//	releaseconfig GENERATED
//
// It checks that the file fits the schema of the GoReleaser that makes releases (.ci/goreleaser.schema.json is what its
// jsonschema command prints) and that every file it names exists. GENERATED is the folder where .ci/release-files was run.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

func main() {
	if err := check(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "releaseconfig:", err)
		os.Exit(1)
	}
}

func check(args []string) error {
	if len(args) != 1 {
		return errors.New("usage: releaseconfig GENERATED")
	}
	config, err := read(".goreleaser.yaml")
	if err != nil {
		return err
	}
	schema, err := jsonschema.NewCompiler().Compile(".ci/goreleaser.schema.json")
	if err != nil {
		return err
	}
	if err := schema.Validate(config); err != nil {
		return err
	}
	return filesExist(config, args[0])
}

// read returns a YAML file as JSON has it.
func read(path string) (any, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var config any
	if err := yaml.Unmarshal(text, &config); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	text, err = json.Marshal(config)
	if err != nil {
		return nil, err
	}
	return jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
}

// generated is where GoReleaser has the files of .ci/release-files.
const generated = ".release/"

// filesExist holds that each src matches files, and that each manual page and completion of the cask is among those that
// archives have.
func filesExist(config any, folder string) error {
	var problems []error
	each(config, func(key string, value any) {
		name, ok := value.(string)
		if !ok || key != "src" && key != "manpages" && key != "bash" && key != "zsh" && key != "fish" {
			return
		}
		if key != "src" {
			name = generated + name
		}
		if inside, ok := strings.CutPrefix(name, generated); ok {
			name = filepath.Join(folder, inside)
		}
		if found, err := filepath.Glob(name); err != nil || len(found) == 0 {
			problems = append(problems, fmt.Errorf("nothing is called %s", name))
		}
	})
	return errors.Join(problems...)
}

// each calls f with every key of every mapping and its value, or each of its values.
func each(node any, f func(key string, value any)) {
	switch node := node.(type) {
	case map[string]any:
		for key, value := range node {
			if list, ok := value.([]any); ok {
				for _, v := range list {
					f(key, v)
				}
			}
			f(key, value)
			each(value, f)
		}
	case []any:
		for _, value := range node {
			each(value, f)
		}
	}
}
