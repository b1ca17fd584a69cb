package render

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Message returns text of one or more lines with lines of at most width columns, broken between words. A command at the
// end of a line stands whole, and so does a word, even past the width, so that it can be copied.
func Message(text string, width int) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		column := 0
		for i, word := range breakable(strings.TrimSuffix(line, "\n")) {
			w := lipgloss.Width(word)
			switch {
			case i > 0 && column+1+w > width:
				b.WriteByte('\n')
				column = 0
			case i > 0:
				b.WriteByte(' ')
				column++
			}
			b.WriteString(word)
			column += w
		}
		if strings.HasSuffix(line, "\n") {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// breakable returns what a line can be broken between: its words, but a command at its end as one.
func breakable(line string) []string {
	for _, begin := range []string{": coalcheck ", ": -"} {
		if i := strings.Index(line, begin); i >= 0 {
			return append(strings.Split(line[:i+1], " "), line[i+2:])
		}
	}
	return strings.Split(line, " ")
}
