package render

import (
	"io"

	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// ComparisonMarkdown writes what changed between two results as Markdown.
func ComparisonMarkdown(w io.Writer, c *score.Comparison) error {
	m := comparisonMarkdown{change: changeWords{c}}
	m.header()
	m.moved("Better", c.Better)
	m.moved("Worse", c.Worse)
	switch {
	case m.change.nothingCompared():
		m.notCompared()
	case len(c.Better)+len(c.Worse) == 0:
		title, text := m.change.nothingMoved()
		m.section(title)
		m.linef("%s", text)
	}
	m.firstPlan()
	m.titles("Newly split", "The answers lie far apart now: talk about these first.", c.NewSplits)
	m.titles("No longer split", "The answers have come together.", c.EndedSplits)
	m.steady()
	if !m.change.nothingCompared() {
		m.notCompared()
	}
	m.linef("\n%s %s", judged(c), disclaimer)
	_, err := io.WriteString(w, m.String())
	return err
}

// comparisonMarkdown is a comparison in Markdown in the making.
type comparisonMarkdown struct {
	markdown
	change changeWords
}

func (m *comparisonMarkdown) title(i int) string { return escape(m.change.title(i)) }

func (m *comparisonMarkdown) header() {
	m.linef("# What changed: %s\n", foreign(comparedHeading(m.change.Comparison)))
	m.linef("- Before: %s", foreign(sideText(m.change.Before)))
	m.linef("- After: %s", foreign(sideText(m.change.After)))
	for _, text := range comparisonCaveats(m.change.Comparison) {
		m.linef("\n**%s**", foreign(text)) // names coalitions
	}
}

func (m *comparisonMarkdown) moved(title string, topics []int) {
	if len(topics) == 0 {
		return
	}
	m.section(title)
	m.linef("| Topic | Value | Change | Answered |\n| --- | --- | --- | --: |")
	for _, i := range topics {
		m.linef("| %s | %s | %s | %s |", m.title(i), m.change.values(i), m.change.points(i), m.change.answered(i))
	}
}

func (m *comparisonMarkdown) firstPlan() {
	m.section(firstSteps)
	if len(m.change.First) == 0 {
		m.linef("%s", m.change.noFirstStep())
	}
	for n, i := range m.change.First {
		m.linef("%d. %s: %s", n+1, m.title(i), m.change.verdict(i))
	}
}

func (m *comparisonMarkdown) titles(title, remark string, topics []int) {
	if len(topics) == 0 {
		return
	}
	m.section(title)
	m.linef("%s\n", remark)
	for _, i := range topics {
		m.linef("- %s", m.title(i))
	}
}

func (m *comparisonMarkdown) steady() {
	for _, heading := range steadyHeadings {
		begun := false
		for _, kind := range []pitfalls.Kind{pitfalls.Pitfall, pitfalls.Pill} {
			text := m.change.steady(kind, heading.few)
			if text == "" {
				continue
			}
			if !begun {
				m.section(heading.title)
				begun = true
			}
			m.linef("- %s: %s", upperFirst(measure(kind)), escape(text))
		}
	}
}

func (m *comparisonMarkdown) notCompared() {
	if len(m.change.NotCompared) == 0 {
		return
	}
	m.section("No comparison")
	for _, r := range m.change.reasons() {
		m.linef("- %s: %s", escape(list(r.titles)), r.text)
	}
}
