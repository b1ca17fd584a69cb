package cmd

import (
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/render/doc"
)

// didYouMean returns a hint that offers the known word nearest to a word, with a prefix in front of it, or otherwise
// where to look.
func didYouMean(prefix, word string, known []string, otherwise doc.Text) doc.Text {
	if near := safetext.Nearest(word, known); near != "" {
		return hint("did you mean:", prefix+near)
	}
	return otherwise
}
