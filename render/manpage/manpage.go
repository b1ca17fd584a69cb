// Package manpage writes documents as manual pages, in roff. Commands are copied from manual pages, so no line is
// hyphenated or stretched, and hyphens stay the ones of ASCII.
package manpage

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/render/doc"
)

// Options says where a page stands in the manual.
type Options struct {
	// Section is 1 for commands, 5 for files and 7 for other subjects.
	Section string
	// Source is the program that the page belongs to, Manual what the whole manual is called.
	Source, Manual string
}

// Write writes a document as a manual page. The document is called what man calls the page, and its kind says in a few
// words what that is. Bars and tallies are text, and there is no pen.
func Write(w io.Writer, d *doc.Document, o Options) error {
	var p page
	p.macro("TH", strings.ToUpper(d.Name.String()), o.Section, d.Date.String(), o.Source, o.Manual)
	p.WriteString(".nh\n.ad l\n")
	p.macro("SH", "NAME")
	p.text(doc.Join(d.Name, doc.Words(" - "), d.Kind))
	p.blocks(d.Blocks, false)
	_, err := io.WriteString(w, p.String())
	return err
}

// page is a manual page in the making. Every method ends its line.
type page struct{ strings.Builder }

// blocks writes blocks, of which the first one follows a heading or a label or something else.
func (p *page) blocks(blocks []doc.Block, headed bool) {
	for _, b := range blocks {
		p.block(b, headed)
		_, headed = b.(doc.Section)
	}
}

// block writes a block. What does not begin with a macro of its own begins a paragraph, unless it follows a heading.
func (p *page) block(b doc.Block, headed bool) {
	switch b.(type) {
	case doc.Paragraph, doc.Verbatim:
		if !headed {
			p.macro("PP")
		}
	}
	switch b := b.(type) {
	case doc.Section:
		p.section(&b)
	case doc.Paragraph:
		if b.Role == doc.Lead || b.Role == doc.Warning {
			b.Text = strong(b.Text)
		}
		p.text(b.Text)
	case doc.Facts:
		for _, f := range b {
			p.term(f.Label, f.Below, f.Text)
		}
	case doc.List:
		p.list(&b)
	case doc.Table:
		p.table(&b)
	case doc.Bars:
		for _, row := range b.Rows {
			p.term(row.Label, nil, row.Shown, row.Word, row.Tail)
		}
	case doc.Tally:
		for _, row := range b.Rows {
			p.text(row.Label)
			for i, answer := range b.Scale {
				p.term(answer.Label, nil, doc.Words(strconv.Itoa(row.N[i])))
			}
		}
	case doc.Verbatim:
		p.verbatim(b)
	case doc.Pen, doc.Break: // for paper
	default:
		panic(fmt.Sprintf("manpage: a block of type %T", b))
	}
}

func (p *page) section(s *doc.Section) {
	if s.Level <= 1 {
		p.macro("SH", strings.ToUpper(s.Name.String()))
	} else {
		p.macro("SS", s.Name.String())
	}
	p.text(s.Remark.Sentence())
	p.text(s.Tail.Sentence())
}

// term writes a label and what it stands for, with what belongs to that.
func (p *page) term(label doc.Text, below []doc.Block, texts ...doc.Text) {
	p.macro("TP")
	if label.Empty() {
		p.line(`\&`) // or the text would be the label
	}
	p.text(label)
	for _, t := range texts {
		p.text(t)
	}
	p.below(below)
}

// below writes blocks as far to the right as what they belong to.
func (p *page) below(blocks []doc.Block) {
	if len(blocks) == 0 {
		return
	}
	p.macro("RS")
	p.blocks(blocks, true)
	p.macro("RE")
}

// boxes stand before items that can be ticked.
var boxes = [...]string{doc.NoBox: "-", doc.Open: "[ ]", doc.Done: "[x]", doc.Dropped: "[-]"}

func (p *page) list(l *doc.List) {
	for i, item := range l.Items {
		marker := boxes[item.Box]
		if l.From > 0 {
			marker = strconv.Itoa(l.From+i) + "."
		}
		p.macro("IP", marker, strconv.Itoa(len(marker)+2))
		p.text(item.Text)
		for _, tail := range item.Tail {
			p.text(tail)
		}
		p.below(item.Below)
	}
}

// table writes each row as a term with what the other cells say of it. Where these are several, each has its own line,
// behind the head of its column.
func (p *page) table(t *doc.Table) {
	for _, row := range t.Rows {
		if len(row) == 0 {
			continue
		}
		var text doc.Text
		for i, cell := range row[1:] {
			if cell.Empty() {
				continue
			}
			if text != nil {
				text = append(text, doc.NewLine)
			}
			if head := t.Columns[i+1].Head; len(t.Columns) > 2 && !head.Empty() {
				text = doc.Join(text, head, doc.Words(": "))
			}
			text = append(text, cell...)
		}
		p.term(row[0], nil, text)
	}
}

func (p *page) verbatim(lines doc.Verbatim) {
	p.macro("RS", "4")
	p.macro("nf")
	for _, line := range lines {
		p.line(escape(line))
	}
	p.macro("fi")
	p.macro("RE")
}
