package render

import (
	"io"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// page is terminal text in the making. Every method that adds text keeps it within the width.
type page struct {
	strings.Builder
	width int
	theme theme
	ascii bool
}

func newPage(o Options) *page {
	width := o.Width
	if width <= 0 {
		width = DefaultWidth
	}
	return &page{width: min(max(width, MinWidth), MaxWidth), theme: newTheme(o.Profile), ascii: o.ASCII}
}

func (p *page) writeTo(w io.Writer) error {
	_, err := io.WriteString(w, p.String())
	return err
}

// line adds one line. Trailing spaces are left out.
func (p *page) line(parts ...string) {
	p.WriteString(strings.TrimRight(strings.Join(parts, ""), " "))
	p.WriteByte('\n')
}

func (p *page) blank() { p.WriteByte('\n') }

// section begins a new part of the page, with a remark beside or below its heading.
func (p *page) section(heading, remark string) {
	p.blank()
	if remark == "" {
		p.line(p.theme.heading.Render(heading))
		return
	}
	if room := p.width - lipgloss.Width(heading) - 2; lipgloss.Width(remark) <= room {
		p.line(p.theme.heading.Render(heading), "  ", p.theme.muted.Render(remark))
		return
	}
	p.line(p.theme.heading.Render(heading))
	p.paragraph(0, p.theme.muted, remark)
}

// spread adds a line with text at both ends, or two lines where they do not fit.
func (p *page) spread(left, right string) {
	gap := p.width - lipgloss.Width(left) - lipgloss.Width(right)
	if gap < 2 {
		for _, text := range []string{left, right} {
			for _, l := range p.wrap(text, p.width) {
				p.line(l)
			}
		}
		return
	}
	p.line(left, strings.Repeat(" ", gap), right)
}

// paragraph adds wrapped text that stands indent columns from the left.
func (p *page) paragraph(indent int, style ink, text string) {
	for _, l := range p.wrap(text, p.width-indent) {
		p.line(strings.Repeat(" ", indent), style.Render(l))
	}
}

// item adds a label and, beside it, wrapped text that starts at the column given by indent and room.
func (p *page) item(indent int, label string, room int, text string) {
	p.itemLines(indent, label, room, p.wrap(text, p.width-indent-room))
}

// itemLines adds a label and lines beside it.
func (p *page) itemLines(indent int, label string, room int, lines []string) {
	left := strings.Repeat(" ", indent) + pad(label, room)
	for _, l := range lines {
		p.line(left, l)
		left = strings.Repeat(" ", indent+room)
	}
}

// What stands for hyphens and for the spaces of a command while lines are broken, because no line ends there.
const (
	keptHyphen = "\u2011"
	keptSpace  = "\u00a0"
)

var (
	keepHyphens = strings.NewReplacer("-", keptHyphen)
	giveBack    = strings.NewReplacer(keptHyphen, "-", keptSpace, " ")
)

// command returns what is to be typed so that it stands in one line wherever it fits into one: half of a command does
// something else, or nothing.
func command(text string) string { return strings.ReplaceAll(text, " ", keptSpace) }

// wrap breaks text into lines of at most width columns, between words and not at the hyphens within them.
func (p *page) wrap(text string, width int) []string {
	width = max(width, 1)
	var lines []string
	for line := range strings.SplitSeq(giveBack.Replace(ansi.Wrap(keepHyphens.Replace(text), width, "")), "\n") {
		// Wrap puts a hyphen behind a wide character that fills a line, though there is no column left for it.
		lines = append(lines, strings.Split(ansi.Hardwrap(line, width, false), "\n")...)
	}
	return lines
}

// withTail wraps text and sets tail against the right edge of its last line, or of a line of its own.
func (p *page) withTail(text, tail string, width int) []string {
	lines := p.wrap(text, width)
	if tail == "" {
		return lines
	}
	last := len(lines) - 1
	if lipgloss.Width(lines[last])+2+lipgloss.Width(tail) > width {
		lines = append(lines, "")
		last++
	}
	for _, l := range p.wrap(tail, width) {
		if last == len(lines) {
			lines = append(lines, "")
		}
		lines[last] += strings.Repeat(" ", width-lipgloss.Width(lines[last])-lipgloss.Width(l)) + p.theme.muted.Render(l)
		last++
	}
	return lines
}

// pad fills text with spaces up to width columns.
func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(width-lipgloss.Width(text), 0))
}

// padLeft fills text with spaces on its left up to width columns.
func padLeft(text string, width int) string {
	return strings.Repeat(" ", max(width-lipgloss.Width(text), 0)) + text
}
