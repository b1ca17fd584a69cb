package answersfile

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The keys of the mark that an unfinished run leaves. Only the first two are always there.
const (
	depthKey   = "depth"
	atKey      = "at"
	hereKey    = "here"
	keyedKey   = "keyed"
	minutesKey = "minutes"
	outputKey  = "output"
	formatKey  = "format"
	planKey    = "plan"
	slideKey   = "slide"
	talkKey    = "talk"
	ofKey      = "of"
)

var draftKeys = []string{depthKey, atKey, hereKey, keyedKey, minutesKey, outputKey, formatKey, planKey, slideKey, talkKey, ofKey}

// The limits of what a draft remembers: of the command line, of slides, and of a sheet of paper.
const (
	maxMinutes = 10_000
	maxSlide   = 1_000
	maxKeyed   = 1_000
)

var (
	paths       = textfile.Limits{Length: assess.MaxPath}
	formatNames = textfile.Limits{Length: 20}
)

// draftObject returns the mark of an unfinished run.
func draftObject(d *assess.Draft, c *pitfalls.Catalogue) textfile.Object {
	all := textfile.Object{{depthKey, d.Depth.String()}, {atKey, placeName(c, d.At)}}
	add := func(name string, value any, written bool) {
		if written {
			all = append(all, textfile.Member{name, value})
		}
	}
	add(hereKey, d.Here, d.Here > 0)
	add(keyedKey, d.Keyed, d.Keyed > 0)
	add(minutesKey, d.Report.Minutes, d.Report.Minutes > 0)
	add(outputKey, d.Report.Path, d.Report.Path != "")
	add(formatKey, d.Report.Format, d.Report.Format != "")
	add(planKey, d.Plan, d.Plan != "")
	add(slideKey, d.Reveal.Slide, d.Reveal.Slide > 0)
	add(talkKey, d.Reveal.Talk, len(d.Reveal.Talk) > 0)
	add(ofKey, d.Of, d.Of != "")
	return all
}

// draftLine returns the same in one line of YAML. The quotes keep a text from being anything else.
func draftLine(d *assess.Draft, c *pitfalls.Catalogue) string {
	var fields []string
	for i, m := range draftObject(d, c) {
		value := fmt.Sprint(m[1])
		switch v := m[1].(type) {
		case string:
			if i > 1 {
				value = textfile.DoubleQuoted(v)
			}
		case []string:
			value = "[" + strings.Join(v, ", ") + "]"
		}
		fields = append(fields, fmt.Sprintf("%s: %s", m[0], value))
	}
	return strings.Join(fields, ", ")
}

// draft reads the mark in an unfinished run.
func (c *checker) draft(n *yaml.Node) {
	const right = `write "{depth: full, at: TOPIC.QUESTION}", or remove the draft`
	if n.Kind != yaml.MappingNode {
		c.Addf(n, "draft: %s does not say where the run stands; "+right, textfile.Describe(n))
		return
	}
	index := func(name string) int { return slices.Index(draftKeys, name) }
	values := c.Fields(n, len(draftKeys), index, func(key *yaml.Node) {
		c.Addf(key, "draft: unknown key %s; "+right, textfile.Quote(key.Value))
	})
	value := func(name string) *yaml.Node { return values[index(name)] }
	depth, at := value(depthKey), value(atKey)
	if !c.IsSet(depth) || !c.IsSet(at) {
		c.Addf(n, "draft: depth or at is missing; "+right)
		return
	}
	d := assess.Draft{}
	switch depth.Value {
	case assess.Full.String():
		d.Depth = assess.Full
	case assess.Quick.String():
		d.Depth = assess.Quick
	default:
		c.Addf(depth, "draft.depth: %s is not a depth; use full or quick", textfile.Describe(depth))
	}
	place, ok := findPlace(c.catalogue, at.Value)
	if !ok {
		c.Addf(at, "draft.at: %s is not a question; "+right, textfile.Describe(at))
	}
	d.At = place
	d.Here = c.draftNumber(hereKey, value(hereKey), assess.MaxPresent)
	d.Keyed = c.draftNumber(keyedKey, value(keyedKey), maxKeyed)
	d.Report = assess.Report{
		Minutes: c.draftNumber(minutesKey, value(minutesKey), maxMinutes),
		Path:    c.Text("draft.output", value(outputKey), paths),
		Format:  c.Text("draft.format", value(formatKey), formatNames),
	}
	d.Plan = c.Text("draft.plan", value(planKey), paths)
	d.Reveal = assess.Reveal{Slide: c.draftNumber(slideKey, value(slideKey), maxSlide), Talk: c.draftTalk(value(talkKey))}
	if of := value(ofKey); c.IsSet(of) {
		if !fingerprint().MatchString(of.Value) {
			c.Addf(of, "draft.of: %s is not the fingerprint of a file; remove it, and the changes are kept apart", textfile.Describe(of))
		}
		d.Of = of.Value
	}
	c.answers.Draft = &d
}

