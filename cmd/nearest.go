package cmd

// didYouMean returns a line that offers the known word nearest to a word, with a prefix in front of it, or otherwise
// where to look.
func didYouMean(prefix, word string, known []string, otherwise string) string {
	if near := nearest(word, known); near != "" {
		return "did you mean: " + prefix + near
	}
	return otherwise
}

// longestTypo is the longest word for which the nearest one is sought, in bytes.
const longestTypo = 64

// nearest returns the known word that takes the fewest edits to get to from word, or "" when every one of them takes
// more than a third of its letters.
func nearest(word string, known []string) string {
	if len(word) > longestTypo {
		return ""
	}
	best, fewest := "", 0
	for _, k := range known {
		n := edits(word, k)
		if 3*n <= max(len(word), len(k)) && (best == "" || n < fewest) {
			best, fewest = k, n
		}
	}
	return best
}

// edits returns how many letters must be put in, taken out or replaced to make b of a.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
