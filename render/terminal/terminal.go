// Package terminal writes documents as terminal text.
//
// It detects nothing: the width and the colors of the terminal are values that the caller gives. The same document and
// options give the same bytes on every platform, and no line is wider than the page but for what is there to be copied:
// addresses and verbatim lines. What the page looks like:
//
//   - the name of the document and beside it the date, or else the kind
//   - a blank line before every section, in capitals or, a level below, in bold; none after it
//   - lists, facts and tables two columns from the left, and what belongs to a numbered step below its name
//   - what stands at the right edge takes space only from the line that it is on
package terminal

import (
	"fmt"
	"io"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/style"
)

// The widths, in columns, that terminal text is laid out for.
const (
	MinWidth     = 40
	MaxWidth     = 120
	DefaultWidth = 80
)

// Options says what terminal to write for. The zero Options stands for a pipe.
type Options struct {
	// Width is the width of the terminal in columns. It is held to MinWidth and MaxWidth; 0 or less stands for
	// DefaultWidth.
	Width int
	// Profile says which colors the terminal shows: none at all up to colorprofile.NoTTY, only bold and faint up to
	// colorprofile.ANSI, whose colors are the user's own, and the palette above.
	Profile colorprofile.Profile
	// ASCII draws bars with plain characters, for a terminal that has no block characters.
	ASCII bool
}

func (o *Options) width() int {
	if o.Width <= 0 {
		return DefaultWidth
	}
	return min(max(o.Width, MinWidth), MaxWidth)
}

// Write writes a document.
func Write(w io.Writer, d *doc.Document, o Options) error {
	lines, _ := Lines(d, o)
	_, err := io.WriteString(w, strings.Join(append(lines, ""), "\n"))
	return err
}

// Lines returns the lines of a document, and in which of them each section with an ID begins.
func Lines(d *doc.Document, o Options) (lines []string, sections map[string]int) {
	width := o.width()
	p := &page{theme: style.NewTheme(o.Profile), ascii: o.ASCII, columns: measure(d)}
	lines, sections = p.title(d, width), map[string]int{}
	var section doc.Section
	var before doc.Block
	for _, b := range d.Blocks {
		if _, ok := b.(doc.Break); ok { // of paper
			continue
		}
		if apart(before, b, section) && len(lines) > 0 {
			lines = append(lines, "")
		}
		if s, ok := b.(doc.Section); ok {
			section = s
			if s.ID != "" {
				sections[s.ID] = len(lines)
			}
		}
		indent := indent(b, section)
		lines = append(lines, beside(style.Space(indent), p.block(b, width-indent))...)
		before = b
	}
	return lines, sections
}

// apart reports whether a blank line stands between two blocks, of which the first is nil below the title.
func apart(before, after doc.Block, section doc.Section) bool {
	if _, ok := after.(doc.Section); ok {
		return true
	}
	if _, ok := before.(doc.Section); ok || before == nil || section.Number > 0 {
		return false
	}
	p, ok := before.(doc.Paragraph)
	if ok && p.Role == doc.Small { // it explains what follows
		return false
	}
	_, facts := before.(doc.Facts)
	w, ok := after.(doc.Paragraph)
	return !(facts && ok && w.Role == doc.Warning) // about the facts
}

// The columns from the left at which blocks stand.
const (
	listIndent     = 2
	stepIndent     = 3
	verbatimIndent = 4
)

// indent returns how far from the left a block stands in a section.
func indent(b doc.Block, section doc.Section) int {
	switch b.(type) {
	case doc.Section:
		return 0
	case doc.Verbatim:
		return verbatimIndent
	}
	if section.Number > 0 {
		return stepIndent
	}
	switch b.(type) {
	case doc.Facts, doc.List, doc.Table, doc.Tally:
		if section.Level > 0 {
			return listIndent
		}
	}
	return 0
}

// page is how a document is laid out. Its methods return lines of at most the width that they are given.
type page struct {
	theme   style.Theme
	ascii   bool
	columns columns
	// whole keeps words and code whole that are wider than a line.
	whole bool
}

func (p *page) block(b doc.Block, width int) []string {
	switch b := b.(type) {
	case doc.Section:
		return p.section(b, width)
	case doc.Paragraph:
		return p.paragraph(b, width)
	case doc.Facts:
		return p.facts(b, width)
	case doc.List:
		return p.list(b, width)
	case doc.Table:
		return p.table(b, width)
	case doc.Bars:
		return p.bars(b, width)
	case doc.Tally:
		return p.tally(b, width)
	case doc.Verbatim:
		return verbatim(b)
	case doc.Pen:
		return p.pen(b, width)
	default:
		panic(fmt.Sprintf("terminal: no way to write a %T", b))
	}
}

