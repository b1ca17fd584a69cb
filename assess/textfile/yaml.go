package textfile

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// parse returns the tree of nodes of the source, or nil where it has no content.
func (r *Reader) parse() *yaml.Node {
	start := strings.TrimLeft(r.source, " \t\r\n")
	r.json = (strings.HasPrefix(start, "{") || strings.HasPrefix(start, "[")) && json.Valid([]byte(r.source))
	if r.json {
		return r.parseJSON()
	}
	return r.parseYAML()
}

// parseYAML never follows an alias and resolves nothing: the raw text, tag and style of a scalar say what it means.
func (r *Reader) parseYAML() *yaml.Node {
	loader, err := yaml.NewLoader(strings.NewReader(r.source),
		yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(r.MaxDepth))))
	if err != nil {
		panic(err) // the options above are valid
	}
	var documents [2]yaml.Node
	for i := range documents {
		err = loader.Load(&documents[i])
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			r.addSyntax(err)
			return nil
		}
	}
	if second := &documents[1]; second.Kind != 0 {
		r.Addf(second, "%s", r.Messages.SecondDocument)
		return nil
	}
	if documents[0].Kind == 0 {
		return nil
	}
	return documents[0].Content[0]
}
