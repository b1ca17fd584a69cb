// Package terminal writes documents as terminal text.
//
// It detects nothing: the width and the colors of the terminal are values that the caller gives. The same document and
// options give the same bytes on every platform, and no line is wider than the page but for what is there to be copied:
// addresses and verbatim lines. The layout:
//
//   - the name of the document and beside it the date, or else the kind
//   - a blank line before every section, in capitals or, a level below, in bold; none after it
//   - lists, facts and tables two columns from the left, but for numbers and boxes below a heading in capitals, and what belongs to a numbered
//     step below its name
//   - sections of one short text with the text beside the name, one below the other
//   - a text at the right edge takes space only from the line that it is on
package terminal

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

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

// textWidth is how wide text is at most, because the eye loses longer lines. Charts beside each other may be wider.
const textWidth = 100

// Options describes the terminal. The zero Options is for a pipe.
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
	lines = p.atEdge(min(width, textWidth), func(width int) []string { return p.title(d, width) })
	sections = map[string]int{}
	var section doc.Section
	var before doc.Block
	full := width
	width = min(width, textWidth)
	for i := 0; i < len(d.Blocks); i++ {
		b := d.Blocks[i]
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
		if charts, ok := p.charts(d.Blocks[i:], full); ok {
			lines = append(lines, charts...)
			i += 3
			b = d.Blocks[i]
		} else if text, ok := beginsRunIn(d.Blocks[i:]); ok {
			lines = append(lines, p.atEdge(width, func(width int) []string { return p.runIn(section, text, width) })...)
			i++
		} else if indent := indent(b, section); indent > 0 {
			lines = append(lines, beside(style.Space(indent), p.block(b, width-indent))...)
		} else {
			lines = append(lines, p.atEdge(width, func(width int) []string { return p.block(b, width) })...)
		}
		before = b
	}
	return lines, sections
}

// apart reports whether a blank line divides two blocks. Below the title, before is nil.
func apart(before, after doc.Block, section doc.Section) bool {
	if s, ok := after.(doc.Section); ok {
		switch before := before.(type) {
		case doc.List:
			return !s.RunIn
		case doc.Section:
			return !s.RunIn || !before.RunIn
		default:
			return true
		}
	}
	if before == nil || section.Number > 0 {
		return false
	}
	switch before := before.(type) {
	case doc.Section:
		return false
	case doc.Paragraph: // a lead and small print introduce what follows
		return before.Role != doc.Small && before.Role != doc.Lead
	case doc.List: // small print behind steps is about them
		p, ok := after.(doc.Paragraph)
		steps := before.From > 0 && before.Items[0].Below != nil
		return !ok || p.Role != doc.Small || !steps
	case doc.Facts: // a warning behind them is about them
		p, ok := after.(doc.Paragraph)
		return !ok || p.Role != doc.Warning
	default:
		return true
	}
}

// The columns from the left at which blocks stand.
const (
	listIndent     = 2
	stepIndent     = 3
	verbatimIndent = 4
)

// indent returns how far a block is indented.
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
	switch b := b.(type) {
	case doc.List: // a number or a box at the edge is as easy to find as further in
		marked := b.From > 0 || len(b.Items) > 0 && b.Items[0].Box != doc.NoBox
		if section.Level == 0 || section.Level == 1 && marked {
			return 0
		}
		return listIndent
	case doc.Facts, doc.Table, doc.Tally:
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
	// foreign reports whether text from somebody's file was drawn.
	foreign bool
}

// atEdge draws at the left edge. What has text from somebody's file moves one column to the right where a line would
// otherwise begin a formula, for those who paste the page into a spreadsheet or open it there.
func (p *page) atEdge(width int, draw func(width int) []string) []string {
	p.foreign = false
	lines := draw(width)
	begins := func(line string) bool { return safetext.BeginsFormula(ansi.Strip(line)) }
	if p.foreign && slices.ContainsFunc(lines, begins) {
		return beside(" ", draw(width-1))
	}
	return lines
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
// below it, so a blank line divides the two.
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

// headed adds the remark and the tail of a section to its name, or puts them below where there is not enough space.
func (p *page) headed(name []string, s doc.Section, width int) []string {
	remark := p.wrap(s.Remark, p.theme.Muted, width)
	if len(name) == 1 && len(remark) == 1 && style.Width(name[0])+gap+style.Width(remark[0]) <= width {
		name, remark = []string{name[0] + style.Space(gap) + remark[0]}, nil
	}
	return append(p.ends(name, p.wrap(s.Tail, p.theme.Muted, width), width), remark...)
}

func (p *page) paragraph(b doc.Paragraph, width int) []string {
	base := map[doc.Role]style.Style{doc.Lead: p.theme.Strong, doc.Warning: p.theme.Strong, doc.Small: p.theme.Muted}[b.Role]
	return append(p.wrap(b.Text, base, width), addresses(b.Text)...)
}

func verbatim(v doc.Verbatim) []string {
	lines := make([]string, len(v))
	for i, line := range v {
		lines[i] = safetext.OneLine(line)
	}
	return lines
}
