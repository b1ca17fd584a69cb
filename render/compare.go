package render

import (
	"io"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// Comparison writes what changed between two results as terminal text, with no line wider than the width.
func Comparison(w io.Writer, c *score.Comparison, o Options) error {
	p := &comparison{page: newPage(o), change: changeWords{c}}
	p.header()
	widths := p.movedWidths()
	p.moved("BETTER", c.Better, widths)
	p.moved("WORSE", c.Worse, widths)
	switch {
	case p.change.nothingCompared():
		p.notCompared()
	case len(c.Better)+len(c.Worse) == 0:
		title, text := p.change.nothingMoved()
		p.section(strings.ToUpper(title), "")
		p.paragraph(2, p.theme.strong, text)
	}
	p.firstPlan()
	p.titles("NEWLY SPLIT", "the answers lie far apart now: talk about these first", c.NewSplits)
	p.titles("NO LONGER SPLIT", "the answers have come together", c.EndedSplits)
	p.steady()
	if !p.change.nothingCompared() {
		p.notCompared()
	}
	p.blank()
	p.paragraph(0, p.theme.muted, judged(c)+" "+disclaimer)
	return p.writeTo(w)
}

// comparison is the terminal report of what changed.
type comparison struct {
	*page
	change changeWords
}

func (p *comparison) header() {
	p.spread(p.theme.title.Render(comparedHeading(p.change.Comparison)), p.theme.muted.Render("what changed"))
	p.item(0, p.theme.muted.Render("Before"), 8, sideText(p.change.Before))
	p.item(0, p.theme.muted.Render("After"), 8, sideText(p.change.After))
	for _, text := range comparisonCaveats(p.change.Comparison) {
		p.paragraph(0, p.theme.strong, text)
	}
}

// movedRow returns a topic with both values, the change and how many answered.
func (p *comparison) movedRow(i int) [4]string {
	return [4]string{p.change.title(i), p.change.values(i), p.change.points(i), p.change.answered(i)}
}

// movedWidths returns the widths of the columns, which what got better and what got worse have in common.
func (p *comparison) movedWidths() (widths [4]int) {
	for _, topics := range [][]int{p.change.Better, p.change.Worse} {
		for _, i := range topics {
			for k, text := range p.movedRow(i) {
				widths[k] = max(widths[k], lipgloss.Width(text))
			}
		}
	}
	return widths
}

// moved adds topics with both values, the change and how many answered.
func (p *comparison) moved(heading string, topics []int, widths [4]int) {
	if len(topics) == 0 {
		return
	}
	p.blank()
	p.spread(p.theme.heading.Render(heading), p.theme.muted.Render("answered"))
	const gap = 2
	room := p.width - gap - widths[1] - gap - widths[2] - gap - widths[3] - gap
	for _, i := range topics {
		row := p.movedRow(i)
		if room < minName {
			p.item(2, "", 0, row[0])
			p.itemLines(4, "", 0, p.withTail(row[1]+", "+row[2], row[3], p.width-4))
			continue
		}
		lines := p.wrap(row[0], room)
		p.line("  ", pad(lines[0], room), "  ", pad(row[1], widths[1]), "  ", pad(row[2], widths[2]), "  ",
			p.theme.muted.Render(padLeft(row[3], widths[3])))
		for _, l := range lines[1:] {
			p.line("  ", l)
		}
	}
}

// firstPlan says how the pitfalls moved that the plan of the first result asked to start with.
func (p *comparison) firstPlan() {
	p.section(strings.ToUpper(firstSteps), "")
	if len(p.change.First) == 0 {
		p.item(2, "", 0, p.change.noFirstStep())
	}
	for n, i := range p.change.First {
		p.item(2, strconv.Itoa(n+1), 3, p.change.title(i)+": "+p.change.verdict(i))
	}
}

func (p *comparison) titles(heading, remark string, topics []int) {
	if len(topics) == 0 {
		return
	}
	p.section(heading, remark)
	for _, i := range topics {
		p.item(2, "", 0, p.change.title(i))
	}
}

func (p *comparison) steady() {
	for _, heading := range steadyHeadings {
		begun := false
		for _, kind := range []pitfalls.Kind{pitfalls.Pitfall, pitfalls.Pill} {
			text := p.change.steady(kind, heading.few)
			if text == "" {
				continue
			}
			if !begun {
				p.section(strings.ToUpper(heading.title), "")
				begun = true
			}
			p.item(2, p.theme.muted.Render(upperFirst(measure(kind))), 10, text)
		}
	}
}

func (p *comparison) notCompared() {
	if len(p.change.NotCompared) == 0 {
		return
	}
	p.section("NO COMPARISON", "")
	for _, r := range p.change.reasons() {
		p.item(2, "", 0, list(r.titles)+": "+r.text)
	}
}
