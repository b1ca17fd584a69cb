package keying

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/collect"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/style"
)

// airy is the height from which on there is space for headings and the words of the scale.
const airy = 13

// Draw draws all statements of the sheet as the digits that are keyed, and below them the one that comes next.
func (s *screen) Draw() []string {
	sheet := s.sheet()
	if sheet == nil {
		return nil
	}
	var lines []string
	for _, kind := range []pitfalls.Kind{pitfalls.Pitfall, pitfalls.Pill} {
		if s.area.Height >= airy {
			lines = append(lines, s.app.Theme.Muted.Render(headings[kind]))
		}
		lines = append(lines, s.half(kind)...)
	}
	return append(lines, s.below(s.area.Height-len(lines))...)
}

var headings = [...]string{pitfalls.Pitfall: "What goes wrong", pitfalls.Pill: "What helps"}

// columns says where the digits of a sheet stand.
type columns struct {
	// topic is the width of a topic with the gap behind it, and statement that of one statement. five is one more gap behind the
	// fifth topic: on paper, there is a dark line below it.
	topic, statement, five int
}

// topicsInLine is how many topics stand in a line: all of one kind.
const topicsInLine = 10

// The most statements of a topic, and how wide topics are at most, so that the eye need not travel.
const (
	mostInTopic = 3
	widestTopic = 6
)

func (s *screen) columns() columns {
	if s.sheet().Depth == assess.Quick {
		return columns{topic: min(s.area.Width/topicsInLine, widestTopic), statement: 1, five: 2}
	}
	if c := (columns{topic: 2*mostInTopic + 1, statement: 2}); topicsInLine*c.topic <= s.area.Width {
		return c
	}
	return columns{topic: mostInTopic + 1, statement: 1}
}

// half draws three lines: the numbers of the statements, what is keyed of them, and a mark below the one that comes next.
func (s *screen) half(kind pitfalls.Kind) []string {
	th, sheet, c := s.app.Theme, s.sheet(), s.columns()
	var numbers, values, mark strings.Builder
	first, last := -1, -1
	for i := range sheet.Statements() {
		p := sheet.Place(i)
		if s.catalogue.Topics[p.Topic].Kind != kind {
			continue
		}
		if first < 0 {
			first = p.Topic
		}
		column := (p.Topic-first)*c.topic + (p.Topic-first)/(topicsInLine/2)*c.five + max(p.Question, 0)*c.statement
		if p.Topic != last {
			put(&numbers, column, th.Muted.Render(strconv.Itoa(i+1)))
			last = p.Topic
		}
		look := th.Strong.Render
		switch {
		case i == sheet.At():
			look = th.Cursor.Render
			put(&mark, column, th.Accent.Render("^"))
		case i >= sheet.Keyed():
			look = th.Muted.Render
		}
		put(&values, column, look(s.sign(i)))
	}
	return []string{numbers.String(), values.String(), mark.String()}
}

// put appends a text at a column of a line, which is not longer yet.
func put(line *strings.Builder, column int, text string) {
	line.WriteString(style.Space(column - style.Width(line.String())))
	line.WriteString(text)
}

// sign is what stands for a statement: what is keyed, or a line to fill in.
func (s *screen) sign(i int) string {
	if i >= s.sheet().Keyed() {
		return "_"
	}
	return collect.SignOf(s.sheet().Rating(i))
}

// below draws what comes next, in so many lines: a statement and what may be keyed, or the role.
func (s *screen) below(height int) []string {
	th, width := s.app.Theme, s.area.Width
	var lines []string
	tell := func(text string, look func(...string) string) {
		for _, line := range style.Wrap(text, width) {
			lines = append(lines, look(line))
		}
	}
	switch {
	case s.failed != nil:
		tell(safetext.Visible(fmt.Sprintf("Not written; Enter tries again: %v.", s.failed)), th.Alert.Render)
	case s.sheet().AtRole():
		tell(s.roleKeyed(), th.Strong.Render)
		tell("l leader  s staff  m member  p partner  - none", th.Plain.Render)
	default:
		lines = s.next()
	}
	return lines[:min(len(lines), max(height, 0))]
}

// next draws the statement that is keyed next, and in a window that is high enough what the keys mean.
func (s *screen) next() []string {
	th, sheet, width := s.app.Theme, s.sheet(), s.area.Width
	p := sheet.Place(sheet.At())
	topic := &s.catalogue.Topics[p.Topic]
	label := fmt.Sprintf("%d  %s", sheet.At()+1, topic.Label)
	if sheet.Answers.Topics[p.Topic].Note != "" {
		label += "  (with a note)"
	}
	lines := []string{style.Fit(th.Strong.Render(label), width)}
	lines = append(lines, style.Wrap(assess.Statement(s.catalogue, p), width)...)
	if s.area.Height < airy {
		return lines
	}
	scale := s.catalogue.Scale(topic.Kind)
	lines = append(lines, "")
	lines = append(lines, tui.Styled(style.Wrap(labels(scale, assess.Lowest, assess.Highest), width), th.Muted)...)
	return append(lines, tui.Styled(style.Wrap(labels(scale, assess.DontKnow, assess.NotApplicable)+", - Left open", width), th.Muted)...)
}

// labels returns the keys of some ratings with their words.
func labels(s *pitfalls.Scale, from, to assess.Rating) string {
	var all []string
	for r := from; r <= to; r++ {
		all = append(all, collect.SignOf(r)+" "+r.Label(s))
	}
	return strings.Join(all, ", ")
}

// roleKeyed says which role is keyed.
func (s *screen) roleKeyed() string {
	switch s.sheet().Answers.Role {
	case assess.Leader:
		return "The role: leader"
	case assess.Staff:
		return "The role: staff"
	case assess.Member:
		return "The role: member"
	case assess.Partner:
		return "The role: partner"
	default:
		return "The role: none"
	}
}

// across returns the statement that stands so many topics further on, or the one that is marked where there is none.
func (s *screen) across(topics int) int {
	sheet := s.sheet()
	to := sheet.At()
	if sheet.AtRole() {
		return to - 1
	}
	p := sheet.Place(to)
	for i := range sheet.Statements() {
		if q := sheet.Place(i); q.Topic == p.Topic+topics && q.Question <= p.Question {
			to = i
		}
	}
	return to
}
