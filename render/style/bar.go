package style

import "strings"

// eighths holds the partial blocks, from one eighth to seven.
var eighths = [...]string{"▏", "▎", "▍", "▌", "▋", "▊", "▉"}

// Bar draws value, 0 to 100, as a bar of at most width columns. A value above 0 shows something, if there is a column. In
// ASCII it is made of plain characters.
func Bar(value float64, width int, ascii bool) string {
	if width < 1 {
		return ""
	}
	if !ascii {
		width *= 8
	}
	n := int(value*float64(width)/100 + 0.5)
	if value > 0 {
		n = max(n, 1)
	}
	if ascii {
		return strings.Repeat("#", n)
	}
	text := strings.Repeat("█", n/8)
	if rest := n % 8; rest > 0 {
		text += eighths[rest-1]
	}
	return text
}
