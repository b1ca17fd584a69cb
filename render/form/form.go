// Package form writes the questionnaire as a page for any browser, in which people answer and which gives their answers
// back as a code or a file.
//
// The page asks for nothing: its style, its script and all that they use are in it, and a policy names them by their
// hashes. Printed, or where the script may not run, it is a form to answer on paper. The numbers, ids and limits of the
// script come from the packages that read what it writes.
package form

import (
	_ "embed"
	"io"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/markup"
)

var (
	// style is for a screen.
	//
	//go:embed form.css
	style string
	// paper changes what differs on paper. The script, where it runs, restricts it to print.
	//
	//go:embed paper.css
	paper string
)

// page is what a form is made from.
type page struct {
	catalogue *pitfalls.Catalogue
	depth     assess.Depth
	coalition string
	// asked counts the statements so far.
	asked int
}

// Write writes the form for all statements that are asked at a depth, Quick or Full. It is headed by the name of the
// coalition, which may be empty.
func Write(w io.Writer, c *pitfalls.Catalogue, d assess.Depth, coalition string) error {
	p := page{catalogue: c, depth: d, coalition: coalition}
	code := script(c, d)
	title := say.kind
	if coalition != "" {
		title += ": " + coalition
	}
	return markup.Write(w, markup.Element("html", "",
		markup.Element("head", "",
			markup.Element("meta", "").With("charset", "utf-8"),
			markup.Element("meta", "").With("name", "viewport", "content", "width=device-width, initial-scale=1"),
			markup.Element("meta", "").With("http-equiv", "Content-Security-Policy", "content", policy(code)),
			markup.Element("meta", "").With("name", "format-detection", "content", "telephone=no, date=no, address=no, email=no"),
			markup.Element("title", "", markup.Words(title)),
			markup.Element("style", "", markup.Code(compact(style))),
			markup.Element("style", "", markup.Code(compact(paper))).With("id", "paper"),
			markup.Element("script", "", markup.Code(code)),
		),
		markup.Element("body", d.String(), p.body()...),
	).With("lang", c.Language))
}

// policy allows a browser nothing but the styles and the script, and no form to be sent.
func policy(code string) string {
	return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + markup.Hash(compact(style)) + " " + markup.Hash(compact(paper)) +
		"; script-src " + markup.Hash(code)
}

func (p *page) body() []markup.Node {
	form := []markup.Node{p.half(pitfalls.Pitfall), p.half(pitfalls.Pill), about()}
	form = append(form, returned()...)
	return []markup.Node{
		p.header(),
		markup.Element("main", "",
			markup.Element("form", "", form...).With("id", "form", "autocomplete", "off"),
			markup.Element("p", "small", markup.Words(say.disclaimer)),
		),
		bar(len(assess.Questionnaire{Catalogue: p.catalogue, Depth: p.depth}.Places())),
	}
}

func (p *page) header() markup.Node {
	heading := markup.Words(say.heading)
	if p.coalition != "" {
		heading = markup.Element("bdi", "", markup.Words(p.coalition))
	}
	length := say.full
	if p.depth == assess.Quick {
		length = say.quick
	}
	return markup.Element("header", "",
		markup.Element("p", "sheet", markup.Words(say.date+" "), markup.Element("span", ""), markup.Words(" "+say.sheet+" "), markup.Element("span", "")),
		markup.Element("p", "muted kind", markup.Words(say.kind)),
		markup.Element("h1", "", heading),
		markup.Element("p", "", markup.Words(length+" "+say.intro)),
		markup.Element("p", "live", markup.Words(say.introLive+" "), markup.Element("span", "keys", markup.Words(say.keys))),
		check("keep", say.keep),
		markup.Element("p", "small live", markup.Words(say.keepHint)),
		markup.Element("p", "on-paper", markup.Words(say.introPaper)),
		markup.Element("p", "still", markup.Words(say.still)),
		markup.Element("p", "", markup.Element("b", "", markup.Words(say.whoSees)), markup.Words(" "+say.seen)),
	)
}
