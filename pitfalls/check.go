package pitfalls

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words that an answers file gives another meaning: a question cannot have the first as its id, nor a rating the second
// as its label.
var (
	reservedIDs    = []string{"overall", "note"}
	reservedLabels = []string{"dk", "na"}
)

// maxLabel is the most characters of a topic's label, so that a table has space for it.
const maxLabel = 24

// Check reports everything that is wrong with the catalogue, joined into one error with one line for each problem, or
// nil. A line begins with the place, such as "overcommitted.actions[2]"; actions are counted from 1.
//
// A sound catalogue has ten pitfalls and then ten pills; ids that are unique and look like ids; labels that tell the
// two scales apart; no empty text; at least two questions and two actions a topic; only links to topics and sources
// that exist, none of them twice; no source that nothing refers to; every pitfall is treated by a pill, every pill
// treats one; and every sign is answered by two actions, every action of a pitfall answers something or says that it is
// extra.
func (c *Catalogue) Check() error {
	var p problems
	p.require(c.Version > 0, "version: %d is not a positive number", c.Version)
	p.text("language", c.Language)
	p.scales(c)
	p.topics(c)
	p.sources(c)
	p.treatment(c)
	p.clashes(c)
	p.action(c, "ask_two", map[string]bool{}, c.AskTwo)
	p.require(c.AskTwo.How == HowOurs, "ask_two: how %q; want ours", c.AskTwo.How)
	p.talk("talk", c.Talk)
	p.talk("talk_confidential", c.TalkConfidential)
	return errors.Join(p...)
}

// problems gathers what is wrong, so that an editor of the catalogue sees all of it at once.
type problems []error

// require adds a problem unless ok.
func (p *problems) require(ok bool, format string, args ...any) {
	if !ok {
		*p = append(*p, fmt.Errorf(format, args...))
	}
}

// text checks that a text says something, with nothing that could disturb a terminal.
func (p *problems) text(where, s string) {
	trimmed := strings.TrimSpace(s)
	p.require(trimmed != "", "%s: empty", where)
	p.require(trimmed == "" || trimmed == s, "%s: spaces around the text", where)
	p.require(!strings.ContainsFunc(s, unicode.IsControl), "%s: control character", where)
}

// id checks that an id looks like one and that it is not among seen, to which it is added.
func (p *problems) id(seen map[string]bool, where, id string) {
	p.require(isID(id), "%s: %q is not an id: lower-case words joined by hyphens", where, id)
	p.require(!seen[id], "%s: id used twice", where)
	seen[id] = true
}

