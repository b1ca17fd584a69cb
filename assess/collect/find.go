package collect

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Written is a code as it is written in a text.
type Written struct {
	// Line is the line on which the code begins, from 1.
	Line int
	// Text is the code, with hyphens between its groups.
	Text string
	// Bare reports that it has no mark before it.
	Bare bool
}

var (
	// mark matches what stands before a code.
	mark = pattern(`(?i)\bcoalcheck[\t \x{a0}]?:`)
	// gap matches what may stand before a code and between its groups: blanks, hyphens and what phones make of them, line breaks
	// with the marks of a quoted mail behind them or of a broken line before, and what makes letters bold.
	gap = pattern(`^(?:[\t \x{a0}\-\x{2010}-\x{2014}*_"“”]|=?\r?\n[\t >]*|</?[A-Za-z]{1,10}>)*`)
	// hyphen matches a gap that joins two groups.
	hyphen = pattern(`^[\-\x{2010}-\x{2014}]$`)
	// bare matches a line that is a code, or a part of one, alone: three groups at least that hyphens join.
	bare    = pattern(`(?m)^[\t \x{a0}>*_"“”]*([0-9A-Za-z]{4}(?:[\-\x{2010}-\x{2014}][0-9A-Za-z]{4}){2,8}(?:[\-\x{2010}-\x{2014}][0-9A-Za-z]{1,3})?)[\-\x{2010}-\x{2014}]?[\t \x{a0}*_"“”.]*\r?$`)
	hyphens = pattern(`[\-\x{2010}-\x{2014}]`)
	// word matches a group, or what is in the place of one.
	word = pattern(`^[0-9A-Za-z]+`)
)

// Find returns the codes in a text, such as a thread of mails: each stands behind "coalcheck:", in groups of four that
// hyphens, blanks or line breaks hold apart, up to the length that its depth asks for. What is behind such a mark and does
// not look like a code is none. What looks like a code and has a line of its own is found without the mark, too.
func Find(text string) []Written {
	all := withMark(text)
	marked := all
	for _, at := range bare().FindAllStringSubmatchIndex(text, -1) {
		code := place{at[2], at[3], Written{Text: hyphens().ReplaceAllString(text[at[2]:at[3]], "-"), Bare: true}}
		for len(marked) > 0 && marked[0].to <= code.from {
			marked = marked[1:]
		}
		if len(marked) == 0 || code.to <= marked[0].from {
			all = append(all, code)
		}
	}
	slices.SortFunc(all, func(a, b place) int { return cmp.Compare(a.from, b.from) })
	var found []Written
	line, counted := 1, 0
	for _, code := range all {
		line += strings.Count(text[counted:code.from], "\n")
		counted = code.from
		code.Line = line
		found = append(found, code.Written)
	}
	return found
}

// place is a code and where it lies in a text, in bytes.
type place struct {
	from, to int
	Written
}

// withMark returns the codes behind a mark.
func withMark(text string) []place {
	var all []place
	for _, at := range mark().FindAllStringIndex(text, -1) {
		groups, size := groupsOf(text[at[1]:])
		if isMeant(groups, hyphens().MatchString(text[at[1]:at[1]+size])) {
			all = append(all, place{at[0], at[1] + size, Written{Text: strings.Join(groups, "-")}})
		}
	}
	return all
}

// isMeant reports whether what is behind a mark is meant to be a code: two groups, of which the first has four characters; a code that
// nothing divides; or something in which a character or a hyphen is missing or too many, if it looks like nothing else.
func isMeant(groups []string, joined bool) bool {
	fours := 0
	for _, group := range groups[min(1, len(groups)):] {
		if len(group) == groupDigits {
			fours++
		}
	}
	text := strings.Join(groups, "")
	typed := joined || strings.ToUpper(text) == text
	switch {
	case len(groups) == 0:
		return false
	case len(groups) == 1:
		foreign := strings.ContainsFunc(text, func(r rune) bool { return digit(r) < 0 })
		return len(text) == length(text) && !foreign || typed && len(text) >= 3*groupDigits
	default:
		return len(groups[0]) == groupDigits || typed && fours > 1
	}
}

// groupsOf returns the groups of a code at the beginning of a text, and how many bytes they take. A group that a hyphen joins to
// the one before belongs to the code whatever it is, so that what is wrong with it can be said; another one only where it has the
// right length.
func groupsOf(text string) (groups []string, size int) {
	want, have := 0, 0
	for {
		between := gap().FindString(text[size:])
		group := word().FindString(text[size+len(between):])
		joined := len(groups) > 0 && hyphen().MatchString(between)
		right := groupDigits
		if want > 0 {
			right = min(right, want-have)
		}
		if group == "" || len(group) != right && !joined && len(groups) > 0 {
			return groups, size
		}
		groups = append(groups, group)
		size += len(between) + len(group)
		if have += len(group); want == 0 {
			want = length(group)
		}
		if have >= want {
			return groups, size
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

// pattern returns a regular expression that is compiled when it is first used, and not when the program starts.
func pattern(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
