package export

import "strings"

// smallWords may be there or not without another meaning.
var smallWords = map[string]bool{"a": true, "an": true, "the": true, "our": true, "that": true}

// content returns the words of a sentence but for the small ones.
func content(words []string) []string {
	var all []string
	for _, word := range words {
		if !smallWords[word] {
			all = append(all, word)
		}
	}
	return all
}

// near reports whether two sentences say the same, word by word: each word is that of the other sentence, with another ending or with
// a slip. One word that is another, or that is there in one of them only, may turn the meaning round, however few its letters: people
// who make forms turn "unsure" into "sure", and "more" into "less".
func near(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && !inflected(a[i], b[i]) && !misspelled(a[i], b[i]) {
			return false
		}
	}
	return true
}

// The shortest words, in bytes, that may have another ending, a letter that is wrong, and two.
const (
	shortestStem = 3
	oneSlip      = 5
	twoSlips     = 8
)

// inflected reports whether two words differ in an ending of English: agree, agrees, agreed.
func inflected(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, ending := range []string{"s", "es", "d", "ed", "ing"} {
		if len(a) >= shortestStem && a+ending == b {
			return true
		}
	}
	return false
}

// misspelled reports whether two words are one with a slip. Their beginnings must be equal: un-, dis- or mis- is no slip.
func misspelled(a, b string) bool {
	short := min(len(a), len(b))
	if short < oneSlip || a[0] != b[0] || strings.HasSuffix(a, b) || strings.HasSuffix(b, a) {
		return false
	}
	limit := 1
	if short >= twoSlips {
		limit = 2
	}
	return distance([]rune(a), []rune(b), limit+1) <= limit
}

// distance counts the insertions, deletions and replacements that turn a into b (Levenshtein), up to a limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	last, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		least := row[0]
		for j := range b {
			replace := last[j]
			if a[i] != b[j] {
				replace++
			}
			row[j+1] = min(replace, last[j+1]+1, row[j]+1)
			least = min(least, row[j+1])
		}
		if least >= limit {
			return limit
		}
		last, row = row, last
	}
	return min(last[len(b)], limit)
}
