// Package html writes documents as HTML: one page by itself, without scripts and outside requests.
package html

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/markup"
)

// style makes the page readable on a screen and on paper.
//
//go:embed style.css
var style string

// Write writes a document as a page.
func Write(w io.Writer, d *doc.Document) error {
	var p page
	root := markup.Element("html", "",
		markup.Element("head", "",
			markup.Element("meta", "").With("charset", "utf-8"),
			markup.Element("meta", "").With("name", "viewport", "content", "width=device-width, initial-scale=1"),
			markup.Element("meta", "").With("http-equiv", "Content-Security-Policy", "content", policy()),
			// Telephones make links of numbers, dates and addresses.
			markup.Element("meta", "").With("name", "format-detection", "content", "telephone=no, date=no, address=no, email=no"),
			markup.Element("title", "", markup.Words(title(d))),
			markup.Element("style", "", markup.Code(style)),
		),
		markup.Element("body", "",
			markup.Element("header", "", heading(d)...),
			markup.Element("main", "", p.blocks(d.Blocks)...),
		),
	).With("lang", d.Lang)
	return markup.Write(w, root)
}

// policy allows a browser nothing but the style sheet, which it knows by its hash.
func policy() string { return "default-src 'none'; style-src " + markup.Hash(style) }

// title returns what a browser calls the page.
func title(d *doc.Document) string {
	if d.Kind.Empty() || d.Name.Empty() {
		return d.Kind.String() + d.Name.String()
	}
	return d.Kind.String() + ": " + d.Name.String()
}

// heading says what the document is, what it is about, and when.
func heading(d *doc.Document) []markup.Node {
	kind, name := d.Kind, d.Name
	if name.Empty() {
		kind, name = nil, kind
	}
	return slices.Concat(line("p", "muted", kind), line("h1", "", name), line("p", "muted", d.Date))
}

// page is what has to be known of a page while it is made.
type page struct {
	// boxes counts the items with a box.
	boxes int
}

// blocks returns blocks as elements, a section together with what belongs to it.
func (p *page) blocks(blocks []doc.Block) []markup.Node {
	var all []markup.Node
	for i := 0; i < len(blocks); i++ {
		switch section, ok := blocks[i].(doc.Section); {
		case !ok:
			all = append(all, p.block(blocks[i])...)
		case section.RunIn:
			n := runIns(blocks[i:])
			all = append(all, markup.Element("div", "run-ins", p.sections(blocks[i:i+n])...))
			i += n - 1
		default:
			n := sectionEnd(blocks[i:])
			all = append(all, p.section(&section, blocks[i+1:i+n]))
			i += n - 1
		}
	}
	return all
}

// sections returns blocks that begin with a section as sections.
func (p *page) sections(blocks []doc.Block) []markup.Node {
	var all []markup.Node
	for len(blocks) > 0 {
		section, n := blocks[0].(doc.Section), sectionEnd(blocks)
		all = append(all, p.section(&section, blocks[1:n]))
		blocks = blocks[n:]
	}
	return all
}

func (p *page) section(s *doc.Section, blocks []doc.Block) markup.Node {
	class := ""
	if s.Number > 0 {
		class = "step"
	}
	return markup.Element("section", class, append(sectionHead(s), p.blocks(blocks)...)...).With("id", s.ID)
}

// sectionEnd returns how many blocks belong to the section that is the first of them, itself included. A page ends no section
// that goes on after it.
func sectionEnd(blocks []doc.Block) int {
	first := blocks[0].(doc.Section)
	for i, b := range blocks[1:] {
		switch b := b.(type) {
		case doc.Section:
			if b.Level <= first.Level {
				return i + 1
			}
		case doc.Break:
			return i + 1
		}
	}
	return len(blocks)
}

// runIns returns how many blocks are short sections, one after the other.
func runIns(blocks []doc.Block) int {
	n := 0
	for n < len(blocks) {
		if s, ok := blocks[n].(doc.Section); !ok || !s.RunIn {
			break
		}
		n += sectionEnd(blocks[n:])
	}
	return n
}

// block returns any block but a section.
func (p *page) block(b doc.Block) []markup.Node {
	switch b := b.(type) {
	case doc.Paragraph:
		return line("p", [...]string{doc.Body: "", doc.Lead: "lead", doc.Warning: "warning", doc.Small: "small"}[b.Role], b.Text)
	case doc.Facts:
		return []markup.Node{markup.Element("dl", "", p.facts(b)...)}
	case doc.List:
		return []markup.Node{p.list(&b)}
	case doc.Table:
		return []markup.Node{table(&b)}
	case doc.Bars:
		return []markup.Node{bars(&b)}
	case doc.Tally:
		return []markup.Node{tally(&b)}
	case doc.Verbatim:
		return []markup.Node{markup.Element("pre", "", markup.Words(strings.Join(b, "\n")))}
	case doc.Pen:
		var lines []markup.Node
		for _, label := range b {
			lines = append(lines, markup.Element("p", "pen", texts(label)...))
		}
		return []markup.Node{markup.Element("div", "pens", lines...)}
	case doc.Break:
		return []markup.Node{markup.Element("hr", "break")}
	default:
		panic(fmt.Sprintf("html: a block of type %T", b))
	}
}

func sectionHead(s *doc.Section) []markup.Node {
	name := texts(s.Name)
	if s.Number > 0 {
		name = append([]markup.Node{markup.Words(strconv.Itoa(s.Number) + ". ")}, name...)
	}
	return slices.Concat(
		[]markup.Node{markup.Element("h"+strconv.Itoa(min(1+max(s.Level, 1), 6)), "", name...)},
		line("p", "muted", s.Remark.Sentence()),
		line("p", "muted", s.Tail.Sentence()),
	)
}

func (p *page) facts(facts doc.Facts) []markup.Node {
	var all []markup.Node
	for i, f := range facts {
		if i == 0 || f.Label.String() != facts[i-1].Label.String() {
			all = append(all, line("dt", "", f.Label)...)
		}
		all = append(all, markup.Element("dd", "", append(texts(f.Text), p.blocks(f.Below)...)...))
	}
	return all
}

func (p *page) list(l *doc.List) markup.Node {
	var items []markup.Node
	for i := range l.Items {
		item := &l.Items[i]
		inside := p.boxed(item)
		for _, tail := range item.Tail {
			inside = append(inside, markup.Words(" "), markup.Element("span", "tail", texts(tail)...))
		}
		items = append(items, markup.Element("li", "", append(inside, p.blocks(item.Below)...)...))
	}
	switch l.From {
	case 0:
		return markup.Element("ul", "", items...)
	case 1:
		return markup.Element("ol", "", items...)
	default:
		return markup.Element("ol", "", items...).With("start", strconv.Itoa(l.From))
	}
}

// boxed returns the text of an item behind its box. The box is a character, which can be printed and copied, with the role
// of a box, which a screen reader names in its own words.
func (p *page) boxed(item *doc.Item) []markup.Node {
	if item.Box == doc.NoBox {
		return texts(item.Text)
	}
	p.boxes++
	id := "item-" + strconv.Itoa(p.boxes)
	text := "span"
	if item.Box == doc.Dropped {
		text = "s"
	}
	return []markup.Node{
		markup.Element("span", "", markup.Words([...]string{doc.Open: "☐", doc.Done: "☑", doc.Dropped: "☒"}[item.Box])).With("role", "checkbox",
			"aria-checked", strconv.FormatBool(item.Box == doc.Done), "aria-disabled", "true", "aria-labelledby", id),
		markup.Words(" "),
		markup.Element(text, "", texts(item.Text)...).With("id", id),
	}
}
