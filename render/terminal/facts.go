package terminal

import (
	"strings"

	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/style"
)

const (
	// gap is how many columns lie between two texts.
	gap = 2
	// labels is how many columns labels have unless one of them needs more, so that facts far apart line up.
	labels = 8
)

// facts writes texts beside their labels. A label that is too long for their column has a line of its own.
func (p *page) facts(facts doc.Facts, width int) []string {
	column := labelColumn(facts, width)
	var lines []string
	for i, f := range facts {
		label := p.wrap(f.Label, p.theme.Muted, width)
		if i > 0 && f.Label.String() == facts[i-1].Label.String() {
			label = nil
		}
		text := p.item(doc.Item{Text: f.Text, Below: f.Below}, 0, width-column)
		if len(label) > 1 || len(label) == 1 && style.Width(label[0]) >= column {
			lines = append(append(lines, label...), beside(style.Space(column), text)...)
			continue
		}
		if len(text) == 0 {
			text = []string{""}
		}
		lines = append(lines, beside(style.Pad(strings.Join(label, ""), column), text)...)
	}
	return lines
}

// labelColumn returns how many columns labels take: those that the longest one needs, if every text then still fits on
// one line, or else those of the longest that leaves three fifths of the width to the texts.
func labelColumn(facts doc.Facts, width int) int {
	most, longest, text := labels, labels, 0
	for _, f := range facts {
		wide := style.Width(plain(f.Label)) + gap
		if wide < labels+gap { // with one space at least before the text
			wide = labels
		}
		longest = max(longest, wide)
		if wide <= width*2/5+gap {
			most = max(most, wide)
		}
		text = max(text, style.Width(plain(f.Text)))
		if len(f.Below) > 0 || len(f.Text.Lines()) > 1 {
			text = width
		}
	}
	if longest+text <= width {
		return longest
	}
	return most
}

// The lines to fill in: the first one at least and at most, and the others.
const minPen, maxPen, otherPen = 12, 36, 14

// pen draws lines to fill in beside each other, or one below the other where that is too narrow.
func (p *page) pen(pen doc.Pen, width int) []string {
	line := func(label string, column, long int) string {
		return p.theme.Muted.Render(style.Pad(label, column)) + strings.Repeat("_", max(long, 0))
	}
	first := width - labels
	for i, label := range pen {
		if i == 0 {
			first -= max(0, style.Width(plain(label))+1-labels)
		} else {
			first -= gap + style.Width(plain(label)) + gap + otherPen
		}
	}
	var lines []string
	for i, text := range pen {
		label := p.plain(text)
		column := max(labels, style.Width(label)+1)
		switch {
		case i > 0 && first >= minPen:
			lines[0] += style.Space(gap) + line(label, style.Width(label)+gap, otherPen)
		case first >= minPen:
			lines = []string{line(label, column, min(first, maxPen))}
		case column+minPen > width:
			lines = append(append(lines, p.wrap(text, p.theme.Muted, width)...), line("", 0, min(otherPen, width)))
		case i > 0:
			lines = append(lines, line(label, column, min(otherPen, width-column)))
		default:
			lines = append(lines, line(label, column, width-column))
		}
	}
	return lines
}
