package assess

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

// mistake explains one message of the YAML parser to somebody who does not know YAML.
type mistake struct {
	// message is how the parser's message begins.
	message string
	// opened tells to point at where the construct began instead of where the parser gave up.
	opened bool
	plain  string
}

const (
	hintTab    = "a tab is used for indentation here; use spaces"
	hintPlace  = "this line does not fit under the lines above; start it in the same column as its neighbors, and let nothing follow a closing quote"
	hintPrefix = "lines that start with % have no use in an answers file; put the text in quotes or remove the line"
	hintTag    = "a text that starts with ! must be in quotes"
	hintEscape = `a backslash in double quotes starts a special character, and this one is unknown; write \\ for a backslash`
	hintAlias  = "a text that starts with * or & must be in quotes"
	hintDepth  = "the file is nested too deeply; an answers file needs four levels at most"
	hintBlock  = "after | or >, the text starts on the next line"
)

// mistakes lists what people run into. Every other message is passed on.
var mistakes = []mistake{
	{"found a tab character where an indentation space is expected", false, hintTab},
	{"found a tab character that violates indentation", false, hintTab},
	{"found mixed spaces and tabs in indentation", false, hintTab},
	{"mapping values are not allowed in this context", false, "a colon is out of place here; put a text that holds a colon in quotes, and start the line in the same column as its neighbors"},
	{"did not find expected key", false, hintPlace},
	{"did not find expected '-' indicator", false, hintPlace},
	{"could not find expected ':'", true, "a colon is missing after this name; write a name, a colon, a space and the answer"},
	{"found unexpected end of stream", true, "this quote is never closed; add the same quote at the end of the text"},
	{"found unexpected document indicator", true, "this quote is never closed; add the same quote at the end of the text"},
	{"did not find expected ',' or ']'", false, "a comma or a closing ] is missing here"},
	{"did not find expected ',' or '}'", false, "a comma or a closing } is missing here"},
	{"did not find expected node content", false, "something is missing before this"},
	{"block sequence entries are not allowed in this context", false, "a dash is out of place here; put a text that starts with a dash in quotes"},
	{"mapping keys are not allowed in this context", false, "a question mark is out of place here; put a text that starts with one in quotes"},
	{"did not find expected alphabetic or numeric character", false, hintAlias},
	{"found unknown escape character", false, hintEscape},
	{"did not find expected hexadecimal number", false, hintEscape},
	{"found invalid Unicode character escape code", false, hintEscape},
	{"found a comment without preceding whitespace", false, "put a space before the #"},
	{"did not find expected comment or line break", false, hintBlock},
	{"found an indentation indicator equal to 0", false, hintBlock},
	{"did not find expected <document start>", false, "the answers end before this; remove what follows"},
	{"found unexpected content after document-end marker", false, "the answers end before this; remove what follows"},
	{"did not find expected whitespace or line break", false, hintTag},
	{"found undefined tag handle", false, hintTag},
	{"found unknown directive name", false, hintPrefix},
	{"found incompatible YAML document", false, hintPrefix},
	{"could not find expected directive name", false, hintPrefix},
	{"exceeded max depth", false, hintDepth},
	{"unknown anchor", false, hintAlias},
}

// addSyntax adds the error of the YAML parser in plain words.
func addSyntax(err error, source string, found *problems) {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		found.addf(position{1, 1}, "the file cannot be read as YAML: %s", quote(err.Error()))
		return
	}
	at := position{max(load.Mark.Line, 1), max(load.Mark.Column, 1)}
	if load.Message == "found character that cannot start any token" {
		if r := characterAt(source, at); r == '\t' {
			found.addf(at, hintTab)
		} else {
			found.addf(at, "a text that starts with %c must be in quotes", r)
		}
		return
	}
	for _, m := range mistakes {
		if strings.HasPrefix(load.Message, m.message) {
			if m.opened {
				at = position{load.ContextMark.Line, load.ContextMark.Column}
			}
			found.addf(at, "%s", m.plain)
			return
		}
	}
	found.addf(at, "the file cannot be read as YAML: %s", load.Message)
}

// characterAt returns the character at a position, or 0 outside the text.
func characterAt(source string, at position) rune {
	var line string
	for range at.line {
		line, source = cutLine(source)
	}
	for _, r := range line {
		at.column--
		if at.column == 0 {
			return r
		}
	}
	return 0
}
