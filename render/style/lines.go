package style

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
)

// Width returns how many columns a text takes at most. Terminals disagree: some give every code point its own width, others
// a visible character of several code points one. Counted so, a text of any script leaves what is beside it in its place
// or before it, and in sight.
func Width(text string) int {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return max(ansi.StringWidth(text), codePoints(text))
		}
	}
	return len(text) // which is most of what is measured, without looking for characters of several bytes
}

// codePoints returns how many columns a text takes where every code point has its own width. [ansi.StringWidthWc] says the
// same, but before its first answer it builds a table that takes longer than the rest of a report.
func codePoints(text string) int {
	width := 0
	for _, r := range ansi.Strip(text) {
		width += displaywidth.Rune(r)
	}
	return width
}

// NoBreak is a space at which no line ends.
const NoBreak = "\u00a0"

// Wrap breaks text into lines of at most width columns, between words and not at the hyphens within them. Only a word
// that is wider than a line is broken, where it can be behind a hyphen or a slash, as names of files have them.
func Wrap(text string, width int) []string {
	var lines []string
	for _, l := range Breaks(text, width, false) {
		lines = append(lines, text[l.From:l.To])
	}
	return lines
}

// Line is where a line lies in a text, in bytes.
type Line struct{ From, To int }

// Breaks returns the lines of Wrap by where they lie, for text in several styles. In text to be copied, words that are
// wider than a line stay whole, even past the width.
func Breaks(text string, width int, whole bool) []Line {
	width = max(width, 1)
	var lines []Line
	column := -1 // where the last line ends, or -1 where there is none
	for from := 0; from < len(text); {
		word, _, _ := strings.Cut(text[from:], " ")
		end := from + len(word)
		wide := Width(word)
		switch {
		case word == "":
		case column >= 0 && column+from-lines[len(lines)-1].To+wide <= width: // with the spaces in between
			column += from - lines[len(lines)-1].To + wide
			lines[len(lines)-1].To = end
		default:
			for wide > width && !whole {
				size := broken(text[from:end], width)
				lines = append(lines, Line{from, from + size})
				from += size
				wide = Width(text[from:end])
			}
			lines = append(lines, Line{from, end})
			column = wide
		}
		from = end + 1
	}
	return lines
}

// broken returns how many bytes of a word that is too wide for a line stand in it.
func broken(word string, width int) int {
	size := fitting(word, width)
	if joint := 1 + strings.LastIndexAny(word[:size], `-_/\`); joint > size/2 {
		return joint
	}
	return size
}

// fitting returns how many bytes of text fit into a line, at least those of one character.
func fitting(text string, width int) int {
	size, column := 0, 0
	for size < len(text) {
		character, _, n, _ := ansi.DecodeSequence(text[size:], ansi.NormalState, nil)
		wide := Width(character)
		if size > 0 && column+wide > width {
			break
		}
		size += n
		column += wide
	}
	return size
}

// Fit cuts a line to the width.
func Fit(line string, width int) string {
	if Width(line) <= width {
		return line
	}
	for columns := width; columns > 0; columns-- {
		if cut := ansi.Truncate(line, columns, "…"); Width(cut) <= width {
			return cut
		}
	}
	return ""
}

// Pad fills a line with spaces up to the width.
func Pad(line string, width int) string { return line + Space(width-Width(line)) }

// PadLeft fills a line with spaces on its left up to the width.
func PadLeft(line string, width int) string { return Space(width-Width(line)) + line }

// Space returns so many spaces, or none for less than one.
func Space(columns int) string { return strings.Repeat(" ", max(columns, 0)) }

// Spread puts one text at each end of a line. The left one gives way where there is not enough space for both.
func Spread(left, right string, width int) string {
	gap := width - Width(right)
	if gap < 2 {
		return Fit(right, width)
	}
	return Pad(Fit(left, gap-2), gap) + right
}

// OneLine returns text of several lines, such as a note, as one.
func OneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