// title returns the first lines of a document. With nothing beside it, the name would read as the beginning of a text
// below it, so it stands apart from one.
func (p *page) title(d *doc.Document, width int) []string {
	lines := p.ends(p.wrap(d.Name, p.theme.Title, width), p.wrap(d.Beside(), p.theme.Muted, width), width)
	if len(lines) > 0 && len(d.Blocks) > 0 && d.Beside().Empty() {
		if _, ok := d.Blocks[0].(doc.Paragraph); ok {
			lines = append(lines, "")
		}
	}
	return lines
}

// ends puts one text at each end of a line, or the second below the first where they do not fit.
func (p *page) ends(left, right []string, width int) []string {
	if len(left) == 1 && len(right) == 1 {
		if line, ok := spread(left[0], right[0], width); ok {
			return []string{line}
		}
	}
	return append(left, right...)
}

func (p *page) section(s doc.Section, width int) []string {
	switch {
	case s.Number > 0:
		left := p.wrap(s.Name, p.theme.Strong, width-stepIndent)
		lines := p.ends(left, p.wrap(s.Tail, p.theme.Muted, width-stepIndent), width-stepIndent)
		return beside(style.Pad(number(s.Number), stepIndent), lines)
	case s.Level > 1:
		return p.headed(p.wrap(s.Name, p.theme.Strong, width), s, width)
	default:
		return p.headed(p.wrap(upper(s.Name), p.theme.Heading, width), s, width)
	}
}

// headed adds to a heading what stands beside it, or below it where there is not enough space.
func (p *page) headed(name []string, s doc.Section, width int) []string {
	remark := p.wrap(s.Remark, p.theme.Muted, width)
	if len(name) == 1 && len(remark) == 1 && lipgloss.Width(name[0])+gap+lipgloss.Width(remark[0]) <= width {
		name, remark = []string{name[0] + style.Space(gap) + remark[0]}, nil
	}
	return append(p.ends(name, p.wrap(s.Tail, p.theme.Muted, width), width), remark...)
}

func (p *page) paragraph(b doc.Paragraph, width int) []string {
	base := style.Style{}
	switch b.Role {
	case doc.Lead, doc.Warning:
		base = p.theme.Strong
	case doc.Small:
		base = p.theme.Muted
	}
	return append(p.wrap(b.Text, base, width), addresses(b.Text)...)
}

// The columns of facts.
const (
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
		text := p.texts(f.Text, f.Below, width-column)
		if len(label) > 1 || len(label) == 1 && lipgloss.Width(label[0]) >= column {
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
		wide := lipgloss.Width(plain(f.Label)) + gap
		if wide < labels+gap { // one column stands between a label and its text at least
			wide = labels
		}
		longest = max(longest, wide)
		if wide <= width*2/5+gap {
			most = max(most, wide)
		}
		text = max(text, lipgloss.Width(plain(f.Text)))
		if len(f.Below) > 0 || len(f.Text.Lines()) > 1 {
			text = width
		}
	}
	if longest+text <= width {
		return longest
	}
	return most
}

// texts returns a text and what belongs to it.
func (p *page) texts(t doc.Text, below []doc.Block, width int) []string {
	lines := append(p.wrap(t, style.Style{}, width), addresses(t)...)
	for _, b := range below {
		lines = append(lines, p.block(b, width)...)
	}
	return lines
}

func verbatim(v doc.Verbatim) []string {
	lines := make([]string, len(v))
	for i, line := range v {
		lines[i] = safetext.OneLine(line)
	}
	return lines
}

// The lines to fill in: the first one at least and at most, and the others.
const minPen, maxPen, otherPen = 12, 36, 14

// pen draws lines to fill in beside each other, or one below the other where that is too narrow.
func (p *page) pen(pen doc.Pen, width int) []string {
	line := func(label string, column, long int) string {
		return p.theme.Muted.Render(style.Pad(label, column)) + strings.Repeat("_", long)
	}
	first := width - labels
	for _, label := range pen[min(1, len(pen)):] {
		first -= gap + lipgloss.Width(plain(label)) + gap + otherPen
	}
	var lines []string
	for i, label := range pen {
		switch label := plain(label); {
		case i > 0 && first >= minPen:
			lines[0] += style.Space(gap) + line(label, lipgloss.Width(label)+gap, otherPen)
		case i > 0:
			lines = append(lines, line(label, labels, min(otherPen, width-labels)))
		case first >= minPen:
			lines = []string{line(label, labels, min(first, maxPen))}
		default:
			lines = []string{line(label, labels, width-labels)}
		}
	}
	return lines
}
