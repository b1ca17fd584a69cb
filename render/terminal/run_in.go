package terminal

import (
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/style"
)

// beginsRunIn returns the text of a section that may stand beside its name, if blocks begin with one.
func beginsRunIn(blocks []doc.Block) (text doc.Paragraph, ok bool) {
	s, ok := blocks[0].(doc.Section)
	if !ok || !s.RunIn || len(blocks) == 1 {
		return text, false
	}
	text, ok = blocks[1].(doc.Paragraph)
	return text, ok
}

// runIn writes the text of a section beside its name, in a column that all such sections have in common, or below it where
// that would leave less than two thirds of the width.
func (p *page) runIn(s doc.Section, text doc.Paragraph, width int) []string {
	name := p.wrap(upper(s.Name), p.theme.Heading, width)
	column := p.columns.runIn
	if 3*column > width {
		return append(name, beside(style.Space(listIndent), p.paragraph(text, width-listIndent))...)
	}
	return columnsOf(column, name, p.paragraph(text, width-column))
}
