package wizard

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// The sizes that the room's screens turn on.
const (
	// speechWidth is the widest line of a statement: a room reads short lines best.
	speechWidth = 50
	// framedRows is the least room for boxes with a frame, labelledWidth the least width for a word above each.
	framedRows, labelledWidth = 13, 55
	// boxWidth is the room for a count.
	boxWidth = 6
)

// draw shows the statement in the middle, and below it the words of the scale and a box for each count.
func (h *hands) draw() []string {
	th, s := h.m.theme, h.m.run.Session
	scale := s.Scale(s.At)
	framed := h.room.height >= framedRows
	below := append(th.scaleRows(scale, h.room.width), h.boxes(framed)...)
	below = append(below, "", h.status())
	above := []string{th.muted.Render(scale.Asks), ""}
	statement := styled(balanced(s.Statement(s.At), min(h.room.width, speechWidth)), th.strong)
	if len(above)+len(statement)+1+len(below) > h.room.height {
		above = nil
	}
	gap := h.room.height - len(above) - len(statement) - len(below)
	var lines []string
	lines = append(lines, make([]string, max(0, gap/3))...)
	lines = append(lines, above...)
	lines = append(lines, statement...)
	lines = append(lines, make([]string, max(0, min(2, gap-gap/3)))...)
	return th.center(append(lines, below...), h.room.width)
}

// balanced breaks text into as few lines as wrap does, but about equally long ones.
func balanced(text string, width int) []string {
	lines := wrap(text, width)
	for width--; width > 0; width-- {
		shorter := wrap(text, width)
		if len(shorter) > len(lines) {
			break
		}
		lines = shorter
	}
	return lines
}

// center puts every line in the middle.
func (t *theme) center(lines []string, width int) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		if line != "" {
			out[i] = strings.Repeat(" ", max(0, width-lipgloss.Width(line))/2) + line
		}
	}
	return out
}

// cellWidth returns the width of one of five columns.
func cellWidth(width int) int { return min(width/5, 13) }

// scaleRows names the ratings above their boxes: all five where there is room, else the ends and the middle.
func (t *theme) scaleRows(s *pitfalls.Scale, width int) []string {
	cell := cellWidth(width)
	var digits, words strings.Builder
	for i, label := range s.Labels {
		digits.WriteString(middle(t.strong.Render(strconv.Itoa(i+1)), cell))
		words.WriteString(middle(label, cell))
	}
	if width < labelledWidth {
		return []string{t.ends(s), digits.String()}
	}
	return []string{words.String(), digits.String()}
}

// middle pads a text on both sides.
func middle(text string, width int) string {
	left := max(0, width-lipgloss.Width(text)) / 2
	return pad(strings.Repeat(" ", left)+text, width)
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
			rows[j] += middle(row, cellWidth(h.room.width))
		}
	}
	lines := rows[:1]
	if framed {
		lines = rows[:]
	}
	if typed > 5 || at == 5 {
		more := "don't know " + h.box(counts[5], false, at == 5)[0]
		if typed > 6 || at == 6 {
			more += "  not applicable " + h.box(counts[6], false, at == 6)[0]
		}
		lines = append(lines, more)
	}
	return lines
}

// box draws a count in a box, in one row or in three. The active one is reversed and has a heavy frame, and a mark where
// the next digit goes, so that it stands out without color too.
func (h *hands) box(text string, framed, active bool) []string {
	th := h.m.theme
	style, frame, border := th.strong, th.muted, lipgloss.NormalBorder()
	width := 4
	if framed {
		width = boxWidth
	}
	if active {
		style, frame, border = th.cursor.Bold(true), th.accent, lipgloss.ThickBorder()
		if len(text) < width && (!h.fresh || text == "") {
			text += "_"
		}
	}
	inner := style.Render(middle(text, width))
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
	th, present := h.m.theme, h.m.run.Session.Answers.Present
	t, numbers, _ := h.tally()
	counted := t.Votes()
	if numbers == len(t.Counts) {
		counted = t.Ratings()
	}
	switch down := present - counted; {
	case numbers == 0:
		return th.muted.Render(people(present) + " here")
	case down < 0:
		return th.alert.Render(fmt.Sprintf("%d counted, %d here: %d too many", counted, present, -down))
	case numbers > len(t.Counts) && down > 0:
		return fmt.Sprintf("%d of %d counted, %d gave no answer", counted, present, down)
	case down == 0:
		return fmt.Sprintf("all %d counted", present)
	default:
		return fmt.Sprintf("%d of %d counted, hands still down: %d", counted, present, down)
	}
}

// people counts people in words.
func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

// scaleTurns is said where the pitfalls end and the pills begin, because the scale turns round.
func scaleTurns(s *assess.Session, topic int) string {
	if topic == pitfalls.PitfallCount && !s.Answers.Topics[topic].Answered() {
		return "Now the pills: a high number is good."
	}
	return ""
}
