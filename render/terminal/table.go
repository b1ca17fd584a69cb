package terminal

import (
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/style"
)

// columns holds the widths that parts of a document have in common.
type columns struct {
	tables map[string][]int
	// value, word and tail are those behind bars.
	value, word, tail int
	// runIn is that of the names of sections with their text beside them.
	runIn int
}

// measure finds the widths of common columns.
func measure(d *doc.Document) columns {
	c := columns{tables: map[string][]int{}, value: minValue, word: minWord}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Section:
			if b.RunIn {
				c.runIn = max(c.runIn, style.Width(plain(upper(b.Name)))+gap)
			}
		case doc.Bars:
			c.bars(b)
		case doc.Table:
			if b.Group != "" {
				c.tables[b.Group] = widest(c.tables[b.Group], natural(b))
			}
		}
	}
	return c
}

// natural returns how wide the columns of a table would be without a limit, and 0 for a column without a text, which is
// for a pen.
func natural(t doc.Table) []int {
	widths := make([]int, len(t.Columns))
	for _, row := range t.Rows {
		for i, cell := range row {
			widths[i] = max(widths[i], style.Width(plain(cell)))
		}
	}
	for i, c := range t.Columns {
		if widths[i] > 0 {
			widths[i] = max(widths[i], style.Width(plain(c.Head)))
		}
	}
	return widths
}

// longestWord returns the width of the longest word in a column of a table.
func longestWord(t doc.Table, column int) int {
	longest := 0
	for _, row := range t.Rows {
		if column < len(row) {
			for word := range strings.FieldsSeq(plain(row[column])) {
				longest = max(longest, style.Width(word))
			}
		}
	}
	return longest
}

func widest(a, b []int) []int {
	if len(a) < len(b) {
		a, b = b, a
	}
	all := slices.Clone(a)
	for i, w := range b {
		all[i] = max(all[i], w)
	}
	return all
}

// table writes columns beside each other, with the widest one wrapped, or the cells of each row below each other where
// that is too narrow: also where it would break a word that a line of its own has space for.
func (p *page) table(t doc.Table, width int) []string {
	widths := natural(t)
	if t.Group != "" {
		widths = slices.Clone(p.columns.tables[t.Group])
	}
	free := width + gap
	for _, w := range widths {
		if w > 0 {
			free -= w + gap
		}
	}
	if free < 0 {
		i := slices.Index(widths, slices.Max(widths))
		if widths[i] += free; widths[i] < width/3 || longestWord(t, i) > widths[i] {
			return p.stacked(t, width)
		}
	} else if last := len(t.Columns) - 1; last >= 0 && t.Columns[last].Right { // numbers stand at the right edge
		if first := slices.IndexFunc(widths, func(w int) bool { return w > 0 }); first >= 0 {
			widths[first] += free
		}
	}
	heads := make([]doc.Text, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head
	}
	var lines []string
	if slices.ContainsFunc(heads, func(h doc.Text) bool { return !h.Empty() }) {
		lines = p.row(t, heads, widths, p.theme.Muted)
	}
	for _, row := range t.Rows {
		lines = append(lines, p.row(t, row, widths, style.Style{})...)
	}
	return lines
}

func (p *page) row(t doc.Table, cells []doc.Text, widths []int, base style.Style) []string {
	var lines []string
	left := 0
	for i, cell := range cells {
		if widths[i] == 0 {
			continue
		}
		for n, text := range p.wrap(cell, base, widths[i]) {
			if n == len(lines) {
				lines = append(lines, "")
			}
			if t.Columns[i].Right {
				text = style.PadLeft(text, widths[i])
			}
			lines[n] = style.Pad(lines[n], left) + text
		}
		left += widths[i] + gap
	}
	return lines
}

// stacked writes rows whose cells do not fit beside each other: the first one, and below it the others with their heads.
func (p *page) stacked(t doc.Table, width int) []string {
	var lines []string
	for _, row := range t.Rows {
		if len(row) == 0 {
			continue
		}
		lines = append(lines, p.wrap(row[0], style.Style{}, width)...)
		for i, cell := range row[1:] {
			if head := t.Columns[i+1].Head; !head.Empty() && !cell.Empty() && len(t.Columns) > 2 {
				cell = doc.Join(head, doc.Words(": "), cell)
			}
			lines = append(lines, beside(style.Space(gap), p.wrap(cell, style.Style{}, width-gap))...)
		}
	}
	return lines
}
