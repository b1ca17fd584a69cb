package answersfile

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// maxDepth is how many levels of nesting are parsed. An answers file has four.
const maxDepth = 16

// parse returns the tree of nodes of an answers file, or nil for a file without content. Text that is valid JSON is read
// as JSON, everything else as YAML; the tree is the same.
func parse(source string, found *problems) *yaml.Node {
	if strings.HasPrefix(strings.TrimLeft(source, " \t\r\n"), "{") && json.Valid([]byte(source)) {
		return parseJSON(source, found)
	}
	return parseYAML(source, found)
}

// parseYAML never follows an alias and resolves nothing: what a scalar means is told by its raw text, tag and style.
func parseYAML(source string, found *problems) *yaml.Node {
	loader, err := yaml.NewLoader(strings.NewReader(source),
		yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth))))
	if err != nil {
		panic(err) // the options above are constant
	}
	var documents [2]yaml.Node
	for i := range documents {
		err = loader.Load(&documents[i])
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			addSyntax(err, source, found)
			return nil
		}
	}
	if second := &documents[1]; second.Kind != 0 {
		found.addf(positionOf(second), "a second document starts here; an answers file holds one, so put the other into a file of its own")
		return nil
	}
	if documents[0].Kind == 0 {
		return nil
	}
	return documents[0].Content[0]
}
