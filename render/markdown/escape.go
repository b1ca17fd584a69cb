package markdown

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// escape makes text of ours safe at the beginning of a line of Markdown or of a table cell: what it says is what a reader
// sees.
func escape(text string) string {
	text = escapeStart(safetext.OneLine(text), markup)
	if strings.HasPrefix(text, "#") {
		return `\` + text // elsewhere it is no heading, and the titles of sources have some
	}
	return text
}

// escapeInside is escape for text within a line.
func escapeInside(text string) string { return markup.Replace(safetext.OneLine(text)) }

// foreign makes text from an answers file safe inside a line of Markdown, where nobody has looked at it: also what a
// converter would take for an address, a person or an issue is text and no link.
//
// GitHub looks for people and issues once more in the finished page, where a character reference is the character
// again. So an empty comment keeps such a sign apart from the word after it. Two things remain that no spelling
// prevents: GitHub makes a link of the hash of a commit or of GH-1, which lead to its own pages only, and some other
// converters make one of a bare name of a site such as example.org.
func foreign(text string) string {
	text = safetext.Clean(text)
	if strings.HasPrefix(text, "://") {
		return links.Replace(text) // where the colon begins no definition either
	}
	if first, size := utf8.DecodeRuneInString(text); first > utf8.RuneSelf && safetext.BeginsFormula(text) {
		return fmt.Sprintf("&#%d;", first) + links.Replace(text[size:])
	}
	return escapeStart(text, links)
}

// escapeStart returns text with what begins a block disarmed at its start and the replacements made behind that.
func escapeStart(text string, replacements *strings.Replacer) string {
	start := ""
	if i := blockStart(text); i >= 0 {
		start, text = text[:i]+`\`+text[i:i+1], text[i+1:]
	}
	return start + replacements.Replace(text)
}

// blockStart returns where the punctuation mark is that would begin a list, a definition, an underline or the formula of
// a spreadsheet, or -1. A backslash turns it into text.
func blockStart(text string) int {
	if strings.IndexAny(text, "-+=:") == 0 || strings.HasPrefix(text, `"`) && safetext.BeginsFormula(text) {
		return 0
	}
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	rest := text[digits:]
	if digits == 0 || strings.IndexAny(rest, ".)") != 0 || len(rest) > 1 && rest[1] != ' ' {
		return -1
	}
	return digits
}

// address makes an address safe between pointed brackets.
func address(url string) string {
	return strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", `\`, "%5C").Replace(safetext.OneLine(url))
}

// markupPairs holds mark-up, each with what a reader sees as that. Converters read attributes of a heading between braces, and
// site generators commands between two of them, or between a brace and a percent sign.
var markupPairs = []string{
	"{%", `\{\%`, "%}", `\%\}`, "{", `\{`, "}", `\}`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;",
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "$", `\$`, "^", `\^`,
}

var (
	markup = strings.NewReplacer(markupPairs...)
	links  = strings.NewReplacer(append([]string{
		"@", "&#64;<!-- -->", "#", "&#35;<!-- -->", "://", "&#58;//",
		"ww.", "ww&#46;", "Ww.", "Ww&#46;", "wW.", "wW&#46;", "WW.", "WW&#46;",
	}, markupPairs...)...)
)