// isID reports whether the text is lower-case words joined by hyphens, the first of which begins with a letter.
func isID(s string) bool {
	for word := range strings.SplitSeq(s, "-") {
		if word == "" || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return s[0] >= 'a'
}

// scales checks the labels of both scales together: an answers file may hold a label in place of a number, and must be
// able to say which scale it is from.
func (p *problems) scales(c *Catalogue) {
	seen := map[string]bool{}
	check := func(where string, s Scale) {
		p.text(where+".before", s.Before)
		p.text(where+".asks", s.Asks)
		p.require(len(s.Help) > 0, "%s.help: empty", where)
		for i, text := range s.Help {
			p.text(fmt.Sprintf("%s.help[%d]", where, i+1), text)
		}
		for _, label := range s.Labels {
			p.text(where+".labels", label)
			word := strings.ToLower(label)
			p.require(!seen[word], "%s: label %q used twice", where, label)
			p.require(!slices.Contains(reservedLabels, word), "%s: label %q has another meaning in an answers file", where, label)
			seen[word] = true
		}
	}
	check("scales.frequency", c.Frequency)
	check("scales.truth", c.Truth)
}

func (p *problems) topics(c *Catalogue) {
	counts := map[Kind]int{}
	for _, t := range c.Topics {
		counts[t.Kind]++
	}
	p.require(counts[Pitfall] == PitfallCount, "%d pitfalls; want %d", counts[Pitfall], PitfallCount)
	p.require(counts[Pill] == PillCount, "%d pills; want %d", counts[Pill], PillCount)
	inOrder := slices.IsSortedFunc(c.Topics, func(a, b Topic) int { return int(a.Kind) - int(b.Kind) })
	p.require(inOrder, "topics: a pill stands before a pitfall")
	seen, labels := map[string]bool{}, map[string]bool{}
	for i := range c.Topics {
		t := &c.Topics[i]
		p.id(seen, t.ID, t.ID)
		label := strings.ToLower(t.Label)
		p.require(!labels[label], "%s.label: %q used twice", t.ID, t.Label)
		labels[label] = true
		p.topic(c, t)
	}
}

func (p *problems) sources(c *Catalogue) {
	used := map[string]bool{}
	for _, id := range c.references() {
		used[id] = true
	}
	seen := map[string]bool{}
	for _, s := range c.Sources {
		where := "sources." + s.ID
		p.id(seen, where, s.ID)
		p.require(used[s.ID], "%s: nothing refers to it", where)
		p.text(where+".title", s.Title)
		p.text(where+".publisher", s.Publisher)
		p.require(s.URL == "" || strings.HasPrefix(s.URL, "https://") || strings.HasPrefix(s.URL, "http://"),
			"%s: %q is not a web address", where, s.URL)
	}
}

// references returns the id of every source that the topics refer to, as often as they do.
func (c *Catalogue) references() []string {
	var ids []string
	for _, t := range c.Topics {
		for _, q := range t.Questions {
			ids = append(ids, q.Sources...)
		}
		for _, l := range t.LeadsTo {
			ids = append(ids, l.Sources...)
		}
		for _, a := range t.Actions {
			ids = append(ids, a.Sources...)
		}
	}
	return ids
}

func (p *problems) topic(c *Catalogue, t *Topic) {
	p.text(t.ID+".title", t.Title)
	p.text(t.ID+".label", t.Label)
	n := utf8.RuneCountInString(t.Label)
	p.require(n <= maxLabel, "%s.label: %d characters; want at most %d", t.ID, n, maxLabel)
	p.require(t.Ask == AskLeader || t.Ask == AskMembers, "%s.ask: %q; want leader or members", t.ID, t.Ask)
	p.text(t.ID+".summary", t.Summary)
	p.text(t.ID+".overall", t.Overall)
	p.questions(c, t)
	p.actions(c, t)
	if t.Kind == Pill {
		p.require(!t.Delicate, "%s: a pill is not delicate", t.ID)
		p.require(t.Basis == BasisAuthor || t.Basis == BasisTitle, "%s: basis %q; want author or title", t.ID, t.Basis)
		p.require(len(t.LeadsTo) == 0, "%s: a pill leads to nothing", t.ID)
		p.require(len(t.Pills) == 0, "%s: a pill has no pills", t.ID)
		return
	}
	p.require(t.Basis == "", "%s: a pitfall has no basis of its own; its questions have", t.ID)
	p.links(c, t)
}

func (p *problems) questions(c *Catalogue, t *Topic) {
	p.require(len(t.Questions) >= 2, "%s: fewer than two questions", t.ID)
	seen := map[string]bool{}
	for _, q := range t.Questions {
		where := t.ID + "." + q.ID
		p.id(seen, where, q.ID)
		p.require(!slices.Contains(reservedIDs, q.ID), "%s: %q has another meaning in an answers file", where, q.ID)
		p.text(where, q.Text)
		p.basis(c, where, q.Basis, q.Sources)
		p.answers(t, where, q)
	}
}

func (p *problems) links(c *Catalogue, t *Topic) {
	seen := map[string]bool{}
	for _, l := range t.LeadsTo {
		where := t.ID + ".leads_to." + l.Pitfall
		target := c.Topic(l.Pitfall)
		p.require(target != nil && target.Kind == Pitfall, "%s: no such pitfall", where)
		p.require(l.Pitfall != t.ID, "%s: leads to itself", where)
		p.require(!seen[l.Pitfall], "%s: named twice", where)
		seen[l.Pitfall] = true
		p.text(where, l.Because)
		p.basis(c, where, l.Basis, l.Sources)
	}
}

// basis checks that a text says where it comes from, and names a source unless it is our own judgement.
func (p *problems) basis(c *Catalogue, where string, b Basis, sources []string) {
	p.require(b == BasisAuthor || b == BasisSource || b == BasisOurs, "%s: basis %q; want author, source or ours", where, b)
	p.require(b == BasisOurs || len(sources) > 0, "%s: no source", where)
	p.known(c, where, sources)
}

// known checks that every source exists and is named once.
func (p *problems) known(c *Catalogue, where string, sources []string) {
	for i, id := range sources {
		p.require(c.Source(id) != nil, "%s: unknown source %q", where, id)
		p.require(!slices.Contains(sources[:i], id), "%s: source %q named twice", where, id)
	}
}

// treatment checks that every pitfall is treated by a pill, and that every pill treats a pitfall.
func (p *problems) treatment(c *Catalogue) {
	treats := map[string]bool{}
	for _, t := range c.Topics {
		p.require(t.Kind == Pill || len(t.Pills) > 0, "%s: treated by no pill", t.ID)
		for i, id := range t.Pills {
			pill := c.Topic(id)
			p.require(pill != nil && pill.Kind == Pill, "%s: unknown pill %q", t.ID, id)
			p.require(!slices.Contains(t.Pills[:i], id), "%s: pill %q named twice", t.ID, id)
			treats[id] = true
		}
	}
	for _, t := range c.Topics {
		p.require(t.Kind == Pitfall || treats[t.ID], "%s: treats no pitfall", t.ID)
	}
}
