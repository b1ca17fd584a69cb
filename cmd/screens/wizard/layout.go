package wizard

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// The sizes that the layout turns on, in columns and rows.
const (
	// minWidth and minHeight are the smallest window in which everything is usable.
	minWidth, minHeight = 40, 12
	// columnWidth is the widest column of text: longer lines are hard to read.
	columnWidth = 88
	// blockHeight is the tallest screen that is not a list to scroll, so that the keys stand near the text.
	blockHeight = 25
	// roomyHeight is the smallest window that has room for blank lines around the body.
	roomyHeight = 16
)

// area is room on the screen, in columns and rows.
type area struct{ width, height int }

// window is the size of the terminal and what follows from it.
type window struct{ width, height int }

func (w window) tooSmall() bool { return w.width < minWidth || w.height < minHeight }

func (w window) roomy() bool { return w.height >= roomyHeight }

// column returns the width of the text column and the margin at its left.
func (w window) column() (width, left int) {
	margin := 0
	if w.width >= 60 {
		margin = 2
	}
	width = min(w.width-2*margin, columnWidth)
	return width, (w.width - width) / 2
}

// top returns the blank rows above the screen. It does not depend on the screen, so that the head line never jumps.
func (w window) top() int {
	switch {
	case w.height >= 40:
		return 3
	case w.height >= 28:
		return 1
	default:
		return 0
	}
}

// frameHeight is the height of a whole screen, head and keys included.
func (w window) frameHeight(tall bool) int {
	h := w.height - 2*w.top()
	if !tall {
		h = min(h, blockHeight)
	}
	return h
}

// body returns the room between the head and the keys.
func (w window) body(tall bool) area {
	width, _ := w.column()
	h := w.frameHeight(tall) - 3 // head, progress, keys
	if w.roomy() {
		h -= 2 // a blank line below the progress, a line for notices
	}
	return area{width, h}
}

// compose puts a screen together: head and progress, the body, a notice, and the line of keys. The result is never
// wider or higher than the window.
func (w window) compose(p parts) string {
	width, left := w.column()
	room := w.body(p.tall)
	lines := make([]string, w.top(), w.height)
	lines = append(lines, spread(p.name, p.place, width), p.progress)
	if w.roomy() {
		lines = append(lines, "")
	}
	body := p.body[:min(len(p.body), room.height)]
	lines = append(lines, body...)
	for range room.height - len(body) {
		lines = append(lines, "")
	}
	switch {
	case w.roomy():
		lines = append(lines, p.notice, p.keys)
	case p.notice != "":
		lines = append(lines, p.notice)
	default:
		lines = append(lines, p.keys)
	}
	indent := strings.Repeat(" ", left)
	for i, line := range lines {
		if line != "" {
			lines[i] = indent + fit(line, width)
		}
	}
	return strings.Join(lines, "\n")
}

// parts is what a screen consists of.
type parts struct {
	name, place string // the two ends of the head line
	progress    string
	body        []string
	notice      string
	keys        string
	tall        bool
}

// askForRoom is what a window shows that is too small: the longest of these lines that fits in it.
var askForRoom = []string{
	"coalcheck needs a window of 40 by 12 or more. Your answers are kept.",
	"Please make this window larger: 40 by 12.",
	"A larger window, please.",
	"Larger, please",
	"Larger!",
	"+",
	"",
}

func (w window) request() string {
	if w.height == 0 {
		return ""
	}
	for _, line := range askForRoom {
		if len(line) <= w.width {
			return line
		}
	}
	return ""
}

// fit cuts a line to the width.
func fit(line string, width int) string {
	if lipgloss.Width(line) <= width {
		return line
	}
	return ansi.Truncate(line, width, "…")
}

// wrap breaks text into lines of at most width columns.
func wrap(text string, width int) []string {
	if width < 1 || text == "" {
		return nil
	}
	return strings.Split(ansi.Wrap(text, width, ""), "\n")
}

// pad fills a line with spaces up to the width.
func pad(line string, width int) string {
	return line + strings.Repeat(" ", max(0, width-lipgloss.Width(line)))
}

// spread puts one text at each end of a line. The left one gives way where there is not enough room for both.
func spread(left, right string, width int) string {
	gap := width - lipgloss.Width(right)
	if gap < 2 {
		return fit(right, width)
	}
	return pad(fit(left, gap-2), gap) + right
}

// styled renders each line in a style.
func styled(lines []string, s lipgloss.Style) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = s.Render(line)
	}
	return out
}
