package plain

import (
	"fmt"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// word is what can be typed besides an answer.
type word string

// The words.
const (
	wordBack   word = "back"
	wordSkip   word = "skip"
	wordClear  word = "clear"
	wordUndo   word = "undo"
	wordNote   word = "note"
	wordReview word = "review"
	wordQuit   word = "quit"
	wordHelp   word = "help"
)

// short holds the other spellings of the words. The letters are the keys of the wizard.
var short = map[string]word{
	"b": wordBack,
	"s": wordSkip,
	"x": wordClear,
	"u": wordUndo,
	"m": wordNote,
	"r": wordReview,
	"q": wordQuit,
	"?": wordHelp,
}

// reply returns the word that a line begins with and what follows it, or "" for a line that is something else. Only a
// note takes anything after it.
func reply(line string) (word, string) {
	line = clean(line)
	first, rest, _ := strings.Cut(line, " ")
	w := word(strings.ToLower(safetext.Narrow(first)))
	if s, ok := short[string(w)]; ok {
		w = s
	}
	switch w {
	case wordNote:
		return w, strings.TrimSpace(rest)
	case wordBack, wordSkip, wordClear, wordUndo, wordReview, wordQuit, wordHelp:
		if rest == "" {
			return w, ""
		}
	}
	return "", ""
}

// rating returns the answer that a line gives on a scale, or Unanswered.
func rating(line string, s *pitfalls.Scale) assess.Rating {
	line = strings.ToLower(typed(line))
	switch line {
	case "d":
		return assess.DontKnow
	case "n":
		return assess.NotApplicable
	}
	for r := assess.Lowest; r <= assess.NotApplicable; r++ {
		if line == r.String() {
			return r
		}
	}
	return assess.ParseWords(line, s)
}

// meant returns the answer or the word that a line was most likely meant to be, or "" when none is close.
func meant(line string, s *pitfalls.Scale) string {
	known := []string{
		"don't know", "not applicable", string(wordBack), string(wordSkip), string(wordClear),
		string(wordUndo), string(wordReview), string(wordQuit), string(wordHelp),
	}
	for _, label := range s.Labels {
		known = append(known, strings.ToLower(label))
	}
	return safetext.Nearest(clean(line), known)
}

// quoted returns a line for repeating it in a message: cleaned and cut.
func quoted(line string) string {
	line, more := cut(clean(line), 60)
	if more {
		line += "..."
	}
	return fmt.Sprintf("%q", line)
}
