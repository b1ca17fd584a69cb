package pitfalls

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// reserved words have their own meaning where an answers file names a question.
var reserved = []string{"overall", "note"}

// idPattern is what an id looks like: lower-case words joined by hyphens.
const idPattern = `^[a-z][a-z0-9]*(-[a-z0-9]+)*$`

// Check reports everything that is wrong with the catalogue, joined into one error, or nil.
//
// A sound catalogue has ten pitfalls and ten pills; unique ids; no empty text; at least two questions and two actions
// a topic; only links to topics and sources that exist; and every pitfall is treated by a pill, every pill treats one.
func (c *Catalogue) Check() error {
	var p problems
	p.require(c.Version > 0, "version: %d is not a positive number", c.Version)
	p.text("language", c.Language)
	p.scale("scales.frequency", c.Frequency)
	p.scale("scales.truth", c.Truth)
	if len(c.Topics) != PitfallCount+PillCount {
		p.addf("%d topics; want %d pitfalls and %d pills", len(c.Topics), PitfallCount, PillCount)
		return p.join()
	}
	p.sources(c)
	seen := map[string]bool{}
	for i := range c.Topics {
		t := &c.Topics[i]
		p.require(!seen[t.ID], "%s: id used twice", t.ID)
		seen[t.ID] = true
		p.require((t.Kind == Pitfall) == (i < PitfallCount), "%s: a %s in the wrong list", t.ID, t.Kind)
		p.topic(c, t)
	}
	p.treatment(c)
	return p.join()
}

// problems gathers what is wrong, so that an editor of the catalogue sees all of it at once.
type problems []error

func (p *problems) addf(format string, args ...any) { *p = append(*p, fmt.Errorf(format, args...)) }

func (p *problems) require(ok bool, format string, args ...any) {
	if !ok {
		p.addf(format, args...)
	}
}

func (p *problems) join() error { return errors.Join(*p...) }

func (p *problems) text(where, s string) {
	p.require(strings.TrimSpace(s) != "", "%s: empty", where)
	p.require(s == strings.TrimSpace(s), "%s: spaces around the text", where)
	p.require(!strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f }), "%s: control character", where)
}

func (p *problems) id(where, id string) {
	p.require(regexp.MustCompile(idPattern).MatchString(id), "%s: %q is not an id: lower-case words joined by hyphens", where, id)
	for _, word := range reserved {
		p.require(id != word, "%s: %q has another meaning in an answers file", where, id)
	}
}

func (p *problems) scale(where string, s Scale) {
	p.text(where+".asks", s.Asks)
	seen := map[string]bool{}
	for _, label := range s.Labels {
		p.text(where+".labels", label)
		p.require(!seen[strings.ToLower(label)], "%s: label %q used twice", where, label)
		seen[strings.ToLower(label)] = true
	}
}

func (p *problems) sources(c *Catalogue) {
	seen := map[string]bool{}
	for _, s := range c.Sources {
		where := "sources." + s.ID
		p.id(where, s.ID)
		p.require(!seen[s.ID], "%s: id used twice", where)
		seen[s.ID] = true
		p.text(where+".title", s.Title)
		p.text(where+".publisher", s.Publisher)
		p.require(s.URL == "" || strings.HasPrefix(s.URL, "https://") || strings.HasPrefix(s.URL, "http://"),
			"%s: %q is not a web address", where, s.URL)
	}
}

func (p *problems) topic(c *Catalogue, t *Topic) {
	p.id(t.ID, t.ID)
	p.text(t.ID+".title", t.Title)
	p.text(t.ID+".summary", t.Summary)
	p.text(t.ID+".overall", t.Overall)
	if t.Kind == Pill {
		p.require(t.Basis == BasisAuthor || t.Basis == BasisTitle, "%s: basis %q; want author or title", t.ID, t.Basis)
	}
	p.require(len(t.Questions) >= 2, "%s: %d questions; want two or more", t.ID, len(t.Questions))
	seen := map[string]bool{}
	for _, q := range t.Questions {
		where := t.ID + "." + q.ID
		p.id(where, q.ID)
		p.require(!seen[q.ID], "%s: id used twice", where)
		seen[q.ID] = true
		p.text(where, q.Text)
		p.basis(c, where, q.Basis, q.Sources)
	}
	p.require(len(t.Actions) >= 2, "%s: %d actions; want two or more", t.ID, len(t.Actions))
	for i, a := range t.Actions {
		where := fmt.Sprintf("%s.actions[%d]", t.ID, i)
		p.text(where+".do", a.Do)
		p.text(where+".effort", a.Effort)
		p.require(a.How == HowDirect || a.How == HowAdapted, "%s: how %q; want direct or adapted", where, a.How)
		p.require(len(a.Sources) > 0, "%s: no source", where)
		p.known(c, where, a.Sources)
	}
	for _, l := range t.LeadsTo {
		where := t.ID + ".leads_to." + l.Pitfall
		p.text(where, l.Because)
		p.basis(c, where, l.Basis, l.Sources)
		target := c.Topic(l.Pitfall)
		p.require(target != nil && target.Kind == Pitfall, "%s: no such pitfall", where)
		p.require(l.Pitfall != t.ID, "%s: leads to itself", where)
	}
}

// basis checks that a text says where it comes from and names a source unless it is our own judgement.
func (p *problems) basis(c *Catalogue, where string, b Basis, sources []string) {
	p.require(b == BasisAuthor || b == BasisSource || b == BasisOurs, "%s: basis %q; want author, source or ours", where, b)
	p.require(b == BasisOurs || len(sources) > 0, "%s: no source", where)
	p.known(c, where, sources)
}

func (p *problems) known(c *Catalogue, where string, sources []string) {
	for _, id := range sources {
		p.require(c.Source(id) != nil, "%s: unknown source %q", where, id)
	}
}

func (p *problems) treatment(c *Catalogue) {
	treats := map[string]bool{}
	for _, t := range c.Pitfalls() {
		p.require(len(t.Pills) > 0, "%s: treated by no pill", t.ID)
		for _, id := range t.Pills {
			pill := c.Topic(id)
			p.require(pill != nil && pill.Kind == Pill, "%s: unknown pill %q", t.ID, id)
			treats[id] = true
		}
	}
	for _, t := range c.Pills() {
		p.require(treats[t.ID], "%s: treats no pitfall", t.ID)
	}
}
