package wizard

import (
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/style"
)

// topicLayout is how the screen of a topic uses its area. It is made for the tallest topic of the run, so that nothing
// moves from one screen to the next.
type topicLayout struct {
	summary, legend int // rows of each part below the heading; 0 leaves it out
	gap             int // blank rows between the parts
	spacing         int // blank rows between the statements
	statements      int // rows of all statements
	text            int // columns of a statement
	form            ratingForm
}

// rows is the height of the whole screen.
func (l topicLayout) rows() int {
	return 1 + l.summary + l.legend + 2*l.gap + l.statements
}

// statementIndent is the mark before a statement, ratingGap the space between a statement and its rating.
const (
	statementIndent = 2
	ratingGap       = 2
)

// layOutTopics returns the roomiest layout that fits. Where not even the tightest one does, the statements scroll.
func layOutTopics(s *assess.Session, a tui.Area) topicLayout {
	form := formFor(a.Width)
	base := topicLayout{form: form, text: a.Width - statementIndent - ratingGap - form.width()}
	tallest := func(spacing int) int {
		rows := 0
		for t := range s.Catalogue.Topics {
			n := -spacing
			for _, p := range s.Topic(t) {
				n += len(style.Wrap(s.Statement(p), base.text)) + spacing
			}
			rows = max(rows, n)
		}
		return rows
	}
	summary := 1
	for _, t := range s.Catalogue.Topics {
		summary = max(summary, len(style.Wrap(t.Summary, a.Width)))
	}
	legend := 1
	for _, scale := range []*pitfalls.Scale{&s.Catalogue.Frequency, &s.Catalogue.Truth} {
		// Five digits with their spaces, four gaps, and three columns before the words.
		if len(scale.Asks+strings.Join(scale.Labels[:], ""))+10+8+3 > a.Width {
			legend = max(legend, len(style.Wrap(scale.Asks, a.Width))+1)
		}
	}
	spaced, tight := tallest(1), tallest(0)
	candidates := []topicLayout{
		{summary: summary, legend: legend, gap: 1, spacing: 1, statements: spaced},
		{summary: summary, legend: legend, gap: 1, statements: tight},
		{legend: legend, gap: 1, spacing: 1, statements: spaced},
		{legend: legend, gap: 1, statements: tight},
		{legend: max(legend, 2), statements: tight},
		{legend: 1, statements: tight},
	}
	var layout topicLayout
	for _, layout = range candidates {
		if layout.rows() <= a.Height {
			break
		}
	}
	layout.form, layout.text = base.form, base.text
	layout.statements = min(layout.statements, a.Height-(layout.rows()-layout.statements))
	return layout
}

func (t *topic) Fit(a tui.Area) {
	t.area = a
	t.layout = layOutTopics(t.wiz.run.Session, a)
}

func (t *topic) Draw() []string {
	var lines []string
	l, th, s := t.layout, t.wiz.Theme, t.wiz.run.Session
	about := &t.wiz.run.Catalogue.Topics[t.index()]
	block := func(text []string, rows int) {
		text = text[:min(len(text), rows)]
		lines = append(lines, text...)
		for range rows - len(text) {
			lines = append(lines, "")
		}
	}
	gap := func() { block(nil, l.gap) }

	lines = append(lines, topicHeading(th, about, t.area.Width))
	if l.summary > 0 {
		block(style.Wrap(about.Summary, t.area.Width), l.summary)
	}
	gap()
	scale := legend(th, s.Scale(s.At), t.area.Width, l.legend == 1)
	block(nil, l.legend-len(scale)) // the words stand in the same row for both scales
	block(scale, min(l.legend, len(scale)))
	gap()
	block(t.statements(), l.statements)
	lines = append(lines, t.beginning()...)
	if note := s.Answers.Topics[t.index()].Note; note != "" && len(lines)+2 <= t.area.Height {
		lines = append(lines, "", style.Fit(th.Muted.Render("  Note: "+style.OneLine(note)), t.area.Width))
	}
	return lines
}

// topicHeading returns what a topic is called and, where there is space beside it, what its author called it.
func topicHeading(th *tui.Theme, about *pitfalls.Topic, width int) string {
	const gap = 2
	if about.Title == about.Label || style.Width(about.Label)+gap+style.Width(about.Title) > width {
		return style.Fit(th.Strong.Render(about.Label), width)
	}
	return th.Strong.Render(about.Label) + style.Space(gap) + th.Muted.Render(about.Title)
}

// beginning says at the first pitfall who is meant, where there is space for all of it.
func (t *topic) beginning() []string {
	if t.index() > 0 {
		return nil
	}
	before := style.Wrap(t.wiz.run.Catalogue.Frequency.Before, t.area.Width)
	if t.layout.rows()+1+len(before) > t.area.Height {
		return nil
	}
	return append([]string{""}, before...)
}

// statements draws the statements with their ratings. Where there is no space for all, the current one is in sight.
func (t *topic) statements() []string {
	var lines []string
	end := 0
	th, s := t.wiz.Theme, t.wiz.run.Session
	for i, p := range t.places() {
		if i > 0 {
			lines = append(lines, make([]string, t.layout.spacing)...)
		}
		current := p == s.At
		mark, look := "  ", th.Plain
		if current {
			mark, look = th.Accent.Render("› "), th.Strong
		}
		rating := drawRating(th, t.layout.form, s.Rating(p), s.Scale(p), current)
		for j, text := range style.Wrap(s.Statement(p), t.layout.text) {
			if j == 0 {
				lines = append(lines, mark+style.Pad(look.Render(text), t.layout.text+ratingGap)+rating)
			} else {
				lines = append(lines, "  "+look.Render(text))
			}
		}
		if current {
			end = len(lines)
		}
	}
	if over := len(lines) - t.layout.statements; over > 0 {
		first := min(max(0, end-t.layout.statements), over)
		lines = lines[first : first+t.layout.statements]
	}
	return lines
}
