package planfile

import (
	"fmt"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The format of the plan files that this package reads and writes.
const (
	formatName = "coalcheck-plan"
	fileFormat = formatName + "/1"
)

// MaxSize is the largest plan file, in bytes.
const MaxSize = 1 << 20

// maxDepth is how many levels of nesting are parsed. A plan file has five.
const maxDepth = 16

var messages = textfile.Messages{
	File:           "a plan file",
	TooLarge:       "the file is larger than 1 MiB, the most that a plan file may have; is it the right file?",
	TooDeep:        "the file is nested too deeply; a plan file needs five levels at most",
	SecondDocument: "a second document starts here; a plan file holds one, so put the other into a file of its own",
	JSONLines:      "there are %d plans in this file; put each into a file of its own",
	Table:          "this is a table of values (CSV), not a plan file; the table of a plan cannot be read back, so name the plan file itself",
	Unlike:         unlike,
	AfterEnd:       "the plan ends before this; remove what follows",
	MissingColon:   "a colon is missing after this name; write a name, a colon, a space and what belongs there",
	Directive:      "lines that start with % have no use in a plan file; put the text in quotes or remove the line",
	Merge:          `"<<" has no meaning in a plan file; write the action out`,
	Alias:          "%s is an alias; write the text out, and put a text that starts with * in quotes",
}

// unlike is the only problem reported of a file without a key of a plan file.
const unlike = `this is not a plan file: the line "format: ` + fileFormat + `" is missing`

// Read parses a plan file. name is what the file is called in errors. text is the whole file; of a file larger than
// MaxSize, MaxSize+1 bytes are enough to have it refused. When anything is wrong, the plan is nil and the error is a
// *textfile.Error that holds everything that is wrong with the file: nothing in it is passed over.
//
// Actions without an id get one of the coalition's own. Ids that the catalogue does not have are an error, unless the file
// is for a newer catalogue: then the wording in the file is all that is known of them.
func Read(name string, text []byte, c *pitfalls.Catalogue) (*Plan, error) {
	file := &textfile.Reader{
		Name: name, MaxSize: MaxSize, MaxDepth: maxDepth,
		Texts: []string{"coalition", "do", "owner", "note"}, Known: func(name string) bool { return known(c, name) },
		Lists: true, Messages: &messages,
	}
	var plan *Plan
	err := file.Read(text, func(root *yaml.Node) { plan = check(root, c, file) })
	if err != nil {
		return nil, err
	}
	return plan, nil
}

// The names in a plan file, in the order in which they are checked and written.
var (
	planKeys   = []string{"format", "catalogue", "id", "coalition", "made", "review", "steps", "notes", "focus"}
	stepKeys   = []string{"pitfall", "exposure", "actions"}
	actionKeys = []string{"id", "topic", "do", "owner", "due", "done", "dropped", "note"}
)

func known(c *pitfalls.Catalogue, name string) bool {
	return slices.Contains(slices.Concat(planKeys, stepKeys, actionKeys), name) || c.Index(name) >= 0
}

// checker turns the tree of a plan file into a plan and finds everything that is wrong with it.
type checker struct {
	*textfile.Reader
	catalogue *pitfalls.Catalogue
	plan      *Plan
	// newer is set when the file is for a catalogue that this coalcheck does not have yet.
	newer bool
	// ids are those of the catalogue, seen those of the file and where each is first.
	ids  []string
	seen map[string]textfile.Position
	// actions counts the actions of the file.
	actions int
}

func check(root *yaml.Node, catalogue *pitfalls.Catalogue, file *textfile.Reader) *Plan {
	c := &checker{Reader: file, catalogue: catalogue, plan: &Plan{}, ids: ids(catalogue), seen: map[string]textfile.Position{}}
	if !c.format(root) {
		return nil
	}
	values := c.fields(root, planKeys)
	c.version(values["catalogue"])
	c.plan.ID = c.id(values["id"])
	c.plan.Coalition = c.Text("coalition", values["coalition"], textfile.Limits{Length: assess.MaxName})
	c.plan.Made = c.day("made", values["made"])
	c.plan.Review = c.day("review", values["review"])
	c.steps(values["steps"])
	c.notes(values["notes"])
	c.focus(values["focus"])
	c.nameOwn()
	return c.plan
}

// format reports whether this coalcheck can judge the file at all.
func (c *checker) format(root *yaml.Node) bool {
	if root == nil || textfile.IsNull(root) {
		c.AddStart(`the file is empty; its first line should be "format: ` + fileFormat + `"`)
		return false
	}
	if !c.IsPlain(root) {
		return false
	}
	if root.Kind != yaml.MappingNode {
		c.RefuseOther(unlike)
		return false
	}
	format := textfile.Lookup(root, "format")
	switch {
	case format == nil || textfile.IsNull(format):
		c.RefuseOther(unlike)
		return false
	case format.Value == "coalcheck/1":
		c.RefuseOther("this is an answers file, not a plan file; make a plan from it with: coalcheck plan PLAN.yaml --answers FILE")
		return false
	case format.Value != fileFormat:
		c.Addf(format, "format: %s is unknown; this coalcheck reads %s", textfile.Describe(format), fileFormat)
		return false
	}
	return true
}

// fields returns the values of a mapping by name. Other names are problems.
func (c *checker) fields(n *yaml.Node, names []string) map[string]*yaml.Node {
	index := func(name string) int { return slices.Index(names, name) }
	values := c.Fields(n, len(names), index, func(key *yaml.Node) {
		c.Addf(key, "%s", textfile.Unknown{
			Word: key.Value, Shown: textfile.Quote(key.Value), Known: func() []string { return names },
			Near: "unknown key {word}; did you mean {name}?", Far: "unknown key {word}; use one of {names}",
		})
	})
	byName := map[string]*yaml.Node{}
	for i, v := range values {
		byName[names[i]] = v
	}
	return byName
}

func (c *checker) version(n *yaml.Node) {
	if !c.IsSet(n) {
		return
	}
	v, ok := textfile.WholeNumber(n)
	if !ok || v == 0 {
		c.Addf(n, "catalogue: %s is not the number of a catalogue; this coalcheck has number %d", textfile.Describe(n), c.catalogue.Version)
		return
	}
	c.plan.Catalogue, c.newer = v, v > c.catalogue.Version
}

func (c *checker) id(n *yaml.Node) string {
	if !c.IsSet(n) {
		return ""
	}
	if n.Kind != yaml.ScalarNode || !isID(n.Value) {
		c.Addf(n, "id: %s is not the id of a plan, which has %d digits and letters from a to f; remove it, and the plan gets a new one", textfile.Describe(n), idLength)
		return ""
	}
	return n.Value
}

// day reads a day of the calendar, if there is one.
func (c *checker) day(where string, n *yaml.Node) string {
	if !c.IsSet(n) {
		return ""
	}
	return c.Day(where, n, "2026-12-15")
}

// items returns the items of a list.
func (c *checker) items(where string, n *yaml.Node) []*yaml.Node {
	if !c.IsSet(n) {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		c.Addf(n, "%s: %s is not a list; write each item on a line of its own, with a hyphen and a space before it", where, textfile.Describe(n))
		return nil
	}
	return n.Content
}

func (c *checker) steps(n *yaml.Node) {
	for i, item := range c.items("steps", n) {
		where := fmt.Sprintf("steps[%d]", i+1)
		if !c.isMapping(where, item) {
			continue
		}
		values := c.fields(item, stepKeys)
		step := Step{Pitfall: c.topic(where+".pitfall", values["pitfall"], c.catalogue.Pitfalls()), Exposure: c.exposure(where, values["exposure"])}
		for j, action := range c.items(where+".actions", values["actions"]) {
			where := fmt.Sprintf("%s.actions[%d]", where, j+1)
			if c.actions++; c.actions > MaxActions {
				c.Addf(action, "%s: a plan has at most %d actions; remove what was done or dropped long ago", where, MaxActions)
				return
			}
			if c.isMapping(where, action) {
				step.Actions = append(step.Actions, c.action(where, action))
			}
		}
		c.plan.Steps = append(c.plan.Steps, step)
	}
}

func (c *checker) isMapping(where string, n *yaml.Node) bool {
	if !c.IsPlain(n) {
		return false
	}
	if n.Kind != yaml.MappingNode {
		c.Addf(n, "%s: %s has no names; write names with values, each on a line of its own", where, textfile.Describe(n))
		return false
	}
	return true
}

// topic reads the id of one of the topics.
func (c *checker) topic(where string, n *yaml.Node, topics []pitfalls.Topic) string {
	if !c.IsSet(n) {
		return ""
	}
	names := pitfalls.IDs(topics)
	if n.Kind != yaml.ScalarNode || !slices.Contains(names, n.Value) && !c.newer {
		c.Addf(n, "%s: %s", where, textfile.Unknown{
			Word: n.Value, Shown: textfile.Describe(n), Known: func() []string { return names },
			Near: "{word} is not a topic that belongs here; did you mean {name}?",
			Far:  `{word} is not a topic that belongs here; "coalcheck explain" lists all topics`,
		})
		return ""
	}
	return n.Value
}

func (c *checker) exposure(where string, n *yaml.Node) *float64 {
	if !c.IsSet(n) {
		return nil
	}
	v, err := strconv.ParseFloat(n.Value, 64)
	if n.Kind != yaml.ScalarNode || n.Style != 0 || err != nil || !(v >= 0 && v <= 100) {
		c.Addf(n, "%s.exposure: %s is not an exposure; write a number from 0 to 100", where, textfile.Describe(n))
		return nil
	}
	return &v
}

func (c *checker) action(where string, n *yaml.Node) Action {
	values := c.fields(n, actionKeys)
	a := Action{
		ID:      c.actionID(where, values["id"]),
		Topic:   c.topic(where+".topic", values["topic"], c.catalogue.Topics),
		Do:      c.Text(where+".do", values["do"], textfile.Limits{Length: MaxDo}),
		Owner:   c.Text(where+".owner", values["owner"], textfile.Limits{Length: MaxOwner}),
		Due:     c.day(where+".due", values["due"]),
		Done:    c.day(where+".done", values["done"]),
		Dropped: c.day(where+".dropped", values["dropped"]),
		Note:    c.Text(where+".note", values["note"], textfile.Limits{Length: MaxNote, Breaks: true}),
	}
	if values["do"] == nil || textfile.IsNull(values["do"]) {
		c.Addf(n, `%s: "do" is missing; write what is to be done`, where)
	}
	if a.Done != "" && a.Dropped != "" {
		c.Addf(values["dropped"], "%s: an action is done or dropped, not both; remove one of the two", where)
	}
	return a
}

// actionID reads the id of an action, which is there once in a file.
func (c *checker) actionID(where string, n *yaml.Node) string {
	if !c.IsSet(n) {
		return ""
	}
	id := n.Value
	if n.Kind != yaml.ScalarNode || !isOwn(id) && !c.newer && !slices.Contains(c.ids, id) {
		c.Addf(n, "%s.id: %s", where, textfile.Unknown{
			Word: id, Shown: textfile.Describe(n), Known: func() []string { return c.ids },
			Near: "{word} is not the id of an action; did you mean {name}?",
			Far:  "{word} is not the id of an action; an action of your own needs no id",
		})
		return ""
	}
	if first, twice := c.seen[id]; twice {
		c.Addf(n, "%s.id: %s is the id of an action on line %d, too; remove one of the two", where, textfile.Spelled(id), first.Line)
		return ""
	}
	c.seen[id] = textfile.PositionOf(n)
	return id
}

// nameOwn gives an id to the actions that have none.
func (c *checker) nameOwn() {
	for _, a := range c.plan.Actions() {
		if a.ID == "" {
			a.ID = c.plan.FreeID()
		}
	}
}

func (c *checker) notes(n *yaml.Node) {
	c.byTopic("notes", n, c.catalogue.Topics, func(topic string, value *yaml.Node) {
		text := c.Text("notes."+topic, value, textfile.Limits{Length: MaxSaid, Breaks: true})
		c.plan.Notes = append(c.plan.Notes, Note{topic, text})
	})
}

func (c *checker) focus(n *yaml.Node) {
	c.byTopic("focus", n, c.catalogue.Pitfalls(), func(pitfall string, value *yaml.Node) {
		count, ok := textfile.WholeNumber(value)
		if !ok || count > assess.MaxFocus*assess.MaxPresent {
			c.Addf(value, "focus.%s: %s is not a number of dots; use a whole number", pitfall, textfile.Describe(value))
			return
		}
		c.plan.Focus = append(c.plan.Focus, Dots{pitfall, count})
	})
}

// byTopic hands the values of a mapping from topics to a function, in their order.
func (c *checker) byTopic(where string, n *yaml.Node, topics []pitfalls.Topic, take func(topic string, value *yaml.Node)) {
	if !c.IsSet(n) || !c.isMapping(where, n) {
		return
	}
	names := pitfalls.IDs(topics)
	values := c.fields(n, names)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i].Value, n.Content[i+1]
		if values[name] == value && c.IsSet(value) {
			take(name, value)
		}
	}
}
