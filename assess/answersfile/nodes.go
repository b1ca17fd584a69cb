package answersfile

import (
	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// addf adds a problem at a node.
func (c *checker) addf(n *yaml.Node, format string, args ...any) {
	c.found.addf(positionOf(n), format, args...)
}

func positionOf(n *yaml.Node) position { return position{n.Line, n.Column} }

// isNull reports whether a node stands for a key with nothing after it.
func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Style == 0 && n.Anchor == ""
}

// isEmpty reports whether a node says nothing: it is null or {}.
func isEmpty(n *yaml.Node) bool {
	return isNull(n) || n.Kind == yaml.MappingNode && len(n.Content) == 0
}

// given reports whether there is a value to check. A value that is an alias, or has a tag or an anchor, is a problem.
func (c *checker) given(n *yaml.Node) bool {
	return n != nil && c.bare(n) && !isNull(n)
}

// bare reports whether a node is free of what YAML has and an answers file has not: aliases, anchors and tags.
func (c *checker) bare(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		c.addf(n, "%s is an alias; write the answers out, and put a text that starts with * in quotes", quote("*"+n.Value))
	case n.Anchor != "":
		c.addf(n, "%s is an anchor; remove it, and put a text that starts with & in quotes", quote("&"+n.Anchor))
	case n.Style&yaml.TaggedStyle != 0 || n.Tag == "!":
		c.addf(n, "%s is a tag; remove it, and put a text that starts with ! in quotes", quote(n.Tag))
	default:
		return true
	}
	return false
}

// fields returns the values of a mapping in the order of the names that index knows, nil for what is missing. Names
// that it does not know go to unknown.
func (c *checker) fields(n *yaml.Node, count int, index func(name string) int, unknown func(key *yaml.Node)) []*yaml.Node {
	values, lines := make([]*yaml.Node, count), make([]int, count)
	for k := 0; k < len(n.Content); k += 2 {
		key, value := n.Content[k], n.Content[k+1]
		switch {
		case !c.bare(key):
			continue
		case key.Kind != yaml.ScalarNode:
			c.addf(key, "a name should stand here, not %s", described(key))
			continue
		case isNull(key):
			c.addf(key, "the name before the colon is missing")
			continue
		case key.Tag == "!!merge":
			c.addf(key, `"<<" has no meaning in an answers file; write the answers out`)
			continue
		}
		i := index(key.Value)
		switch {
		case i < 0:
			unknown(key)
		case values[i] != nil:
			c.addf(key, "%s is there twice, first in line %d; remove one", quote(key.Value), lines[i])
		default:
			values[i], lines[i] = value, key.Line
		}
	}
	return values
}

// lookup returns the value of a key in a mapping, or nil.
func lookup(n *yaml.Node, name string) *yaml.Node {
	for k := 0; k < len(n.Content); k += 2 {
		if n.Content[k].Kind == yaml.ScalarNode && n.Content[k].Value == name {
			return n.Content[k+1]
		}
	}
	return nil
}

// description names a value in an error.
type description struct{ node *yaml.Node }

func described(n *yaml.Node) description { return description{n} }

// String returns the value as it is spelled in the file, or what it is when it is no single value.
func (d description) String() string {
	switch {
	case d.node.Kind == yaml.SequenceNode:
		return "a list"
	case d.node.Kind == yaml.MappingNode:
		return "a group of names"
	case d.node.Kind == yaml.AliasNode:
		return "an alias"
	case d.node.Style == 0:
		return spelled(d.node.Value)
	default:
		return quote(d.node.Value)
	}
}

// unknownKey explains a key at the top that is not known. Often it is indented wrongly.
func (c *checker) unknownKey(n *yaml.Node) {
	if t := c.catalogue.Index(n.Value); t >= 0 {
		kind := c.catalogue.Topics[t].Kind
		c.addf(n, "%q is a %s; it belongs under %ss:, two spaces to the right", n.Value, kind, kind)
		return
	}
	if topic := topicOf(c.catalogue, n.Value); topic != nil {
		c.addf(n, "%q belongs under %s, with more spaces before it", n.Value, topic.ID)
		return
	}
	c.addf(n, "unknown key %s%s", quote(n.Value), suggestion{word: n.Value, known: keyNames})
}

func keyNames() []string {
	all := make([]string, len(keys))
	for i := range keys {
		all[i] = keys[i].name
	}
	return all
}

// topicOf returns the topic that has a question with this id, or nil.
func topicOf(c *pitfalls.Catalogue, id string) *pitfalls.Topic {
	for t := range c.Topics {
		if c.Topics[t].Question(id) >= 0 {
			return &c.Topics[t]
		}
	}
	return nil
}
