package textfile

import (
	"fmt"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Suggestion is the end of an error about a word that is not known. The search for the nearest known one is made only
// when the error is put into words.
type Suggestion struct {
	// Word is the word that is not known.
	Word string
	// Known lists the names that it could have been.
	Known func() []string
	// Where says what lists the known names, when they are too many to be listed here.
	Where string
}

// String asks for the nearest known name. When none is close, it says which there are.
func (s Suggestion) String() string {
	known := s.Known()
	if name := safetext.Nearest(s.Word, known); name != "" {
		return fmt.Sprintf("; did you mean %q?", name)
	}
	if s.Where != "" {
		return "; " + s.Where
	}
	return "; use one of " + JoinList(known, "or")
}
