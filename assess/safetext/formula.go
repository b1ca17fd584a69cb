package safetext

import "strings"

// formulaSigns are what begins the formula of a spreadsheet. Some take their full-width forms for the same.
const formulaSigns = "=+-@＝＋－＠"

// BeginsFormula reports whether a spreadsheet that is given a text as a line, or opens it as a file, would calculate with it:
// it begins with a sign of formulas, also within double quotes, which it takes away, or with a tab. A space at the start
// makes it text.
func BeginsFormula(text string) bool {
	return strings.HasPrefix(text, "\t") || strings.IndexAny(strings.TrimLeft(text, `"`), formulaSigns) == 0
}
