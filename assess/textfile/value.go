package textfile

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Limits says what a text may hold.
type Limits struct {
	// Length is the most characters.
	Length int
	// Breaks allows line breaks and tabs.
	Breaks bool
}

// Text returns a text that people wrote. Any value without keys or items below it is one, as it is spelled; without a
// value it is empty. Line breaks of every kind become LF, so that no carriage return reaches a screen. where names the
// value in errors.
func (r *Reader) Text(where string, n *yaml.Node, limits Limits) string {
	if n == nil || !r.IsPlain(n) {
		return ""
	}
	if IsNull(n) {
		r.checkNothing(where, n)
		return ""
	}
	if n.Kind != yaml.ScalarNode {
		r.Addf(n, "%s: this must be a text, not %s; put it in quotes", where, Describe(n))
		return ""
	}
	r.checkWhole(where, n)
	text := unixBreaks.Replace(n.Value)
	if length := utf8.RuneCountInString(text); length > limits.Length {
		r.Addf(n, "%s: %d characters are too many; use %d at most", where, length, limits.Length)
	}
	for _, c := range text {
		if safetext.Forbidden(c) || !limits.Breaks && (c == '\t' || c == '\n') {
			r.Addf(n, "%s: %s is not allowed here; remove it", where, character(c))
			break
		}
	}
	return text
}

// Day returns a day of the calendar as the file spells it, or "" and a problem where it is none. where names the value, and
// example shows how to write a day.
func (r *Reader) Day(where string, n *yaml.Node, example string) string {
	if _, err := time.Parse(time.DateOnly, n.Value); err != nil || n.Kind != yaml.ScalarNode {
		r.Addf(n, "%s: %s is not a day of the calendar; write it as year-month-day, such as %s", where, Describe(n), example)
		return ""
	}
	return n.Value
}

// WholeNumber returns the value of a whole number that is written in digits, without sign, quotes or leading zeros.
// Numbers over a billion count as that.
func WholeNumber(n *yaml.Node) (value int, ok bool) {
	if n.Kind != yaml.ScalarNode || n.Style != 0 || !IsWholeNumber(n.Value) {
		return 0, false
	}
	if len(n.Value) > 9 {
		return 1e9, true
	}
	value, err := strconv.Atoi(n.Value)
	return value, err == nil
}

// IsWholeNumber reports whether a text is a whole number in digits, without sign or leading zeros.
func IsWholeNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == "" && (s[0] != '0' || s == "0")
}
