package render

import (
	"io"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/coalcheck/coalcheck/render/doc"
)

// Guide writes a guide as terminal text. Lines to be copied stay whole, even past the width; no other line is wider.
func Guide(w io.Writer, g *doc.Document, o Options) error {
	p := guidePage{newPage(o)}
	p.paragraph(0, p.theme.title, g.Name.String())
	for _, b := range g.Blocks {
		p.blank()
		p.block(b)
	}
	return p.writeTo(w)
}

// guidePage is a page with a guide on it.
type guidePage struct{ *page }

func (p guidePage) block(b doc.Block) {
	const indent = 2
	switch b := b.(type) {
	case doc.Section:
		if b.Level == 1 {
			p.paragraph(0, p.theme.heading, strings.ToUpper(b.Name.String()))
		} else {
			p.paragraph(0, p.theme.strong, b.Name.String())
		}
	case doc.List:
		for i, item := range b.Items {
			marker := "-"
			if b.From > 0 {
				marker = strconv.Itoa(b.From+i) + "."
			}
			p.item(indent, marker, len(marker)+1, p.styled(item.Text))
		}
	case doc.Verbatim:
		for _, line := range b {
			p.line(strings.Repeat(" ", 2*indent), line)
		}
	case doc.Table:
		var heads []doc.Text
		for _, c := range b.Columns {
			heads = append(heads, c.Head)
		}
		p.table(indent, append([][]doc.Text{heads}, b.Rows...))
	case doc.Paragraph:
		p.item(0, "", 0, p.styled(b.Text))
	}
}

// table adds rows side by side where they fit, with the last column wrapped, and one cell below the other where not.
func (p guidePage) table(indent int, rows [][]doc.Text) {
	const gap = 2
	last := len(rows[0]) - 1
	widths := make([]int, last)
	left := indent
	for column := range widths {
		for _, row := range rows {
			widths[column] = max(widths[column], lipgloss.Width(p.styled(row[column])))
		}
		left += widths[column] + gap
	}
	if p.width-left < p.width/3 {
		p.stacked(indent, rows)
		return
	}
	for n, row := range rows {
		var label strings.Builder
		for column, width := range widths {
			label.WriteString(pad(p.cell(n, row[column]), width+gap))
		}
		p.item(indent, giveBack.Replace(label.String()), left-indent, p.cell(n, row[last]))
	}
}

// stacked adds rows whose cells do not fit beside each other: the first one, and below it the others with what they say.
func (p guidePage) stacked(indent int, rows [][]doc.Text) {
	for _, row := range rows[1:] {
		p.item(indent, "", 0, p.styled(row[0]))
		for column := 1; column < len(row); column++ {
			text := p.styled(row[column])
			if len(row) > 2 {
				text = p.styled(rows[0][column]) + ": " + text
			}
			p.item(2*indent, "", 0, text)
		}
	}
}

// cell returns a cell of the n-th row, of which the first is the heading of the others.
func (p guidePage) cell(n int, text doc.Text) string {
	if n == 0 {
		return words(p.theme.muted, text.String())
	}
	return p.styled(text)
}

// styled returns a text with its spans standing out as far as the terminal can show it.
func (p guidePage) styled(text doc.Text) string {
	var b strings.Builder
	for _, s := range text {
		switch s.Style {
		case doc.Code:
			code := s.Words
			if lipgloss.Width(code) <= p.width/3 { // which fits wherever text is wrapped
				code = command(code)
			}
			b.WriteString(words(p.theme.strong, code))
		case doc.Strong:
			b.WriteString(words(p.theme.strong, s.Words))
		default:
			b.WriteString(s.Words)
		}
	}
	return b.String()
}

// words styles each word by itself, so that the text can be wrapped without a style running on into the next line.
func words(style ink, text string) string {
	split := strings.Split(text, " ")
	for i, word := range split {
		if word != "" {
			split[i] = style.Render(word)
		}
	}
	return strings.Join(split, " ")
}
