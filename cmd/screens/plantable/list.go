package plantable

import (
	"fmt"
	"slices"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// line is one of the list: an action, or the heading above those of one step.
type line struct {
	heading string
	row     *planfile.Row
}

// list makes the lines anew, and keeps the mark on its action.
func (s *Screen) list() {
	marked := planfile.Key("")
	if r := s.row(); r != nil {
		marked = r.Key
	}
	s.lines = nil
	rows := s.o.Table.Rows()
	for i := range rows {
		r := &rows[i]
		heading := report.PlanHeading(s.o.Catalogue, r)
		if i == 0 && (r.Step.Pitfall != "" || r.Topic != "") || i > 0 && heading != report.PlanHeading(s.o.Catalogue, &rows[i-1]) {
			s.lines = append(s.lines, line{heading: heading})
		}
		s.lines = append(s.lines, line{row: r})
	}
	s.at = min(s.at, len(s.lines)-1)
	s.mark(marked)
}

// first marks the first action that is late, or else the first that waits for somebody, or else the first.
func (s *Screen) first() {
	today := s.o.Table.Today()
	for _, urgent := range []func(r *planfile.Row) bool{
		func(r *planfile.Row) bool { return r.Late(today) },
		func(r *planfile.Row) bool { return r.Open() && r.Owner == "" },
		func(*planfile.Row) bool { return true },
	} {
		s.at = slices.IndexFunc(s.lines, func(l line) bool { return l.row != nil && urgent(l.row) })
		if s.at >= 0 {
			return
		}
	}
}

// mark marks an action by its key, if it is in the list, and else one that is near.
func (s *Screen) mark(key planfile.Key) {
	for i, l := range s.lines {
		if l.row != nil && l.row.Key == key {
			s.at = i
		}
	}
	s.move(0)
}

// move moves the mark, past headings.
func (s *Screen) move(by int) {
	last := len(s.lines) - 1
	to, step := min(max(s.at+by, 0), last), 1
	if by < 0 {
		step = -1
	}
	for i := to; i >= 0 && i <= last; i += step {
		if s.lines[i].row != nil {
			s.at = i
			s.scroll()
			return
		}
	}
	for i := to; i >= 0 && i <= last; i -= step { // at the heading of the first step
		if s.lines[i].row != nil {
			s.at = i
			break
		}
	}
	s.scroll()
}

// scroll brings the marked row into sight, with the heading above it where there is space.
func (s *Screen) scroll() {
	h := s.listHeight()
	first := s.at
	if first > 0 && s.lines[first-1].row == nil && h > 1 {
		first--
	}
	s.top = min(s.top, first)
	s.top = max(s.top, s.at-h+1)
	s.top = max(0, min(s.top, len(s.lines)-h))
}

// The columns of a row: what stands before its text, and how wide the day with its remark is.
const (
	markWidth = 2
	boxWidth  = 5
	whenWidth = 11
)

// ownerWidth is the width of the column of names.
func (s *Screen) ownerWidth() int { return min(max(6, s.area.Width/5), 18) }

// textWidth is the width of the column of what is to be done.
func (s *Screen) textWidth() int {
	return max(1, s.area.Width-markWidth-boxWidth-s.ownerWidth()-whenWidth-2)
}

// whole reports whether there is space for the whole text of every action.
func (s *Screen) whole() bool {
	height := 0
	for _, l := range s.lines {
		height++
		if l.row != nil {
			height += len(style.Wrap(l.row.Do, s.textWidth())) - 1
		}
	}
	return height <= s.listHeight()
}

// drawList draws the lines that are in sight.
func (s *Screen) drawList() []string {
	whole := s.whole()
	var lines []string
	end := min(len(s.lines), s.top+s.listHeight())
	for i := max(0, s.top); i < end; i++ {
		lines = append(lines, s.drawLine(s.lines[i], i == s.at, whole)...)
	}
	return lines
}

// drawLine draws a heading, or an action: in one line, or with its whole text.
func (s *Screen) drawLine(l line, marked, whole bool) []string {
	th := s.app.Theme
	if l.row == nil {
		return []string{style.Fit(th.Muted.Render(l.heading), s.area.Width)}
	}
	mark, look := "  ", th.Plain
	if marked {
		mark, look = th.Accent.Render("› "), th.Strong
	}
	if !l.row.Open() || l.row.Left {
		look = th.Muted
	}
	owner, text := s.ownerWidth(), []string{style.Fit(l.row.Do, s.textWidth())}
	if whole {
		text = style.Wrap(l.row.Do, s.textWidth())
	}
	lines := []string{
		mark + style.Pad(look.Render(box(l.row)+s.conflictMark(l.row.Key)), boxWidth) +
			style.Pad(look.Render(text[0]), s.textWidth()+1) +
			style.Pad(look.Render(style.Fit(l.row.Owner, owner)), owner+1) +
			s.day(l.row, look.Render),
	}
	for _, more := range text[1:] {
		lines = append(lines, style.Space(markWidth+boxWidth)+look.Render(more))
	}
	return lines
}

// box shows what became of an action.
func box(r *planfile.Row) string {
	switch {
	case r.Left:
		return "   "
	case r.Done != "":
		return "[x]"
	case r.Dropped != "":
		return "[-]"
	default:
		return "[ ]"
	}
}

// conflictMark marks an action about which two people differ.
func (s *Screen) conflictMark(key planfile.Key) string {
	for _, c := range s.o.Table.Conflicts() {
		if c.Key == key {
			return "!"
		}
	}
	return ""
}

// day says in whenWidth columns by when, or what became of an action.
func (s *Screen) day(r *planfile.Row, look func(...string) string) string {
	switch {
	case r.Left:
		return look("left out")
	case r.Done != "":
		return look("done " + s.shortDay(r.Done))
	case r.Dropped != "":
		return look("dropped")
	case r.Late(s.o.Table.Today()):
		return s.app.Theme.Alert.Render(s.shortDay(r.Due) + " late")
	default:
		return look(s.shortDay(r.Due))
	}
}

// hidden counts the actions that are out of sight, above and below.
func (s *Screen) hidden() string {
	actions := func(lines []line) (n int) {
		for _, l := range lines {
			if l.row != nil {
				n++
			}
		}
		return n
	}
	above := actions(s.lines[:max(0, s.top)])
	below := actions(s.lines[min(len(s.lines), s.top+s.listHeight()):])
	switch {
	case above > 0 && below > 0:
		return fmt.Sprintf("↑ %d  ↓ %d more", above, below)
	case above > 0:
		return fmt.Sprintf("↑ %d more", above)
	case below > 0:
		return fmt.Sprintf("↓ %d more", below)
	default:
		return ""
	}
}

// headLine counts what is open and what is late.
func (s *Screen) headLine() string {
	open, late := 0, 0
	for _, a := range s.o.Table.Plan().Actions() {
		if a.Open() {
			open++
		}
		if a.Late(s.o.Table.Today()) {
			late++
		}
	}
	left, right := counts(open, late), longDay(s.o.Today)
	if hidden := s.hidden(); hidden != "" {
		right = hidden + "  " + right
		if style.Width(left)+2+style.Width(right) > s.area.Width {
			right = hidden
		}
	}
	return style.Spread(s.app.Theme.Strong.Render(left), s.app.Theme.Muted.Render(right), s.area.Width)
}
