package plain

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess/interview"
)

// choice is a line of a numbered list. It is chosen by its number or its word.
type choice struct{ word, text string }

// choose asks for one of a list, and returns its index, or -1 for the way back. now is the present choice, which an
// empty line keeps, or -1 where something has to be chosen.
func (r *run) choose(ctx context.Context, choices []choice, now int) (int, error) {
	for i, c := range choices {
		r.say("%d  %s", i+1, c.text)
	}
	if now >= 0 {
		r.say("Now: %s. Enter keeps it.", choices[now].word)
	}
	for {
		line, err := r.read(ctx)
		if err != nil {
			return 0, err
		}
		answer := strings.ToLower(typed(line))
		i := slices.IndexFunc(choices, func(c choice) bool { return c.word == answer })
		if n, err := strconv.Atoi(answer); err == nil && n >= 1 && n <= len(choices) {
			i = n - 1
		}
		switch w, _ := reply(line); {
		case i >= 0:
			return i, nil
		case answer == "" && now >= 0:
			return now, nil
		case w == wordQuit:
			return 0, interview.ErrLeft
		case w == wordBack:
			return -1, nil
		case w == wordHelp:
			r.say("Type the number of a line or its words, as in 1 or %s; back goes back, and quit stops to go on later.", choices[0].word)
		default:
			r.say("Please type a number from 1 to %d, back or quit.", len(choices))
		}
	}
}
