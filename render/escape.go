package render

import "strings"

// escape makes text safe inside a line or a table cell of Markdown: what it says is what a reader sees. A word that a
// converter would take for a mark-up, a link, a mention or a formula loses that meaning.
func escape(text string) string {
	text = clean(text)
	var b strings.Builder
	for i, r := range text {
		switch {
		case r == '<' || r == '>' || r == '&':
			b.WriteString(map[rune]string{'<': "&lt;", '>': "&gt;", '&': "&amp;"}[r])
		case strings.ContainsRune("\\`*_[]|~$^", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case i == 0 && strings.ContainsRune("=+-@#", r):
			// At the start, these would begin a heading, a list or the formula of a spreadsheet.
			b.WriteString("\\")
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
