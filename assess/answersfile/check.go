package answersfile

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// checker turns the tree of an answers file into answers and finds everything that is wrong with it. After a problem it
// goes on and leaves out the wrong part.
type checker struct {
	*textfile.Reader
	catalogue *pitfalls.Catalogue
	answers   *assess.Answers
	// workshop is set when the file has a present, right or wrong.
	workshop bool
	// lacking is the first tally, or the dots, of a file that lacks present, if any. Only that one is reported.
	lacking *yaml.Node
}

// key is one of the keys at the top of an answers file.
type key struct {
	name string
	// check stores the value. It is not called for a key without one, unless bare is set.
	check func(c *checker, value *yaml.Node)
	bare  bool
}

// keys lists the keys at the top of an answers file, in the order in which they are checked: how many were present
// decides how the answers are read.
var keys = []key{
	{name: "format", check: func(*checker, *yaml.Node) {}},    // checked before everything else
	{name: "catalogue", check: func(*checker, *yaml.Node) {}}, // this too
	{name: "present", check: (*checker).present},
	{name: "coalition", check: (*checker).coalition, bare: true},
	{name: "respondent", check: (*checker).respondent, bare: true},
	{name: "role", check: (*checker).role},
	{name: "date", check: (*checker).date},
	{name: "language", check: (*checker).language},
	{name: "read_out", check: (*checker).readOut},
	{name: "focus", check: (*checker).focus},
	{name: "pitfalls", check: func(c *checker, n *yaml.Node) { c.topics(pitfalls.Pitfall, n) }},
	{name: "pills", check: func(c *checker, n *yaml.Node) { c.topics(pitfalls.Pill, n) }},
	{name: "draft", check: (*checker).draft},
}

// check returns the answers in the tree of an answers file. Of a file in another format or for a newer catalogue only
// that is reported, because nothing else in it can be judged.
func check(root *yaml.Node, catalogue *pitfalls.Catalogue, file *textfile.Reader) *assess.Answers {
	c := &checker{Reader: file, catalogue: catalogue, answers: assess.New(catalogue)}
	if !c.format(root) {
		return nil
	}
	values := c.Fields(root, len(keys), keyIndex, c.unknownKey)
	for i, value := range values {
		if keys[i].bare || c.IsSet(value) {
			keys[i].check(c, value)
		}
	}
	if c.lacking != nil {
		c.Addf(c.lacking, `counts need the size of the room; add a line such as "present: 23" at the top`)
	}
	return c.answers
}

func keyIndex(name string) int {
	for i := range keys {
		if keys[i].name == name {
			return i
		}
	}
	return -1
}

// unknownKey explains a key at the top that is not known. Often it is indented wrongly.
func (c *checker) unknownKey(n *yaml.Node) {
	if t := c.catalogue.Index(n.Value); t >= 0 {
		kind := c.catalogue.Topics[t].Kind
		c.Addf(n, "%q is a %s; it belongs under %ss:, two spaces to the right", n.Value, kind, kind)
		return
	}
	if topic := topicOf(c.catalogue, n.Value); topic != nil {
		c.Addf(n, "%q belongs under %s, with more spaces before it", n.Value, topic.ID)
		return
	}
	c.Addf(n, "%s", textfile.Unknown{
		Word: n.Value, Shown: textfile.Quote(n.Value), Known: keyNames,
		Near: "unknown key {word}; did you mean {name}?", Far: "unknown key {word}; use one of {names}",
	})
}

// texts are the keys whose values people write in their own words.
var texts = []string{"coalition", "respondent", noteKey}

// known reports whether an answers file has a key of this name anywhere.
func known(c *pitfalls.Catalogue, name string) bool {
	return keyIndex(name) >= 0 || c.Index(name) >= 0 || topicOf(c, name) != nil ||
		name == overallKey || name == noteKey || name == depthKey || name == atKey || name == ofKey || slices.Contains(voteKeys, name)
}

func keyNames() []string {
	all := make([]string, len(keys))
	for i := range keys {
		all[i] = keys[i].name
	}
	return all
}

func (c *checker) present(n *yaml.Node) {
	c.workshop = true
	v, ok := textfile.WholeNumber(n)
	if !ok || v < 1 || v > assess.MaxPresent {
		c.Addf(n, "present: %s is not a number of people; use a whole number from 1 to %d", textfile.Describe(n), assess.MaxPresent)
		return
	}
	c.answers.Present = v
}

func (c *checker) coalition(n *yaml.Node) { c.answers.Coalition = c.Text("coalition", n, names) }

func (c *checker) respondent(n *yaml.Node) { c.answers.Respondent = c.Text("respondent", n, names) }

func (c *checker) role(n *yaml.Node) {
	if slices.Contains(assess.Roles(), assess.Role(n.Value)) {
		c.answers.Role = assess.Role(n.Value)
		return
	}
	c.Addf(n, "%s", textfile.Unknown{
		Word: n.Value, Shown: textfile.Describe(n), Known: roleNames,
		Near: "role: {word} is not a role; did you mean {name}?", Far: "role: {word} is not a role; use one of {names}",
	})
}

func roleNames() []string {
	var all []string
	for _, r := range assess.Roles() {
		all = append(all, string(r))
	}
	return all
}

func (c *checker) date(n *yaml.Node) {
	c.answers.Date = c.Day("date", n, "2026-11-21")
}

// languagePattern is what a language looks like: two to eight letters and hyphens, letters at both ends.
const languagePattern = `^[A-Za-z](?:[A-Za-z-]{0,6}[A-Za-z])$`

func isLanguage(tag string) bool {
	letters := strings.ReplaceAll(tag, "-", "")
	foreign := func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }
	return len(tag) >= 2 && len(tag) <= 8 && strings.Trim(tag, "-") == tag && !strings.ContainsFunc(letters, foreign)
}

func (c *checker) language(n *yaml.Node) {
	if n.Kind != yaml.ScalarNode || !isLanguage(n.Value) {
		c.Addf(n, "language: %s is not a language; write its short form, such as en or pt-BR", textfile.Describe(n))
		return
	}
	c.answers.Language = n.Value
}

func (c *checker) readOut(n *yaml.Node) {
	switch plain := n.Kind == yaml.ScalarNode && n.Style == 0; {
	case plain && n.Value == "true":
		c.answers.ReadOut = true
	case !plain || n.Value != "false":
		c.Addf(n, "read_out: %s does not say whether the notes may be read out; use true or false", textfile.Describe(n))
	}
}

// findPlace returns the place that a text of the form TOPIC.QUESTION or TOPIC.overall names.
func findPlace(c *pitfalls.Catalogue, name string) (assess.Place, bool) {
	topic, question, _ := strings.Cut(name, ".")
	t := c.Index(topic)
	if t < 0 {
		return assess.Place{}, false
	}
	if question == overallKey {
		return assess.Place{Topic: t, Question: assess.Overall}, true
	}
	q := c.Topics[t].Question(question)
	return assess.Place{Topic: t, Question: q}, q >= 0
}

var (
	names = textfile.Limits{Length: assess.MaxName}
	notes = textfile.Limits{Length: assess.MaxNote, Breaks: true}
)
