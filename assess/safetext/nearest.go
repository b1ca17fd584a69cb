package safetext

import "strings"

// maxNearest is the longest word, in bytes, for which a nearest name is sought: the work grows with the length, and
// nobody misspells a name into something longer.
const maxNearest = 64

// Nearest returns the known name that word was most likely meant to be, or "" when none is close: at most a third of
// the characters may differ, and upper case does not count. Of equally close names it returns the first. The known
// names are in lower case.
func Nearest(word string, known []string) string {
	if len(word) > maxNearest {
		return ""
	}
	best, least := "", maxNearest
	for _, name := range known {
		d := distance(strings.ToLower(word), name)
		if d < least && 3*d <= max(len(word), len(name)) {
			best, least = name, d
		}
	}
	return best
}

// distance counts the insertions, deletions, replacements and swaps of neighbors that turn a into b, byte by byte:
// names are ASCII.
func distance(a, b string) int {
	// Each row holds the distances of one prefix of a to all prefixes of b. A swap looks two rows back.
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			replace := last[j]
			if a[i] != b[j] {
				replace++
			}
			row[j+1] = min(replace, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
