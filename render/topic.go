package render

import (
	"io"
	"slices"
	"strconv"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// Topic writes everything that the catalogue says about one topic as terminal text: what it means, its signs or
// practices, how it connects to others, what to do, and where each of these comes from.
func Topic(w io.Writer, c *pitfalls.Catalogue, t *pitfalls.Topic, o Options) error {
	e := explanation{page: newPage(o), catalogue: c, topic: t}
	e.spread(e.theme.title.Render(t.Title), e.theme.muted.Render(t.Kind.String()))
	e.paragraph(0, e.theme.muted, t.Summary)
	if t.Basis == pitfalls.BasisTitle {
		e.paragraph(0, e.theme.muted, "Only the title of this pill comes from the list's author; the text under it was not "+
			"available to us, so the rest is derived from the sources named below.")
	}
	e.questions()
	e.connections()
	e.actions()
	e.sources()
	return e.writeTo(w)
}

// explanation is a page about one topic.
type explanation struct {
	*page
	catalogue *pitfalls.Catalogue
	topic     *pitfalls.Topic
	cited     citations
}

func (e *explanation) questions() {
	heading := "SIGNS"
	if e.topic.Kind == pitfalls.Pill {
		heading = "PRACTICES"
	}
	e.section(heading, "")
	e.scale(2, e.catalogue.Scale(e.topic.Kind))
	for i, q := range e.topic.Questions {
		e.item(2, strconv.Itoa(i+1), 3, q.Text+e.from(q.Basis, q.Sources))
	}
	e.item(2, "or, in a quick run:", 0, "")
	e.item(5, "", 0, e.topic.Overall)
}

// connections adds what a pitfall feeds and which pills treat it, or which pitfalls a pill treats.
func (e *explanation) connections() {
	if e.topic.Kind == pitfalls.Pill {
		e.section("TREATS", "")
		for _, p := range e.catalogue.Pitfalls() {
			if slices.Contains(p.Pills, e.topic.ID) {
				e.item(2, "", 0, p.Title)
			}
		}
		return
	}
	if len(e.topic.LeadsTo) > 0 {
		e.section("FEEDS", "")
		for _, l := range e.topic.LeadsTo {
			e.item(2, "", 0, e.catalogue.Topic(l.Pitfall).Title+": "+lowerFirst(l.Because)+e.from(l.Basis, l.Sources))
		}
	}
	e.section("PILLS THAT TREAT IT", "")
	for _, id := range e.topic.Pills {
		e.item(2, "", 0, e.catalogue.Topic(id).Title)
	}
}

func (e *explanation) actions() {
	e.section("WHAT TO DO", "")
	const number = 3
	for i, a := range e.topic.Actions {
		text := a.Do + " [" + e.cited.cite(a.Sources)
		if a.How == pitfalls.HowAdapted {
			text += ", adapted"
		}
		text += "]"
		e.itemLines(2, strconv.Itoa(i+1), number, e.withTail(text, a.Effort, e.width-2-number))
	}
}

func (e *explanation) sources() {
	e.section("SOURCES", "")
	for i, id := range e.cited {
		s := e.catalogue.Source(id)
		text := s.Title + ", " + s.Publisher
		e.item(2, strconv.Itoa(i+1), 4, text)
		if s.URL != "" {
			e.line("      ", s.URL) // whole, even past the width, so that it can be opened
		}
	}
	e.blank()
	e.paragraph(2, e.theme.muted, "Adapted: our small first step on the principle of the source; otherwise the source "+
		"itself recommends the step. "+disclaimer)
}

// from says where a text comes from: the numbers of its sources, or that it is our own judgement.
func (e *explanation) from(b pitfalls.Basis, sources []string) string {
	if b == pitfalls.BasisOurs {
		return " [our judgement]"
	}
	return " [" + e.cited.cite(sources) + "]"
}
