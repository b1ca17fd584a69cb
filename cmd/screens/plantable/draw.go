package plantable

import (
	"errors"
	"fmt"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/render/report"
	"github.com/coalcheck/coalcheck/render/style"
)

// Draw draws the list, and below it all of the marked action.
func (s *Screen) Draw() []string { return s.draw(s.details()) }

// draw draws the list with something right below it.
func (s *Screen) draw(below []string) []string {
	lines := s.head()
	if len(s.lines) == 0 {
		lines = append(lines, style.Wrap("Nothing is decided yet: a adds an action of your own.", s.area.Width)...)
	}
	lines = append(lines, s.drawList()...)
	if s.area.Height >= airy {
		lines = append(lines, "")
	}
	return append(lines, below[:min(len(below), s.belowHeight())]...)
}

// airy is the height from which on there is space for blank lines.
const airy = 12

// belowHeight is the height of what is below the list, at most.
func (s *Screen) belowHeight() int {
	if s.area.Height < 18 {
		return 3
	}
	return 5
}

// listHeight is the height for the list.
func (s *Screen) listHeight() int {
	h := s.area.Height - len(s.alerts()) - 1 - s.belowHeight()
	if s.area.Height >= 18 {
		h--
	}
	if s.area.Height >= airy {
		h--
	}
	return max(1, h)
}

// head draws what is above the list: what there is to know first, and how much is open.
func (s *Screen) head() []string {
	lines := append(s.alerts(), s.headLine())
	if s.area.Height >= 18 {
		lines = append(lines, "")
	}
	return lines
}

// alerts says what there is to know first.
func (s *Screen) alerts() []string {
	th := s.app.Theme
	var lines []string
	tell := func(text string) { lines = append(lines, tui.Styled(style.Wrap(text, s.area.Width), th.Alert)...) }
	switch unreadable, ok := errors.AsType[*planfile.UnreadableError](s.failed); {
	case ok:
		tell(safetext.Visible("Not on disk: the file was changed, and cannot be read now. " + unreadable.Problem()))
	case s.failed != nil:
		tell(safetext.Visible(fmt.Sprintf("Not on disk, kept while this window is open: %v", s.failed)))
	}
	if review := s.o.Table.Plan().Review; review != "" && review <= s.o.Table.Today() {
		tell("Time to answer again (" + fullDay(review) + ").")
	}
	return lines[:min(len(lines), max(1, s.area.Height/3))]
}

// details draws all of the marked action, as far as there is space: first what has to be decided.
func (s *Screen) details() []string {
	th, r := s.app.Theme, s.row()
	if r == nil {
		return nil
	}
	var lines []string
	for _, c := range s.conflicts() {
		lines = append(lines, tui.Styled(style.Wrap(report.Differs(c, dayLayout), s.area.Width), th.Alert)...)
	}
	if !s.whole() {
		lines = append(lines, style.Wrap(r.Do, s.area.Width)...)
	}
	add := func(label, text string) {
		if text != "" {
			lines = append(lines, style.Fit(th.Muted.Render(label+" ")+style.OneLine(text), s.area.Width))
		}
	}
	if style.Width(r.Owner) > s.ownerWidth() {
		add("who", r.Owner)
	}
	add("note", r.Note)
	return lines
}
