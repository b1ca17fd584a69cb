package answersfile

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// focus reads the pitfalls that matter most: a list of one person or of a room that agreed, or the dots of a room.
func (c *checker) focus(n *yaml.Node) {
	switch n.Kind {
	case yaml.SequenceNode:
		c.focusList(n)
	case yaml.MappingNode:
		c.dots(n)
	default:
		c.Addf(n, "focus: write the pitfalls in brackets, such as [%s]", c.catalogue.Topics[0].ID)
	}
}

func (c *checker) focusList(n *yaml.Node) {
	for i, item := range n.Content {
		if !c.IsPlain(item) {
			continue
		}
		switch {
		case i == assess.MaxFocus:
			c.Addf(item, "focus: at most %d pitfalls; remove the others", assess.MaxFocus)
			return
		case item.Kind != yaml.ScalarNode || c.pitfall(item.Value) < 0:
			c.noFocus(item)
		case slices.Contains(c.answers.Focus, item.Value):
			c.Addf(item, "focus: %q is there twice; remove one", item.Value)
		default:
			c.answers.Focus = append(c.answers.Focus, item.Value)
		}
	}
}

// dots reads how many dots a room gave to each pitfall.
func (c *checker) dots(n *yaml.Node) {
	values := c.Fields(n, pitfalls.PitfallCount, c.pitfall, c.noFocus)
	if len(n.Content) == 0 {
		return
	}
	c.needPresent(n)
	sum := 0
	for i, value := range values {
		if !c.IsSet(value) {
			continue
		}
		count, ok := textfile.WholeNumber(value)
		switch present := c.answers.Present; {
		case !ok:
			c.Addf(value, "focus: %s is not a number of dots; use a whole number, 0 or more", textfile.Describe(value))
		case present > 0 && count > present:
			c.Addf(value, "focus: %d dots for %s, but present is %d", count, c.catalogue.Topics[i].ID, present)
		case count > assess.MaxPresent:
			c.Addf(value, "focus: %s is more than the %d that a room can hold", textfile.Describe(value), assess.MaxPresent)
		default:
			c.answers.Dots[i] = count
			sum += count
		}
	}
	if present := c.answers.Present; present > 0 && sum > assess.MaxFocus*present {
		c.Addf(n, "focus: %d dots in all, but %d people have %d each, which is %d", sum, present, assess.MaxFocus, assess.MaxFocus*present)
	}
}

// pitfall returns the index of the pitfall with this id, or -1.
func (c *checker) pitfall(id string) int {
	if t := c.catalogue.Index(id); t < pitfalls.PitfallCount {
		return t
	}
	return -1
}

// noFocus explains what is not the id of a pitfall.
func (c *checker) noFocus(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && c.catalogue.Index(n.Value) >= 0 {
		c.Addf(n, "focus: %q is a pill; only pitfalls can stand here", n.Value)
		return
	}
	c.Addf(n, "%s", textfile.Unknown{
		Word: n.Value, Shown: textfile.Describe(n), Known: func() []string { return pitfalls.IDs(c.catalogue.Pitfalls()) },
		Near: "focus: {word} is not a pitfall; did you mean {name}?",
		Far:  `focus: {word} is not a pitfall; "coalcheck explain" lists them all`,
	})
}

// focusLine returns the focus as the file spells it, or "" where there is none.
func (f *formatter) focusLine() string {
	if !f.answers.HasDots() {
		if len(f.answers.Focus) == 0 {
			return ""
		}
		return "[" + strings.Join(f.answers.Focus, ", ") + "]"
	}
	var dots []string
	for i, n := range f.answers.Dots {
		if n > 0 {
			dots = append(dots, fmt.Sprintf("%s: %d", f.catalogue.Topics[i].ID, n))
		}
	}
	return "{" + strings.Join(dots, ", ") + "}"
}

// focusValue returns the focus as JSON has it.
func (f *formatter) focusValue() any {
	if !f.answers.HasDots() {
		return f.answers.Focus
	}
	var dots textfile.Object
	for i, n := range f.answers.Dots {
		if n > 0 {
			dots = append(dots, textfile.Member{f.catalogue.Topics[i].ID, n})
		}
	}
	return dots
}

func focusSchema(c *pitfalls.Catalogue) textfile.Object {
	var dots textfile.Object
	for _, id := range pitfalls.IDs(c.Pitfalls()) {
		dots = append(dots, textfile.Member{id, textfile.Object{
			{"type", textfile.OrNull("integer")}, {"minimum", 0}, {"maximum", assess.MaxPresent},
		}})
	}
	return textfile.Object{
		{"description", "The pitfalls that matter most: a list; or in a room, how many dots each got, three a person."},
		{"type", []string{"array", "object", "null"}},
		{"maxItems", assess.MaxFocus},
		{"uniqueItems", true},
		{"items", textfile.Object{{"enum", pitfalls.IDs(c.Pitfalls())}}},
		{"properties", dots},
		{"additionalProperties", false},
	}
}
