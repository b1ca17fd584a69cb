package terminal

import (
	"math"
	"slices"
	"strings"

	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/style"
)

// The columns of a tally: texts beside their counts, and the bar behind these.
const (
	minTallyText = 24
	minTallyBar  = 12
	maxTallyBar  = 40
)

// tally draws how many chose each answer, with a bar in which the answers stand around the middle of the scale: a text, its
// counts and its bar beside each other, or the counts and the bar below the text.
func (p *page) tally(t doc.Tally, width int) []string {
	digits := 1
	for _, row := range t.Rows {
		for _, n := range row.N {
			digits = max(digits, len(number(n)))
		}
	}
	counts := len(t.Scale)*(digits+1) - 1
	text := width - counts - 2*gap - minTallyBar
	if len(t.Rows) == 1 && t.Rows[0].Label.Empty() {
		text = 0
	}
	bar := min(width-counts-gap, maxTallyBar)
	beside := text >= minTallyText
	if beside {
		text = min(text, 2*width/5)
		bar = min(width-text-counts-2*gap, maxTallyBar)
	}
	lines := p.scale(t.Scale, width)
	for i := range t.Rows {
		row := &t.Rows[i]
		figures := []string{figures(row.N, digits) + style.Space(gap) + p.spread(&t, row, bar)}
		if counts > width { // then the bar has no column either
			figures = style.Wrap(strings.TrimSpace(figures[0]), width)
		}
		if beside {
			lines = append(lines, columnsOf(text+gap, p.wrap(row.Label, style.Style{}, text), figures)...)
		} else {
			lines = append(append(lines, p.wrap(row.Label, style.Style{}, width)...), figures...)
		}
	}
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

// scale says which count stands for which answer.
func (p *page) scale(answers []doc.Answer, width int) []string {
	var said []doc.Text
	for i, a := range answers {
		said = append(said, doc.Join(doc.Words(number(i+1)+style.NoBreak), a.Label))
	}
	return p.wrap(doc.JoinWith("  ", said...), p.theme.Muted, width)
}

// figures returns counts below those of the other rows.
func figures(counts []int, digits int) string {
	texts := make([]string, len(counts))
	for i, n := range counts {
		texts[i] = style.PadLeft(number(n), digits)
	}
	return strings.Join(texts, " ")
}

// The characters of answers, from the middle of the scale outward, and the center.
var (
	shades      = []string{"░", "▒", "█"}
	asciiShades = []string{"-", "=", "#"}
)

// spread draws the answers of a row around the center of the scale, in at most so many columns.
func (p *page) spread(t *doc.Tally, row *doc.Counts, width int) string {
	below, above := t.Reach()
	edges := row.Spread()
	if edges == nil || width < 3 {
		return ""
	}
	shade, center := shades, "│"
	if p.ascii {
		shade, center = asciiShades, "|"
	}
	column := func(at float64) int { return int(math.Round((below + at) / (below + above) * float64(width-1))) }
	cells := slices.Repeat([]string{" "}, width)
	middle := len(t.Scale) / 2
	for i := range t.Scale {
		far := max(i-middle, middle-i)
		look := p.theme.Muted
		if t.Scale[i].Tone != doc.NoTone {
			look = p.tone(t.Scale[i].Tone)
		}
		for x := column(edges[i]); x < column(edges[i+1]); x++ {
			at := x
			if x >= column(0) { // right of the center
				at++
			}
			cells[at] = look.Render(shade[min(far, len(shade)-1)])
		}
	}
	cells[column(0)] = center
	return strings.Join(cells, "")
}
