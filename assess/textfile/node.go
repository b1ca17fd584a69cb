package textfile

import "go.yaml.in/yaml/v4"

// PositionOf returns the place of a node.
func PositionOf(n *yaml.Node) Position { return Position{n.Line, n.Column} }

// IsNull reports whether a node is the value of a key with nothing after it.
func IsNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Style == 0 && n.Anchor == ""
}

// IsEmpty reports whether a node is null or {}.
func IsEmpty(n *yaml.Node) bool {
	return IsNull(n) || n.Kind == yaml.MappingNode && len(n.Content) == 0
}

// Lookup returns the value of a key in a mapping, or nil.
func Lookup(n *yaml.Node, name string) *yaml.Node {
	for k := 0; k < len(n.Content); k += 2 {
		if n.Content[k].Kind == yaml.ScalarNode && n.Content[k].Value == name {
			return n.Content[k+1]
		}
	}
	return nil
}

// IsSet reports whether there is a value to check. A value that is not plain is a problem.
func (r *Reader) IsSet(n *yaml.Node) bool {
	return n != nil && r.IsPlain(n) && !IsNull(n)
}

// IsPlain reports whether a node is free of what only YAML has and no file of ours: aliases, anchors and tags. Each of
// them is a problem.
func (r *Reader) IsPlain(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		r.Addf(n, r.Messages.Alias, Quote("*"+n.Value))
	case n.Anchor != "":
		r.Addf(n, "%s is an anchor; remove it, and put a text that starts with & in quotes", Quote("&"+n.Anchor))
	case n.Style&yaml.TaggedStyle != 0 || n.Tag == "!":
		r.Addf(n, "%s is a tag; remove it, and put a text that starts with ! in quotes", Quote(n.Tag))
	default:
		return true
	}
	return false
}

// Fields returns count values of a mapping, each at the index of its name, and nil where a name is missing. Names
// without an index, for which index returns -1, go to unknown.
func (r *Reader) Fields(n *yaml.Node, count int, index func(name string) int, unknown func(key *yaml.Node)) []*yaml.Node {
	values, lines := make([]*yaml.Node, count), make([]int, count)
	for k := 0; k < len(n.Content); k += 2 {
		key, value := n.Content[k], n.Content[k+1]
		if !r.isName(key) {
			continue
		}
		i := index(key.Value)
		switch {
		case i < 0:
			unknown(key)
		case values[i] != nil:
			r.Addf(key, "%s is there twice, first in line %d; remove one", Quote(key.Value), lines[i])
		default:
			values[i], lines[i] = value, key.Line
		}
	}
	return values
}

// isName reports whether a key is a name. Everything else is a problem.
func (r *Reader) isName(key *yaml.Node) bool {
	switch {
	case !r.IsPlain(key):
	case key.Kind != yaml.ScalarNode:
		r.Addf(key, "this must be a name, not %s", Describe(key))
	case IsNull(key):
		r.Addf(key, "the name before the colon is missing")
	case key.Tag == "!!merge":
		r.Addf(key, "%s", r.Messages.Merge)
	default:
		return true
	}
	return false
}

// Description is how an error names a value.
type Description struct{ node *yaml.Node }

// Describe returns the description of a value, which is put into words only when an error is.
func Describe(n *yaml.Node) Description { return Description{n} }

// String returns the value as it is spelled in the file, or what it is when it is no single value.
func (d Description) String() string {
	switch {
	case d.node.Kind == yaml.SequenceNode:
		return "a list"
	case d.node.Kind == yaml.MappingNode:
		return "a group of names"
	case d.node.Kind == yaml.AliasNode:
		return "an alias"
	case d.node.Style == 0:
		return Spelled(d.node.Value)
	default:
		return Quote(d.node.Value)
	}
}
