// Package source reads a catalogue from the YAML that people edit. Only the generator and the tests use it: the
// program itself carries the catalogue as Go data.
package source

import (
	"fmt"
	"os"

	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// file is the layout of a catalogue file. Its keys are the ones of pitfalls.Catalogue in snake case.
type file struct {
	Version          int
	Language         string
	Scales           struct{ Frequency, Truth scale }
	Pitfalls         []topic
	Pills            []topic
	Clashes          [pitfalls.ClashCount]clash
	AskTwo           action    `yaml:"ask_two"`
	Talk             action    `yaml:"talk"`
	TalkConfidential action    `yaml:"talk_confidential"`
	Sources          yaml.Node // a node, because the order of its keys is kept
}

type scale struct {
	Before string
	Asks   string
	Labels [5]string
	Help   []string
}

type topic struct {
	ID, Title, Label string
	Ask              pitfalls.Ask
	Delicate         bool
	Summary          string
	Basis            pitfalls.Basis
	Overall          string
	Signs, Practices []question
	LeadsTo          []link `yaml:"leads_to"`
	Pills            []string
	Fits             yaml.Node // a node, because the order of its keys is kept
	Quick            [2]string
	Check            check
	Actions          []action
}

type question struct {
	ID, Text string
	Basis    pitfalls.Basis
	Sources  []string
	Actions  []string
}

type check struct {
	Days30, Days90 string
}

type clash struct {
	Practice, Sign, Ask string
}

type link struct {
	Pitfall, Because string
	Basis            pitfalls.Basis
	Sources          []string
}

type action struct {
	ID, Do, Effort string
	Minutes        int
	How            pitfalls.How
	Sources        []string
	Extra          bool
}

type publication struct {
	Title, Publisher, URL string
}

// Read reads the catalogue at path and checks it whole. The error names everything that is wrong with it.
func Read(path string) (*pitfalls.Catalogue, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c, err := Parse(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

// Parse reads a catalogue from YAML text and checks it whole.
func Parse(text []byte) (*pitfalls.Catalogue, error) {
	var f file
	if err := yaml.Load(text, &f, yaml.WithKnownFields()); err != nil {
		return nil, err
	}
	c := &pitfalls.Catalogue{
		Version:          f.Version,
		Language:         f.Language,
		Frequency:        pitfalls.Scale(f.Scales.Frequency),
		Truth:            pitfalls.Scale(f.Scales.Truth),
		AskTwo:           pitfalls.Action(f.AskTwo),
		Talk:             pitfalls.Action(f.Talk),
		TalkConfidential: pitfalls.Action(f.TalkConfidential),
	}
	for _, t := range f.Pitfalls {
		c.Topics = append(c.Topics, t.topic(pitfalls.Pitfall))
	}
	for _, t := range f.Pills {
		c.Topics = append(c.Topics, t.topic(pitfalls.Pill))
	}
	for i, pair := range f.Clashes {
		c.Clashes[i] = pitfalls.Clash(pair)
	}
	for i := 0; i+1 < len(f.Sources.Content); i += 2 {
		var p publication
		if err := f.Sources.Content[i+1].Load(&p, yaml.WithKnownFields()); err != nil {
			return nil, err
		}
		c.Sources = append(c.Sources, pitfalls.Source{
			ID: f.Sources.Content[i].Value, Title: p.Title, Publisher: p.Publisher, URL: p.URL,
		})
	}
	return c, c.Check()
}

func (t topic) topic(k pitfalls.Kind) pitfalls.Topic {
	out := pitfalls.Topic{
		Kind: k, ID: t.ID, Title: t.Title, Label: t.Label, Ask: t.Ask, Delicate: t.Delicate, Summary: t.Summary,
		Basis: t.Basis, Overall: t.Overall,
		Pills: t.Pills, Quick: t.Quick, Check: pitfalls.Check(t.Check),
	}
	for i := 0; i+1 < len(t.Fits.Content); i += 2 {
		out.Fits = append(out.Fits, pitfalls.Fit{Pill: t.Fits.Content[i].Value, Action: t.Fits.Content[i+1].Value})
	}
	for _, q := range append(t.Signs, t.Practices...) {
		out.Questions = append(out.Questions, pitfalls.Question(q))
	}
	for _, l := range t.LeadsTo {
		out.LeadsTo = append(out.LeadsTo, pitfalls.Link(l))
	}
	for _, a := range t.Actions {
		out.Actions = append(out.Actions, pitfalls.Action(a))
	}
	return out
}
