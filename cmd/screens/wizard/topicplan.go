package wizard

import (
	"strings"

	"github.com/coalcheck/coalcheck/assess"
)

// topicPlan is how the screen of a topic uses its room. It is made for the tallest topic of the run, so that nothing
// moves from one screen to the next.
type topicPlan struct {
	title, summary, legend int // rows of each part; 0 leaves it out
	gap                    int // blank rows between the parts
	spacing                int // blank rows between the statements
	statements             int // rows of all statements
	text                   int // columns of a statement
	form                   ratingForm
}

// rows is the height of the whole screen.
func (p topicPlan) rows() int {
	return p.title + p.summary + p.legend + 2*p.gap + p.statements
}

// statementIndent is the mark before a statement, ratingGap the space between a statement and its rating.
const (
	statementIndent = 2
	ratingGap       = 2
)

// planTopics returns the roomiest plan that fits. Where not even the tightest one does, the statements scroll.
func planTopics(s *assess.Session, room area) topicPlan {
	form := formFor(room.width)
	base := topicPlan{form: form, text: room.width - statementIndent - ratingGap - form.width()}
	tallest := func(spacing int) int {
		rows := 0
		for t := range s.Catalogue.Topics {
			n := -spacing
			for _, p := range s.Topic(t) {
				n += len(wrap(s.Statement(p), base.text)) + spacing
			}
			rows = max(rows, n)
		}
		return rows
	}
	title, summary := 1, 1
	for _, t := range s.Catalogue.Topics {
		title = max(title, len(wrap(t.Title, room.width)))
		summary = max(summary, len(wrap(t.Summary, room.width)))
	}
	legend := 1
	for _, scale := range []string{
		s.Catalogue.Frequency.Asks + strings.Join(s.Catalogue.Frequency.Labels[:], ""),
		s.Catalogue.Truth.Asks + strings.Join(s.Catalogue.Truth.Labels[:], ""),
	} {
		// Five digits with their spaces, four gaps, and three columns before the words.
		if len(scale)+10+8+3 > room.width {
			legend = 2
		}
	}
	spaced, tight := tallest(1), tallest(0)
	candidates := []topicPlan{
		{title: title, summary: summary, legend: legend, gap: 1, spacing: 1, statements: spaced},
		{title: title, summary: summary, legend: legend, gap: 1, statements: tight},
		{title: title, legend: legend, gap: 1, spacing: 1, statements: spaced},
		{title: title, legend: legend, gap: 1, statements: tight},
		{title: 1, legend: 2, statements: tight},
		{title: 1, legend: 1, statements: tight},
	}
	var plan topicPlan
	for _, plan = range candidates {
		if plan.rows() <= room.height {
			break
		}
	}
	plan.form, plan.text = base.form, base.text
	plan.statements = min(plan.statements, room.height-(plan.rows()-plan.statements))
	return plan
}

func (t *topic) fit(room area) {
	t.room = room
	t.plan = planTopics(t.m.run.Session, room)
}

func (t *topic) draw() []string {
	var lines []string
	p, th, s := t.plan, t.m.theme, t.m.run.Session
	about := &t.m.run.Catalogue.Topics[t.index()]
	block := func(text []string, rows int) {
		text = text[:min(len(text), rows)]
		lines = append(lines, text...)
		for range rows - len(text) {
			lines = append(lines, "")
		}
	}
	gap := func() { block(nil, p.gap) }

	title := wrap(about.Title, t.room.width)
	if p.title == 1 {
		title = []string{fit(about.Title, t.room.width)}
	}
	// A short title or summary leaves its blank rows at the end of the heading, not in the middle of it.
	heading := styled(title, th.strong)
	if p.summary > 0 {
		heading = append(heading, wrap(about.Summary, t.room.width)...)
	}
	block(heading, p.title+p.summary)
	gap()
	block(th.legend(s.Scale(s.At), t.room.width, p.legend == 1), p.legend)
	gap()
	block(t.statements(), p.statements)
	if note := s.Answers.Topics[t.index()].Note; note != "" && len(lines)+2 <= t.room.height {
		lines = append(lines, "", fit(th.muted.Render("  Note: "+oneLine(note)), t.room.width))
	}
	return lines
}

// statements draws the statements with their ratings. Where there is not room for all, the current one is in sight.
func (t *topic) statements() []string {
	var lines []string
	end := 0
	th, s := t.m.theme, t.m.run.Session
	for i, p := range t.places() {
		if i > 0 {
			lines = append(lines, make([]string, t.plan.spacing)...)
		}
		current := p == s.At
		mark, style := "  ", th.plain
		if current {
			mark, style = th.accent.Render("› "), th.strong
		}
		rating := th.rating(t.plan.form, s.Rating(p), s.Scale(p), current)
		for j, text := range wrap(s.Statement(p), t.plan.text) {
			if j == 0 {
				lines = append(lines, mark+pad(style.Render(text), t.plan.text+ratingGap)+rating)
			} else {
				lines = append(lines, "  "+style.Render(text))
			}
		}
		if current {
			end = len(lines)
		}
	}
	if over := len(lines) - t.plan.statements; over > 0 {
		first := min(max(0, end-t.plan.statements), over)
		lines = lines[first : first+t.plan.statements]
	}
	return lines
}
