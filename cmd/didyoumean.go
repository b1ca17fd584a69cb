package cmd

import "github.com/coalcheck/coalcheck/assess/safetext"

// didYouMean returns a line that offers the known word nearest to a word, with a prefix in front of it, or otherwise
// where to look.
func didYouMean(prefix, word string, known []string, otherwise string) string {
	if near := safetext.Nearest(word, known); near != "" {
		return "did you mean: " + prefix + near
	}
	return otherwise
}
