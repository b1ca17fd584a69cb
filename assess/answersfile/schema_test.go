package answersfile

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
	"pgregory.net/rapid"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// compileSchema compiles the schema of the answers file, which also validates it against draft-07.
func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema(pitfalls.English())))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.UseRegexpEngine(compilePattern)
	if err := compiler.AddResource("answers.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("answers.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// compilePattern compiles a pattern of JSON Schema, which spells characters as JavaScript does.
func compilePattern(pattern string) (jsonschema.Regexp, error) {
	return regexp.Compile(regexp.MustCompile(`\\u([0-9a-f]{4})`).ReplaceAllString(pattern, `\x{$1}`))
}

// asJSON turns the text of an answers file into what a validator sees: JSON values, every key a text.
func asJSON(t interface{ Fatal(...any) }, text []byte) any {
	var root yaml.Node
	if err := yaml.Load(text, &root); err != nil {
		t.Fatal(err)
	}
	return nodeValue(t, root.Content[0])
}

func nodeValue(t interface{ Fatal(...any) }, n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		values := map[string]any{}
		for k := 0; k < len(n.Content); k += 2 {
			values[n.Content[k].Value] = nodeValue(t, n.Content[k+1])
		}
		return values
	case yaml.SequenceNode:
		values := []any{}
		for _, item := range n.Content {
			values = append(values, nodeValue(t, item))
		}
		return values
	default:
		if n.Tag == "!!timestamp" {
			return n.Value
		}
		var value any
		if err := n.Load(&value); err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func TestSchemaAcceptsExamples(t *testing.T) {
	schema := compileSchema(t)
	for _, file := range examples(t) {
		if filepath.Ext(file) != ".yaml" || strings.HasSuffix(file, "crlf-bom.yaml") {
			continue
		}
		if err := schema.Validate(asJSON(t, readFile(t, file))); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func TestSchemaAcceptsWhatIsWritten(t *testing.T) {
	schema := compileSchema(t)
	for _, d := range []assess.Depth{assess.Full, assess.Quick} {
		if err := schema.Validate(asJSON(t, Blank(pitfalls.English(), d))); err != nil {
			t.Errorf("blank, %s: %v", d, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := Format(drawAnswers(t), pitfalls.English())
		if err := schema.Validate(asJSON(t, text)); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
	})
}

func TestSchemaRefuses(t *testing.T) {
	schema := compileSchema(t)
	for name, text := range map[string]string{
		"no format":                   "coalition: A",
		"another format":              "format: coalcheck/2",
		"newer catalogue":             "catalogue: 2",
		"unknown key":                 "coaltion: A",
		"long name":                   "coalition: " + strings.Repeat("x", assess.MaxName+1),
		"tab in a name":               `coalition: "a\tb"`,
		"reversed note":               `pitfalls: {overcommitted: {note: "\u202e"}}`,
		"role":                        "role: boss",
		"date":                        "date: 21.11.2026",
		"language in words":           "language: Norwegian",
		"language of one letter":      "language: e",
		"language that ends in -":     "language: en-",
		"language with digits":        "language: es-419",
		"read out in words":           "read_out: perhaps",
		"read out in quotes":          `read_out: "true"`,
		"nobody present":              "present: 0",
		"too many present":            "present: 100001",
		"focus of four":               "focus: [unclear-purpose, overcommitted, self-interest, overselling]",
		"focus twice":                 "focus: [overcommitted, overcommitted]",
		"focus on a pill":             "focus: [risk]",
		"dots on a pill":              "present: 9\nfocus: {risk: 3}",
		"negative dots":               "present: 9\nfocus: {overcommitted: -1}",
		"unknown pitfall":             "pitfalls: {overcomitted: 3}",
		"pill among pitfalls":         "pitfalls: {risk: 3}",
		"unknown sign":                "pitfalls: {overcommitted: {overwelmed: 3}}",
		"rating out of range":         "pitfalls: {overcommitted: 6}",
		"rating in quotes":            `pitfalls: {overcommitted: "3"}`,
		"label of pills":              "pitfalls: {overcommitted: mostly}",
		"label of pitfalls":           "pills: {risk: often}",
		"yes":                         "pills: {risk: yes}",
		"true":                        "pills: {risk: true}",
		"overall beside signs":        "pitfalls: {overcommitted: {overall: 3, overwhelmed: 2}}",
		"negative count":              "pitfalls: {overcommitted: {1: -1}}",
		"broken count":                "pitfalls: {overcommitted: {1: 1.5}}",
		"count of an unknown rating":  "pitfalls: {overcommitted: {6: 1}}",
		"draft at an unknown place":   "draft: {depth: full, at: overcommitted.nothing}",
		"draft of an unknown depth":   "draft: {depth: mixed, at: overcommitted.overall}",
		"draft that does not say all": "draft: {depth: full}",
		"draft at no slide":           "draft: {depth: full, at: risk.overall, slide: 0}",
		"draft of one topic to talk":  "draft: {depth: full, at: risk.overall, talk: risk}",
		"draft of no topic to talk":   "draft: {depth: full, at: risk.overall, talk: [riverside]}",
		"draft of a topic, twice":     "draft: {depth: full, at: risk.overall, talk: [risk, risk]}",
		"draft of no file":            "draft: {depth: full, at: risk.overall, of: riverside.yaml}",
	} {
		t.Run(name, func(t *testing.T) {
			if name != "no format" && name != "another format" {
				text = "format: coalcheck/1\n" + text
			}
			if err := schema.Validate(asJSON(t, []byte(text))); err == nil {
				t.Errorf("accepted: %s", text)
			}
			if _, err := Read(name, []byte(text), pitfalls.English()); err == nil {
				t.Errorf("read: %s", text)
			}
		})
	}
}

func TestSchema(t *testing.T) {
	golden(t, "testdata/schema.golden.json", Schema(pitfalls.English()))
}
