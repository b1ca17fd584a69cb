package terminal

import (
	"strings"

	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/style"
)

// The columns of a bar: the mark and the name before it; the word, the value and the tail after it.
const (
	markWidth = 2
	minName   = 20
	minValue  = 4
	minWord   = 8
	minBar    = 12
	wideBar   = 28
)

// bars takes the widths of the columns behind bars. The word wraps, so its longest part counts.
func (c *columns) bars(bars doc.Bars) {
	for _, b := range bars.Rows {
		c.value = max(c.value, style.Width(plain(b.Shown)))
		c.tail = max(c.tail, style.Width(plain(b.Tail)))
		if !b.Shown.Empty() {
			for part := range strings.FieldsSeq(plain(b.Word)) {
				c.word = max(c.word, style.Width(part))
			}
		}
	}
}

// bars draws a chart. A row without a value says why. Where the columns behind the bars leave no space for them, each row is
// a text.
func (p *page) bars(bars doc.Bars, width int) []string {
	name, long, right := p.chart(bars, width)
	narrow := long < minBar/2 // too narrow for a name, a bar and words side by side
	var lines []string
	for _, b := range bars.Rows {
		switch {
		case b.Shown.Empty():
			text := p.wrap(doc.Join(b.Label, doc.Words(": "), b.Word), style.Style{}, width-markWidth)
			lines = append(lines, beside(style.Space(markWidth), text)...)
		case markWidth+right >= width:
			text := doc.Join(b.Label, doc.Words(": "), b.Word, doc.Words(" "), b.Shown, doc.Words(" "), b.Tail)
			lines = append(lines, p.marked(b, p.wrap(text, style.Style{}, width-markWidth))...)
		case narrow:
			lines = append(lines, p.marked(b, p.wrap(b.Label, style.Style{}, width-markWidth))...)
			lines = append(lines, beside(style.Space(markWidth), p.bar(b, width-markWidth-right))...)
		default:
			lines = append(lines, p.marked(b, columnsOf(name+gap, p.wrap(b.Label, style.Style{}, name), p.bar(b, long)))...)
		}
	}
	return lines
}

// chart returns the columns for the names, for the bars, and for all that is behind the bars.
func (p *page) chart(bars doc.Bars, width int) (name, long, right int) {
	longest := longestLabel(bars)
	right = gap + p.columns.word + gap + p.columns.value
	if p.columns.tail > 0 {
		right += gap + p.columns.tail
	}
	name = max(min(longest, width-markWidth-gap-right-minBar), minName)
	return name, min(width-markWidth-name-gap-right, wideBar), right
}

// longestLabel returns how many columns the longest name of a chart takes.
func longestLabel(bars doc.Bars) int {
	longest := 0
	for _, b := range bars.Rows {
		longest = max(longest, style.Width(plain(b.Label)))
	}
	return longest
}

// twoCharts is how many columns divide two charts beside each other.
const twoCharts = 4

// charts draws two charts with their headings beside each other, if blocks begin with two and both fit whole.
func (p *page) charts(blocks []doc.Block, width int) (lines []string, ok bool) {
	if len(blocks) < 4 {
		return nil, false
	}
	half := (width - twoCharts) / 2
	var sides [2][]string
	for i := range sides {
		s, isSection := blocks[2*i].(doc.Section)
		bars, isBars := blocks[2*i+1].(doc.Bars)
		if !isSection || !isBars {
			return nil, false
		}
		if name, long, _ := p.chart(bars, half); long < minBar || name < longestLabel(bars) {
			return nil, false
		}
		sides[i] = append(p.section(s, half), p.bars(bars, half)...)
	}
	return columnsOf(half+twoCharts, sides[0], sides[1]), true
}

// marked puts the mark of a bar before its lines.
func (p *page) marked(b doc.Bar, lines []string) []string {
	tone := b.Word.Tone()
	return beside(p.tone(tone).Render(tone.Mark())+" ", lines)
}

// bar returns a bar on its track, and the columns behind it. A long word goes on below.
func (p *page) bar(b doc.Bar, long int) []string {
	bar := style.Bar(b.Value, long, p.ascii)
	track := "·"
	if p.ascii {
		track = "."
	}
	track = strings.Repeat(track, max(0, long-style.Width(bar)))
	bar = p.tone(b.Word.Tone()).Render(bar) + p.theme.Muted.Render(track)
	word := p.wrap(b.Word, style.Style{}, p.columns.word)
	if len(word) == 0 {
		word = []string{""}
	}
	value := style.PadLeft(plain(b.Shown), p.columns.value) + style.Space(gap)
	word[0] = style.Pad(word[0], p.columns.word+gap) + value + strings.Join(p.wrap(b.Tail, p.theme.Muted, p.columns.tail), " ")
	return beside(style.Pad(bar, long)+style.Space(gap), word)
}

// columnsOf puts lines beside each other, the second ones after so many columns.
func columnsOf(left int, a, b []string) []string {
	lines := make([]string, max(len(a), len(b)))
	for i := range lines {
		if i < len(a) {
			lines[i] = a[i]
		}
		if i < len(b) {
			lines[i] = style.Pad(lines[i], left) + b[i]
		}
	}
	return lines
}
