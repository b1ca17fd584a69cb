package planfile

import (
	"slices"
	"strings"
)

// mergeLines returns a text that two people have changed line by line since base. Changes in different lines are both taken over.
// Where both have changed the same lines, theirs come first, and then those written here that are not among them.
func mergeLines(base, mine, theirs string) string {
	was, m, other := linesOf(base), linesOf(mine), linesOf(theirs)
	here, there := changeOf(was, m), changeOf(was, other)
	var merged []string
	switch {
	case here.from < there.from && here.to <= there.from:
		merged = slices.Concat(other[:here.from], here.now, other[here.to:])
	case there.from < here.from && there.to <= here.from:
		merged = slices.Concat(m[:there.from], there.now, m[there.to:])
	default: // each line between the two ends was changed by one of them, or by both
		merged = slices.Concat(was[:min(here.from, there.from)], there.now)
		for _, line := range here.now {
			if !slices.Contains(there.now, line) {
				merged = append(merged, line)
			}
		}
		merged = append(merged, was[max(here.to, there.to):]...)
	}
	return strings.Join(merged, "\n")
}

// linesOf returns the lines of a text: none where there is no text.
func linesOf(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// change is what has become of some lines: now stands in the place of those from one index to another.
type change struct {
	from, to int
	now      []string
}

// changeOf returns the smallest change that makes now of was.
func changeOf(was, now []string) change {
	from := 0
	for from < min(len(was), len(now)) && was[from] == now[from] {
		from++
	}
	same := 0 // at the end
	for same < min(len(was), len(now))-from && was[len(was)-1-same] == now[len(now)-1-same] {
		same++
	}
	return change{from, len(was) - same, now[from : len(now)-same]}
}
