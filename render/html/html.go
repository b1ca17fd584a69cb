// Package html writes documents as HTML: one page by itself, without scripts and outside requests.
//
// It does not use html/template, because the linker keeps every exported method in a program that executes templates.
// Some of these open connections, and coalcheck promises to hold none that does. Instead, a page is a tree of elements.
// Words are only ever the content of an element or the value of a quoted attribute, and one function makes them safe for
// both. Every element is closed, so that tests can read the page as XML.
package html

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/render/doc"
)

// style makes the page readable on a screen and on paper.
//
//go:embed style.css
var style string

// Write writes a document as a page.
func Write(w io.Writer, d *doc.Document) error {
	var p page
	root := element("html", "",
		element("head", "",
			element("meta", "").with("charset", "utf-8"),
			element("meta", "").with("name", "viewport", "content", "width=device-width, initial-scale=1"),
			element("meta", "").with("http-equiv", "Content-Security-Policy", "content", policy()),
			// Telephones make links of numbers, dates and addresses.
			element("meta", "").with("name", "format-detection", "content", "telephone=no, date=no, address=no, email=no"),
			element("title", "", words(title(d))),
			element("style", "", node{style: style}),
		),
		element("body", "",
			element("header", "", heading(d)...),
			element("main", "", p.blocks(d.Blocks)...),
		),
	).with("lang", d.Lang)
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n")
	root.write(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// policy allows a browser nothing but the style sheet, which it knows by its hash.
func policy() string {
	hash := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"
}

// title returns what a browser calls the page.
func title(d *doc.Document) string {
	if d.Kind.Empty() || d.Name.Empty() {
		return d.Kind.String() + d.Name.String()
	}
	return d.Kind.String() + ": " + d.Name.String()
}

// heading says what the document is, what it is about, and when.
func heading(d *doc.Document) []node {
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
func (p *page) blocks(blocks []doc.Block) []node {
	var all []node
	for i := 0; i < len(blocks); i++ {
		switch section, ok := blocks[i].(doc.Section); {
		case !ok:
			all = append(all, p.block(blocks[i])...)
		case section.RunIn:
			n := runIns(blocks[i:])
			all = append(all, element("div", "run-ins", p.sections(blocks[i:i+n])...))
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
func (p *page) sections(blocks []doc.Block) []node {
	var all []node
	for len(blocks) > 0 {
		section, n := blocks[0].(doc.Section), sectionEnd(blocks)
		all = append(all, p.section(&section, blocks[1:n]))
		blocks = blocks[n:]
	}
	return all
}

func (p *page) section(s *doc.Section, blocks []doc.Block) node {
	class := ""
	if s.Number > 0 {
		class = "step"
	}
	return element("section", class, append(sectionHead(s), p.blocks(blocks)...)...).with("id", s.ID)
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
func (p *page) block(b doc.Block) []node {
	switch b := b.(type) {
	case doc.Paragraph:
		return line("p", [...]string{doc.Body: "", doc.Lead: "lead", doc.Warning: "warning", doc.Small: "small"}[b.Role], b.Text)
	case doc.Facts:
		return []node{element("dl", "", p.facts(b)...)}
	case doc.List:
		return []node{p.list(&b)}
	case doc.Table:
		return []node{table(&b)}
	case doc.Bars:
		return []node{bars(&b)}
	case doc.Tally:
		return []node{tally(&b)}
	case doc.Verbatim:
		return []node{element("pre", "", words(strings.Join(b, "\n")))}
	case doc.Pen:
		var lines []node
		for _, label := range b {
			lines = append(lines, element("p", "pen", texts(label)...))
		}
		return []node{element("div", "pens", lines...)}
	case doc.Break:
		return []node{element("hr", "break")}
	default:
		panic(fmt.Sprintf("html: a block of type %T", b))
	}
}

func sectionHead(s *doc.Section) []node {
	name := texts(s.Name)
	if s.Number > 0 {
		name = append([]node{words(strconv.Itoa(s.Number) + ". ")}, name...)
	}
	return slices.Concat(
		[]node{element("h"+strconv.Itoa(min(1+max(s.Level, 1), 6)), "", name...)},
		line("p", "muted", s.Remark.Sentence()),
		line("p", "muted", s.Tail.Sentence()),
	)
}

func (p *page) facts(facts doc.Facts) []node {
	var all []node
	for i, f := range facts {
		if i == 0 || f.Label.String() != facts[i-1].Label.String() {
			all = append(all, line("dt", "", f.Label)...)
		}
		all = append(all, element("dd", "", append(texts(f.Text), p.blocks(f.Below)...)...))
	}
	return all
}

func (p *page) list(l *doc.List) node {
	var items []node
	for i := range l.Items {
		item := &l.Items[i]
		inside := p.boxed(item)
		for _, tail := range item.Tail {
			inside = append(inside, words(" "), element("span", "tail", texts(tail)...))
		}
		items = append(items, element("li", "", append(inside, p.blocks(item.Below)...)...))
	}
	switch l.From {
	case 0:
		return element("ul", "", items...)
	case 1:
		return element("ol", "", items...)
	default:
		return element("ol", "", items...).with("start", strconv.Itoa(l.From))
	}
}

// boxed returns the text of an item behind its box. The box is a character, which can be printed and copied, with the role
// of a box, which a screen reader names in its own words.
func (p *page) boxed(item *doc.Item) []node {
	if item.Box == doc.NoBox {
		return texts(item.Text)
	}
	p.boxes++
	id := "item-" + strconv.Itoa(p.boxes)
	text := "span"
	if item.Box == doc.Dropped {
		text = "s"
	}
	return []node{
		element("span", "", words([...]string{doc.Open: "☐", doc.Done: "☑", doc.Dropped: "☒"}[item.Box])).with("role", "checkbox",
			"aria-checked", strconv.FormatBool(item.Box == doc.Done), "aria-disabled", "true", "aria-labelledby", id),
		words(" "),
		element(text, "", texts(item.Text)...).with("id", id),
	}
}
