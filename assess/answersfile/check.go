package answersfile

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// checker turns the tree of an answers file into answers and finds everything that is wrong with it. After a problem it
// goes on, with whatever was wrong left out.
type checker struct {
	catalogue *pitfalls.Catalogue
	answers   *assess.Answers
	found     *problems
	// room tells that the file has a present, right or wrong.
	room bool
	// lacking is the first tally of a file that lacks present, if any. Only that one is reported.
	lacking *yaml.Node
}

// key is one of the keys at the top of an answers file.
type key struct {
	name string
	// check stores what the value says. It is not called for a key without a value.
	check func(c *checker, value *yaml.Node)
}

// keys lists what may stand at the top of an answers file, in the order in which it is checked: how many were present
// decides how the answers are read.
var keys = []key{
	{"format", func(*checker, *yaml.Node) {}},    // checked before everything else
	{"catalogue", func(*checker, *yaml.Node) {}}, // this too
	{"present", (*checker).present},
	{"coalition", func(c *checker, n *yaml.Node) { c.answers.Coalition = c.text("coalition", n, names) }},
	{"respondent", func(c *checker, n *yaml.Node) { c.answers.Respondent = c.text("respondent", n, names) }},
	{"role", (*checker).role},
	{"date", (*checker).date},
	{"focus", (*checker).focus},
	{"pitfalls", func(c *checker, n *yaml.Node) { c.topics(pitfalls.Pitfall, n) }},
	{"pills", func(c *checker, n *yaml.Node) { c.topics(pitfalls.Pill, n) }},
	{"draft", (*checker).draft},
}

