package textfile

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess/safetext"
)

// Unknown is an error about a word that is not known. The search for the nearest known one is made only when the error is
// put into words.
type Unknown struct {
	// Word is the word as it was read, and Shown how the error shows it.
	Word  string
	Shown any
	// Known lists the names that it could have been.
	Known func() []string
	// Near is the error where a known name is close to the word, Far where none is. {word} stands for Shown, {name} for the
	// known name and {names} for all of them.
	Near, Far string
}

// String asks for the nearest known name. When none is close, it says which there are.
func (u Unknown) String() string {
	known, sentence := u.Known(), u.Near
	name := safetext.Nearest(u.Word, known)
	if name == "" {
		sentence = u.Far
	}
	return strings.NewReplacer(
		"{word}", fmt.Sprint(u.Shown), "{name}", strconv.Quote(name), "{names}", safetext.JoinList(known, "or"),
	).Replace(sentence)
}
