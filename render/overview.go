package render

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The columns of a bar: the name before it; the score, the band and how many answered after it.
const (
	minName   = 20
	minValue  = 4
	bandWidth = 8
	minBar    = 19
	barGap    = 2
	wideBar   = 28
)

// splitMark stands beside a topic whose answers lie far apart.
const splitMark = "<> split"

// overview adds a bar for each topic, in the order in which a reader looks for them; topics without a score come last.
func (p *report) overview(topics []pitfalls.Topic, offset int, heading, remark string) {
	p.blank()
	p.spread(p.theme.heading.Render(heading), p.theme.muted.Render(remark))
	order := make([]int, len(topics))
	longest, answeredWidth := 0, 0
	for i := range order {
		order[i] = offset + i
		t := p.topic(offset + i)
		longest = max(longest, lipgloss.Width(t.Title))
		answeredWidth = max(answeredWidth, len(coverage(p.result, t)))
	}
	slices.SortStableFunc(order, func(i, j int) int { return score.ByUrgency(p.topic(i), p.topic(j)) })

	right := 1 + p.valueWidth + 2 + bandWidth + 2 + answeredWidth
	name := max(min(longest, p.width-2-barGap-right-minBar), minName)
	barWidth := min(p.width-2-name-barGap-right, wideBar)
	narrow := barWidth < minBar/2 // too narrow for a name, a bar and words side by side
	for _, i := range order {
		t := p.topic(i)
		switch {
		case t.State != score.Scored:
			p.item(0, "  ", 2, t.Title+": "+unscored(t))
		case narrow && t.Split:
			p.itemLines(0, mark(t.Band)+" ", 2, p.withTail(t.Title, splitMark, p.width-2))
			p.line("  ", p.bar(t, p.width-2-right), p.figures(t))
		case narrow:
			p.item(0, mark(t.Band)+" ", 2, t.Title)
			p.line("  ", p.bar(t, p.width-2-right), p.figures(t))
		default:
			lines := p.wrap(t.Title, name)
			style := p.theme.bands[t.Band]
			p.line(style.Render(mark(t.Band)), " ", pad(lines[0], name+barGap), p.bar(t, barWidth), p.figures(t))
			rest := lines[1:]
			if t.Split { // under the band, so that no column is needed for it
				first := ""
				if len(rest) > 0 {
					first, rest = rest[0], rest[1:]
				}
				p.line("  ", pad(first, name+barGap+barWidth+1+p.valueWidth+2), style.Render(splitMark))
			}
			for _, l := range rest {
				p.line("  ", l)
			}
		}
	}
}

// bar returns the bar of a topic, padded to width columns.
func (p *report) bar(t *score.Topic, width int) string {
	text := bar(t.Value, width, p.ascii)
	return p.theme.bands[t.Band].Render(text) + strings.Repeat(" ", width-lipgloss.Width(text))
}

// figures returns the columns to the right of a bar.
func (p *report) figures(t *score.Topic) string {
	return " " + padLeft(t.Shown(), p.valueWidth) + "  " + p.theme.bands[t.Band].Render(t.Band.String()) +
		strings.Repeat(" ", bandWidth-len(t.Band.String())) + "  " + p.theme.muted.Render(coverage(p.result, t))
}
