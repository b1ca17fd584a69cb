package manpage

import (
	"fmt"
	"strings"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/doc"
)

// macro writes a request with its arguments in quotes.
func (p *page) macro(name string, arguments ...string) {
	p.WriteString("." + name)
	for _, a := range arguments {
		p.WriteString(` "` + escape(a) + `"`)
	}
	p.WriteByte('\n')
}

// line writes a line, with a mark in front that keeps its first character from beginning a request, or a formula.
func (p *page) line(roff string) {
	if strings.HasPrefix(roff, ".") || strings.HasPrefix(roff, "'") || safetext.BeginsFormula(roff) {
		p.WriteString(`\&`)
	}
	p.WriteString(roff)
	p.WriteByte('\n')
}

// text writes a text in one line, or one for each of its lines. Without a text there is none.
func (p *page) text(t doc.Text) {
	if t.Empty() {
		return
	}
	for i, line := range t.Lines() {
		if i > 0 {
			p.macro("br")
		}
		var b strings.Builder
		for _, s := range line {
			b.WriteString(span(&s))
		}
		p.line(strings.TrimLeft(b.String(), " ")) // a space there would end the line before
	}
}

// span writes what is to be typed or to stand out in bold, and an address behind its link. A command may be broken between
// lines: where no line ends, mandoc writes a no-break space, which no shell takes for a space when the command is copied.
func span(s *doc.Span) string {
	words := escape(s.Words)
	if s.Style == doc.Strong || s.Style == doc.Code {
		words = `\fB` + words + `\fR`
	}
	if address := s.Address(); address != "" {
		words += " (" + escape(address) + ")"
	}
	return words
}

// strong returns a text in which all that has no style stands out.
func strong(t doc.Text) doc.Text {
	out := make(doc.Text, len(t))
	for i, s := range t {
		if s.Style == doc.Plain && s != doc.NewLine {
			s.Style = doc.Strong
		}
		out[i] = s
	}
	return out
}

// escape returns text in which hyphens stay those of ASCII and nothing is an escape. What is not ASCII is written by its
// number, so that the page reads the same in every locale.
func escape(text string) string {
	var b strings.Builder
	for _, r := range safetext.OneLine(text) {
		switch {
		case r == '\\':
			b.WriteString(`\e`)
		case r == '-':
			b.WriteString(`\-`)
		case r == '"':
			b.WriteString(`\(dq`)
		case r > 0x7e:
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