// draftNumber reads a number from 1 to most. Without a value it is 0.
func (c *checker) draftNumber(name string, n *yaml.Node, most int) int {
	if !c.IsSet(n) {
		return 0
	}
	v, ok := textfile.WholeNumber(n)
	if !ok || v < 1 || v > most {
		c.Addf(n, "draft.%s: %s is out of place; use a whole number from 1 to %d, or remove it", name, textfile.Describe(n), most)
		return 0
	}
	return v
}

// draftTalk reads the topics that a room wants to talk about.
func (c *checker) draftTalk(n *yaml.Node) []string {
	if !c.IsSet(n) {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		c.Addf(n, "draft.talk: %s is no list of topics; remove it", textfile.Describe(n))
		return nil
	}
	var topics []string
	for _, item := range n.Content {
		if c.catalogue.Index(item.Value) < 0 || slices.Contains(topics, item.Value) {
			c.Addf(item, "draft.talk: %s is no topic, or there twice; remove it", textfile.Describe(item))
			return nil
		}
		topics = append(topics, item.Value)
	}
	return topics
}

// fingerprint finds what the interview makes of the text of a file.
var fingerprint = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("^[0-9a-f]{32}$") })

func draftSchema(c *pitfalls.Catalogue) textfile.Object {
	var places []string
	for t := range c.Topics {
		for q := assess.Overall; q < len(c.Topics[t].Questions); q++ {
			places = append(places, placeName(c, assess.Place{Topic: t, Question: q}))
		}
	}
	return textfile.Object{
		{"description", "Where an unfinished run stands. coalcheck writes and reads it."},
		{"type", textfile.OrNull("object")},
		{"required", []string{depthKey, atKey}},
		{"additionalProperties", false},
		{"properties", textfile.Object{
			{depthKey, textfile.Object{{"enum", []string{assess.Full.String(), assess.Quick.String()}}}},
			{atKey, textfile.Object{{"enum", places}}},
			{hereKey, textfile.Object{{"type", textfile.OrNull("integer")}, {"minimum", 1}, {"maximum", assess.MaxPresent}}},
			{keyedKey, textfile.Object{{"type", textfile.OrNull("integer")}, {"minimum", 1}, {"maximum", maxKeyed}}},
			{minutesKey, textfile.Object{{"type", textfile.OrNull("integer")}, {"minimum", 1}, {"maximum", maxMinutes}}},
			{outputKey, textfile.TextSchema("Where its report goes.", paths)},
			{formatKey, textfile.TextSchema("How its report is written.", formatNames)},
			{planKey, textfile.TextSchema("The plan file that it has made.", paths)},
			{slideKey, textfile.Object{{"type", textfile.OrNull("integer")}, {"minimum", 1}, {"maximum", maxSlide}}},
			{talkKey, textfile.Object{
				{"type", textfile.OrNull("array")}, {"uniqueItems", true}, {"items", textfile.Object{{"enum", pitfalls.IDs(c.Topics)}}},
			}},
			{ofKey, textfile.Object{{"type", textfile.OrNull("string")}, {"pattern", "^[0-9a-f]{32}$"}}},
		}},
	}
}
