package wizard

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/cmd/screens/tui"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/style"
)

// The sizes that the screen turns on.
const (
	// speechWidth is the widest line of a statement: short lines are read best from far away.
	speechWidth = 50
	// framedRows is the least height for boxes with a frame, labelledWidth the least width for a word above each.
	framedRows, labelledWidth = 13, 55
	// boxWidth is the width of a count.
	boxWidth = 6
)

// Draw shows the statement in the middle, and below it the words of the scale and a box for each count.
func (h *hands) Draw() []string {
	th, s := h.wiz.Theme, h.wiz.run.Session
	scale := s.Scale(s.At)
	framed := h.area.Height >= framedRows
	below := append(scaleRows(th, scale, h.area.Width), h.boxes(framed)...)
	below = append(below, "", h.status())
	above := append(tui.Styled(tui.Balanced(scale.Asks, h.area.Width), th.Muted), "")
	statement := tui.Styled(tui.Balanced(s.Statement(s.At), min(h.area.Width, speechWidth)), th.Strong)
	if len(above)+len(statement)+1+len(below) > h.area.Height {
		above = nil
	}
	below = append(below, h.slips(h.area.Height-len(above)-len(statement)-len(below))...)
	gap := h.area.Height - len(above) - len(statement) - len(below)
	var lines []string
	lines = append(lines, make([]string, max(0, gap/3))...)
	lines = append(lines, above...)
	lines = append(lines, statement...)
	lines = append(lines, make([]string, max(0, min(2, gap-gap/3)))...)
	return tui.Center(append(lines, below...), h.area.Width)
}

// cellWidth returns the width of one of five columns.
func cellWidth(width int) int { return min(width/5, 13) }

// scaleRows names the ratings above their boxes: all five where there is space, else the ends and the middle.
func scaleRows(t *tui.Theme, s *pitfalls.Scale, width int) []string {
	cell := cellWidth(width)
	var digits, words strings.Builder
	for i, label := range s.Labels {
		digits.WriteString(tui.Middle(t.Strong.Render(strconv.Itoa(i+1)), cell))
		words.WriteString(tui.Middle(label, cell))
	}
	if width < labelledWidth {
		return []string{ends(t, s), digits.String()}
	}
	return []string{words.String(), digits.String()}
}

// active returns the index of the box that the next digit goes into: the first one where that begins the line anew.
func (h *hands) active() int {
	if h.fresh || h.line == "" {
		return 0
	}
	at := len(strings.Fields(h.line))
	if !strings.HasSuffix(h.line, " ") {
		at--
	}
	return at
}

// boxes draws the five counts, and a line for the two more where they are typed.
func (h *hands) boxes(framed bool) []string {
	counts := make([]string, assess.HandBoxes)
	typed := copy(counts, strings.Fields(h.line))
	at := h.active()
	var rows [3]string
	for i := range 5 {
		for j, row := range h.box(counts[i], framed, i == at) {
			rows[j] += tui.Middle(row, cellWidth(h.area.Width))
		}
	}
	lines := rows[:1]
	if framed {
		lines = rows[:]
	}
	if typed > 5 || at == 5 {
		boxes := [2]string{h.box(counts[5], false, at == 5)[0]}
		if typed > 6 || at == 6 {
			boxes[1] = h.box(counts[6], false, at == 6)[0]
		}
		lines = append(lines, fitting(h.area.Width, named(boxes, "don't know", "not applicable"), named(boxes, "dk", "na")))
	}
	return lines
}

// named puts names before boxes, as far as there are boxes.
func named(boxes [2]string, first, second string) string {
	if boxes[1] == "" {
		return first + " " + boxes[0]
	}
	return first + " " + boxes[0] + "  " + second + " " + boxes[1]
}

// fitting returns the first text that fits in the width, or else the last one.
func fitting(width int, texts ...string) string {
	for _, text := range texts[:len(texts)-1] {
		if style.Width(text) <= width {
			return text
		}
	}
	return texts[len(texts)-1]
}

// box draws a count in a box, in one row or in three. The active one is reversed and has a heavy frame, and a mark where
// the next digit goes, so that it stands out without color too.
func (h *hands) box(text string, framed, active bool) []string {
	th := h.wiz.Theme
	look, frame, border := th.Strong, th.Muted, lipgloss.NormalBorder()
	width := 4
	if framed {
		width = boxWidth
	}
	if active {
		look, frame, border = th.Cursor.Bold(true), th.Accent, lipgloss.ThickBorder()
		if len(text) < width && (!h.fresh || text == "") {
			text += "_"
		}
	}
	inner := look.Render(tui.Middle(text, width))
	if !framed {
		return []string{frame.Render("[") + inner + frame.Render("]")}
	}
	edge := func(left, line, right string) string { return frame.Render(left + strings.Repeat(line, width) + right) }
	return []string{
		edge(border.TopLeft, border.Top, border.TopRight),
		frame.Render(border.Left) + inner + frame.Render(border.Right),
		edge(border.BottomLeft, border.Bottom, border.BottomRight),
	}
}

// status says how many hands are still down, in one line.
func (h *hands) status() string {
	th, width := h.wiz.Theme, h.area.Width
	t, numbers, _ := h.tally()
	counted := t.Votes()
	if numbers == len(t.Counts) {
		counted = t.Ratings()
	}
	switch down := h.here - counted; {
	case numbers == 0:
		return th.Muted.Render(peopleHere(h.here))
	case down < 0:
		return th.Alert.Render(fitting(width, fmt.Sprintf("%d counted, %d here: %d too many", counted, h.here, -down), fmt.Sprintf("%d too many", -down)))
	case numbers > len(t.Counts) && down > 0:
		return fitting(width, fmt.Sprintf("%d of %d counted, %d gave no answer", counted, h.here, down), fmt.Sprintf("%d gave no answer", down))
	case down == 0:
		return fmt.Sprintf("all %d counted", h.here)
	case numbers == len(t.Counts):
		return fitting(width, fmt.Sprintf("%d of %d counted, %d down: don't know", counted, h.here, down), fmt.Sprintf("%d down: don't know", down))
	default:
		return fitting(width, fmt.Sprintf("%d of %d counted, hands still down: %d", counted, h.here, down), fmt.Sprintf("hands still down: %d", down))
	}
}

// slips offers slips of paper in at most so many rows, where people may be afraid to raise a hand. Once hands are counted the
// rows are empty, so that nothing moves.
func (h *hands) slips(rows int) []string {
	if s := h.wiz.run.Session; !s.Catalogue.Topics[s.At.Topic].Delicate {
		return nil
	}
	for _, text := range []string{
		"You may use slips of paper here: a hand that stays down out of fear is not a \"don't know\".",
		"Slips of paper need no courage.",
	} {
		lines := append([]string{""}, tui.Styled(style.Wrap(text, min(h.area.Width, speechWidth)), h.wiz.Theme.Muted)...)
		lines = lines[max(0, min(1, len(lines)-rows)):] // the first one is a gap
		switch {
		case len(lines) > rows:
		case h.line != "":
			return make([]string, len(lines))
		default:
			return lines
		}
	}
	return nil
}

// peopleHere says how many people are in the workshop.
func peopleHere(n int) string {
	if n == 1 {
		return "1 person here"
	}
	return fmt.Sprintf("%d people here", n)
}

// people counts people in words.
func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}
