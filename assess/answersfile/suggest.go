package answersfile

import (
	"fmt"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// suggestion is the end of an error about a word that is not known. The search for the nearest known one is made only
// when the error is put into words.
type suggestion struct {
	word  string
	known func() []string
	// where says what lists the known names, when they are too many to be listed here.
	where string
}

// String asks for the nearest known name. When none is close, it says which there are.
func (s suggestion) String() string {
	known := s.known()
	if name := safetext.Nearest(s.word, known); name != "" {
		return fmt.Sprintf("; did you mean %q?", name)
	}
	if s.where != "" {
		return "; " + s.where
	}
	return "; use one of " + inWords(known, "or")
}
