package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/coalcheck/coalcheck/render/style"
)

// The sizes that the layout turns on, in columns and rows.
const (
	// MinWidth is the width of the smallest window in which everything is usable.
	MinWidth = 40
	// MinHeight is its height.
	MinHeight = 12
	// maxWidth and maxHeight are the size of the largest window that is drawn to the edge.
	maxWidth, maxHeight = 500, 200
	// columnWidth is the widest column of text: longer lines are hard to read.
	columnWidth = 88
	// wideWidth is the widest column of a screen that sets things side by side.
	wideWidth = 132
	// blockHeight is the tallest screen that is not a list to scroll, so that the keys stay near the text.
	blockHeight = 25
	// roomyHeight is the smallest window that has space for blank lines around the body.
	roomyHeight = 16
)

// Area is the space that a screen has, in columns and rows.
type Area struct{ Width, Height int }

// window is the size of the terminal and what follows from it.
type window struct{ width, height int }

func (w window) tooSmall() bool { return w.width < MinWidth || w.height < MinHeight }

func (w window) roomy() bool { return w.height >= roomyHeight }

// column returns the width of the text column and the margin at its left.
func (w window) column(wide bool) (width, left int) {
	margin, most := 0, columnWidth
	if w.width >= 60 {
		margin = 2
	}
	if wide {
		most = wideWidth
	}
	width = min(w.width-2*margin, most)
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

// shape says how much of a window a screen can use.
type shape struct{ tall, wide bool }

// shapeOf returns the shape of a screen.
func shapeOf(s Screen) shape {
	_, wide := s.(Wide)
	return shape{s.Tall(), wide}
}

// body returns the area between the head and the keys.
func (w window) body(s shape) Area {
	width, _ := w.column(s.wide)
	h := w.frameHeight(s.tall) - 3 // head, progress, keys
	if w.roomy() {
		h -= 2 // a blank line below the progress, a line for notices
	}
	return Area{width, h}
}

// parts is what a frame consists of.
type parts struct {
	name, place string // the two ends of the head line
	progress    string
	body        []string
	notice      string
	keys        string
	shape       shape
}

// compose puts a frame together: head and progress, the body, a notice, and the line of keys, which gives way to the notice
// where there is no line for both. The result is never wider or higher than the window.
func (w window) compose(p parts) string {
	width, left := w.column(p.shape.wide)
	area := w.body(p.shape)
	lines := make([]string, w.top(), w.height)
	lines = append(lines, style.Spread(p.name, p.place, width), p.progress)
	if w.roomy() {
		lines = append(lines, "")
	}
	body := p.body[:min(len(p.body), area.Height)]
	lines = append(lines, body...)
	for range area.Height - len(body) {
		lines = append(lines, "")
	}
	switch {
	case w.roomy():
		lines = append(lines, p.notice, p.keys)
	case p.notice != "" && lines[len(lines)-1] == "": // in the last line of the body, which is blank
		lines = append(lines[:len(lines)-1], p.notice, p.keys)
	case p.notice != "":
		lines = append(lines, p.notice)
	default:
		lines = append(lines, p.keys)
	}
	for i, line := range lines {
		if line != "" {
			lines[i] = style.Space(left) + style.Fit(line, width)
		}
	}
	return strings.Join(lines, "\n")
}

// request says which size the window has and which one is needed, and what is kept meanwhile: all of that, or what fits of it.
func (w window) request(kept string) string {
	for _, text := range []string{
		fmt.Sprintf("This window is %d by %d, and coalcheck needs %d by %d or more. %s", w.width, w.height, MinWidth, MinHeight, kept),
		fmt.Sprintf("This window is %d by %d; %d by %d is needed.", w.width, w.height, MinWidth, MinHeight),
		fmt.Sprintf("%dx%d is too small: %dx%d", w.width, w.height, MinWidth, MinHeight),
		fmt.Sprintf("%dx%d", MinWidth, MinHeight),
		"+",
	} {
		lines := style.Wrap(text, w.width)
		if whole := strings.Join(lines, " "); len(lines) <= w.height && style.Width(lines[0]) <= w.width && whole == strings.TrimSpace(text) {
			return strings.Join(lines, "\n")
		}
	}
	return ""
}

// Styled renders each line in a style.
func Styled(lines []string, s lipgloss.Style) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = s.Render(line)
	}
	return out
}

// Balanced breaks text into as few lines as style.Wrap does, but about equally long ones.
func Balanced(text string, width int) []string {
	lines := style.Wrap(text, width)
	for width--; width > 0; width-- {
		shorter := style.Wrap(text, width)
		if len(shorter) > len(lines) {
			break
		}
		lines = shorter
	}
	return lines
}

// Center puts each line in the middle.
func Center(lines []string, width int) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		if line != "" {
			out[i] = style.Space((width-style.Width(line))/2) + line
		}
	}
	return out
}

// Middle pads a text on both sides.
func Middle(text string, width int) string {
	return style.Pad(style.Space((width-style.Width(text))/2)+text, width)
}
