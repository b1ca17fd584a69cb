package wizard

import (
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// editor is a text of several lines that is being written. It does the few things that a note needs, in the place of a
// text area of a library that would make the whole program a thirtieth larger.
type editor struct {
	text []rune
	// at is the place of the cursor: before the rune with this index.
	at int
	// limit is the longest text, in characters.
	limit int
	// width is the room of a line and height how many lines are shown.
	width, height int
}

// String returns the text.
func (e *editor) String() string { return string(e.text) }

// insert writes text at the cursor, and reports whether there was room for all of it.
func (e *editor) insert(text string) bool {
	added := []rune(text)
	room := max(e.limit-len(e.text), 0)
	fits := len(added) <= room
	added = added[:min(len(added), room)]
	e.text = slices.Insert(e.text, e.at, added...)
	e.at += len(added)
	return fits
}

// press answers a key that is not a character to write, and reports whether it means anything here.
func (e *editor) press(k tea.KeyPressMsg) bool {
	switch k.String() {
	case "left", "ctrl+b":
		e.at = e.before(e.at)
	case "right", "ctrl+f":
		e.at = e.after(e.at)
	case "up":
		e.climb(-1)
	case "down":
		e.climb(1)
	case "home", "ctrl+a":
		e.at = e.lines()[e.line()].start
	case "end", "ctrl+e":
		e.at = e.lines()[e.line()].end
	case "backspace", "ctrl+h":
		start := e.before(e.at)
		e.text = slices.Delete(e.text, start, e.at)
		e.at = start
	case "delete", "ctrl+d":
		e.text = slices.Delete(e.text, e.at, e.after(e.at))
	default:
		return false
	}
	return true
}

// before returns the place one visible character before another place, after the place one behind it.
func (e *editor) before(at int) int {
	for at > 0 {
		at--
		if !joins(e.text, at) {
			break
		}
	}
	return at
}

func (e *editor) after(at int) int {
	for at < len(e.text) {
		at++
		if at == len(e.text) || !joins(e.text, at) {
			break
		}
	}
	return at
}

// joins reports whether the rune with an index belongs to the visible character of the rune before it.
func joins(text []rune, i int) bool {
	const joiner = '\u200d'
	return i > 0 && (unicode.In(text[i], unicode.M) || text[i] == joiner || text[i-1] == joiner)
}

// segment is one line on the screen: the runes from start to end, without the space or line break after it.
type segment struct{ start, end int }

// lines breaks the text into lines that fit the width, at spaces where there are any.
func (e *editor) lines() []segment {
	var lines []segment
	start, space := 0, -1
	for i := 0; i < len(e.text); i++ {
		switch {
		case e.text[i] == '\n':
			lines = append(lines, segment{start, i})
			start, space = i+1, -1
		case i > start && ansi.StringWidth(visible(e.text[start:i+1])) > e.width:
			end := i
			if space >= start {
				end = space
			}
			lines = append(lines, segment{start, end})
			start = end
			if space >= start {
				start++
			}
			space = -1
			i = max(start-1, i-1)
		case e.text[i] == ' ':
			space = i
		}
	}
	return append(lines, segment{start, len(e.text)})
}

// visible returns runes as they are shown: a tab takes one column.
func visible(text []rune) string { return strings.ReplaceAll(string(text), "\t", " ") }

// line returns the index of the line with the cursor.
func (e *editor) line() int {
	lines := e.lines()
	for i, l := range lines {
		if e.at <= l.end {
			return i
		}
	}
	return len(lines) - 1
}

// climb moves the cursor up or down, to the same column or the end of a shorter line.
func (e *editor) climb(by int) {
	lines, from := e.lines(), e.line()
	to := from + by
	if to < 0 || to >= len(lines) {
		return
	}
	column := ansi.StringWidth(visible(e.text[lines[from].start:e.at]))
	e.at = lines[to].start
	for e.at < lines[to].end && ansi.StringWidth(visible(e.text[lines[to].start:e.after(e.at)])) <= column {
		e.at = e.after(e.at)
	}
}

// draw returns the lines around the cursor, each behind a bar.
func (e *editor) draw(th *theme) []string {
	lines, current := e.lines(), e.line()
	first := max(0, current-e.height+1)
	out := make([]string, e.height)
	for i := range out {
		out[i] = th.accent.Render("┃") + " "
		if n := first + i; n < len(lines) {
			out[i] += e.drawLine(th, lines[n], n == current)
		}
	}
	return out
}

func (e *editor) drawLine(th *theme, l segment, current bool) string {
	if !current {
		return visible(e.text[l.start:l.end])
	}
	under, next := " ", min(e.after(e.at), l.end)
	if next > e.at {
		under = visible(e.text[e.at:next])
	}
	return visible(e.text[l.start:e.at]) + th.cursor.Render(under) + visible(e.text[max(next, e.at):l.end])
}
