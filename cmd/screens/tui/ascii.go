package tui

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// signs holds the characters that the screens are drawn with, each before one of ASCII that takes as many columns.
var signs = strings.NewReplacer(
	"›", ">", "…", "~", "·", "-", "“", `"`, "”", `"`, "‘", "'", "’", "'", "\u00a0", " ",
	"↑", "^", "↓", "v", "←", "<", "→", ">",
	"━", "=", "─", "-", "│", "|", "┃", "|", "┌", "+", "┐", "+", "└", "+", "┘", "+", "┏", "+", "┓", "+", "┗", "+", "┛", "+",
	"█", "#", "▏", "|",
)

// inASCII draws with what a terminal without UTF-8 shows. Other characters become question marks, so that nothing moves.
func inASCII(content string) string {
	var b strings.Builder
	for _, r := range signs.Replace(content) {
		if r <= unicode.MaxASCII {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.Repeat("?", ansi.StringWidthWc(string(r))))
		}
	}
	return b.String()
}
