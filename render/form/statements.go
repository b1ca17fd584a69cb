package form

import (
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/markup"
)

// half returns the pitfalls or the pills: who is meant, how to rate, and the statements.
func (p *page) half(k pitfalls.Kind) markup.Node {
	s := p.catalogue.Scale(k)
	name := say.pitfalls
	if k == pitfalls.Pill {
		name = say.pills
	}
	var help []markup.Node
	for _, text := range s.Help {
		help = append(help, markup.Element("li", "", markup.Words(text)))
	}
	inside := []markup.Node{
		markup.Element("h2", "", markup.Words(name)).With("tabindex", "-1"),
		markup.Element("p", "before", markup.Words(s.Before)),
		markup.Element("p", "asks", markup.Words(s.Asks)),
		markup.Element("ul", "help", help...),
	}
	list := []markup.Node{markup.Element("p", "on-paper scale", markup.Words(scale(s)))}
	for t := range p.catalogue.Topics {
		if p.catalogue.Topics[t].Kind == k {
			list = append(list, p.topic(t)...)
		}
	}
	return markup.Element("section", "half", append(inside, markup.Element("div", "list", list...))...)
}

// scale returns the words for the ratings in a line, as paper has them at the head of each page.
func scale(s *pitfalls.Scale) string {
	parts := make([]string, 0, assess.Kinds)
	for r := assess.Lowest; r <= assess.NotApplicable; r++ {
		parts = append(parts, sign(r)+" "+r.Label(s))
	}
	return strings.Join(parts, ", ")
}

// sign returns what a rating is called on paper and on the keyboard: its number, d or n.
func sign(r assess.Rating) string { return r.String()[:1] }

// topic returns the statements of a topic, below its label where there are several, and a place for a note.
func (p *page) topic(t int) []markup.Node {
	topic := &p.catalogue.Topics[t]
	var all []markup.Node
	if p.depth == assess.Full {
		all = append(all, markup.Element("h3", "", markup.Words(topic.Label)))
	}
	s := p.catalogue.Scale(topic.Kind)
	for _, place := range (assess.Questionnaire{Catalogue: p.catalogue, Depth: p.depth}).Topic(t) {
		p.asked++
		all = append(all, statement(p.asked, assess.Statement(p.catalogue, place), s))
	}
	return append(all, markup.Element("details", "",
		markup.Element("summary", "", markup.Words(say.note)),
		markup.Element("textarea", "").With("aria-label", say.noteOn+" "+topic.Label),
	))
}

// statement returns a statement with its number and the ratings to choose from. Their order says which is which.
func statement(number int, text string, s *pitfalls.Scale) markup.Node {
	name := strconv.Itoa(number)
	var ratings []markup.Node
	for r := assess.Lowest; r <= assess.NotApplicable; r++ {
		ratings = append(ratings, option(name, "", markup.Words(sign(r)+" "), markup.Element("i", "", markup.Words(r.Label(s)))))
	}
	return markup.Element("fieldset", "",
		markup.Element("legend", "", markup.Element("b", "", markup.Words(name)), markup.Words(" "+text)),
		markup.Element("div", "", ratings...),
	).With("id", "q"+name)
}

// option returns one choice of several that exclude each other. Its value may be "".
func option(name, value string, label ...markup.Node) markup.Node {
	return markup.Element("label", "",
		markup.Element("input", "").With("type", "radio", "name", name, "value", value),
		markup.Element("b", "", label...))
}