// check returns what the tree of an answers file says. Of a file in another format or for a newer catalogue only that
// is reported, because nothing else in it can be judged.
func check(root *yaml.Node, catalogue *pitfalls.Catalogue, found *problems) *assess.Answers {
	c := &checker{catalogue: catalogue, answers: assess.New(catalogue), found: found}
	if !c.format(root) {
		return nil
	}
	values := c.fields(root, len(keys), keyIndex, c.unknownKey)
	for i, value := range values {
		if c.given(value) {
			keys[i].check(c, value)
		}
	}
	if c.lacking != nil {
		c.addf(c.lacking, `counts need the size of the room; add a line such as "present: 23" at the top`)
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

// format reports whether this coalcheck can judge the file at all.
func (c *checker) format(root *yaml.Node) bool {
	start := position{1, 1}
	switch {
	case root == nil || isNull(root):
		c.found.addf(start, `the file is empty; its first line should be "format: %s"`, fileFormat)
		return false
	case !c.bare(root):
		return false
	case root.Kind != yaml.MappingNode:
		c.found.addf(positionOf(root), noAnswersFile)
		return false
	}
	format, version := lookup(root, "format"), lookup(root, "catalogue")
	switch {
	case (format == nil || isNull(format)) && !hasKnownKey(root):
		c.found.addf(start, noAnswersFile)
		return false
	case format == nil || isNull(format):
		c.found.addf(start, `the line "format: %s" is missing; put it at the top`, fileFormat)
	case !c.bare(format):
		return false
	case format.Value != fileFormat && isNewer(format.Value):
		c.addf(format, "format: %s is newer than this coalcheck, which reads %s; install a newer coalcheck", spelled(format.Value), fileFormat)
		return false
	case format.Value != fileFormat:
		c.addf(format, "format: %s is unknown; this coalcheck reads %s", described(format), fileFormat)
		return false
	}
	return version == nil || isNull(version) || c.version(version)
}

// noAnswersFile is said of a file with nothing in it that belongs into one: what else is wrong with it does not matter.
const noAnswersFile = `this is not an answers file: the line "format: ` + fileFormat + `" is missing`

// hasKnownKey reports whether a mapping has any key that may stand at the top of an answers file.
func hasKnownKey(n *yaml.Node) bool {
	return slices.ContainsFunc(keyNames(), func(name string) bool { return lookup(n, name) != nil })
}

// isNewer reports whether a format is a later version of ours.
func isNewer(format string) bool {
	version, ours := strings.CutPrefix(format, formatName+"/")
	return ours && isWhole(version) && version != "0"
}

// version checks which catalogue the file was written for. Older ones are fine: ids never change.
func (c *checker) version(n *yaml.Node) bool {
	if !c.bare(n) {
		return false
	}
	v, ok := wholeNumber(n)
	switch {
	case !ok || v == 0:
		c.addf(n, "catalogue: %s is not the number of a catalogue; this coalcheck has number %d", described(n), c.catalogue.Version)
		return true
	case v > c.catalogue.Version:
		c.addf(n, "catalogue: %s is newer than the one of this coalcheck, which is %d; install a newer coalcheck", spelled(n.Value), c.catalogue.Version)
		return false
	default:
		return true
	}
}

func (c *checker) present(n *yaml.Node) {
	c.room = true
	v, ok := wholeNumber(n)
	if !ok || v < 1 || v > assess.MaxPresent {
		c.addf(n, "present: %s is not a number of people; use a whole number from 1 to %d", described(n), assess.MaxPresent)
		return
	}
	c.answers.Present = v
}

func (c *checker) role(n *yaml.Node) {
	if slices.Contains(assess.Roles(), assess.Role(n.Value)) {
		c.answers.Role = assess.Role(n.Value)
		return
	}
	c.addf(n, "role: %s is not a role%s", described(n), suggestion{word: n.Value, known: roleNames})
}

func roleNames() []string {
	var all []string
	for _, r := range assess.Roles() {
		all = append(all, string(r))
	}
	return all
}

func (c *checker) date(n *yaml.Node) {
	if _, err := time.Parse(time.DateOnly, n.Value); err != nil || n.Kind != yaml.ScalarNode {
		c.addf(n, "date: %s is not a day of the calendar; write it as year-month-day, such as 2026-11-21", described(n))
		return
	}
	c.answers.Date = n.Value
}

func (c *checker) focus(n *yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		c.addf(n, "focus: write the pitfalls in brackets, such as [%s]", c.catalogue.Topics[0].ID)
		return
	}
	for i, item := range n.Content {
		if !c.bare(item) {
			continue
		}
		t := c.catalogue.Index(item.Value)
		switch {
		case i == assess.MaxFocus:
			c.addf(item, "focus: at most %d pitfalls; remove the others", assess.MaxFocus)
			return
		case item.Kind != yaml.ScalarNode || t < 0:
			c.addf(item, "focus: %s is not a pitfall%s", described(item), nearestTopic(item.Value, c.catalogue.Pitfalls()))
		case c.catalogue.Topics[t].Kind != pitfalls.Pitfall:
			c.addf(item, "focus: %q is a pill; only pitfalls can stand here", item.Value)
		case slices.Contains(c.answers.Focus, item.Value):
			c.addf(item, "focus: %q is there twice; remove one", item.Value)
		default:
			c.answers.Focus = append(c.answers.Focus, item.Value)
		}
	}
}

// draft reads the mark that the wizard leaves in an unfinished run.
func (c *checker) draft(n *yaml.Node) {
	const right = `write "{depth: full, at: TOPIC.QUESTION}", or remove the draft`
	if n.Kind != yaml.MappingNode {
		c.addf(n, "draft: %s does not say where the run stands; "+right, described(n))
		return
	}
	names := []string{"depth", "at"}
	index := func(name string) int { return slices.Index(names, name) }
	values := c.fields(n, len(names), index, func(key *yaml.Node) {
		c.addf(key, "draft: unknown key %s; "+right, quote(key.Value))
	})
	depth, at := values[0], values[1]
	if !c.given(depth) || !c.given(at) {
		c.addf(n, "draft: depth or at is missing; "+right)
		return
	}
	d := assess.Draft{}
	switch depth.Value {
	case assess.Full.String():
		d.Depth = assess.Full
	case assess.Quick.String():
		d.Depth = assess.Quick
	default:
		c.addf(depth, "draft.depth: %s is not a depth; use full or quick", described(depth))
	}
	place, ok := findPlace(c.catalogue, at.Value)
	if !ok {
		c.addf(at, "draft.at: %s is not a question; "+right, described(at))
	}
	d.At = place
	c.answers.Draft = &d
}

// findPlace returns the place that a text of the form TOPIC.QUESTION or TOPIC.overall names.
func findPlace(c *pitfalls.Catalogue, name string) (assess.Place, bool) {
	topic, question, _ := strings.Cut(name, ".")
	t := c.Index(topic)
	if t < 0 {
		return assess.Place{}, false
	}
	if question == overallKey {
		return assess.Place{Topic: t, Question: assess.Whole}, true
	}
	q := c.Topics[t].Question(question)
	return assess.Place{Topic: t, Question: q}, q >= 0
}

// textLimits says what a text may hold.
type textLimits struct {
	length int
	// breaks allows line breaks and tabs.
	breaks bool
}

var (
	names = textLimits{assess.MaxName, false}
	notes = textLimits{assess.MaxNote, true}
)

// text returns a text that people wrote. Any value without keys or items below it is one, as it is spelled. Line breaks
// of every kind become LF, so that no carriage return reaches a screen.
func (c *checker) text(where string, n *yaml.Node, limits textLimits) string {
	if n.Kind != yaml.ScalarNode {
		c.addf(n, "%s: a text should stand here, not %s; put it in quotes", where, described(n))
		return ""
	}
	text := unixBreaks.Replace(n.Value)
	if length := utf8.RuneCountInString(text); length > limits.length {
		c.addf(n, "%s: %d characters are too many; use %d at most", where, length, limits.length)
	}
	for _, r := range text {
		if safetext.Forbidden(r) || !limits.breaks && (r == '\t' || r == '\n') {
			c.addf(n, "%s: %s is not allowed here; remove it", where, character(r))
			break
		}
	}
	return text
}

// wholeNumber returns the value of a whole number that is written in digits, without sign, quotes or leading zeros.
// Numbers over a billion count as that, which is beyond every limit.
func wholeNumber(n *yaml.Node) (value int, ok bool) {
	if n.Kind != yaml.ScalarNode || n.Style != 0 || !isWhole(n.Value) {
		return 0, false
	}
	if len(n.Value) > 9 {
		return 1e9, true
	}
	value, err := strconv.Atoi(n.Value)
	return value, err == nil
}

func isWhole(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == "" && (s[0] != '0' || s == "0")
}
