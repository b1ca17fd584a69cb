package collect

import (
	"regexp"
	"strings"
)

// Written is a code as it is written in a text.
type Written struct {
	// Line is the line on which the code begins, from 1.
	Line int
	// Text is the code, with what is between its groups.
	Text string
}

var (
	// mark matches what stands before a code.
	mark = regexp.MustCompile(`(?i)\bcoalcheck[\t \x{a0}]?:`)
	// gap matches what may stand before a code and between its groups: blanks, hyphens and what phones make of them, line breaks
	// with the marks of a quoted mail behind them or of a broken line before, and what makes letters bold.
	gap = regexp.MustCompile(`^(?:[\t \x{a0}\-\x{2010}-\x{2014}*_"“”]|=?\r?\n[\t >]*|</?[A-Za-z]{1,10}>)*`)
	// hyphen matches a gap that joins two groups.
	hyphen = regexp.MustCompile(`^[\-\x{2010}-\x{2014}]$`)
	// word matches a group, or what is in the place of one.
	word = regexp.MustCompile(`^[0-9A-Za-z]+`)
)

// Find returns the codes in a text, such as a thread of mails: each stands behind "coalcheck:", in groups of four that
// hyphens, blanks or line breaks hold apart, up to the length that its depth asks for. What is behind such a mark and does
// not begin with two groups of four is no code.
func Find(text string) []Written {
	var found []Written
	line, counted := 1, 0
	for _, at := range mark.FindAllStringIndex(text, -1) {
		groups := groupsOf(text[at[1]:])
		if len(groups) < 2 || len(groups[0]) != groupDigits {
			continue
		}
		line += strings.Count(text[counted:at[0]], "\n")
		counted = at[0]
		found = append(found, Written{line, strings.Join(groups, "-")})
	}
	return found
}

// groupsOf returns the groups of a code at the beginning of a text. A group that a hyphen joins to the one before belongs to
// the code whatever it is, so that what is wrong with it can be said; another one only where it has the right length.
func groupsOf(text string) []string {
	var groups []string
	want, have := 0, 0
	for {
		between := gap.FindString(text)
		group := word.FindString(text[len(between):])
		joined := len(groups) > 0 && hyphen.MatchString(between)
		size := groupDigits
		if want > 0 {
			size = min(size, want-have)
		}
		if group == "" || len(group) != size && !joined {
			return groups
		}
		groups = append(groups, group)
		text = text[len(between)+len(group):]
		if have += len(group); want == 0 {
			want = length(group)
		}
		if have >= want {
			return groups
		}
	}
}

// length returns how many characters a code has that begins with this group. Its first five bits hold the depth.
func length(group string) int {
	first := digit(rune(group[0]))
	if first >= 0 && first&1 == 1 {
		return fullLength
	}
	return quickLength
}
